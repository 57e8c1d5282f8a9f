/** A photon on its way, as one observer sees it. */
import { angleOf, chanceOfZero, STATE_ANGLES } from '../../core/optics/angled.ts';
import type { ActorId } from '../actors.ts';
import { axisOf } from '../light/polariser.ts';
import { type Facts, NEVER, storesLight } from './facts.ts';
import type { PulseRecord } from './replay.ts';
import { knows } from './rules.ts';
import { linkOf, type Scope } from './scope.ts';
import type { Odds, PhotonSight, PhotonView, WeakPulseView } from './view.ts';

const ABSENT: PhotonSight = { kind: 'absent' };
const UNKNOWN: PhotonSight = { kind: 'unknown' };

export function noPhoton(pulse: number): PhotonView {
  return { pulse, near: ABSENT, far: ABSENT, lost: null };
}

export function photonView(scope: Scope, pulse: number): PhotonView {
  const photon = stateView(scope, pulse);
  const weak = weakView(scope, pulse);
  return weak === null ? photon : { ...photon, weak };
}

function stateView(scope: Scope, pulse: number): PhotonView {
  const { facts, observer, now, pulsesSent } = scope;
  const ask = (actor: ActorId) =>
    knows(facts, { actor, fact: 'detected', pulse, link: 0, at: now, pulsesSent });
  switch (observer) {
    case 'alice':
      return {
        pulse,
        near: stateNear(facts, pulse, true),
        far: ABSENT,
        lost: isLost(ask('alice')),
      };
    case 'bob':
      return { pulse, near: ABSENT, far: UNKNOWN, lost: isLost(ask('bob')) };
    case 'eve': {
      const far = stateFar(facts, pulse);
      const hers = far.kind === 'absent' || (far.kind === 'state' && far.maker === 'eve');
      const near = carried(facts, 0, pulse) ? UNKNOWN : ABSENT;
      return { pulse, near, far: hers ? far : UNKNOWN, lost: isLost(ask('eve')) };
    }
    case 'everyone': {
      const far = facts.links.length - 1;
      return {
        pulse,
        near: stateNear(facts, pulse, false),
        far: stateFar(facts, pulse),
        lost: carried(facts, far, pulse) ? !facts.links[far]!.record(pulse).detected : null,
      };
    }
    default:
      observer satisfies never;
      return noPhoton(pulse);
  }
}

/**
 * Alice knows how strong a pulse is as she sends it; who hears her letter learns it of the pulses that
 * were detected. Nobody measures photon numbers but who splits pulses by them; else only the viewer sees them.
 */
function weakView(
  { facts, observer, now, pulsesSent }: Scope,
  pulse: number,
): WeakPulseView | null {
  const link = observer === 'bob' ? ((facts.links.length - 1) as 0 | 1) : 0;
  const { plan } = linkOf(facts, link);
  if (plan.weak === null || !carried(facts, link, pulse)) return null;
  const { intensity, photons, detected, tapActs } = linkOf(facts, link).record(pulse);
  if (observer === 'everyone') return { intensity, photons };
  const range = Math.floor(pulse / facts.run.config.exchange.pulsesPerLetter);
  const announced = detected && (facts.heard[link]!.bases[range] ?? NEVER) <= now;
  const known = observer === 'alice' ? pulse <= pulsesSent : announced;
  const counts = observer === 'eve' && plan.weak.splitting !== null && pulse <= pulsesSent;
  const counted = counts && (tapActs || plan.weak.splitting?.rule.fraction === 1);
  return { intensity: known ? intensity : null, photons: counted ? photons : null };
}

/** A link that stopped earlier carries no more of the other's pulses. */
function carried({ links }: Facts, link: number, pulse: number): boolean {
  return pulse < links[link]!.plan.pulses;
}

function isLost(detected: 0 | 1 | null): boolean | null {
  return detected === null ? null : detected === 0;
}

function sentAngle(facts: Facts, link: 0 | 1, record: PulseRecord): number {
  const prepared = linkOf(facts, link).plan.angled?.prepared ?? 'random';
  if (typeof prepared === 'number') return prepared;
  if (prepared !== 'random' && prepared !== 'mixture-HV') return STATE_ANGLES[prepared];
  return angleOf(record.sentBit, record.sentBasis);
}

function stateNear(facts: Facts, pulse: number, fades: boolean): PhotonSight {
  if (!carried(facts, 0, pulse)) return ABSENT;
  const record = facts.links[0]!.record(pulse);
  return { kind: 'state', angle: sentAngle(facts, 0, record), maker: 'alice', fades };
}

function stateFar(facts: Facts, pulse: number): PhotonSight {
  const link = (facts.links.length - 1) as 0 | 1;
  if (!carried(facts, link, pulse)) return ABSENT;
  const record = facts.links[link]!.record(pulse);
  const state = (angle: number, maker: ActorId): PhotonSight => ({
    kind: 'state',
    angle,
    maker,
    fades: false,
  });
  if (link === 1) return state(sentAngle(facts, 1, record), 'eve');
  // What she lets pass of a pulse that she splits is as Alice made it.
  if (record.blocked) return ABSENT;
  if (!record.tapActs || storesLight(facts)) {
    return state(sentAngle(facts, 0, record), 'alice');
  }
  if (facts.run.config.eve.basis === 'breidbart') return state(22.5 + record.tapBit * 90, 'eve');
  return state(angleOf(record.tapBit, record.tapBasis), 'eve');
}

/** Born's rule for the light that reaches Bob and the axis he chose, with the line's own flips; two clicks are a coin. */
export function oddsAtBob(facts: Facts, pulse: number): Odds | null {
  const photon = stateFar(facts, pulse);
  if (photon.kind !== 'state') return null;
  const last = facts.links.at(-1)!;
  const asked = last.plan.angled?.asked ?? 'random';
  const record = last.record(pulse);
  if (last.plan.tampering.blinding !== null && record.tapActs) {
    // Bright light clicks as she wants it to, or not at all.
    if (record.askedBasis !== record.tapBasis) return null;
    return { zero: 1 - record.tapBit, one: record.tapBit };
  }
  const axis = asked === 'random' ? last.record(pulse).askedBasis * 45 : axisOf(asked);
  const { weak } = last.plan;
  const flip =
    weak === null
      ? facts.run.config.channel.flipProbability
      : weak.levels[last.record(pulse).intensity]!.errorRate;
  const ideal = chanceOfZero(photon.angle, axis);
  const zero = ideal * (1 - 2 * flip) + flip;
  return { zero, one: 1 - zero };
}

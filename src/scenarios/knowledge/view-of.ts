/** One observer's view of a run at one instant. Asking is cheap; nothing is copied. */
import { wilsonInterval } from '../../core/estimation/interval.ts';
import { angleOf, chanceOfZero, STATE_ANGLES } from '../../core/optics/angled.ts';
import { ACTORS, type ActorId, type Observer, type Step } from '../actors.ts';
import { axisOf } from '../light/polariser.ts';
import type { Verdict } from '../receipt.ts';
import type { Instant, Run } from '../run.ts';
import { sealingKeyOf } from '../trust/pre-shared-key.ts';
import { isVisible, letterView } from './letter-view.ts';
import type { PulseRecord } from './replay.ts';
import {
  type Facts,
  factAsTold,
  factsOf,
  isMidway,
  knows,
  ownLink,
  sightOf,
  truth,
} from './rules.ts';
import { firstWhere, timelineOf } from './timeline.ts';
import type {
  ErrorRateView,
  KnowledgeView,
  LetterView,
  Outcome,
  PhotonSight,
  PhotonView,
  PulseFact,
  TestView,
  TracePoint,
  VerdictView,
} from './view.ts';

const ABSENT: PhotonSight = { kind: 'absent' };
const UNKNOWN: PhotonSight = { kind: 'unknown' };

export function viewOf(run: Run, observer: Observer, at: Instant): KnowledgeView {
  const facts = factsOf(run);
  const timeline = timelineOf(run);
  const now = Math.min(Math.max(0, Math.floor(at)), run.length);
  const pulsesSent = timeline.pulsesBefore(now);
  const everyone = observer === 'everyone';
  const scope: Scope = { run, facts, observer, now, pulsesSent };

  const { pulses } = facts.links[0]!.plan;
  const exists = (pulse: number) => Number.isInteger(pulse) && pulse >= 0 && pulse < pulses;

  function bit(fact: PulseFact, pulse: number, link: 0 | 1 = 0): 0 | 1 | null {
    if (!exists(pulse)) return null;
    if (!everyone) return knows(facts, { actor: observer, fact, pulse, link, at: now, pulsesSent });
    // Bob's basis is set before the photon comes, so the odds at his detector can be shown with it.
    const begun =
      fact === 'alice.bit' ||
      fact === 'alice.basis' ||
      fact === 'bob.basis' ||
      fact.startsWith('eve.');
    return pulse < pulsesSent || (begun && pulse === pulsesSent)
      ? truth(facts, fact, pulse, link)
      : null;
  }

  let letters: readonly LetterView[] | undefined;
  return {
    observer,
    at: now,
    pulsesSent,
    pulses,
    twoLinks: facts.links.length === 2 && (everyone || observer === 'eve'),
    eveMidway: (everyone || observer === 'eve') && isMidway(facts),
    sight: (item) => sightOf(item, observer, facts.attack),
    bit,
    knownTo(fact, pulse) {
      if (!everyone || !exists(pulse)) return [];
      return ACTORS.filter((actor) => {
        const told = factAsTold(facts, actor, fact);
        if (told === null) return false;
        return ([0, 1] as const).some(
          (link) => knows(facts, { actor, fact: told, pulse, link, at: now, pulsesSent }) !== null,
        );
      });
    },
    photon: (pulse) =>
      exists(pulse) ? photonView(scope, pulse) : { pulse, near: ABSENT, far: ABSENT, lost: null },
    odds(pulse) {
      if (!everyone || !exists(pulse) || pulse > pulsesSent) return null;
      return oddsAtBob(facts, pulse);
    },
    outcome(pulse, link = 0) {
      return outcomeOf((fact) =>
        bit(fact, pulse, everyone ? link : ownLink(facts, observer, link)),
      );
    },
    get letters() {
      letters ??= lettersUpTo(scope);
      return letters;
    },
    get nextLetter() {
      const event = now < run.length ? timeline.eventAt(now) : null;
      if (event?.kind !== 'letter' || !isVisible(run.letters[event.index]!, observer, run))
        return null;
      return letterView(facts, event.index, observer, now);
    },
    pool: (actor) => poolLeft(scope, actor),
    errorRate(link = 0) {
      if (!everyone) return null;
      const { kept, errors } = linkOf(facts, link).totals(pulsesSent);
      return rateView(errors, kept);
    },
    trace: (link = 0, basis = 'all') => (everyone ? tracePoints(scope, link, basis) : null),
    test: (link = 0) => testView(scope, everyone ? link : ownLink(facts, observer, link)),
    kept(link = 0) {
      if (everyone) return linkOf(facts, link).totals(pulsesSent).kept;
      const own = ownLink(facts, observer, link);
      return linkOf(facts, own).totals(pulsesTold(scope, observer, own)).kept;
    },
    eveKnows() {
      if (observer === 'alice' || observer === 'bob') return null;
      const until = everyone ? pulsesSent : pulsesTold(scope, 'eve', 0);
      const { kept, known } = facts.links[0]!.totals(until);
      const middle = facts.attack === 'man-in-the-middle';
      return { known: middle && facts.noiseless ? kept : known, kept };
    },
    key: (actor, link = 0) => keyOf(scope, actor, link),
    get verdict() {
      return verdictView(scope);
    },
  };
}

interface Scope {
  readonly run: Run;
  readonly facts: Facts;
  readonly observer: Observer;
  readonly now: Instant;
  readonly pulsesSent: number;
}

function linkOf({ links }: Facts, link: 0 | 1) {
  return links[Math.min(link, links.length - 1)]!;
}

/** Pulses about which this actor has heard enough to tell which bits are kept. */
function pulsesTold({ facts, now }: Scope, actor: ActorId, link: 0 | 1): number {
  const { reports, bases } = facts.heard[link]!;
  const middle = facts.attack === 'man-in-the-middle';
  const byReport = actor === 'alice' || (actor === 'eve' && middle && link === 1);
  const letters = byReport ? reports : bases;
  const heard = firstWhere(letters.length, (k) => letters[k]! > now);
  const { plan } = facts.links[link]!;
  return Math.min(plan.pulses, heard * facts.run.config.exchange.pulsesPerLetter);
}

function photonView(scope: Scope, pulse: number): PhotonView {
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
      const hers = far.kind === 'state' && far.maker === 'eve';
      return { pulse, near: UNKNOWN, far: hers ? far : UNKNOWN, lost: isLost(ask('eve')) };
    }
    case 'everyone':
      return {
        pulse,
        near: stateNear(facts, pulse, false),
        far: stateFar(facts, pulse),
        lost: !facts.links.at(-1)!.record(pulse).detected,
      };
    default:
      observer satisfies never;
      return { pulse, near: ABSENT, far: ABSENT, lost: null };
  }
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
  const record = facts.links[0]!.record(pulse);
  return { kind: 'state', angle: sentAngle(facts, 0, record), maker: 'alice', fades };
}

function stateFar(facts: Facts, pulse: number): PhotonSight {
  const link = (facts.links.length - 1) as 0 | 1;
  const record = facts.links[link]!.record(pulse);
  const state = (angle: number, maker: ActorId): PhotonSight => ({
    kind: 'state',
    angle,
    maker,
    fades: false,
  });
  if (link === 1) return state(sentAngle(facts, 1, record), 'eve');
  if (!record.tapActs) return state(sentAngle(facts, 0, record), 'alice');
  if (facts.run.config.eve.basis === 'breidbart') return state(22.5 + record.tapBit * 90, 'eve');
  return state(angleOf(record.tapBit, record.tapBasis), 'eve');
}

/** Born's rule for the photon that reaches Bob and the axis he chose, with the line's own flips. */
function oddsAtBob(facts: Facts, pulse: number) {
  const photon = stateFar(facts, pulse);
  if (photon.kind !== 'state') return null;
  const last = facts.links.at(-1)!;
  const asked = last.plan.angled?.asked ?? 'random';
  const axis = asked === 'random' ? last.record(pulse).askedBasis * 45 : axisOf(asked);
  const flip = facts.run.config.channel.flipProbability;
  const ideal = chanceOfZero(photon.angle, axis);
  const zero = ideal * (1 - 2 * flip) + flip;
  return { zero, one: 1 - zero };
}

function outcomeOf(bit: (fact: PulseFact) => 0 | 1 | null): Outcome | null {
  if (bit('detected') === 0) return 'lost';
  const kept = bit('kept');
  if (kept === null) return null;
  if (kept === 0) return 'not-kept';
  const differs = bit('differs');
  if (differs === null) return 'kept';
  return differs === 1 ? 'kept-different' : 'kept-equal';
}

function lettersUpTo({ run, facts, observer, now }: Scope): LetterView[] {
  const count = firstWhere(run.letters.length, (k) => run.letters[k]!.at >= now);
  const views: LetterView[] = [];
  for (let k = 0; k < count; k++) {
    if (isVisible(run.letters[k]!, observer, run)) views.push(letterView(facts, k, observer, now));
  }
  return views;
}

interface Spending {
  /** Bits in the pool before the first seal. */
  readonly atFirst: number;
  readonly perSeal: number;
  /** Instants at which this actor used a seal up, made or checked. */
  readonly used: Readonly<Record<'alice' | 'bob', readonly Instant[]>>;
}

const spendings = new WeakMap<Run, Spending>();

function spendingOf(run: Run): Spending {
  let spending = spendings.get(run);
  if (spending === undefined) {
    const { bits, upFront, perSeal } = sealingKeyOf(run.config);
    const used: Record<'alice' | 'bob', Instant[]> = { alice: [], bob: [] };
    for (const { at, seal, check, writtenBy, to } of run.letters) {
      if (seal === null) continue;
      const checked = check === 'accepted' || check === 'rejected';
      if (writtenBy !== 'eve') used[writtenBy].push(at);
      if (to !== 'eve' && checked) used[to].push(at);
    }
    spending = { atFirst: bits - upFront, perSeal, used };
    spendings.set(run, spending);
  }
  return spending;
}

function poolLeft({ run, observer, now }: Scope, actor: 'alice' | 'bob'): number | null {
  if (run.config.authentication.method === 'none') return null;
  if (observer !== 'everyone' && observer !== actor) return null;
  const { atFirst, perSeal, used } = spendingOf(run);
  return atFirst - perSeal * firstWhere(used[actor].length, (k) => used[actor][k]! >= now);
}

function rateView(errors: number, kept: number): ErrorRateView | null {
  if (kept === 0) return null;
  const { low, high } = wilsonInterval(errors, kept);
  return { kept, errors, low, high };
}

const tracesOf = new WeakMap<Run, Map<string, readonly TracePoint[]>>();

function tracePoints(
  { run, pulsesSent }: Scope,
  link: 0 | 1,
  basis: 'all' | 'rectilinear' | 'diagonal',
) {
  let kept = tracesOf.get(run);
  if (kept === undefined) {
    kept = new Map();
    tracesOf.set(run, kept);
  }
  const name = `${link}/${basis}`;
  let points = kept.get(name);
  if (points === undefined) {
    points = wholeTrace(run, link, basis);
    kept.set(name, points);
  }
  const all = points;
  return all.slice(
    0,
    firstWhere(all.length, (i) => all[i]!.pulse > pulsesSent),
  );
}

function wholeTrace(
  run: Run,
  link: 0 | 1,
  basis: 'all' | 'rectilinear' | 'diagonal',
): TracePoint[] {
  const { trace } = run.links[Math.min(link, run.links.length - 1)]!;
  const points: TracePoint[] = [];
  for (let i = 0; i < trace.pulse.length; i++) {
    const plus = { kept: trace.keptRectilinear[i]!, errors: trace.errorsRectilinear[i]! };
    const all = { kept: trace.kept[i]!, errors: trace.errors[i]! };
    const counted =
      basis === 'all'
        ? all
        : basis === 'rectilinear'
          ? plus
          : { kept: all.kept - plus.kept, errors: all.errors - plus.errors };
    const rate = rateView(counted.errors, counted.kept);
    if (rate !== null) points.push({ pulse: trace.pulse[i]!, ...rate });
  }
  return points;
}

/** Public once Bob's bits have answered Alice's. */
function testView({ run, facts, now }: Scope, link: 0 | 1): TestView | null {
  const heard = facts.heard[Math.min(link, facts.heard.length - 1)]!;
  if (heard.answer > now) return null;
  const { counts } = run.receipt;
  const { tested, testErrors } = counts.links?.[link] ?? counts;
  const rate = rateView(testErrors, tested);
  return rate && { ...rate, rate: testErrors / tested, limit: run.config.estimation.abortAbove };
}

const PREVIEW = 64;

function keyOf({ run, observer, now }: Scope, actor: ActorId, link: 0 | 1) {
  if (observer !== 'everyone' && observer !== actor) return null;
  if (now < run.length || run.stop !== null) return null;
  const own = actor === 'alice' ? 0 : actor === 'bob' ? run.links.length - 1 : link;
  const { ends, keyPreview } = run.links[own]!;
  if (keyPreview === null) return null;
  // Eve has a key as an end of the link, or when she knows every bit of somebody else's.
  const holds = (ends as readonly ActorId[]).includes(actor) || run.receipt.keys.eve.length > 0;
  if (!holds) return null;
  const bytes = ends[0] === actor ? keyPreview.near : keyPreview.far;
  const length = Math.min(PREVIEW, keyPreview.bits);
  const preview = Array.from({ length }, (_, i) => ((bytes[i >>> 3]! >>> (i & 7)) & 1) as 0 | 1);
  return { bits: keyPreview.bits, preview };
}

function verdictView({ run, observer, now }: Scope): VerdictView | null {
  const { verdict } = run.receipt;
  const { stop } = run;
  if (now < (stop?.at ?? run.length)) return null;
  const full = {
    kind: 'verdict',
    verdict,
    stoppedBy: stop?.by ?? null,
    step: stop?.step ?? null,
  } as const;
  if (observer === 'everyone') return full;
  if (observer === 'eve') {
    return verdict === 'fooled' ? full : { kind: 'no-key-for-me', wentOn: verdict === 'key' };
  }
  return verdictFromInside(run, observer);
}

/**
 * What an end can say follows from its own link alone: with Eve in the other's place a session looks
 * the same, a stop on her other link is silence, and who stopped is whose name was on the letter.
 */
function verdictFromInside(run: Run, observer: 'alice' | 'bob'): VerdictView {
  const { stop, letters, links } = run;
  const own = observer === 'alice' ? 0 : links.length - 1;
  const stopped = (verdict: Verdict, by: ActorId, step: Step) =>
    ({ kind: 'verdict', verdict, stoppedBy: by, step }) as const;
  if (stop !== null && stop.letter !== null) {
    if (letters[stop.letter]!.link !== own) return { kind: 'silence' };
    const other = observer === 'alice' ? 'bob' : 'alice';
    return stopped(stop.verdict, stop.by === 'eve' ? other : stop.by, stop.step);
  }
  if (stop !== null && stop.step === 1) return stopped(stop.verdict, stop.by, stop.step);
  if (links[own]!.keyPreview === null) return stopped('stopped-errors', 'bob', 3);
  return { kind: 'verdict', verdict: 'key', stoppedBy: null, step: null };
}

/** Executes one session, completely: who is who, the light of each link, the talk, then the figures. */
import type { Bits } from '../core/bits/bits.ts';
import type { ActorId } from './actors.ts';
import { isWatched, type LinkPlan } from './channels/link-plan.ts';
import { planLinks } from './channels/plan.ts';
import type { KeyEstablishment, RunConfig } from './config.ts';
import { sendsLight } from './link/agree.ts';
import { converse, openConversation, openTalk } from './link/converse.ts';
import { type LogHash, openColumnDigest, openLogHash } from './link/digest.ts';
import { type KeysHeld, keysOf, verdictOf } from './link/keys.ts';
import { shine } from './link/light.ts';
import { preSharedSealing, type Sealing } from './link/sealing.ts';
import { finiteLimitOf } from './link/shrink.ts';
import { lightOf, type Talk, type TalkLink } from './link/talk.ts';
import type { Tape } from './link/tape.ts';
import { receiptOf } from './receipt-of.ts';
import type {
  Correction,
  KeyMaterial,
  LinkSummary,
  Progress,
  Reached,
  Run,
  Shrink,
  Stop,
} from './run.ts';
import type { TrustKit } from './trust/kit.ts';

export type OnProgress = (progress: Progress) => void;

export interface Surroundings {
  readonly onProgress?: OnProgress;
  /** What public-key anchors need; a run that asks for one and is not given it throws. */
  readonly kit?: TrustKit | null;
  /** What Eve knows of the key by a bound only: many rounds, and nobody asks for the exact number. */
  readonly byBound?: boolean;
  /** Sealing keys other than those of the configuration, as a lifecycle hands them from round to round. */
  readonly sealing?: Sealing;
  /** How the session's key is made; left out: by light, for a link of its own. */
  readonly means?: KeyEstablishment;
  /** Where Eve's copy of the classical line goes; left out: nobody copies it. */
  readonly tape?: Tape;
}

export function runSession(config: RunConfig, surroundings: Surroundings = {}): Session {
  const asked = planLinks(config);
  const plans = sendsLight(surroundings.means ?? null)
    ? asked
    : asked.map((plan) => ({ ...plan, pulses: 0 }));
  const whole = execute(config, surroundings, plans);
  const { links } = whole.talk;
  const cut = links.map(({ plan, pulses }) => ({ ...plan, pulses }));
  const tooFar = links.some((link) => link.pulses < lightOf(link).plan.pulses);
  // An end stopped in the middle of the exchange. No photon was sent there after that; the ones before
  // are the same, for every coin has its own address.
  const executed = tooFar ? execute(config, { ...surroundings, onProgress: () => {} }, cut) : whole;
  return concluded(config, executed, surroundings.byBound === true);
}

export function runConfig(config: RunConfig, surroundings: Surroundings = {}): Run {
  return runSession(config, surroundings).run;
}

export interface Session {
  readonly run: Run;
  readonly talk: Talk;
  readonly keys: KeysHeld;
}

interface Executed {
  readonly talk: Talk;
  readonly hash: LogHash;
}

/** `plans` may be cut short; how coins are numbered follows from what was asked. */
function execute(
  config: RunConfig,
  surroundings: Surroundings,
  plans: readonly LinkPlan[],
): Executed {
  const { onProgress = () => {}, kit = null, means = null, tape = null } = surroundings;
  const { sealing = preSharedSealing(config) } = surroundings;
  // A session that is executed again, because it was cut, is recorded again.
  if (tape !== null) tape.length = 0;
  const talk = openTalk({ config, plans, sealing, kit, means, tape });
  // The log's digest begins with the light, though the first letters are written before it.
  const early = delayed();
  openConversation(talk, early);
  const hash = openLogHash();
  const pulses = plans.reduce((sum, plan) => sum + plan.pulses, 0);
  let done = 0;
  for (const link of talk.links) {
    const plan = link.over ? { ...link.plan, pulses: 0 } : link.plan;
    const tapped = isWatched(plan);
    const decoys = plan.weak === null ? 0 : plan.weak.levels.length - 1;
    const digest = openColumnDigest(hash, link.index, plan.pulses, { tapped, decoys });
    const before = done;
    link.light = shine(plan, config.exchange.pulsesPerLetter, digest, (pulsesDone) => {
      onProgress({ pulsesDone: before + pulsesDone, pulses, step: 1 });
    });
    done += plan.pulses;
  }
  onProgress({ pulsesDone: pulses, pulses, step: 2 });
  early.flush(hash);
  converse(talk, hash);
  return { talk, hash };
}

/** Takes what a log hash takes, and hands it on later. */
function delayed() {
  const parts: Uint8Array[] = [];
  return {
    update(part: Uint8Array) {
      parts.push(part.slice());
    },
    flush(hash: LogHash) {
      for (const part of parts) hash.update(part);
    },
  };
}

function concluded(config: RunConfig, { talk, hash }: Executed, byBound: boolean): Session {
  const keys = keysOf(talk, byBound);
  const verdict = verdictOf(talk, keys);
  const digest = hash.digest();
  const pulsesSent = Math.max(...talk.links.map(({ pulses }) => pulses));
  const length = pulsesSent + talk.events;
  const run: Run = {
    config,
    links: talk.links.map((link) => summaryOf(config, link, keys)),
    letters: talk.letters,
    letterPulses: Float64Array.from(talk.letterPulses),
    length,
    stop: stopOf(talk, verdict, length),
    introductions: talk.introductions,
    stores: storesOf(talk),
    recovered: talk.recovered,
    receipt: receiptOf({ config, talk, keys, verdict, digest, pulsesSent }),
    coinsByDetection: talk.links.some(({ plan }) => plan.listed),
  };
  return { run, talk, keys };
}

function storesOf({ links }: Talk): Run['stores'] {
  const ends = links.flatMap((link) => Object.values(link.ends));
  const held = (actor: ActorId) =>
    ends.find((end) => end.actor === actor && end.key !== null)?.key?.fingerprint ?? null;
  return { alice: held('alice'), bob: held('bob'), eve: held('eve') };
}

function stopOf({ links }: Talk, verdict: Run['receipt']['verdict'], length: number): Stop | null {
  if (verdict === 'key' || verdict === 'fooled') return null;
  const stops = links.flatMap(({ stop }) => stop ?? []).sort((a, b) => a.at - b.at);
  // Nothing compared the keys of this run, so ends that hold different bits hold no key.
  return stops[0] ?? { at: length, step: 3, by: 'bob', verdict, letter: null };
}

const UNTESTED: ReadonlySet<Reached> = new Set(['exchange', 'sifted']);

function summaryOf(config: RunConfig, link: TalkLink, keys: KeysHeld): LinkSummary {
  const light = link.light!;
  return {
    ends: link.plan.ends,
    pulses: link.pulses,
    counts: light.counts,
    byIntensity: light.byIntensity,
    trace: light.trace,
    finiteLimit:
      UNTESTED.has(link.reached) || light.key.sender.length === 0
        ? null
        : finiteLimitOf(config, link),
    reached: link.reached,
    material: materialOf(link),
    correction: correctionOf(link),
    shrink: shrinkOf(link),
    keyPreview: previewOf(link, keys),
    use: link.use,
    stop: link.stop,
  };
}

const SHOWN_BITS = 65_536;
/** Key bits up to which every question of Correct is kept for the screen. */
const DETAIL_BITS = 1 << 20;

function shown({ words }: Bits): Uint32Array {
  return words.slice(0, SHOWN_BITS / 32);
}

function materialOf({ light, reached }: TalkLink): KeyMaterial | null {
  if (light === null || reached === 'exchange' || reached === 'sifted') return null;
  const { sender, receiver, certain } = light.key;
  return {
    bits: sender.length,
    near: shown(sender),
    far: shown(receiver),
    certain: certain && shown(certain),
  };
}

function correctionOf({ correction }: TalkLink): Correction | null {
  if (correction === null) return null;
  const { at, rounds, terms, seed, reconciled, letters, bytes, verified } = correction;
  const bits = reconciled.corrected.length;
  return {
    at,
    rounds,
    bits,
    terms,
    seed,
    log: bits > DETAIL_BITS ? null : reconciled.log,
    errorsCorrected: reconciled.errorsCorrected,
    leakedBits: reconciled.leakedBits,
    letters,
    bytes,
    verified,
  };
}

function shrinkOf({ shrunk }: TalkLink): Shrink | null {
  if (shrunk === null) return null;
  return {
    budget: shrunk.budget,
    accounting: shrunk.accounting,
    seed: shown(shrunk.seed),
    input: shown(shrunk.input.sender),
  };
}

const PREVIEW_BITS = 4096;

function previewOf(link: TalkLink, keys: KeysHeld): LinkSummary['keyPreview'] {
  const accepted = link.plan.ends[0] === 'alice' ? keys.alice : keys.bob;
  if (link.final === null || accepted === null) return null;
  const bytes = (bits: Bits) => new Uint8Array(bits.words.slice(0, PREVIEW_BITS / 32).buffer);
  const { sender, receiver } = link.final;
  return { near: bytes(sender), far: bytes(receiver), bits: accepted.length };
}

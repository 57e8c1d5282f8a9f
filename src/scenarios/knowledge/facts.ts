/**
 * What is so in a finished run, whoever may know it: each pulse's facts, and when which letters had
 * been heard. Who may know what of it is said in rules.ts.
 */
import type { ActorId, Observer } from '../actors.ts';
import type { Run } from '../run.ts';
import { type LinkReplay, type PulseRecord, replayOf } from './replay.ts';
import type { PulseFact } from './view.ts';

/** Events at which the letters about each range of pulses are complete; Infinity: never. */
interface Heard {
  readonly reports: readonly number[];
  readonly bases: readonly number[];
  readonly sample: number;
  readonly answer: number;
  /** Correct's hashes were found equal: known to Bob's end by Alice's letter, to everybody else by his answer. */
  readonly verification: number;
  readonly verified: number;
}

export interface Facts {
  readonly run: Run;
  readonly links: readonly LinkReplay[];
  readonly heard: readonly Heard[];
  readonly attack: Run['config']['eve']['attack'];
  /** A line on which Eve's own results leave no doubt. */
  readonly noiseless: boolean;
}

const known = new WeakMap<Run, Facts>();

export function factsOf(run: Run): Facts {
  let facts = known.get(run);
  if (facts === undefined) {
    const { channel, detector, eve } = run.config;
    facts = {
      run,
      links: replayOf(run),
      heard: run.links.map((_, link) => heardOn(run, link)),
      attack: eve.attack,
      noiseless: channel.flipProbability === 0 && detector.darkCountProbability === 0,
    };
    known.set(run, facts);
  }
  return facts;
}

export const NEVER = Number.POSITIVE_INFINITY;

function heardOn({ config, letters, links }: Run, link: number): Heard {
  const early = config.exchange.announce === 'early';
  const own = letters.filter((letter) => letter.link === link);
  const ends = (kind: string) =>
    own.filter((letter) => letter.kind === kind).map(({ at }) => at + 1);
  const equal = links[link]!.correction?.verified === true;
  const answer = own.find(
    ({ content, step, check }) =>
      step === 3 && content.kind === 'decision' && content.go && check !== 'rejected',
  );
  const reports = ends('detections');
  // Bases said too early are of use to an honest end once the pulses have been reported.
  const said = ends('bases');
  const bases = early ? said.map((at, i) => Math.max(at, reports[i] ?? NEVER)) : said;
  return {
    reports,
    bases,
    sample: ends('sample')[0] ?? NEVER,
    answer: ends('test-bits')[0] ?? NEVER,
    verification: equal ? (ends('verification')[0] ?? NEVER) : NEVER,
    verified: equal && answer !== undefined ? answer.at + 1 : NEVER,
  };
}

/** From when this observer knows that the corrected bits of a link's two ends are the same; Infinity: never. */
export function verifiedFrom({ run, heard }: Facts, link: 0 | 1, observer: Observer): number {
  const { verification, verified } = heard[link]!;
  return observer === 'everyone' || observer === run.links[link]!.ends[1] ? verification : verified;
}

/** Which link this actor takes part in. Eve in the middle takes part in both. */
export function ownLink({ links }: Facts, actor: ActorId, asked: 0 | 1): 0 | 1 {
  if (links.length === 1 || actor === 'alice') return 0;
  return actor === 'bob' ? 1 : asked;
}

/** Eve measures halfway between the two bases, so she has neither. */
export function isMidway({ attack, run }: Facts): boolean {
  return attack === 'intercept-resend' && run.config.eve.basis === 'breidbart';
}

/** Eve keeps light of her own and measures it once the basis is public; what passes is Alice's. */
export function storesLight({ attack }: Pick<Facts, 'attack'>): boolean {
  return attack === 'photon-number-splitting' || attack === 'trojan-horse';
}

/** One link's record of a pulse; null where that link did not carry it. */
export function recordOf({ links }: Facts, link: number, pulse: number): PulseRecord | null {
  const replay = links[Math.min(link, links.length - 1)]!;
  return pulse < replay.plan.pulses ? replay.record(pulse) : null;
}

/** The value of a fact, whoever may know it; null if there is none (an empty slot, no measurement). */
export function truth(facts: Facts, fact: PulseFact, pulse: number, link: 0 | 1): 0 | 1 | null {
  const { links, attack } = facts;
  const middle = attack === 'man-in-the-middle';
  const ofNear = NEAR.has(fact) || (!middle && fact.startsWith('eve.'));
  const ofFar = FAR.has(fact);
  const record = recordOf(facts, ofNear ? 0 : ofFar ? links.length - 1 : link, pulse);
  return record && valueIn(facts, fact, record);
}

/** Facts that a pulse has on Alice's link, and on Bob's, whichever link is asked about. */
const NEAR: ReadonlySet<PulseFact> = new Set([
  'alice.bit',
  'alice.basis',
  'eve.acts',
  'eve.basis',
  'eve.saw',
  'eve-knows',
]);
const FAR: ReadonlySet<PulseFact> = new Set([
  'eve.sends-bit',
  'eve.sends-basis',
  'bob.basis',
  'bob.bit',
]);

function valueIn(facts: Facts, fact: PulseFact, record: PulseRecord): 0 | 1 | null {
  const middle = facts.attack === 'man-in-the-middle';
  const { sentBit, sentBasis, askedBasis, gotBit, detected, kept, tapActs } = record;
  const tapped = tapActs && !isMidway(facts);
  const stores = storesLight(facts);
  switch (fact) {
    case 'alice.bit':
      return sentBit;
    case 'alice.basis':
      return sentBasis;
    case 'eve.acts':
      return flag(middle || tapActs || record.blocked || facts.attack === 'time-shift');
    case 'eve.basis':
      return middle ? askedBasis : tapped ? record.tapBasis : null;
    case 'eve.saw':
      if (middle) return detected ? gotBit : null;
      return tapActs ? record.tapBit : null;
    case 'eve.sends-bit':
      if (stores) return null;
      return middle ? sentBit : tapActs ? record.tapBit : null;
    case 'eve.sends-basis':
      if (stores) return null;
      return middle ? sentBasis : tapped ? record.tapBasis : null;
    case 'bob.basis':
      return askedBasis;
    case 'bob.bit':
      return detected ? gotBit : null;
    case 'detected':
      return flag(detected);
    case 'kept':
      return flag(kept);
    case 'differs':
      return flag(kept && sentBit !== gotBit);
    case 'tested':
      return flag(kept && record.sampled);
    case 'eve-knows':
      return flag(middle ? kept && facts.noiseless : record.certain);
    default:
      fact satisfies never;
      return null;
  }
}

export function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}

/**
 * A laser in place of single photons: how strong its pulses are, what each strength does at Bob's
 * detectors, and how many photons any one pulse had.
 */
import { chanceOfAny } from '../../core/elementary/chance.ts';
import type { SeenOdds } from '../../core/optics/mismatch.ts';
import {
  PATTERNS,
  type Pattern,
  type SplitLaw,
  type SplitLine,
  type SplittingRule,
  splitLaw,
  splitPhotons,
  splittingRule,
} from '../../core/optics/splitting.ts';
import type { WeakOdds } from '../../core/optics/weak.ts';
import { chanceSeen, poissonAtLeast, weakErrorRate, weakLaw } from '../../core/optics/weak-law.ts';
import { CERTAIN, thresholdOf } from '../../core/random/events.ts';
import { type Stream, wordAt } from '../../core/random/streams.ts';
import type { ExchangeConfig } from '../config.ts';
import type { Blinding } from './tampering.ts';

/** One strength of pulse. */
export interface Level {
  readonly meanPhotonNumber: number;
  /** That a pulse has it. */
  readonly probability: number;
  /** Photons that would click, on average: through the line and the detector. */
  readonly arriving: number;
  /** That light of it comes to a detector. */
  readonly lit: number;
  readonly odds: WeakOdds;
  /** Arrival of this level over that of the signal, as a threshold. */
  readonly accepted: number;
  /** That the weaker of two unequal detectors sees light. */
  readonly seen: SeenOdds;
  /** Wrong results among its arriving pulses, bases equal. */
  readonly errorRate: number;
  /** Thresholds: that Eve holds a photon of the pulse, given which detectors have light; null unless she splits. */
  readonly held: HeldOdds | null;
}

type PatternOdds = Readonly<Record<Pattern, number>>;

export interface HeldOdds {
  readonly equalBases: PatternOdds;
  readonly otherBases: PatternOdds;
}

/** How Eve splits pulses by their photon number. */
export interface Splitting {
  readonly rule: SplittingRule;
  readonly line: SplitLine;
  /** Her part in each pulse. */
  readonly holds: Stream;
}

export interface WeakSource {
  /** The signal first, then the decoys, strongest first. */
  readonly levels: readonly Level[];
  readonly misalignment: number;
  /** Falling thresholds of random/choices.ts: a pulse is decoy j or weaker. */
  readonly thresholds: readonly number[];
  /** null: nobody splits them. */
  readonly splitting: Splitting | null;
  readonly streams: WeakSourceStreams;
}

export interface WeakSourceStreams {
  /** Alice's coin for the strength of each pulse. */
  readonly intensity: Stream;
  /** Thinning of listed arrivals. */
  readonly accept: Stream;
  readonly second: Stream;
  /** Photon numbers, drawn when somebody asks. */
  readonly photons: Stream;
}

export function weakSource(
  { meanPhotonNumber, decoys }: Pick<ExchangeConfig, 'meanPhotonNumber' | 'decoys'>,
  line: {
    readonly transmittance: number;
    readonly misalignment: number;
    /** Efficiency of the weaker detector over the stronger. */
    readonly mismatch: number;
  },
  streams: WeakSourceStreams,
  attack: {
    readonly line: SplitLine;
    readonly fraction: number;
    readonly holds: Stream;
  } | null = null,
): WeakSource {
  const { transmittance, misalignment, mismatch } = line;
  // Added from the weakest on, as the thresholds are.
  const tails = decoys.map((_, j) =>
    decoys.slice(j).reduceRight((sum, { probability }) => sum + probability, 0),
  );
  const signal = { meanPhotonNumber, probability: 1 - (tails[0] ?? 0) };
  const mix = [signal, ...decoys];
  const splitting = attack && {
    rule: splittingRule(mix, attack.line, attack.fraction),
    line: attack.line,
    holds: attack.holds,
  };
  const splitOf = (mean: number) => splitting && splitLaw(mean, splitting.rule, splitting.line);
  const lawOf = (mean: number, split: SplitLaw | null) =>
    split?.law ?? weakLaw(mean * transmittance, misalignment);
  const strongest = lawOf(meanPhotonNumber, splitOf(meanPhotonNumber)).arrival;
  const levels = mix.map((level) => {
    const arriving = level.meanPhotonNumber * transmittance;
    const split = splitOf(level.meanPhotonNumber);
    const law = lawOf(level.meanPhotonNumber, split);
    return {
      ...level,
      arriving,
      lit: law.arrival,
      odds: {
        arrival: thresholdOf(law.arrival),
        flip: thresholdOf(law.flip),
        both: {
          equalBases: thresholdOf(law.both.equalBases),
          otherBases: thresholdOf(law.both.otherBases),
        },
      },
      accepted: thresholdOf(strongest === 0 ? 0 : law.arrival / strongest),
      seen: {
        right: thresholdOf(chanceSeen(arriving * (1 - misalignment), mismatch)),
        wrong: thresholdOf(chanceSeen(arriving * misalignment, mismatch)),
        otherBases: thresholdOf(chanceSeen(arriving / 2, mismatch)),
      },
      errorRate: weakErrorRate(law),
      held: split && {
        equalBases: patternOdds(split.held.equalBases),
        otherBases: patternOdds(split.held.otherBases),
      },
    };
  });
  return { levels, misalignment, thresholds: tails.map(thresholdOf), splitting, streams };
}

/** The same source where Bob's detectors are blinded: more pulses are listed, and then thinned. */
export function thinned(source: WeakSource, blinding: Blinding): WeakSource {
  const strongest = blinding.levels[0]!.arrival;
  const levels = source.levels.map((level, k) => {
    const { arrival } = blinding.levels[k]!;
    return {
      ...level,
      odds: { ...level.odds, arrival: thresholdOf(arrival) },
      accepted: thresholdOf(strongest === 0 ? 0 : arrival / strongest),
    };
  });
  return { ...source, levels };
}

function patternOdds(chances: PatternOdds): PatternOdds {
  const [none, right, wrong, both] = PATTERNS.map((pattern) => thresholdOf(chances[pattern]));
  return { none: none!, right: right!, wrong: wrong!, both: both! };
}

/** Photons of a pulse that reach no detector: Poisson, whatever arrived. */
export function lostPhotons({ levels, streams }: WeakSource, level: number, pulse: number): number {
  const { meanPhotonNumber, arriving } = levels[level]!;
  return poissonAtLeast(0, meanPhotonNumber - arriving, uniformAt(streams.photons, 0, pulse));
}

/** What is known of a pulse that its photon number rests on. */
export interface Arrived {
  readonly pulse: number;
  readonly level: number;
  readonly litZero: boolean;
  readonly litOne: boolean;
  /** The detector that the state belongs to; null where it was measured in another basis. */
  readonly right: 0 | 1 | null;
  /** Eve holds one of its photons. */
  readonly held: boolean;
}

/** Photons that the pulse had as it left its maker: those lost, and at least one for each lit detector. */
export function photonNumber(source: WeakSource, arrived: Arrived): number {
  const { level, pulse, litZero, litOne, right } = arrived;
  const { arriving } = source.levels[level]!;
  if (source.splitting !== null) return photonsOfSplit(source, source.splitting, arrived);
  const at = (detector: 0 | 1) => {
    if (right === null) return arriving / 2;
    return arriving * (right === detector ? 1 - source.misalignment : source.misalignment);
  };
  const inside = (detector: 0 | 1) =>
    poissonAtLeast(1, at(detector), uniformAt(source.streams.photons, 1 + detector, pulse));
  return lostPhotons(source, level, pulse) + (litZero ? inside(0) : 0) + (litOne ? inside(1) : 0);
}

/** Whether Eve holds a photon of a pulse that no detector saw, where such pulses have no lane. */
export function holdsOfLost(
  { levels, streams }: WeakSource,
  level: number,
  pulse: number,
): boolean {
  const { held } = levels[level]!;
  return held !== null && uniformAt(streams.photons, 4, pulse) * CERTAIN < held.equalBases.none;
}

/** Photons of a pulse of which nothing is known but its strength. */
export function anyPhotons({ levels, streams }: WeakSource, level: number, pulse: number): number {
  return poissonAtLeast(0, levels[level]!.meanPhotonNumber, uniformAt(streams.photons, 0, pulse));
}

/**
 * The same of a pulse that Eve measures. `sends`: the chance that she sends a faked state on a result,
 * if she is known to have sent none; null: she has sent one.
 */
export function measuredPhotons(
  { levels, streams }: WeakSource,
  level: number,
  pulse: number,
  sends: number | null,
): number {
  const { meanPhotonNumber } = levels[level]!;
  const any = chanceOfAny(meanPhotonNumber);
  const silent = sends === null ? 1 : (any * (1 - sends)) / (1 - any * sends);
  if (uniformAt(streams.photons, 4, pulse) >= silent) return 0;
  return poissonAtLeast(1, meanPhotonNumber, uniformAt(streams.photons, 3, pulse));
}

function photonsOfSplit(
  { levels, streams }: WeakSource,
  { rule, line }: Splitting,
  { level, pulse, litZero, litOne, right, held }: Arrived,
): number {
  const lit = right === 1 ? litOne : litZero;
  const other = right === 1 ? litZero : litOne;
  const pattern = lit ? (other ? 'both' : 'right') : other ? 'wrong' : 'none';
  const seen = { held, equalBases: right !== null, pattern } as const;
  const { meanPhotonNumber } = levels[level]!;
  return splitPhotons(meanPhotonNumber, seen, rule, line, uniformAt(streams.photons, 3, pulse));
}

/** A number 0…1 − 2⁻⁵³ that belongs to this pulse. */
function uniformAt(stream: Stream, purpose: number, pulse: number): number {
  const high = wordAt(stream, 2 * purpose, pulse) >>> 0;
  const low = wordAt(stream, 2 * purpose + 1, pulse) >>> 11;
  return (high * 2 ** 21 + low) / 2 ** 53;
}

/**
 * A laser in place of single photons: how strong its pulses are, what each strength does at Bob's
 * detectors, and how many photons any one pulse had.
 */
import type { SeenOdds } from '../../core/optics/mismatch.ts';
import type { WeakOdds } from '../../core/optics/weak.ts';
import { chanceSeen, poissonAtLeast, weakErrorRate, weakLaw } from '../../core/optics/weak-law.ts';
import { thresholdOf } from '../../core/random/events.ts';
import { type Stream, wordAt } from '../../core/random/streams.ts';
import type { ExchangeConfig } from '../config.ts';

/** One strength of pulse. */
export interface Level {
  readonly meanPhotonNumber: number;
  /** That a pulse has it. */
  readonly probability: number;
  /** Photons that would click, on average: through the line and the detector. */
  readonly arriving: number;
  readonly odds: WeakOdds;
  /** Arrival of this level over that of the signal, as a threshold. */
  readonly accepted: number;
  /** That the weaker of two unequal detectors sees light. */
  readonly seen: SeenOdds;
  /** Wrong results among its arriving pulses, bases equal. */
  readonly errorRate: number;
}

export interface WeakSource {
  /** The signal first, then the decoys, strongest first. */
  readonly levels: readonly Level[];
  readonly misalignment: number;
  /** Falling thresholds of random/choices.ts: a pulse is decoy j or weaker. */
  readonly thresholds: readonly number[];
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
): WeakSource {
  const { transmittance, misalignment, mismatch } = line;
  // Added from the weakest on, as the thresholds are.
  const tails = decoys.map((_, j) =>
    decoys.slice(j).reduceRight((sum, { probability }) => sum + probability, 0),
  );
  const signal = { meanPhotonNumber, probability: 1 - (tails[0] ?? 0) };
  const strongest = weakLaw(meanPhotonNumber * transmittance, misalignment).arrival;
  const levels = [signal, ...decoys].map((level) => {
    const arriving = level.meanPhotonNumber * transmittance;
    const law = weakLaw(arriving, misalignment);
    return {
      ...level,
      arriving,
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
    };
  });
  return { levels, misalignment, thresholds: tails.map(thresholdOf), streams };
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
}

/** Photons that the pulse had as it left its maker: those lost, and at least one for each lit detector. */
export function photonNumber(source: WeakSource, arrived: Arrived): number {
  const { level, pulse, litZero, litOne, right } = arrived;
  const { arriving } = source.levels[level]!;
  const at = (detector: 0 | 1) => {
    if (right === null) return arriving / 2;
    return arriving * (right === detector ? 1 - source.misalignment : source.misalignment);
  };
  const inside = (detector: 0 | 1) =>
    poissonAtLeast(1, at(detector), uniformAt(source.streams.photons, 1 + detector, pulse));
  return lostPhotons(source, level, pulse) + (litZero ? inside(0) : 0) + (litOne ? inside(1) : 0);
}

/** A number 0…1 − 2⁻⁵³ that belongs to this pulse. */
function uniformAt(stream: Stream, purpose: number, pulse: number): number {
  const high = wordAt(stream, 2 * purpose, pulse) >>> 0;
  const low = wordAt(stream, 2 * purpose + 1, pulse) >>> 11;
  return (high * 2 ** 21 + low) / 2 ** 53;
}

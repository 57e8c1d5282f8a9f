/**
 * How long a key may be, from figures that both ends know: which formula, and the counts for it.
 *
 *   single photons   per basis: errors tested in one bound what Eve may know of the other's bits
 *   weak pulses      the same, and only of bits shown to come from pulses that could not be split
 *
 * `single-photons-assumed` reckons weak pulses as single photons. It is wrong, and there to be caught.
 */
import {
  asymptoticLength,
  type BothBases,
  finiteKeyErrorLimit,
  finiteKeyLength,
  type LengthBudget,
} from '../../core/amplification/length.ts';
import { chanceOfAny } from '../../core/elementary/chance.ts';
import { binaryEntropy } from '../../core/elementary/entropy.ts';
import { reflectedAt } from '../channels/full-plan.ts';
import type { RunConfig } from '../config.ts';
import type { BasisCounts, IntensityCounts } from '../intensity-counts.ts';
import type { Light } from './light.ts';
import {
  type IntensityEvidence,
  weakAsymptoticLength,
  weakErrorLimit,
  weakFiniteKeyLength,
} from './weak-length.ts';

/** Kept and tested bits, as both ends know them. */
export interface KeyEvidence {
  readonly bases: BothBases;
  /** The same bits by intensity, strongest first; null for single photons. */
  readonly intensities: readonly IntensityEvidence[] | null;
}

/**
 * Photons that the fibre bears in the time of one pulse: 10²⁰ a second (12.8 W at 1550 nm) at a clock
 * of 10⁹ pulses a second. Lucamarini et al., PRX 5 (2015) 031030.
 */
const BRIGHTEST = 1e11;

/**
 * What an isolated box may still tell by reflected light: Holevo's bound on a bit carried as phase 0 or
 * π of μ photons, h(½(1 − e^(−2μ))) of every bit. Who has no isolator does not know what it tells, and
 * pays nothing.
 */
function reflectedBits({ devices }: Pick<RunConfig, 'devices'>, inputBits: number): number {
  if (!devices.fixes.includes('isolator')) return 0;
  const told = chanceOfAny(2 * reflectedAt(devices, BRIGHTEST)) / 2;
  return Math.ceil(inputBits * binaryEntropy(told));
}

/** `leakedBits`: parities said in public. phaseErrorBits holds what the box may tell. */
export function budgetOf(
  config: Pick<RunConfig, 'amplification' | 'exchange' | 'devices'>,
  evidence: KeyEvidence,
  leakedBits: number,
): LengthBudget {
  const budget = budgetOfLight(config, evidence, leakedBits);
  const told = reflectedBits(config, budget.inputBits);
  if (told === 0) return budget;
  return {
    ...budget,
    phaseErrorBits: budget.phaseErrorBits + told,
    outputBits: Math.max(0, budget.outputBits - told),
  };
}

function budgetOfLight(
  { amplification, exchange }: Pick<RunConfig, 'amplification' | 'exchange'>,
  { bases, intensities }: KeyEvidence,
  leakedBits: number,
): LengthBudget {
  const { accounting, failure } = amplification;
  if (intensities === null || accounting === 'single-photons-assumed') {
    return accounting === 'finite-key'
      ? finiteKeyLength(bases, leakedBits, failure)
      : asymptoticLength(bases, leakedBits);
  }
  return accounting === 'finite-key'
    ? weakFiniteKeyLength(intensities, leakedBits, failure)
    : weakAsymptoticLength(intensities, exchange.basisBias, leakedBits);
}

/** What Correct leaks above the Shannon limit, where it has not run. */
export const EXPECTED_EFFICIENCY = 1.05;

/** Error rate in the test above which a run of these sizes has no key left; null with other accounting. */
export function errorLimitOf(
  { amplification }: Pick<RunConfig, 'amplification'>,
  { bases, intensities }: KeyEvidence,
): number | null {
  const { method, accounting, failure } = amplification;
  if (method === 'none' || accounting !== 'finite-key') return null;
  return intensities === null
    ? finiteKeyErrorLimit(bases, failure, EXPECTED_EFFICIENCY)
    : weakErrorLimit(intensities, failure, EXPECTED_EFFICIENCY);
}

export function evidenceOf(light: Pick<Light, 'tally' | 'byIntensity'>): KeyEvidence {
  return {
    bases: basesOf(light),
    intensities: light.byIntensity?.map(intensityEvidence) ?? null,
  };
}

/** Kept and tested bits of each basis. */
function basesOf({ tally }: Pick<Light, 'tally'>): BothBases {
  return {
    rectilinear: {
      keyBits: tally.siftedRectilinear - tally.testedRectilinear,
      tested: tally.testedRectilinear,
      testErrors: tally.testErrorsRectilinear,
    },
    diagonal: {
      keyBits: tally.sifted - tally.siftedRectilinear - (tally.tested - tally.testedRectilinear),
      tested: tally.tested - tally.testedRectilinear,
      testErrors: tally.testErrors - tally.testErrorsRectilinear,
    },
  };
}

function intensityEvidence(counts: IntensityCounts): IntensityEvidence {
  const { meanPhotonNumber, probability, sent } = counts;
  const evidence = ({ sifted, tested, testErrors }: BasisCounts) => ({
    keyBits: sifted - tested,
    tested,
    testErrors,
  });
  return {
    meanPhotonNumber,
    probability,
    sent,
    rectilinear: evidence(counts.rectilinear),
    diagonal: evidence(counts.diagonal),
  };
}

/**
 * Mean counts of runs in place of executed ones, and the rates that their accounting gives.
 *
 * The sample and the decoys are paid for here, as a run pays for them; textbook curves give both away.
 * Rates are secret bits per pulse sent; zero or less: no key.
 */
import type { BasisEvidence, LengthBudget } from '../../core/amplification/length.ts';
import type { Line } from '../../core/decoys/line.ts';
import { binaryEntropy } from '../../core/elementary/entropy.ts';
import {
  type IntensityEvidence,
  weakAsymptoticLength,
  weakFiniteKeyLength,
} from '../link/weak-length.ts';

/** One strength of pulse, and how often Alice picks it. */
export interface Intensity {
  readonly meanPhotonNumber: number;
  readonly probability: number;
}

/** What Alice and Bob do in a run. */
export interface RunModel {
  readonly pulses: number;
  /** Strongest first; probabilities add up to 1. */
  readonly intensities: readonly Intensity[];
  /** Chance that Alice, and Bob, choose the rectilinear basis. */
  readonly basisBias: number;
  /** Part of the sifted bits that is compared and thrown away. */
  readonly sampleFraction: number;
  /** Bits said in public to correct, over the Shannon limit. */
  readonly correction: number;
}

/** A signal and its decoys: the signal takes what probability they leave. */
export function withDecoys(signal: number, decoys: readonly Intensity[]): readonly Intensity[] {
  const probability = decoys.reduce((left, decoy) => left - decoy.probability, 1);
  return [{ meanPhotonNumber: signal, probability }, ...decoys];
}

/** Mean counts of a run over this line, as `length.ts` takes them; not rounded. */
export function expectedEvidence(
  line: Line,
  run: Omit<RunModel, 'correction'>,
): readonly IntensityEvidence[] {
  return run.intensities.map(({ meanPhotonNumber, probability }) => {
    const sent = run.pulses * probability;
    const { gain, error } = line.pulse(meanPhotonNumber);
    const of = (chosen: number): BasisEvidence => {
      const sifted = sent * chosen * chosen;
      const sampled = sifted * run.sampleFraction;
      return {
        keyBits: (sifted - sampled) * gain,
        tested: sampled * gain,
        testErrors: sampled * error,
      };
    };
    return {
      meanPhotonNumber,
      probability,
      sent,
      rectilinear: of(run.basisBias),
      diagonal: of(1 - run.basisBias),
    };
  });
}

/** Pulses of a run so long that whole bits do not show in its rate. */
export const ENDLESS = 2 ** 50;

/** Secret bits per pulse with bounds that know nothing of chance, as `weakAsymptoticLength`. */
export function endlessRate(line: Line, run: Omit<RunModel, 'pulses'>): number {
  const endless = { ...run, pulses: ENDLESS };
  const evidence = expectedEvidence(line, endless);
  return perPulse(
    weakAsymptoticLength(evidence, run.basisBias, leakOf(evidence, run.correction)),
    ENDLESS,
  );
}

/**
 * Secret bits per pulse with bounds for a run of this size, as `weakFiniteKeyLength`; null unless two
 * decoys fit their signal. `failure`: ε_sec.
 */
export function finiteRate(line: Line, run: RunModel, failure: number): number | null {
  const evidence = expectedEvidence(line, run);
  const budget = weakFiniteKeyLength(evidence, leakOf(evidence, run.correction), failure);
  return budget.weak?.missing === null ? perPulse(budget, run.pulses) : null;
}

/** Bits said in public to correct the kept bits of all intensities as one string, `correction` times the least. */
export function leakOf(evidence: readonly IntensityEvidence[], correction: number): number {
  let keyBits = 0;
  let tested = 0;
  let wrong = 0;
  for (const { rectilinear, diagonal } of evidence) {
    keyBits += rectilinear.keyBits + diagonal.keyBits;
    tested += rectilinear.tested + diagonal.tested;
    wrong += rectilinear.testErrors + diagonal.testErrors;
  }
  return tested === 0 ? 0 : correction * keyBits * binaryEntropy(wrong / tested);
}

/** What is left, below zero too, so that a chart finds where it crosses. */
export function perPulse(budget: LengthBudget, pulses: number): number {
  const { inputBits, phaseErrorBits, leakedBits, marginBits } = budget;
  return (inputBits - phaseErrorBits - leakedBits - marginBits) / pulses;
}

import { describe, expect, test } from 'vitest';
import type { BasisEvidence, LengthBudget } from '../../core/amplification/length.ts';
import { type Line, thresholdLine } from '../../core/decoys/line.ts';
import { decibelsToTransmittance } from '../../core/elementary/exponential.ts';
import type { RunConfig } from '../config.ts';
import { configFromDifferences } from '../config-parse.ts';
import { expectedEvidence } from '../distance/evidence.ts';
import { runConfig } from '../execute.ts';
import type { IntensityCounts } from '../intensity-counts.ts';
import type { Run } from '../run.ts';
import {
  type IntensityEvidence,
  weakAsymptoticLength,
  weakFiniteKeyLength,
} from './weak-length.ts';

function configOf(differences: Readonly<Record<string, unknown>>): RunConfig {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
}
const runOf = (differences: Readonly<Record<string, unknown>>) => runConfig(configOf(differences));

/** A fibre, and detectors of twenty per cent with a dark click in a million. */
const box = {
  'exchange.source': 'weak-coherent',
  'channel.flipProbability': 0.01,
  'detector.efficiency': 0.2,
  'detector.darkCountProbability': 1e-6,
};
const decoys = [
  { meanPhotonNumber: 0.15, probability: 0.25 },
  { meanPhotonNumber: 0, probability: 0.15 },
];
const lineAt = (km: number): Line =>
  thresholdLine({
    transmittance: 0.2 * decibelsToTransmittance(0.2 * km),
    misalignment: 0.01,
    darkCountProbability: 1e-6,
  });

function budgetOf(run: Run): LengthBudget {
  const { shrink } = run.links[0]!;
  if (shrink === null) throw new Error(`no budget: ${run.receipt.verdict}`);
  return shrink.budget;
}

/** Secret bits before what Correct said is paid for, which has no closed form. */
function unpaid({ inputBits, phaseErrorBits, marginBits }: LengthBudget): number {
  return inputBits - phaseErrorBits - marginBits;
}

/** Mean counts of a run that sent these pulses at each intensity. */
function meanEvidence(line: Line, byIntensity: readonly IntensityCounts[], basisBias: number) {
  return byIntensity.flatMap(({ sent, probability, meanPhotonNumber }) =>
    expectedEvidence(line, {
      pulses: sent / probability,
      intensities: [{ meanPhotonNumber, probability }],
      basisBias,
      sampleFraction: 0.25,
    }),
  );
}

/**
 * Standard error of a length: each count moves by the root of its mean, independently, and the length
 * with it as its slope says. Clicks are a small part of the pulses, so their chance is Poisson's.
 */
function standardError(
  length: (evidence: readonly IntensityEvidence[]) => number,
  evidence: readonly IntensityEvidence[],
): number {
  let variance = 0;
  evidence.forEach((one, k) => {
    for (const basis of ['rectilinear', 'diagonal'] as const) {
      const of = one[basis];
      const right = of.tested - of.testErrors;
      const moved: readonly [number, BasisEvidence][] = [
        [of.keyBits, { ...of, keyBits: of.keyBits + Math.sqrt(of.keyBits) }],
        [right, { ...of, tested: of.tested + Math.sqrt(right) }],
        [
          of.testErrors,
          {
            ...of,
            tested: of.tested + Math.sqrt(of.testErrors),
            testErrors: of.testErrors + Math.sqrt(of.testErrors),
          },
        ],
      ];
      for (const [mean, to] of moved) {
        if (mean === 0) continue;
        variance += (length(evidence.with(k, { ...one, [basis]: to })) - length(evidence)) ** 2;
      }
    }
  });
  return Math.sqrt(variance);
}

describe('executed runs lie on their curves', () => {
  test.each([0, 20, 50, 80])('gains and error rates of every intensity, %d km', (km) => {
    const run = runOf({
      ...box,
      'channel.lengthKm': km,
      'exchange.photons': 20_000_000,
      'exchange.meanPhotonNumber': 0.5,
      'exchange.decoys': decoys,
      'exchange.basisBias': 0.7,
      'amplification.method': 'none',
      'reconciliation.method': 'none',
    });
    for (const one of run.links[0]!.byIntensity!) {
      const { gain, error } = lineAt(km).pulse(one.meanPhotonNumber);
      const near = (got: number, n: number, p: number) =>
        expect(Math.abs(got - n * p)).toBeLessThanOrEqual(4 * Math.sqrt(n * p * (1 - p)));
      near(one.detected, one.sent, gain);
      for (const [counts, both] of [
        [one.rectilinear, 0.7 ** 2],
        [one.diagonal, 0.3 ** 2],
      ] as const) {
        near(counts.sifted, one.sent, both * gain);
        near(counts.errors, one.sent, both * error);
        near(counts.testErrors, one.sent, (both * error) / 4);
      }
    }
  });

  const lengths = {
    asymptotic: (evidence: readonly IntensityEvidence[]) =>
      unpaid(weakAsymptoticLength(evidence, 0.5, 0)),
    'finite-key': (evidence: readonly IntensityEvidence[]) =>
      unpaid(weakFiniteKeyLength(evidence, 0, 1e-10)),
  };

  test.each([
    [0, 'asymptotic', 10_000_000],
    [20, 'asymptotic', 20_000_000],
    [50, 'asymptotic', 40_000_000],
    [80, 'asymptotic', 80_000_000],
    [0, 'finite-key', 20_000_000],
    [20, 'finite-key', 80_000_000],
  ] as const)('the length with two decoys, %d km, %s', (km, accounting, photons) => {
    const run = runOf({
      ...box,
      'channel.lengthKm': km,
      'exchange.photons': photons,
      'exchange.meanPhotonNumber': 0.5,
      'exchange.decoys': decoys,
      'amplification.accounting': accounting,
    });
    const mean = meanEvidence(lineAt(km), run.links[0]!.byIntensity!, 0.5);
    const length = lengths[accounting];
    const error = standardError(length, mean);
    const got = unpaid(budgetOf(run));
    // Less than a tenth of the length, so that the comparison says something.
    expect(error).toBeLessThan(0.1 * length(mean));
    expect(
      Math.abs(got - length(mean)),
      `${got}, expected ${length(mean)} ± ${error}`,
    ).toBeLessThan(4 * error);
    expect(run.receipt.verdict).toBe('key');
    expect(run.receipt.keys.alice!.bits).toBe(run.receipt.amplification!.outputBits);
  });

  test.each([
    [0, 0.05],
    [10, 0.02],
  ])('the length without decoys, %d km, μ = %d', (km, mu) => {
    const run = runOf({
      ...box,
      'channel.lengthKm': km,
      'exchange.photons': 20_000_000,
      'exchange.meanPhotonNumber': mu,
      'amplification.accounting': 'asymptotic',
    });
    const mean = meanEvidence(lineAt(km), run.links[0]!.byIntensity!, 0.5);
    const error = standardError(lengths.asymptotic, mean);
    const budget = budgetOf(run);
    expect(budget.weak!.bounds).toBe('tagged');
    expect(error).toBeLessThan(0.1 * lengths.asymptotic(mean));
    expect(Math.abs(unpaid(budget) - lengths.asymptotic(mean))).toBeLessThan(4 * error);
    expect(run.receipt.verdict).toBe('key');
  });
});

describe('weak pulses without decoys at 10 dB', () => {
  const strong = {
    ...box,
    'exchange.photons': 4_000_000,
    'exchange.meanPhotonNumber': 0.5,
    'channel.lossDb': 10,
    'detector.efficiency': 1,
  };
  const with_ = (accounting: string) =>
    runOf({ ...strong, 'amplification.accounting': accounting });

  test('have no key by any honest reckoning', () => {
    for (const accounting of ['asymptotic', 'finite-key']) {
      const run = with_(accounting);
      expect(run.receipt.verdict).toBe('stopped-short');
      const { inputBits, outputBits, weak } = budgetOf(run);
      expect(outputBits).toBe(0);
      expect(weak!.unshownBits).toBe(inputBits);
      expect(weak!.missing).toBe(accounting === 'finite-key' ? 'two-decoys' : null);
    }
  });

  test('have one if each is taken for a single photon', () => {
    const run = with_('single-photons-assumed');
    expect(run.receipt.verdict).toBe('key');
    expect(budgetOf(run).weak).toBeNull();
    // Nearly all of it: one per cent of errors, and nothing else to pay for.
    const { inputBits, outputBits } = budgetOf(run);
    expect(outputBits / inputBits).toBeGreaterThan(0.8);
  });

  test('name the error rate they could stand only with two decoys', () => {
    expect(with_('finite-key').links[0]!.finiteLimit).toBe(0);
    const two = runOf({ ...strong, 'exchange.photons': 60_000_000, 'exchange.decoys': decoys });
    const limit = two.links[0]!.finiteLimit!;
    expect(limit).toBeGreaterThan(two.receipt.qber.estimated!);
    expect(limit).toBeLessThan(0.11);
  });
});

test('single photons are reckoned as before, decoys or not, and assuming them changes nothing', () => {
  const of = (accounting: string, more = {}) => {
    const run = runOf({
      'amplification.accounting': accounting,
      'channel.flipProbability': 0.02,
      ...more,
    });
    expect(budgetOf(run).weak).toBeNull();
    return run.receipt.amplification;
  };
  expect(of('single-photons-assumed')).toEqual(of('asymptotic'));
  expect(of('finite-key', { 'exchange.decoys': decoys })).toEqual(of('finite-key'));
});

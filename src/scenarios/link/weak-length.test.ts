import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { twoDecoyEvidence } from '../../core/decoys/finite.ts';
import { backgroundLine, thresholdLine } from '../../core/decoys/line.ts';
import { decoyRate, taggedRate } from '../../core/decoys/rates.ts';
import { binaryEntropy } from '../../core/elementary/entropy.ts';
import { expectedEvidence, finiteRate } from '../distance/evidence.ts';
import {
  type IntensityEvidence,
  weakAsymptoticLength,
  weakErrorLimit,
  weakFiniteKeyLength,
} from './weak-length.ts';

const line = thresholdLine({ transmittance: 0.1, misalignment: 0.01, darkCountProbability: 1e-6 });
const decoys = [
  { meanPhotonNumber: 0.5, probability: 0.7 },
  { meanPhotonNumber: 0.1, probability: 0.2 },
  { meanPhotonNumber: 0, probability: 0.1 },
];
const run = {
  pulses: 1e9,
  intensities: decoys,
  basisBias: 0.5,
  sampleFraction: 0.25,
  correction: 1.16,
};
const rounded = (evidence: readonly IntensityEvidence[]) =>
  evidence.map((one) => {
    const basis = (of: IntensityEvidence['diagonal']) => ({
      keyBits: Math.round(of.keyBits),
      tested: Math.round(of.tested),
      testErrors: Math.round(of.testErrors),
    });
    return {
      ...one,
      sent: Math.round(one.sent),
      rectilinear: basis(one.rectilinear),
      diagonal: basis(one.diagonal),
    };
  });
const real = rounded(expectedEvidence(line, run));
/** Eve blocks every single photon and lets the others through whole: as many clicks, no errors. */
const splitBy = (evidence: readonly IntensityEvidence[]) =>
  evidence.map((one) => {
    const mu = one.meanPhotonNumber;
    const sifted = Math.round(one.sent * 0.25 * (1 - Math.exp(-mu) * (1 + mu)));
    const tested = Math.round(sifted / 4);
    const basis = { keyBits: sifted - tested, tested, testErrors: 0 };
    return { ...one, rectilinear: basis, diagonal: basis };
  });

const count = fc.nat(1_000_000);
const basis = fc
  .record({ keyBits: count, tested: count, share: fc.double({ min: 0, max: 0.5, noNaN: true }) })
  .map(({ keyBits, tested, share }) => ({
    keyBits,
    tested,
    testErrors: Math.floor(share * tested),
  }));
const anything = fc
  .tuple(basis, basis, basis, basis, basis, basis, fc.nat(1_000_000))
  .map(([a, b, c, d, e, f, spare]): readonly IntensityEvidence[] =>
    [
      [a, b],
      [c, d],
      [e, f],
    ].map(([rectilinear, diagonal], k) => ({
      ...decoys[k]!,
      sent: 8_000_000 + spare,
      rectilinear: rectilinear!,
      diagonal: diagonal!,
    })),
  );

test('a budget adds up in whole bits and never counts more than there is', () => {
  fc.assert(
    fc.property(anything, fc.nat(500_000), (evidence, leaked) => {
      for (const budget of [
        weakAsymptoticLength(evidence, 0.5, leaked),
        weakAsymptoticLength(evidence.slice(0, 1), 0.5, leaked),
        weakFiniteKeyLength(evidence, leaked, 1e-10),
        weakFiniteKeyLength(evidence.slice(0, 2), leaked, 1e-10),
      ]) {
        const { inputBits, phaseErrorBits, leakedBits, marginBits, outputBits } = budget;
        for (const bits of [inputBits, phaseErrorBits, marginBits, outputBits]) {
          expect(Number.isInteger(bits)).toBe(true);
        }
        const left = inputBits - phaseErrorBits - leakedBits - marginBits;
        expect(outputBits).toBe(Math.max(0, left));
        expect(phaseErrorBits).toBeGreaterThanOrEqual(0);
        expect(outputBits).toBeLessThanOrEqual(inputBits);
        expect(budget.rectilinear.keyBits + budget.diagonal.keyBits).toBe(inputBits);
        const { unshownBits, rectilinear, diagonal } = budget.weak!;
        expect(unshownBits).toBeGreaterThanOrEqual(0);
        for (const [name, shown] of Object.entries({ rectilinear, diagonal })) {
          const { keyBits } = budget[name as 'rectilinear' | 'diagonal'];
          expect(shown.vacuumBits + shown.singleBits).toBeLessThanOrEqual(keyBits + 1e-6);
        }
      }
    }),
    { numRuns: 300, seed: 1984 },
  );
});

test('errors of one basis cost bits of the other, whatever the bounds', () => {
  const crossed = real.map((one) => ({
    ...one,
    rectilinear: { ...one.rectilinear, testErrors: 0 },
    diagonal: { ...one.diagonal, testErrors: Math.round(0.05 * one.diagonal.tested) },
  }));
  for (const budget of [
    weakAsymptoticLength(crossed, 0.5, 0),
    weakFiniteKeyLength(crossed, 0, 1e-10),
    weakAsymptoticLength(weak(crossed), 0.5, 0),
  ]) {
    expect(budget.rectilinear.observed!).toBeCloseTo(0.05, 3);
    expect(budget.diagonal.observed!).toBe(0);
    expect(budget.rectilinear.bound!).toBeGreaterThan(0.05);
    expect(budget.diagonal.bound!).toBeLessThan(0.01);
  }
});

/** A signal alone, so weak that tagging leaves much of it: a tenth of the pulses as strong. */
const weak = (evidence: readonly IntensityEvidence[]) => [
  { ...evidence[0]!, meanPhotonNumber: 0.05, probability: 1 },
];

test('without decoys each basis pays for the pulses that both sent in it', () => {
  const biased = {
    ...run,
    basisBias: 0.8,
    intensities: [{ meanPhotonNumber: 0.05, probability: 1 }],
  };
  const [honest] = expectedEvidence(line, biased);
  const tagged = 1 - Math.exp(-0.05) * 1.05;
  const clear = 1 - tagged / line.pulse(0.05).gain;
  const budget = weakAsymptoticLength([honest!], 0.8, 0);
  for (const name of ['rectilinear', 'diagonal'] as const) {
    expect(budget.weak![name].singleBits / budget[name].keyBits).toBeCloseTo(clear, 9);
  }
  // Half of the diagonal bits are missing: twice the share of them may be tagged, and took the errors.
  const { keyBits, tested, testErrors } = honest!.diagonal;
  const half = { keyBits: keyBits / 2, tested: tested / 2, testErrors: testErrors / 2 };
  const fewer = weakAsymptoticLength([{ ...honest!, diagonal: half }], 0.8, 0);
  const left = 1 - (2 * tagged) / line.pulse(0.05).gain;
  expect(fewer.weak!.diagonal.singleBits / fewer.diagonal.keyBits).toBeCloseTo(left, 9);
  expect(fewer.weak!.rectilinear.singleBits / fewer.rectilinear.keyBits).toBeCloseTo(clear, 9);
  expect(fewer.rectilinear.bound! / (testErrors / tested / left)).toBeCloseTo(1, 9);
  expect(fewer.diagonal.bound! / (testErrors / tested / clear)).toBeCloseTo(1, 9);
});

describe('an endless run', () => {
  test('without decoys has the length of the published rate', () => {
    const model = backgroundLine({ transmittance: 0.5, misalignment: 0.01, background: 1e-6 });
    const mu = 0.2;
    const evidence = expectedEvidence(model, {
      ...run,
      pulses: 1e12,
      intensities: [{ meanPhotonNumber: mu, probability: 1 }],
      sampleFraction: 1e-3,
    });
    const kept = evidence[0]!.rectilinear.keyBits + evidence[0]!.diagonal.keyBits;
    const { gain, error } = model.pulse(mu);
    const leaked = 1.16 * kept * binaryEntropy(error / gain);
    const { outputBits, weak } = weakAsymptoticLength(evidence, 0.5, leaked);
    // Per pulse whose bit was not tested.
    const rate = taggedRate(model, mu, { sifting: 0.5, efficiency: 1.16 });
    expect(outputBits / (1e12 * (1 - 1e-3)) / rate).toBeCloseTo(1, 8);
    expect(weak).toMatchObject({ bounds: 'tagged', missing: null });
  });

  test('with a vanishing part of decoys has the length of the published rate', () => {
    const evidence = expectedEvidence(line, {
      ...run,
      pulses: 1e15,
      sampleFraction: 1e-3,
      intensities: decoys.map((one, k) => ({
        ...one,
        probability: [1 - 2e-7, 1e-7, 1e-7][k]!,
      })),
    });
    const { gain, error } = line.pulse(0.5);
    const kept = 0.5 * 1e15 * (1 - 1e-3) * gain;
    const leaked = 1.16 * kept * binaryEntropy(error / gain);
    const { outputBits, weak } = weakAsymptoticLength(evidence, 0.5, leaked);
    const rate = decoyRate(
      line,
      { signal: 0.5, decoys: [0.1, 0] },
      { sifting: 0.5, efficiency: 1.16 },
    );
    expect(outputBits / (1e15 * (1 - 1e-3)) / rate).toBeCloseTo(1, 5);
    expect(weak).toMatchObject({ bounds: 'decoys', missing: null });
  });

  test('cannot be split without the decoys noticing', () => {
    expect(weakAsymptoticLength(real, 0.5, 0).outputBits).toBeGreaterThan(0);
    expect(weakAsymptoticLength(splitBy(real), 0.5, 0).outputBits).toBe(0);
  });

  test('takes a dark decoy alone for none', () => {
    const two = [real[0]!, real[2]!];
    expect(weakAsymptoticLength(two, 0.5, 0).weak!.bounds).toBe('tagged');
    expect(weakAsymptoticLength([real[0]!, real[1]!], 0.5, 0).weak!.bounds).toBe('decoys');
  });
});

describe('a run of finite size', () => {
  test('is reckoned twice, each basis tested by the other, each with half of the failure', () => {
    const leaked = 400_000;
    const { outputBits, rectilinear, diagonal } = weakFiniteKeyLength(real, leaked, 1e-10);
    const part = (key: 'rectilinear' | 'diagonal', test: 'rectilinear' | 'diagonal') => {
      const counts = real.map((one) => ({
        meanPhotonNumber: one.meanPhotonNumber,
        probability: one.probability,
        keyBits: one[key].keyBits,
        tested: one[test].tested,
        testErrors: one[test].testErrors,
      }));
      const { vacuum, single, phaseError } = twoDecoyEvidence(counts, 5e-11);
      return vacuum + single * (1 - binaryEntropy(phaseError)) - 6 * Math.log2(42e10);
    };
    const length =
      part('rectilinear', 'diagonal') +
      part('diagonal', 'rectilinear') -
      leaked -
      Math.log2(2 / 1e-15);
    expect(outputBits).toBeGreaterThan(0);
    expect(Math.abs(outputBits - Math.floor(length))).toBeLessThanOrEqual(1);
    expect(rectilinear.bound!).toBeGreaterThan(rectilinear.observed!);
    expect(diagonal.mu).toBeNull();
  });

  test('has less than an endless one, and nothing once it is short', () => {
    const leaked = 400_000;
    expect(weakFiniteKeyLength(real, leaked, 1e-10).outputBits).toBeLessThan(
      weakAsymptoticLength(real, 0.5, leaked).outputBits,
    );
    const short = rounded(expectedEvidence(line, { ...run, pulses: 1e6 }));
    const budget = weakFiniteKeyLength(short, 0, 1e-10);
    expect(budget.outputBits).toBe(0);
    expect(budget.weak).toMatchObject({ missing: null, unshownBits: budget.inputBits });
    expect(budget.rectilinear.bound).toBeNull();
  });

  test('counts a basis whose test shows nothing as nothing, not below', () => {
    const untested = real.map((one) => ({
      ...one,
      diagonal: { ...one.diagonal, tested: 0, testErrors: 0 },
    }));
    const both = weakFiniteKeyLength(untested, 0, 1e-10);
    expect(both.outputBits).toBeGreaterThan(0);
    expect(both.rectilinear.bound).toBe(0.5);
    expect(both.diagonal.bound!).toBeLessThan(0.1);
    // Only the margin of the diagonal bits, which the rectilinear ones bound.
    expect(both.marginBits).toBe(Math.ceil(6 * Math.log2(42e10) + Math.log2(2 / 1e-15)));
  });

  test('says why without two decoys there is nothing', () => {
    const why = (evidence: readonly IntensityEvidence[]) => {
      const { outputBits, weak } = weakFiniteKeyLength(evidence, 0, 1e-10);
      expect(outputBits).toBe(0);
      return weak!.missing;
    };
    expect(why(real.slice(0, 1))).toBe('two-decoys');
    expect(why(real.slice(0, 2))).toBe('two-decoys');
    const strong = real.map((one, k) => ({ ...one, meanPhotonNumber: [0.5, 0.4, 0.2][k]! }));
    expect(why(strong)).toBe('stronger-signal');
  });

  test('cannot be split without the decoys noticing', () => {
    expect(weakFiniteKeyLength(splitBy(real), 0, 1e-10).outputBits).toBe(0);
  });

  test('has an error rate beyond which nothing is left, lower the shorter it is', () => {
    const limit = (pulses: number) =>
      weakErrorLimit(rounded(expectedEvidence(line, { ...run, pulses })), 1e-10, 1.05);
    expect(limit(1e6)).toBe(0);
    expect(limit(1e9)).toBeGreaterThan(0.01);
    expect(limit(1e11)).toBeGreaterThan(limit(1e9));
    const at = (rate: number) => {
      const model = thresholdLine({
        transmittance: 0.1,
        misalignment: rate,
        darkCountProbability: 0,
      });
      return finiteRate(model, { ...run, correction: 1.05 }, 1e-10)!;
    };
    // No dark counts, so every intensity has about the one error rate.
    expect(at(limit(1e9) * 0.97)).toBeGreaterThan(0);
    expect(at(limit(1e9) * 1.03)).toBeLessThan(0);
  });
});

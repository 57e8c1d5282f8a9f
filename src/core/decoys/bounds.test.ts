import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { decoyBounds, type Observed } from './bounds.ts';
import { type GysInputs, gysLine } from './gys.fixture.ts';
import { observedOn } from './rates.ts';

test.each([0, 20, 50, 80, 120])('vacuum and weak decoy meet gys.%dkm', (km) => {
  const { inputs, expected } = anchor<
    GysInputs,
    { readonly Y1_lower: number; readonly e1_upper: number }
  >(`gys.${km}km`);
  const line = gysLine(inputs, inputs.L_km);
  const { vacuum, single, singleError } = decoyBounds(
    [inputs.mu, inputs.nu, 0].map((mean) => observedOn(line, mean)),
  );
  expect(Math.abs(vacuum / inputs.Y0 - 1)).toBeLessThan(1e-9);
  expect(Math.abs(single / expected.Y1_lower - 1)).toBeLessThan(1e-9);
  expect(Math.abs(singleError / expected.e1_upper - 1)).toBeLessThan(1e-9);
});

test('how far they are from the truth at 40 km meets gys.dev40', () => {
  const { inputs, expected, tolerance } = anchor<
    GysInputs,
    { readonly Y1_below_percent: number; readonly e1_above_percent: number }
  >('gys.dev40');
  const line = gysLine(inputs, inputs.L_km);
  const bounds = decoyBounds([inputs.mu, inputs.nu, 0].map((mean) => observedOn(line, mean)));
  const { gain, error } = line.single;
  const below = 100 * (1 - bounds.single / gain);
  const above = 100 * (bounds.singleError / (error / gain) - 1);
  expect(Math.abs(below - expected.Y1_below_percent)).toBeLessThan(tolerance.value!);
  expect(Math.abs(above - expected.e1_above_percent)).toBeLessThan(tolerance.value!);
});

/** Whatever Eve does to each photon number: its yield, and the error rate of that yield. */
const channel = fc.array(
  fc.record({
    yield: fc.double({ min: 0, max: 1, noNaN: true }),
    error: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 40, maxLength: 40 },
);
const intensities = fc
  .uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 5 })
  .map((means) => means.map((mean) => mean / 100).sort((a, b) => b - a));

function throughChannel(means: readonly number[], of: readonly { yield: number; error: number }[]) {
  return means.map((mean): Observed => {
    let [gain, error, poisson] = [0, 0, Math.exp(-mean)];
    of.forEach((one, n) => {
      gain += poisson * one.yield;
      error += poisson * one.yield * one.error;
      poisson *= mean / (n + 1);
    });
    return { meanPhotonNumber: mean, gain, error };
  });
}

describe('the bounds', () => {
  test('hold whatever is done to each photon number', () => {
    fc.assert(
      fc.property(intensities, channel, (means, of) => {
        // A click without light is a coin: the only error rate that one decoy relies on.
        const real = of.map((one, n) => (n === 0 ? { ...one, error: 0.5 } : one));
        const bounds = decoyBounds(throughChannel(means, real));
        const one = real[1]!;
        // Differences of near intensities magnify the last digits.
        expect(bounds.vacuum).toBeLessThanOrEqual(real[0]!.yield + 1e-9);
        expect(bounds.single).toBeLessThanOrEqual(one.yield + 1e-9);
        if (bounds.single > 1e-6) {
          expect(bounds.singleError).toBeGreaterThanOrEqual(Math.min(0.5, one.error) - 1e-6);
        }
      }),
      { numRuns: 2000, seed: 1984 },
    );
  });

  test('show single photons on an honest line, and none where every one is blocked', () => {
    const honest = Array.from({ length: 40 }, (_, n) => ({ yield: 1 - 0.9 ** n, error: 0.01 }));
    const split = honest.map((one, n) => ({ ...one, yield: n < 2 ? 0 : 1 }));
    for (const means of [
      [0.5, 0.1, 0],
      [0.5, 0.1],
      [0.6, 0.3, 0.1, 0],
    ]) {
      expect(decoyBounds(throughChannel(means, honest)).single).toBeGreaterThan(0.05);
      expect(decoyBounds(throughChannel(means, split)).single).toBeLessThan(1e-12);
    }
  });

  test('take no fewer than no clicks without light', () => {
    const [signal, strong, weak] = throughChannel(
      [0.5, 0.2, 0.1],
      [
        { yield: 0, error: 0.5 },
        { yield: 0.1, error: 0.02 },
        { yield: 1, error: 0.02 },
      ],
    );
    // ν₁·Q_ν₂·e^ν₂ − ν₂·Q_ν₁·e^ν₁ is below 0 here: two photons click more than twice as often as one.
    const { vacuum, single } = decoyBounds([signal!, strong!, weak!]);
    expect(vacuum).toBe(0);
    const [a, b, c] = [signal!, strong!, weak!].map(
      (one) => one.gain * Math.exp(one.meanPhotonNumber),
    );
    const wanted = (0.5 / (0.05 - 0.04 + 0.01)) * (b! - c! - (0.03 / 0.25) * a!);
    expect(single).toBeCloseTo(wanted, 12);
  });

  test('scale with the unit that gains are counted in', () => {
    const observed = throughChannel(
      [0.5, 0.1, 0],
      [
        { yield: 1e-5, error: 0.5 },
        { yield: 0.1, error: 0.02 },
        { yield: 0.19, error: 0.02 },
      ],
    );
    const counted = observed.map((one) => ({
      ...one,
      gain: 1e6 * one.gain,
      error: 1e6 * one.error,
    }));
    const [bounds, inCounts] = [decoyBounds(observed), decoyBounds(counted)];
    expect(inCounts.single / bounds.single).toBeCloseTo(1e6, 3);
    expect(inCounts.singleError).toBeCloseTo(bounds.singleError, 12);
  });

  test('say nothing without decoys, with dark ones alone, or with two too strong and nothing else', () => {
    const line = gysLine(anchor<GysInputs, unknown>('gys.0km').inputs, 0);
    const seen = (...means: number[]) => decoyBounds(means.map((mean) => observedOn(line, mean)));
    expect(seen(0.5)).toEqual({ vacuum: 0, single: 0, singleError: 0.5 });
    expect(seen(0.5, 0)).toEqual({ vacuum: 0, single: 0, singleError: 0.5 });
    // 0.5 < 0.3 + 0.25: the two together bound nothing, and one of them does.
    expect(seen(0.5, 0.3, 0.25).single).toBeGreaterThan(0);
    // 0.64 = 0.57 + 0.07, but not as rounded numbers.
    const equal = [0.64, 0.57, 0.07].map((mean) => observedOn(line, mean));
    expect(0.64).toBeGreaterThan(0.57 + 0.07);
    expect(decoyBounds(equal).single).toBeLessThan(line.single.gain);
    expect(() => seen(0.1, 0.5)).toThrow(RangeError);
    expect(() => seen(0.5, 0.5)).toThrow(RangeError);
  });
});

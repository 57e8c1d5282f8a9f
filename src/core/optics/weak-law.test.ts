import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { decibelsToTransmittance, exp } from '../elementary/exponential.ts';
import { poissonAtLeast, weakErrorRate, weakLaw } from './weak-law.ts';

const near = (value: number, expected: number, relative = 1e-9) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(relative * Math.abs(expected) + 1e-300);

/** Bases equal: how often light comes to the right detector alone, the wrong one alone, both. */
function patterns(x: number, e: number) {
  const { arrival, flip, both } = weakLaw(x, e);
  const one = arrival * (1 - both.equalBases);
  return { right: one * (1 - flip), wrong: one * flip, both: arrival * both.equalBases };
}

test('with dark counts it is the published model of two threshold detectors at 50 km', () => {
  const { inputs, expected } = anchor<
    { L_km: number; e_d: number; dark: number; eta_det: number; mu: number },
    { coherent: [number, number, number] }
  >('det.model.50km');
  const { e_d: e, dark: d, eta_det, mu, L_km } = inputs;
  const x = mu * eta_det * decibelsToTransmittance(0.2 * L_km);
  const light = patterns(x, e);
  const none = 1 - light.right - light.wrong - light.both;
  const click = 1 - none * (1 - d) ** 2;
  const double = light.both + (light.right + light.wrong) * d + none * d * d;
  const error = light.wrong * (1 - d) + none * d * (1 - d) + double / 2;
  const [gain, qber, doubles] = expected.coherent;
  // none is near 1, so d of it keeps eleven digits or so.
  near(click, gain, 1e-9);
  near(error / click, qber, 1e-9);
  near(double, doubles, 1e-9);
});

describe('for any pulse', () => {
  const mean = fc.oneof(
    fc.double({ min: 0, max: 30, noNaN: true }),
    fc.integer({ min: -60, max: 1 }).map((k) => 2 ** k),
  );
  const misalignment = fc.double({ min: 0, max: 0.5, noNaN: true });

  test('the two detectors’ photons are independent Poisson numbers', () => {
    fc.assert(
      fc.property(mean, misalignment, (x, e) => {
        const { right, wrong, both } = patterns(x, e);
        const silent = { right: exp(-x * (1 - e)), wrong: exp(-x * e) };
        // Absolute, since the reference loses digits where a detector is nearly always silent.
        expect(Math.abs(right - (1 - silent.right) * silent.wrong)).toBeLessThan(1e-15);
        expect(Math.abs(wrong - (1 - silent.wrong) * silent.right)).toBeLessThan(1e-15);
        expect(Math.abs(both - (1 - silent.right) * (1 - silent.wrong))).toBeLessThan(1e-15);
        const law = weakLaw(x, e);
        const half = 1 - exp(-x / 2);
        expect(Math.abs(law.arrival * law.both.otherBases - half * half)).toBeLessThan(1e-15);
      }),
      { seed: 1984, numRuns: 500 },
    );
  });

  test('faint light errs like single photons, bright light in both detectors like a coin', () => {
    fc.assert(
      fc.property(misalignment, (e) => {
        near(weakErrorRate(weakLaw(1e-9, e)), e, 1e-6);
        expect(weakLaw(1e-12, e).arrival / 1e-12).toBeCloseTo(1, 10);
      }),
      { seed: 1984, numRuns: 50 },
    );
    expect(weakErrorRate(weakLaw(200, 0.2))).toBeCloseTo(0.5, 9);
    expect(weakLaw(0, 0.03)).toEqual({
      arrival: 0,
      flip: 0.03,
      both: { equalBases: 0, otherBases: 0 },
    });
  });
});

test('photon numbers by inversion have Poisson’s law, also where one photon is known to be there', () => {
  for (const mean of [0.05, 0.5, 3, 10]) {
    for (const least of [0, 1] as const) {
      const n = 20_000;
      const counts: number[] = [];
      for (let i = 0; i < n; i++) {
        const k = poissonAtLeast(least, mean, (i + 0.5) / n);
        counts[k] = (counts[k] ?? 0) + 1;
      }
      let term = exp(-mean);
      const all = least === 0 ? 1 : 1 - term;
      for (let k = 0; k < 40; k++) {
        // An even grid meets each step of the distribution function to within one point.
        const expected = k < least ? 0 : (n * term) / all;
        expect(Math.abs((counts[k] ?? 0) - expected)).toBeLessThanOrEqual(1.001);
        term *= mean / (k + 1);
      }
    }
  }
  expect(poissonAtLeast(0, 0, 0.999)).toBe(0);
  expect(poissonAtLeast(1, 1e-12, 0.999)).toBe(1);
  expect(poissonAtLeast(0, 10, 1 - 2 ** -53)).toBeLessThan(60);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { type GysInputs, gysLine } from './gys.fixture.ts';
import { thresholdLine } from './line.ts';
import {
  bestSignal,
  bestTaggedSignal,
  decoyRate,
  furthest,
  infiniteDecoyRate,
  multiPhotonProbability,
  singlePhotonRate,
  taggedRate,
} from './rates.ts';

const ofGys = ({ q, f }: GysInputs) => ({ sifting: q, efficiency: f });

test.each([0, 20, 50, 80, 120])('rates per pulse meet gys.%dkm', (km) => {
  const { inputs, expected } = anchor<
    GysInputs,
    { readonly R_vacuum_weak: number; readonly R_infinite: number }
  >(`gys.${km}km`);
  const line = gysLine(inputs, inputs.L_km);
  const { mu, nu } = inputs;
  const bounded = decoyRate(line, { signal: mu, decoys: [nu, 0] }, ofGys(inputs));
  const infinite = infiniteDecoyRate(line, mu, ofGys(inputs));
  expect(Math.abs(bounded / expected.R_vacuum_weak - 1)).toBeLessThan(1e-9);
  expect(Math.abs(infinite / expected.R_infinite - 1)).toBeLessThan(1e-9);
});

describe('the distance with no key beyond', () => {
  test('with decoys meets gys.maxdist', () => {
    const { inputs, expected, tolerance } = anchor<
      GysInputs,
      { readonly infinite: number; readonly vacuum_weak: number }
    >('gys.maxdist');
    const { mu, nu } = inputs;
    const infinite = furthest(
      (km) => infiniteDecoyRate(gysLine(inputs, km), mu, ofGys(inputs)),
      300,
    );
    const bounded = furthest(
      (km) => decoyRate(gysLine(inputs, km), { signal: mu, decoys: [nu, 0] }, ofGys(inputs)),
      300,
    );
    expect(Math.abs(infinite - expected.infinite)).toBeLessThan(tolerance.value!);
    expect(Math.abs(bounded - expected.vacuum_weak)).toBeLessThan(tolerance.value!);
  });

  test('without decoys meets gys.gllp.maxdist', () => {
    const { inputs, expected, tolerance } = anchor<GysInputs, number>('gys.gllp.maxdist');
    const best = furthest((km) => bestTaggedSignal(gysLine(inputs, km), ofGys(inputs)).rate, 100);
    expect(Math.abs(best - expected)).toBeLessThan(tolerance.value!);
  });

  test('is a fifth shorter with the common rule of a signal as strong as the line is clear', () => {
    const { inputs } = anchor<GysInputs, number>('gys.gllp.maxdist');
    const rule = furthest((km) => {
      const line = gysLine(inputs, km);
      return taggedRate(line, line.single.gain - inputs.Y0, ofGys(inputs));
    }, 100);
    // 32.06 km; the paper's readers say "about 30 km".
    expect(Math.abs(rule - 32.06)).toBeLessThan(0.01);
  });

  test('is 0 where there is never a key, and the longest asked where there is always one', () => {
    expect(furthest(() => -1, 100)).toBe(0);
    expect(furthest(() => 1, 100)).toBe(100);
  });
});

test.each([10, 20])('the best rate without decoys meets gys.gllp.%dkm', (km) => {
  const { inputs, expected, tolerance } = anchor<
    GysInputs,
    { readonly R: number; readonly mu_opt: number }
  >(`gys.gllp.${km}km`);
  const best = bestTaggedSignal(gysLine(inputs, inputs.L_km), ofGys(inputs));
  expect(Math.abs(best.rate / expected.R - 1)).toBeLessThan(tolerance.value!);
  expect(Math.abs(best.meanPhotonNumber / expected.mu_opt - 1)).toBeLessThan(1e-2);
});

test('the best signal with decoys meets gys.muopt', () => {
  const { inputs, expected } = anchor<{ readonly e_d: number }, readonly [number, number]>(
    'gys.muopt',
  );
  [1, 1.22].forEach((efficiency, i) => {
    const best = bestSignal({ misalignment: inputs.e_d, efficiency });
    expect(Math.abs(best! / expected[i]! - 1)).toBeLessThan(1e-9);
  });
  expect(bestSignal({ misalignment: 0.12, efficiency: 1.22 })).toBeNull();
});

test('one photon a pulse meets rate.sp.Q0.05.f1.16 where nothing is lost', () => {
  const { inputs, expected } = anchor<{ readonly Q: number; readonly f: number }, number>(
    'rate.sp.Q0.05.f1.16',
  );
  const line = thresholdLine({ transmittance: 1, misalignment: inputs.Q, darkCountProbability: 0 });
  const rate = singlePhotonRate(line, { sifting: 1, efficiency: inputs.f });
  expect(Math.abs(rate / expected - 1)).toBeLessThan(1e-9);
});

test('the chance of several photons keeps its digits however weak the pulse', () => {
  const { inputs, expected } = anchor<{ readonly mu: number }, { readonly p_multi: number }>(
    'pns.critical.mu0.1',
  );
  expect(Math.abs(multiPhotonProbability(inputs.mu) / expected.p_multi - 1)).toBeLessThan(1e-12);
  expect(multiPhotonProbability(1e-9) / 5e-19).toBeCloseTo(1, 8);
  expect(multiPhotonProbability(0)).toBe(0);
  for (let mu = 0.01; mu < 10; mu += 0.01) {
    expect(multiPhotonProbability(mu)).toBeCloseTo(1 - Math.exp(-mu) * (1 + mu), 14);
  }
});

const line = fc
  .record({
    transmittance: fc.double({ min: 1e-6, max: 1, noNaN: true }),
    misalignment: fc.double({ min: 0, max: 0.15, noNaN: true }),
    darkCountProbability: fc.double({ min: 0, max: 1e-3, noNaN: true }),
  })
  .map(thresholdLine);

test('no knowledge of single photons gives more than all, and tagging gives less than knowing', () => {
  fc.assert(
    fc.property(line, fc.double({ min: 0.01, max: 1, noNaN: true }), (on, mu) => {
      const processing = { sifting: 0.5, efficiency: 1.16 };
      const infinite = infiniteDecoyRate(on, mu, processing);
      const bounded = decoyRate(on, { signal: mu, decoys: [mu / 8, 0] }, processing);
      expect(bounded).toBeLessThanOrEqual(infinite + 1e-12);
      const { meanPhotonNumber, rate } = bestTaggedSignal(on, processing);
      if (meanPhotonNumber > 0) {
        expect(rate).toBeGreaterThanOrEqual(taggedRate(on, meanPhotonNumber * 1.001, processing));
        expect(rate).toBeGreaterThanOrEqual(taggedRate(on, meanPhotonNumber / 1.001, processing));
      }
    }),
    { numRuns: 100, seed: 1984 },
  );
});

test('at 20 km decoys give about fifty times what tagging does', () => {
  const { inputs } = anchor<GysInputs, unknown>('gys.20km');
  const on = gysLine(inputs, inputs.L_km);
  const without = bestTaggedSignal(on, ofGys(inputs)).rate;
  const withDecoys = decoyRate(on, { signal: inputs.mu, decoys: [inputs.nu, 0] }, ofGys(inputs));
  expect(withDecoys / without).toBeGreaterThan(47.5);
  expect(withDecoys / without).toBeLessThan(48.5);
  // The common way out, a signal as strong as 0.1, has no key at all with this detector.
  expect(taggedRate(gysLine(inputs, 0), 0.1, ofGys(inputs))).toBeLessThan(0);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { chanceOfNotice, chanceTestMisses, expectedQber } from './detection.ts';

interface Bases {
  readonly f: number;
  readonly pz: number;
  readonly qz: number;
}
interface Rates {
  readonly qber: number;
  readonly qber_Z: number;
  readonly qber_X: number;
  readonly sifted_fraction: number;
}

const cases = ['f1.pz0.5.qz0.5', 'f0.3.pz0.5.qz0.5', 'f1.pz0.9.qz0.5', 'f1.pz0.9.qz1'];
const probability = fc.double({ min: 0, max: 1, noNaN: true });

function of({ f, pz, qz }: Bases) {
  return expectedQber({ fraction: f, basisBias: pz, eveRectilinear: qz, flipProbability: 0 });
}

describe('expected error rate', () => {
  test.each(cases)('meets ir.qber.%s', (name) => {
    const { inputs, expected } = anchor<Bases, Rates>(`ir.qber.${name}`);
    const got = of(inputs);
    expect(Math.abs(got.pooled - expected.qber)).toBeLessThan(1e-9);
    expect(Math.abs(got.rectilinear - expected.qber_Z)).toBeLessThan(1e-9);
    expect(Math.abs(got.diagonal - expected.qber_X)).toBeLessThan(1e-9);
    expect(Math.abs(got.siftedFraction - expected.sifted_fraction)).toBeLessThan(1e-9);
  });

  test.each(cases)('meets ir.known.%s', (name) => {
    const { inputs, expected } = anchor<Bases, number>(`ir.known.${name}`);
    expect(Math.abs(of(inputs).knownFraction - expected)).toBeLessThan(1e-9);
  });

  test('with biased bases meets sift.asym.0.9', () => {
    const { inputs, expected } = anchor<
      { readonly pz: number },
      { readonly sifted: number; readonly z_share: number }
    >('sift.asym.0.9');
    // An Eve who always measures rectilinear knows just the rectilinear bits: their share.
    const got = of({ f: 1, pz: inputs.pz, qz: 1 });
    expect(Math.abs(got.siftedFraction - expected.sifted)).toBeLessThan(1e-9);
    expect(Math.abs(got.knownFraction - expected.z_share)).toBeLessThan(1e-9);
  });

  test('equals the sum over every choice of basis, guess and flip', () => {
    fc.assert(
      fc.property(probability, probability, probability, probability, (f, pz, qz, flip) => {
        const e = flip / 2;
        const got = expectedQber({
          fraction: f,
          basisBias: pz,
          eveRectilinear: qz,
          flipProbability: e,
        });
        let sifted = 0;
        let wrong = 0;
        let known = 0;
        for (const rectilinear of [true, false]) {
          const both = (rectilinear ? pz : 1 - pz) ** 2;
          sifted += both;
          const eveRight = rectilinear ? qz : 1 - qz;
          known += both * f * eveRight;
          for (const [weight, error] of [
            [1 - f, 0],
            [f * eveRight, 0],
            [f * (1 - eveRight), 0.5],
          ] as const) {
            wrong += both * weight * (error * (1 - e) + (1 - error) * e);
          }
        }
        expect(got.siftedFraction).toBeCloseTo(sifted, 12);
        expect(got.pooled).toBeCloseTo(wrong / sifted, 12);
        expect(got.knownFraction).toBeCloseTo(known / sifted, 12);
      }),
      { numRuns: 500, seed: 1984 },
    );
  });

  test('of an Eve without a favourite basis is a quarter of her fraction, whatever the bias', () => {
    fc.assert(
      fc.property(probability, probability, (f, pz) => {
        expect(of({ f, pz, qz: 0.5 }).pooled).toBeCloseTo(f / 4, 12);
      }),
    );
  });

  test('on a line nobody listens to is the flip probability, in both bases', () => {
    const quiet = { fraction: 0, basisBias: 0.7, eveRectilinear: 1, flipProbability: 0.03 };
    expect(expectedQber(quiet)).toMatchObject({
      pooled: 0.03,
      rectilinear: 0.03,
      diagonal: 0.03,
      knownFraction: 0,
    });
  });

  test('refuses what is no probability', () => {
    const fine = { fraction: 1, basisBias: 0.5, eveRectilinear: 0.5, flipProbability: 0 };
    for (const name of ['fraction', 'basisBias', 'eveRectilinear', 'flipProbability']) {
      expect(() => expectedQber({ ...fine, [name]: 1.1 })).toThrow(name);
      expect(() => expectedQber({ ...fine, [name]: Number.NaN })).toThrow(name);
    }
    expect(() => expectedQber({ ...fine, flipProbability: 0.6 })).toThrow(RangeError);
  });
});

describe('chance of noticing', () => {
  test.each(['ir.detect.k10.f1', 'ir.detect.k20.f1', 'ir.detect.k50.f1', 'ir.detect.k100.f0.1'])(
    'meets %s',
    (id) => {
      const { inputs, expected } = anchor<{ readonly k: number; readonly f: number }, number>(id);
      expect(Math.abs(chanceOfNotice(inputs.k, inputs.f) / expected - 1)).toBeLessThan(1e-12);
    },
  );

  test('is none without a test and none without Eve', () => {
    expect(chanceOfNotice(0, 1)).toBe(0);
    expect(chanceOfNotice(1000, 0)).toBe(0);
    expect(() => chanceOfNotice(10, 1.5)).toThrow(RangeError);
    expect(() => chanceOfNotice(-1, 0.5)).toThrow(RangeError);
  });
});

describe('chance that a test misses', () => {
  test('is the chance of not noticing when no error at all is allowed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), probability, (tested, f) => {
        const missed = chanceTestMisses(tested, f / 4, 0);
        expect(missed).toBeCloseTo(1 - chanceOfNotice(tested, f), 12);
      }),
      { seed: 1984 },
    );
  });

  test('counts exactly the error counts that a run would let pass', () => {
    // Rounding misleads both ways. 0.29·100 is a little below 29, and yet 29/100 is not above 0.29;
    // the number just below 5/6, times 6, is 5, and yet 5/6 is above it. Hence every whole percent
    // as a limit, and the number just below every possible estimate.
    for (let tested = 1; tested <= 100; tested++) {
      const limits = Array.from({ length: 101 }, (_, i) => i / 100);
      for (let m = 1; m <= tested; m++) limits.push((m / tested) * (1 - 2 ** -53));
      for (const abortAbove of limits) {
        // A fair coin: each count of errors has its own weight, so a missing one shows.
        let passed = 0;
        let weight = 2 ** -tested;
        for (let errors = 0; errors <= tested && errors / tested <= abortAbove; errors++) {
          passed += weight;
          weight *= (tested - errors) / (errors + 1);
        }
        const got = chanceTestMisses(tested, 0.5, abortAbove);
        if (!(Math.abs(got / passed - 1) < 1e-9)) {
          expect.fail(`${tested} bits, limit ${abortAbove}: got ${got}, exact ${passed}`);
        }
      }
    }
  });

  test('of 100 bits at 25 percent errors and a limit of 11 percent is about 1 in 2500', () => {
    // Exact: sum of C(100, m) 3^(100−m)/4^100 for m ≤ 11.
    let sum = 0n;
    let ways = 1n;
    for (let m = 0n; m <= 11n; m++) {
      sum += ways * 3n ** (100n - m);
      ways = (ways * (100n - m)) / (m + 1n);
    }
    const exact = Number((sum * 10n ** 20n) / 4n ** 100n) / 1e20;
    expect(Math.abs(chanceTestMisses(100, 0.25, 0.11) / exact - 1)).toBeLessThan(1e-10);
    expect(exact).toBeCloseTo(0, 3);
  });

  test('is 1 when nothing is tested', () => {
    expect(chanceTestMisses(0, 0.25, 0.11)).toBe(1);
    expect(() => chanceTestMisses(10, 2, 0.11)).toThrow(RangeError);
    expect(() => chanceTestMisses(10, 0.2, -1)).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialAtLeast, binomialAtMost, binomialDensity } from './binomial.ts';
import { relativeError } from './reference.ts';

/** A chance of n/64 is exact, and so are its powers as fractions of 64^trials. */
const question = fc
  .record({ trials: fc.integer({ min: 1, max: 300 }), part: fc.integer({ min: 1, max: 63 }) })
  .chain(({ trials, part }) =>
    fc.record({
      trials: fc.constant(trials),
      part: fc.constant(part),
      successes: fc.integer({ min: 0, max: trials }),
    }),
  );

/** C(n, m)·part^m·(64 − part)^(n − m) in units of 64^−n. */
function exactTerm(successes: number, trials: number, part: number): bigint {
  let ways = 1n;
  for (let i = 1n; i <= BigInt(successes); i++) ways = (ways * (BigInt(trials) - i + 1n)) / i;
  return ways * BigInt(part) ** BigInt(successes) * BigInt(64 - part) ** BigInt(trials - successes);
}

test('one probability agrees with whole-number arithmetic to 1e-12', () => {
  fc.assert(
    fc.property(question, ({ successes, trials, part }) => {
      const got = binomialDensity({ successes, trials, chance: part / 64 });
      const wanted = { digits: exactTerm(successes, trials, part), exponent: -6 * trials };
      fc.pre(got > 1e-300);
      expect(relativeError(got, wanted)).toBeLessThan(1e-12);
    }),
    { numRuns: 500, seed: 1984 },
  );
});

test('a tail agrees with whole-number arithmetic to 1e-11, above the mean to 1e-11 of 1', () => {
  fc.assert(
    fc.property(question, ({ successes, trials, part }) => {
      let digits = 0n;
      for (let m = 0; m <= successes; m++) digits += exactTerm(m, trials, part);
      const got = binomialAtMost({ successes, trials, chance: part / 64 });
      fc.pre(got > 1e-300);
      expect(relativeError(got, { digits, exponent: -6 * trials })).toBeLessThan(1e-11);
    }),
    { numRuns: 500, seed: 1984 },
  );
});

test('at most m and at least m + 1 are everything', () => {
  fc.assert(
    fc.property(question, ({ successes, trials, part }) => {
      fc.pre(successes < trials);
      const chance = part / 64;
      const sum =
        binomialAtMost({ successes, trials, chance }) +
        binomialAtLeast({ successes: successes + 1, trials, chance });
      expect(sum).toBeCloseTo(1, 13);
    }),
    { seed: 1984 },
  );
});

test('a hundred million trials are no harder than ten', () => {
  // 50-digit sum of 1e8 trials at 0.01, at most 998 000: two standard deviations below the mean.
  const got = binomialAtMost({ successes: 998_000, trials: 1e8, chance: 0.01 });
  expect(Math.abs(got / 0.02221176444991534 - 1)).toBeLessThan(1e-9);
});

test('certain and impossible trials are whole numbers', () => {
  expect(binomialAtMost({ successes: 3, trials: 10, chance: 0 })).toBe(1);
  expect(binomialAtMost({ successes: 3, trials: 10, chance: 1 })).toBe(0);
  expect(binomialAtLeast({ successes: 0, trials: 10, chance: 0.5 })).toBe(1);
  expect(binomialAtMost({ successes: 0, trials: 0, chance: 0.5 })).toBe(1);
  expect(binomialDensity({ successes: 10, trials: 10, chance: 1 })).toBe(1);
});

test('refuses questions that have no answer', () => {
  expect(() => binomialAtMost({ successes: 4, trials: 3, chance: 0.5 })).toThrow(RangeError);
  expect(() => binomialAtMost({ successes: -1, trials: 3, chance: 0.5 })).toThrow(RangeError);
  expect(() => binomialAtMost({ successes: 1, trials: 3, chance: 1.5 })).toThrow(RangeError);
  expect(() => binomialAtMost({ successes: 1, trials: 2.5, chance: 0.5 })).toThrow(RangeError);
});

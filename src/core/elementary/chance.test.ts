import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceOfAny, chanceOfAtLeastOne } from './chance.ts';

const attempts = fc.integer({ min: 0, max: 40 });
const chance = fc.double({ min: 0, max: 1, noNaN: true });

test('at least one of n is everything but n misses in a row', () => {
  fc.assert(
    fc.property(chance, attempts, (p, n) => {
      let misses = 1;
      for (let i = 0; i < n; i++) misses *= 1 - p;
      expect(chanceOfAtLeastOne({ chance: p, attempts: n })).toBeCloseTo(1 - misses, 14);
    }),
    { numRuns: 1000 },
  );
});

test('more attempts never lower the chance, and none give none', () => {
  fc.assert(
    fc.property(chance, attempts, (p, n) => {
      const more = chanceOfAtLeastOne({ chance: p, attempts: n + 1 });
      expect(more).toBeGreaterThanOrEqual(chanceOfAtLeastOne({ chance: p, attempts: n }) - 1e-15);
      expect(more).toBeLessThanOrEqual(1);
    }),
    { numRuns: 1000 },
  );
  expect(chanceOfAtLeastOne({ chance: 0.7, attempts: 0 })).toBe(0);
});

test('a chance of 2⁻¹²⁸ grows in proportion to the attempts instead of vanishing', () => {
  const tiny = 2 ** -128;
  expect(chanceOfAtLeastOne({ chance: tiny, attempts: 2 ** 40 })).toBe(2 ** -88);
});

test('refuses a chance outside 0…1 and a fraction of an attempt', () => {
  expect(() => chanceOfAtLeastOne({ chance: 1.5, attempts: 1 })).toThrow(RangeError);
  expect(() => chanceOfAtLeastOne({ chance: 0.5, attempts: 0.5 })).toThrow(RangeError);
  expect(() => chanceOfAtLeastOne({ chance: 0.5, attempts: -1 })).toThrow(RangeError);
});

test('a chance of light keeps its digits however little light', () => {
  for (const tiny of [1e-3, 1e-6, 1e-9, 1e-300]) {
    expect(chanceOfAny(tiny) / -Math.expm1(-tiny)).toBeCloseTo(1, 14);
  }
  for (let mu = 0; mu < 4; mu += 0.001) {
    expect(Math.abs(chanceOfAny(mu) + Math.expm1(-mu))).toBeLessThan(4e-16);
  }
  expect(() => chanceOfAny(-1)).toThrow(RangeError);
});

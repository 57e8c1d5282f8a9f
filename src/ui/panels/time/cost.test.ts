import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costParts } from './cost.ts';

const bits = fc.integer({ min: 0, max: 1e6 });

test('both sides have one scale and stay inside the bar', () => {
  fc.assert(
    fc.property(bits, bits, (spent, earned) => {
      const { zero, left, right } = costParts(spent, earned);
      expect(zero - left).toBeGreaterThanOrEqual(0);
      expect(zero + right).toBeLessThanOrEqual(1);
      expect(left * earned).toBeCloseTo(right * spent, 3);
    }),
    { seed: 1984 },
  );
});

test('a round that only cost has no right side, one that cost nothing no left side', () => {
  expect(costParts(512, 0).right).toBe(0);
  expect(costParts(512, 0).left).toBeGreaterThan(0.5);
  expect(costParts(0, 512).left).toBe(0);
  expect(costParts(0, 0)).toEqual({ zero: 0.5, left: 0, right: 0 });
});

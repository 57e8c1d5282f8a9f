import { expect, test } from 'vitest';
import { missChance } from '../../../scenarios/shrinking/repeat-tests.ts';
import { expectedRate } from './expected-rate.ts';

test('the line’s own flips count, and cancel some of Eve’s errors', () => {
  // Q = f/4 = 0.025, e = 0.09: Q(1 − e) + (1 − Q)e = 0.1105.
  const line = { fraction: 0.1, flipProbability: 0.09, basis: 'random', basisBias: 0.5 } as const;
  expect(expectedRate(missChance, line)).toBeCloseTo(0.1105, 12);
});

test('an Eve in one basis errs in the other one only, which biased ends use rarely', () => {
  // Both diagonal: 0.1² of 0.9² + 0.1²; half of those are wrong.
  const line = { fraction: 1, flipProbability: 0, basis: 'rectilinear', basisBias: 0.9 } as const;
  expect(expectedRate(missChance, line)).toBeCloseTo(0.01 / 0.82 / 2, 12);
});

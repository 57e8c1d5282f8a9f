import { expect, test } from 'vitest';
import { expectedPasses } from './forgery-odds.ts';

test('a thousand forged seals of 8 bits: about four pass', () => {
  const expected = expectedPasses(1000, -8);
  expect(expected?.mean).toBeCloseTo(3.906, 3);
  expect(expected?.error).toBeCloseTo(1.973, 3);
});

test('at 128 bits nothing is expected to pass', () => {
  expect(expectedPasses(1e9, -128)).toBeNull();
});

test('without seals every attempt passes', () => {
  expect(expectedPasses(10, 0)).toEqual({ mean: 10, error: 0 });
});

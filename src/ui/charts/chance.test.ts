import { expect, test } from 'vitest';
import { formatChance } from './chance.ts';

test('a chance reads as a percentage, small ones as odds, and never as a false certainty', () => {
  expect(formatChance(0.6029)).toBe('60.3%');
  expect(formatChance(0.006)).toBe('0.6%');
  expect(formatChance(0.000251)).toBe('1 in 4,000');
  expect(formatChance(3e-14)).toBe('less than 1 in a billion');
  expect(formatChance(0.999999)).toBe('more than 99.99%');
  expect(formatChance(1)).toBe('100%');
  expect(formatChance(0)).toBe('0');
});

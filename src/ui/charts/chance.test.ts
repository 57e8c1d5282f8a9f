import { expect, test } from 'vitest';
import { formatChance, formatSmall } from './chance.ts';

test('a chance reads as a percentage, small ones as odds, and never as a false certainty', () => {
  expect(formatChance(0.6029)).toBe('60.3%');
  expect(formatChance(0.006)).toBe('0.6%');
  expect(formatChance(0.000251)).toBe('1 in 4,000');
  expect(formatChance(3e-14)).toBe('less than 1 in a billion');
  expect(formatChance(0.999999)).toBe('more than 99.99%');
  expect(formatChance(0.9997)).toBe('more than 99.9%');
  expect(formatChance(1)).toBe('100%');
  expect(formatChance(0)).toBe('0');
});

test('a small bound is written as a power of ten', () => {
  expect(formatSmall(1e-10)).toBe('10⁻¹⁰');
  expect(formatSmall(2.5e-9)).toBe('2.5 × 10⁻⁹');
  expect(formatSmall(0.01)).toBe('0.01');
});

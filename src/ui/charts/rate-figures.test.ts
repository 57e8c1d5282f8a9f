import { expect, test } from 'vitest';
import { formatMean, formatRate, powerOfTen } from './rate-figures.ts';

test('powers of ten, the first one and negative ones', () => {
  expect([powerOfTen(0), powerOfTen(-3), powerOfTen(12)]).toEqual(['1', '10⁻³', '10¹²']);
});

test('rates keep two digits over all decades', () => {
  expect([formatRate(0.00271), formatRate(9.99e-6), formatRate(1.5), formatRate(0)]).toEqual([
    '2.7·10⁻³',
    '1.0·10⁻⁵',
    '1.5',
    '0',
  ]);
});

test('a mean and its error share a power', () => {
  expect(formatMean(2.7e-3, 5e-5)).toBe('(2.70 ± 0.05)·10⁻³');
  expect(formatMean(2.7e-3, 3e-6)).toBe('(2.700 ± 0.003)·10⁻³');
  expect(formatMean(2.7e-3, null)).toBe('2.7·10⁻³');
  expect(formatMean(0, 0)).toBe('0');
});

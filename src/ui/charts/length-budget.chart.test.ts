import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthBudget } from './length-budget.chart.ts';

test('with a key the parts fill the bar from end to end', () => {
  fc.assert(
    fc.property(fc.tuple(fc.nat(9999), fc.nat(9999), fc.nat(200), fc.nat(9999)), (bits) => {
      const [phaseErrorBits, leakedBits, marginBits, outputBits] = bits;
      const inputBits = phaseErrorBits + leakedBits + marginBits + outputBits;
      const budget = { inputBits, phaseErrorBits, leakedBits, marginBits, outputBits };
      const chart = lengthBudget(budget, 600);
      expect(chart.lacking).toBe(0);
      const total = chart.parts.reduce((sum, { width }) => sum + width, 0);
      expect(total).toBeCloseTo(inputBits === 0 ? 0 : 600, 6);
      expect(chart.end).toBeCloseTo(total, 6);
    }),
    { seed: 4 },
  );
});

test('claims beyond the income run past its end', () => {
  const chart = lengthBudget(
    { inputBits: 1000, phaseErrorBits: 900, leakedBits: 500, marginBits: 100, outputBits: 0 },
    600,
  );
  expect(chart.lacking).toBe(500);
  expect(chart.end).toBe(400);
  expect(chart.parts.map(({ width }) => Math.round(width))).toEqual([360, 200, 40, 0]);
});

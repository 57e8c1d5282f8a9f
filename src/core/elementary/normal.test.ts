import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalHalfWidth } from './normal.ts';

test.each([
  // 50-digit values of √2·erf⁻¹(level) at the floating-point level, rounded. Half a unit in the
  // last place of level/2 moves the answer by up to 1e-11 at the last one.
  [0.5, 0.6744897501960817],
  [0.9, 1.6448536269514729],
  [0.95, 1.9599639845400538],
  [0.99, 2.5758293035489004],
  [0.999, 3.2905267314918945],
  [0.999999, 4.891638475692932],
])('the middle part %d of a normal distribution reaches %d standard deviations', (level, z) => {
  const tolerance = level > 0.99 ? 1e-10 : 1e-14;
  expect(Math.abs(normalHalfWidth(level) / z - 1)).toBeLessThan(tolerance);
});

test('95 percent of a normal distribution reach 1.959963984540054', () => {
  expect(normalHalfWidth(0.95)).toBeCloseTo(1.959963984540054, 14);
});

test('a wider part reaches further', () => {
  const level = fc.double({ min: 1e-6, max: 0.999999, noNaN: true });
  fc.assert(
    fc.property(level, level, (a, b) => {
      fc.pre(Math.abs(a - b) > 1e-9);
      expect(normalHalfWidth(Math.max(a, b))).toBeGreaterThan(normalHalfWidth(Math.min(a, b)));
    }),
    { seed: 1984 },
  );
});

test('neither all nor nothing has a half-width', () => {
  for (const wrong of [0, 1, -0.5, Number.NaN]) {
    expect(() => normalHalfWidth(wrong)).toThrow(RangeError);
  }
});

test('the largest level below 1 still has an answer', () => {
  expect(normalHalfWidth(1 - 2 ** -53)).toBeGreaterThan(8);
});

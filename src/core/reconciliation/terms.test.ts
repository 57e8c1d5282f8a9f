import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EFFICIENT, TEXTBOOK } from './planted.ts';
import { blockLength, framesOf, plannedErrorRate } from './terms.ts';

test('plans with what the test showed, and never with no errors at all', () => {
  expect(plannedErrorRate(3, 100, 0.11)).toBe(0.03);
  expect(plannedErrorRate(0, 100, 0.11)).toBe(0.005);
  expect(plannedErrorRate(0, 0, 0.11)).toBe(0.11);
});

describe('the blocks of a pass', () => {
  test('textbook: ⌈0.73/Q⌉, doubled every pass', () => {
    const lengths = (errorRate: number) =>
      [0, 1, 2, 3].map((pass) => blockLength({ ...TEXTBOOK, errorRate }, pass));
    expect(lengths(0.01)).toEqual([73, 146, 292, 584]);
    expect(lengths(0.05)).toEqual([15, 30, 60, 120]);
    expect(blockLength({ ...TEXTBOOK, blockFactor: 0.1, errorRate: 0.5 }, 0)).toBe(1);
  });

  test('efficient: powers of two, 4,096, then halves', () => {
    const lengths = (errorRate: number) =>
      [0, 1, 2, 3, 13].map((pass) => blockLength({ ...EFFICIENT, errorRate }, pass));
    expect(lengths(0.01)).toEqual([128, 512, 4096, null, null]);
    expect(lengths(0.03)).toEqual([64, 256, 4096, null, null]);
    expect(lengths(0.11)).toEqual([16, 64, 4096, null, null]);
    // Exact powers stay what they are.
    expect(lengths(0.5)).toEqual([2, 8, 4096, null, null]);
  });
});

test('frames follow each other, are equal to within a bit, and have about 10⁵ bits', () => {
  fc.assert(
    fc.property(fc.nat(3e6), (bits) => {
      const frames = framesOf(bits);
      const lengths = frames.map(({ from, to }) => to - from);
      expect(frames[0]!.from).toBe(0);
      expect(frames.at(-1)!.to).toBe(bits);
      frames.slice(1).forEach(({ from }, i) => {
        expect(from).toBe(frames[i]!.to);
      });
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(150_000);
      if (bits >= 50_000) expect(Math.min(...lengths)).toBeGreaterThanOrEqual(50_000);
    }),
    { seed: 1984, numRuns: 200 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { binaryEntropy } from './entropy.ts';

const probability = fc.double({ min: 0, max: 1, noNaN: true });

test.each(['h2.0.01', 'h2.0.02', 'h2.0.05', 'h2.0.11'])('entropy meets %s', (id) => {
  const { inputs, expected } = anchor<{ x: number }, number>(id);
  expect(Math.abs(binaryEntropy(inputs.x) / expected - 1)).toBeLessThan(1e-15);
});

test('a certain coin has no entropy, a fair one exactly one bit', () => {
  expect([binaryEntropy(0), binaryEntropy(0.5), binaryEntropy(1)]).toEqual([0, 1, 0]);
});

test('a coin and its reverse have the same entropy, to the last bit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1 << 30 }), (n) => {
      const x = n / (1 << 30);
      expect(binaryEntropy(1 - x)).toBe(binaryEntropy(x));
    }),
  );
});

test('entropy lies between the parabola 4x(1 − x) and 1', () => {
  fc.assert(
    fc.property(probability, (x) => {
      const h = binaryEntropy(x);
      expect(h).toBeLessThanOrEqual(1);
      expect(h).toBeGreaterThanOrEqual(4 * x * (1 - x) * (1 - 1e-15));
    }),
    { numRuns: 1000 },
  );
});

test('a tiny probability keeps its digits', () => {
  // h(x)/x = log2(1/x) + (1 − x/2 − …)/ln 2, with x = 1e-12: 12 log2(10) + log2(e) − 7e-13.
  expect(binaryEntropy(1e-12) / 1e-12).toBeCloseTo(41.30583217953659, 12);
});

test('outside 0…1 there is no entropy', () => {
  for (const wrong of [-1e-9, 1.1, Number.NaN])
    expect(() => binaryEntropy(wrong)).toThrow(RangeError);
});

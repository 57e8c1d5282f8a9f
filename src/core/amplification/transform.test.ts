import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestError } from './rounding.ts';
import { backward, forward, multiplyBy, rootsFor } from './transform.ts';

/** V(h) of the heap of splittings is a root at this angle: π/8 and 5π/8 below π/4, and so on. */
function angleOf(h: number): number {
  if (h === 1) return Math.PI / 4;
  return angleOf(h >>> 1) / 2 + (h & 1) * (Math.PI / 2);
}

test('every root stays within the error that the bound allows for it', () => {
  const length = 2 ** 16;
  const { re, im } = rootsFor(length);
  let worst = 0;
  for (let h = 1; h < length / 2; h++) {
    const angle = angleOf(h) / 2;
    // Angle, sine and cosine of the reference are themselves off by less than 3 units of 2^−53.
    worst = Math.max(worst, Math.hypot(re[h]! - Math.cos(angle), im[h]! - Math.sin(angle)));
  }
  expect(worst).toBeLessThan((11 + 3) * 2 ** -53);
});

test('a product modulo xᴹ − i is the product of the polynomials, wrapped', () => {
  const part = fc.integer({ min: -9, max: 9 });
  const pair = fc
    .constantFrom(4, 8, 16, 32, 64)
    .chain((m) =>
      fc.tuple(...[0, 1, 2, 3].map(() => fc.array(part, { minLength: m, maxLength: m }))),
    );
  fc.assert(
    fc.property(pair, (parts) => {
      const [ar, ai, br, bi] = parts as [number[], number[], number[], number[]];
      const m = ar.length;
      const wanted = { re: new Array<number>(m).fill(0), im: new Array<number>(m).fill(0) };
      for (let j = 0; j < m; j++) {
        for (let k = 0; k < m; k++) {
          const re = ar[j]! * br[k]! - ai[j]! * bi[k]!;
          const im = ar[j]! * bi[k]! + ai[j]! * br[k]!;
          const at = (j + k) % m;
          // xᴹ = i turns what wraps around by a right angle.
          wanted.re[at]! += j + k < m ? re : -im;
          wanted.im[at]! += j + k < m ? im : re;
        }
      }
      const roots = rootsFor(m);
      const a = { re: Float64Array.from(ar), im: Float64Array.from(ai) };
      const b = { re: Float64Array.from(br), im: Float64Array.from(bi) };
      forward(a, roots);
      forward(b, roots);
      multiplyBy(a, b);
      backward(a, roots);
      expect(Array.from(a.re, (x) => Math.round(x / m) + 0)).toEqual(wanted.re.map((x) => x + 0));
      expect(Array.from(a.im, (x) => Math.round(x / m) + 0)).toEqual(wanted.im.map((x) => x + 0));
    }),
    { numRuns: 200, seed: 1984 },
  );
});

test('the way back undoes the way there, in blocks larger than the cache too', () => {
  for (const length of [4096, 8192, 16384, 32768]) {
    const roots = rootsFor(length);
    // Whole numbers 0…97, in no order that a wrong path could leave alone.
    const numbers = Float64Array.from({ length }, (_, i) => (i * i * 31 + 7 * i) % 98);
    const data = { re: numbers.slice(), im: numbers.slice().reverse() };
    forward(data, roots);
    backward(data, roots);
    expect(data.re.map((x) => Math.round(x / length) + 0)).toEqual(numbers);
    expect(data.im.map((x) => Math.round(x / length) + 0)).toEqual(numbers.slice().reverse());
  }
});

test('what rounding does to a product of bits stays below the bound, and the bound below ¼', () => {
  const length = 2 ** 14;
  const bits = (step: number) =>
    Float64Array.from({ length }, (_, i) => ((i * i * step) >>> 4) & 1);
  const a = { re: bits(3), im: new Float64Array(length) };
  const b = { re: bits(7), im: bits(11) };
  const roots = rootsFor(length);
  forward(a, roots);
  forward(b, roots);
  multiplyBy(a, b);
  backward(a, roots);
  let worst = 0;
  for (const x of [...a.re, ...a.im]) {
    worst = Math.max(worst, Math.abs(x / length - Math.round(x / length)));
  }
  expect(worst).toBeGreaterThan(0);
  expect(worst).toBeLessThan(largestError(length, [length, 2 * length]));
  // The longest transform in use, all bits ones; and shorter is never worse.
  expect(largestError(2 ** 22, [2 ** 23, 2 ** 23])).toBeLessThan(1e-6);
  for (let k = 3; k <= 22; k++) {
    expect(largestError(2 ** (k - 1), [2 ** k, 2 ** k])).toBeLessThan(
      largestError(2 ** k, [2 ** (k + 1), 2 ** (k + 1)]),
    );
  }
});

test('a length that is no power of two is refused', () => {
  for (const length of [0, 1, 2, 12, 1000]) expect(() => rootsFor(length)).toThrow(RangeError);
});

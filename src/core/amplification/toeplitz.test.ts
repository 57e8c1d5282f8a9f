import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { type Bits, bitOf, zeros } from '../bits/bits.ts';
import { fillPlane, openStream, runKey } from '../random/streams.ts';
import { rowOf, shrink, shrinkByConvolution, shrinkByWords, toeplitzProduct } from './toeplitz.ts';

const stream = openStream(runKey(1984), 'test.amplification');

/** `length` fair coins, `plane` tells columns apart. */
function coins(length: number, plane: number): Bits {
  const words = new Int32Array(64 * Math.ceil(length / 2048));
  fillPlane(words, stream, plane, 0);
  const bits = zeros(length);
  for (let i = 0; i < length; i++) {
    bits.words[i >>> 5] = bits.words[i >>> 5]! | (((words[i >>> 5]! >>> (i & 31)) & 1) << (i & 31));
  }
  return bits;
}

function written(text: string): Bits {
  const bits = zeros(text.length);
  [...text].forEach((c, i) => {
    if (c === '1') bits.words[i >>> 5] = (bits.words[i >>> 5]! | (1 << (i & 31))) >>> 0;
  });
  return bits;
}

function list(bits: Bits): number[] {
  return Array.from({ length: bits.length }, (_, i) => bitOf(bits, i));
}

/** [I | T']·x, element by element. */
function byDefinition(x: readonly number[], seed: readonly number[], m: number): number[] {
  const n = x.length;
  return Array.from({ length: m }, (_, i) => {
    let sum = x[i]!;
    for (let j = 0; j < n - m; j++) sum ^= seed[i - j + n - m - 1]! & x[m + j]!;
    return sum;
  });
}

const ways = { shrink, shrinkByWords, shrinkByConvolution };

describe('the full Toeplitz matrix meets the published products', () => {
  test.each(['toeplitz.8to4', 'toeplitz.16to6', 'toeplitz.64to24'])('%s', (id) => {
    const { inputs, expected } = anchor<{ key: string; seed: string; m: number }, string>(id);
    const product = toeplitzProduct(written(inputs.key), written(inputs.seed), inputs.m);
    expect(list(product).join('')).toBe(expected);
  });
});

describe.each(Object.entries(ways))('%s', (_, hash) => {
  test('is the plain matrix product, whatever the lengths', () => {
    const bit = fc.integer({ min: 0, max: 1 });
    const lengths = fc
      .integer({ min: 1, max: 300 })
      .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n })));
    const inputs = lengths.chain(([n, m]) =>
      fc.record({
        m: fc.constant(m),
        x: fc.array(bit, { minLength: n, maxLength: n }),
        seed: fc.array(bit, { minLength: n - 1, maxLength: n - 1 }),
      }),
    );
    fc.assert(
      fc.property(inputs, ({ m, x, seed }) => {
        const output = hash(written(x.join('')), written(seed.join('')), m);
        expect(output.length).toBe(m);
        expect(list(output)).toEqual(byDefinition(x, seed, m));
        // Nothing stands in the last word beyond the end.
        for (let i = m; i < 32 * output.words.length; i++) {
          expect((output.words[i >>> 5]! >>> (i & 31)) & 1).toBe(0);
        }
      }),
      { numRuns: 300, seed: 1984 },
    );
  });

  test.each([
    [1, 0],
    [1, 1],
    [2, 1],
    [33, 0],
    [33, 1],
    [33, 32],
    [33, 33],
    [64, 63],
    [65, 64],
  ])('%i bits to %i', (n, m) => {
    const [x, seed] = [coins(n, 1), coins(n - 1, 2)];
    expect(list(hash(x, seed, m))).toEqual(byDefinition(list(x), list(seed), m));
  });

  test('refuses lengths that do not fit', () => {
    expect(() => hash(coins(9, 1), coins(8, 2), 10)).toThrow(RangeError);
    expect(() => hash(coins(9, 1), coins(8, 2), -1)).toThrow(RangeError);
    expect(() => hash(coins(9, 1), coins(8, 2), 2.5)).toThrow(RangeError);
    expect(() => hash(coins(9, 1), coins(9, 2), 4)).toThrow(RangeError);
    expect(list(hash(zeros(0), zeros(0), 0))).toEqual([]);
  });
});

describe('convolution and words give the same bits', () => {
  // Just below, at and above powers of two, where the tiling changes; long, short and half outputs.
  test.each([4001, 8192, 8193, 12289, 16385, 20011, 32769, 45000])('%i bits', (n) => {
    const [x, seed] = [coins(n, 1), coins(n - 1, 2)];
    for (const m of [1, Math.floor(n / 3), n >>> 1, n - 40]) {
      expect(shrinkByConvolution(x, seed, m)).toEqual(shrinkByWords(x, seed, m));
    }
  });

  test('also where every coefficient is as large as it can be', () => {
    const n = 65_537;
    const ones = (length: number): Bits => {
      const bits = zeros(length);
      for (let i = 0; i < length; i++) bits.words[i >>> 5] = bits.words[i >>> 5]! | (1 << (i & 31));
      return bits;
    };
    // Each output is the parity of n − m ones, plus one.
    expect(list(shrinkByConvolution(ones(n), ones(n - 1), 1000)).every((b) => b === 0)).toBe(true);
    expect(list(shrinkByConvolution(ones(n), ones(n - 1), 1001)).every((b) => b === 1)).toBe(true);
  });

  test('a million bits, each of the outputs asked for by its row', () => {
    const n = 1_000_003;
    const m = 450_001;
    const [x, seed] = [coins(n, 1), coins(n - 1, 2)];
    const output = shrink(x, seed, m);
    for (const i of [0, 1, 31, 32, 131_072, 225_000, 225_001, 300_001, m - 1]) {
      const row = rowOf(seed, i, { inputBits: n, outputBits: m });
      let sum = 0;
      for (let j = 0; j < n; j++) sum ^= bitOf(row, j) & bitOf(x, j);
      expect(bitOf(output, i)).toBe(sum);
    }
  });
});

test('two different inputs collide as rarely as the hash promises', () => {
  // 4096 seeds, 6 output bits, inputs that differ in x₂: p = 1/64, standard error 0.00194; we allow 4.
  const [a, b] = [coins(40, 3), coins(40, 4)];
  let collisions = 0;
  for (let trial = 0; trial < 4096; trial++) {
    const seed = coins(39, 100 + trial);
    const [ya, yb] = [shrink(a, seed, 6), shrink(b, seed, 6)];
    if (ya.words[0] === yb.words[0]) collisions++;
  }
  expect(Math.abs(collisions / 4096 - 1 / 64)).toBeLessThan(4 * 0.00194);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchor } from '../../core/anchors.ts';
import { type Bits, bitOf, countOnes, zeros } from '../../core/bits/bits.ts';
import { countToy, drawToy } from './toy.ts';

function written(text: string): Bits {
  const bits = zeros(text.length);
  [...text].forEach((bit, i) => {
    bits.words[i >>> 5] = bits.words[i >>> 5]! | (Number(bit) << (i & 31));
  });
  return bits;
}

test.each(['rndl.rank.n12.known0', 'rndl.rank.n12.known5'])('%s is met by trying all', (id) => {
  interface Inputs {
    readonly n: number;
    readonly parities: readonly string[];
    readonly known_positions: readonly number[];
    readonly toeplitz_seed: string;
    readonly l: number;
    readonly raw_key: string;
  }
  interface Expected {
    readonly rank_public: number;
    readonly rank_all: number;
    readonly reconciled_keys: number;
    readonly final_keys: number;
    readonly preimages_each: number;
  }
  const { inputs, expected } = anchor<Inputs, Expected>(id);
  const { n, l } = inputs;
  const value = written(inputs.raw_key);
  const certain = zeros(n);
  for (const i of inputs.known_positions) certain.words[0]! |= 1 << i;
  const parities = inputs.parities.map((row) => {
    const positions = Uint32Array.from([...row].flatMap((bit, i) => (bit === '1' ? [i] : [])));
    return { positions, parity: positions.reduce((sum, i) => sum ^ bitOf(value, i), 0) as 0 | 1 };
  });
  // The published matrix is the full one: row i is the seed from i on, backwards.
  const hash = Array.from({ length: l }, (_, i) =>
    written([...inputs.toeplitz_seed.slice(i, i + n)].reverse().join('')),
  );
  const { reconciled, finalKeys, rankDeficit } = countToy({ value, certain, parities, hash });
  expect(reconciled).toBe(expected.reconciled_keys);
  expect(finalKeys).toHaveLength(expected.final_keys);
  expect(new Set(finalKeys.map(({ count }) => count))).toEqual(new Set([expected.preimages_each]));
  expect(reconciled).toBe(2 ** (n - expected.rank_public));
  expect(rankDeficit).toBe(l - (expected.rank_all - expected.rank_public));
});

const recording = fc
  .record({
    seed: fc.nat(1_000_000),
    bits: fc.integer({ min: 1, max: 12 }),
    measured: fc.nat(12),
    parities: fc.nat(5),
    length: fc.integer({ min: 1, max: 12 }),
  })
  .map((asked) => ({
    ...asked,
    measured: Math.min(asked.measured, asked.bits),
    length: Math.min(asked.length, asked.bits),
  }));

test('what is counted is what the ranks say', () => {
  fc.assert(
    fc.property(recording, (asked) => {
      const toy = drawToy(asked);
      const { reconciled, finalKeys, rankDeficit } = countToy(toy);
      expect(countOnes(toy.certain.words, 1)).toBe(asked.measured);
      expect(finalKeys.length).toBe(2 ** (asked.length - rankDeficit));
      for (const { count } of finalKeys) expect(count * finalKeys.length).toBe(reconciled);
      // The key that Alice and Bob have is among those that fit.
      const key = toy.hash.reduce((sum, row, i) => {
        const bits = Array.from(
          { length: asked.bits },
          (_, j) => bitOf(row, j) & bitOf(toy.value, j),
        );
        return sum | (bits.reduce<number>((a, b) => a ^ b, 0) << i);
      }, 0);
      expect(finalKeys.map((each) => each.key)).toContain(key);
    }),
    { seed: 1984, numRuns: 200 },
  );
});

test('each further bit that she measured leaves the others hers, and never more keys', () => {
  fc.assert(
    fc.property(recording, (asked) => {
      fc.pre(asked.measured > 0);
      const [less, more] = [drawToy({ ...asked, measured: asked.measured - 1 }), drawToy(asked)];
      expect(less.certain.words[0]! & ~more.certain.words[0]!).toBe(0);
      expect({ ...less, certain: null }).toEqual({ ...more, certain: null });
      const [before, after] = [countToy(less), countToy(more)];
      expect([1, 2]).toContain(before.reconciled / after.reconciled);
      expect([1, 2]).toContain(before.finalKeys.length / after.finalKeys.length);
    }),
    { seed: 1984, numRuns: 200 },
  );
});

test('toys too large to be tried, or longer than their bits, are refused', () => {
  const asked = { seed: 1, bits: 12, measured: 3, parities: 4, length: 4 } as const;
  for (const wrong of [
    { bits: 15 },
    { bits: 0 },
    { measured: 13 },
    { length: 13 },
    { length: 0 },
  ]) {
    expect(() => drawToy({ ...asked, ...wrong })).toThrow(RangeError);
  }
});

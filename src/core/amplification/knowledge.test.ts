import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { type Bits, bitOf, zeros } from '../bits/bits.ts';
import { possibleKeys } from './enumerate.ts';
import { addProduct, rank, zeroMatrix } from './gf2.ts';
import { type EveHolds, keyBitsKnown, keyBitsKnownBound } from './knowledge.ts';
import { rowOf } from './toeplitz.ts';

function bitsOf(list: readonly number[]): Bits {
  const bits = zeros(list.length);
  list.forEach((bit, i) => {
    bits.words[i >>> 5] = (bits.words[i >>> 5]! | (bit << (i & 31))) >>> 0;
  });
  return bits;
}
const written = (text: string) => bitsOf([...text].map(Number));
const column = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 1 }), { minLength: length, maxLength: length }).map(bitsOf);

/** Gauss over whole numbers of any size: slow, short, and nothing like the code under test. */
function plainRank(rows: readonly Bits[]): number {
  let left = rows.map((row) =>
    Array.from({ length: row.length }, (_, i) => BigInt(bitOf(row, i)) << BigInt(i)).reduce(
      (a, b) => a | b,
      0n,
    ),
  );
  let found = 0;
  for (;;) {
    const pivot = left.find((row) => row !== 0n);
    if (pivot === undefined) return found;
    found++;
    const lowest = pivot & -pivot;
    left = left.map((row) => ((row & lowest) === 0n ? row : row ^ pivot));
  }
}

function positionsOf(bits: Bits): Uint32Array {
  const positions: number[] = [];
  for (let i = 0; i < bits.length; i++) if (bitOf(bits, i) === 1) positions.push(i);
  return Uint32Array.from(positions);
}

function unit(i: number, n: number): Bits {
  const row = zeros(n);
  row.words[i >>> 5] = (1 << (i & 31)) >>> 0;
  return row;
}

/** m − (rank[P;E;T] − rank[P;E]), row by row; T of the key bits [from, to). */
function byDefinition(
  holds: EveHolds,
  seed: Bits | null,
  outputBits: number,
  { from, to } = { from: 0, to: outputBits },
): number {
  const n = holds.bits;
  const known: Bits[] = [...holds.dense];
  for (const positions of holds.rows) {
    const row = zeros(n);
    for (const i of positions) row.words[i >>> 5]! ^= 1 << (i & 31);
    known.push(row);
  }
  for (let i = 0; i < n; i++) {
    if (holds.certain !== null && bitOf(holds.certain, i) === 1) known.push(unit(i, n));
  }
  const hash = Array.from({ length: to - from }, (_, i) =>
    seed === null ? unit(from + i, n) : rowOf(seed, from + i, { inputBits: n, outputBits }),
  );
  return to - from - (plainRank([...known, ...hash]) - plainRank(known));
}

interface Case {
  readonly holds: EveHolds;
  readonly seed: Bits | null;
  readonly outputBits: number;
}

/** Inputs of up to `most` bits; rows of every weight, also single bits and rows said twice. */
function cases(most: number): fc.Arbitrary<Case> {
  return fc
    .record({ n: fc.integer({ min: 1, max: most }), share: fc.integer({ min: 0, max: 100 }) })
    .chain(({ n, share }) => {
      const sparse = fc
        .uniqueArray(fc.nat(n - 1), { maxLength: 5 })
        .map((p) => Uint32Array.from(p));
      const even = column(n).map(positionsOf);
      const mask = fc
        .array(fc.nat(99), { minLength: n, maxLength: n })
        .map((list) => bitsOf(list.map((x) => (x < share ? 1 : 0))));
      return fc.record({
        holds: fc.record({
          bits: fc.constant(n),
          certain: fc.option(mask),
          rows: fc.array(fc.oneof(sparse, even), { maxLength: Math.ceil(n / 2) }),
          dense: fc.array(column(n), { maxLength: 3 }),
        }),
        seed: fc.option(column(n - 1), { freq: 8 }),
        outputBits: fc.integer({ min: 0, max: n }),
      });
    });
}

describe('rank over two elements', () => {
  test.each(['rndl.rank.n12.known0', 'rndl.rank.n12.known5'])('meets %s', (id) => {
    interface Inputs {
      readonly n: number;
      readonly parities: readonly string[];
      readonly known_positions: readonly number[];
      readonly toeplitz_seed: string;
      readonly l: number;
    }
    const { inputs, expected } = anchor<Inputs, { rank_public: number; rank_all: number }>(id);
    const { n, l } = inputs;
    const known = [
      ...inputs.parities.map(written),
      ...inputs.known_positions.map((i) => unit(i, n)),
    ];
    // The published matrix is the full one: row i is the seed from i on, backwards.
    const hash = Array.from({ length: l }, (_, i) =>
      written([...inputs.toeplitz_seed.slice(i, i + n)].reverse().join('')),
    );
    expect(rank(known, n)).toBe(expected.rank_public);
    expect(rank([...known, ...hash], n)).toBe(expected.rank_all);
  });

  test('is what plain elimination finds', () => {
    const matrices = fc.integer({ min: 1, max: 150 }).chain((n) =>
      fc.record({
        n: fc.constant(n),
        rows: fc.array(column(n), { maxLength: 60 }),
        again: fc.array(fc.tuple(fc.nat(59), fc.nat(59)), { maxLength: 10 }),
      }),
    );
    fc.assert(
      fc.property(matrices, ({ n, rows, again }) => {
        const sums = again
          .filter(([a, b]) => a < rows.length && b < rows.length)
          .map(([a, b]) => ({
            length: n,
            words: rows[a]!.words.map((word, w) => word ^ rows[b]!.words[w]!),
          }));
        const all = [...sums, ...rows];
        expect(rank(all, n)).toBe(plainRank(all));
      }),
      { numRuns: 200, seed: 1984 },
    );
  });

  test('holds for matrices of several words and hundreds of rows', () => {
    // Row i has ones at i, i + 1 and i + 7: a band, and every fifth row is said twice.
    const rows = Array.from({ length: 300 }, (_, i) =>
      bitsOf(
        Array.from({ length: 310 }, (_, c) => (c === i || c === i + 1 || c === i + 7 ? 1 : 0)),
      ),
    );
    expect(rank([...rows.filter((_, i) => i % 5 === 0), ...rows], 310)).toBe(300);
    expect(rank([], 310)).toBe(0);
    expect(rank([zeros(310)], 310)).toBe(0);
  });

  test('a product added to a matrix is the sum of the rows that each row names', () => {
    const [a, b, to] = [zeroMatrix(3, 70), zeroMatrix(70, 40), zeroMatrix(3, 40)];
    b.words.forEach((_, i) => {
      b.words[i] = Math.imul(i + 1, 0x9e3779b9);
    });
    a.words.set([5, 0, 1, 0, -1, 0, -1, -1, 0x3f]);
    to.words.set([1, 2, 3, 4, 5, 6]);
    const wanted = to.words.slice();
    for (let r = 0; r < 3; r++) {
      for (let k = 0; k < 70; k++) {
        if (((a.words[r * 3 + (k >>> 5)]! >>> (k & 31)) & 1) === 0) continue;
        for (let w = 0; w < 2; w++) wanted[2 * r + w]! ^= b.words[2 * k + w]!;
      }
    }
    addProduct(to, a, b);
    expect(to.words).toEqual(wanted);
  });
});

describe('key bits that follow from what Eve holds', () => {
  test('are the ranks of the definition', () => {
    fc.assert(
      fc.property(cases(160), ({ holds, seed, outputBits }) => {
        expect(keyBitsKnown(holds, seed, outputBits)).toEqual({
          known: byDefinition(holds, seed, outputBits),
          by: 'rank',
        });
      }),
      { numRuns: 300, seed: 1984 },
    );
  });

  test('and those of a part of the key', () => {
    fc.assert(
      fc.property(cases(160), fc.nat(160), fc.nat(160), ({ holds, seed, outputBits }, a, b) => {
        const [from, to] = [Math.min(a, b, outputBits), Math.min(Math.max(a, b), outputBits)];
        expect(keyBitsKnown(holds, seed, outputBits, { from, to }).known).toBe(
          byDefinition(holds, seed, outputBits, { from, to }),
        );
      }),
      { numRuns: 300, seed: 1984 },
    );
  });

  test('also in inputs so long that some columns are enough to tell', () => {
    const n = 700;
    const outputBits = 9;
    const seed = bitsOf(Array.from({ length: n - 1 }, (_, i) => ((i * i * i) >>> 5) & 1));
    const hash = (i: number) => positionsOf(rowOf(seed, i, { inputBits: n, outputBits }));
    // Bits just behind x₁ stand in the last columns, which are looked at only if the first leave doubt.
    const early = Uint32Array.from([outputBits, outputBits + 1, outputBits + 2, outputBits + 40]);
    const several = Uint32Array.from({ length: 40 }, (_, i) => 17 * i + 3);
    const certain = bitsOf(Array.from({ length: n }, (_, i) => (i % 3 === 0 ? 1 : 0)));
    for (const [rows, wanted] of [
      [[several], 0],
      [[early, several], 0],
      [[several, hash(4)], 1],
      [[early, hash(0), hash(4), several, hash(8)], 3],
    ] as const) {
      for (const mask of [null, certain]) {
        const holds = { bits: n, certain: mask, rows, dense: [] };
        expect(keyBitsKnown(holds, seed, outputBits).known).toBe(wanted);
        expect(byDefinition(holds, seed, outputBits)).toBe(wanted);
        for (let from = 0; from < outputBits; from++) {
          const part = { from, to: Math.min(outputBits, from + 4) };
          expect(keyBitsKnown(holds, seed, outputBits, part).known).toBe(
            byDefinition(holds, seed, outputBits, part),
          );
        }
      }
    }
  });

  test('are what counting the possible keys one by one shows', () => {
    fc.assert(
      fc.property(cases(10), fc.nat(), ({ holds, seed, outputBits }, drawn) => {
        fc.pre(seed !== null);
        const n = holds.bits;
        const value = bitsOf(Array.from({ length: n }, (_, i) => (drawn >>> i) & 1));
        const rows = [...holds.rows, ...holds.dense.map(positionsOf)];
        const parities = rows.map((positions) => ({
          positions,
          parity: positions.reduce((sum, i) => sum ^ bitOf(value, i), 0) as 0 | 1,
        }));
        const certain = holds.certain ?? zeros(n);
        const { inputs, counts, flat } = possibleKeys(
          { value, certain, parities },
          seed!,
          outputBits,
        );
        const { known } = keyBitsKnown(holds, seed, outputBits);
        const possible = counts.filter((count) => count > 0);
        expect(possible.length).toBe(2 ** (outputBits - known));
        expect(possible.every((count) => count === inputs / possible.length)).toBe(true);
        expect(flat).toBe(known === 0);
      }),
      { numRuns: 300, seed: 1984 },
    );
  });

  test('are all of them when she is certain of everything, and none when she holds nothing', () => {
    fc.assert(
      fc.property(cases(100), ({ holds, seed, outputBits }) => {
        const all = bitsOf(new Array<number>(holds.bits).fill(1));
        expect(keyBitsKnown({ ...holds, certain: all }, seed, outputBits).known).toBe(outputBits);
        const nothing = { bits: holds.bits, certain: null, rows: [], dense: [] };
        expect(keyBitsKnown(nothing, seed, outputBits).known).toBe(0);
      }),
      { numRuns: 60, seed: 1984 },
    );
  });

  test('never get fewer by one more parity, and grow by one at most', () => {
    fc.assert(
      fc.property(cases(100), fc.nat(), ({ holds, seed, outputBits }, at) => {
        const more = Uint32Array.from([at % holds.bits]);
        const { known } = keyBitsKnown(holds, seed, outputBits);
        const then = keyBitsKnown(
          { ...holds, rows: [...holds.rows, more] },
          seed,
          outputBits,
        ).known;
        expect(then - known).toBeGreaterThanOrEqual(0);
        expect(then - known).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100, seed: 1984 },
    );
  });
});

describe('the bound for long keys', () => {
  test('counts what is left to hash against what is taken', () => {
    // 1000 bits, 300 known, 200 parities: 500 left.
    expect(keyBitsKnownBound(1000, 300, 200, 371)).toEqual({
      known: 0,
      by: 'bound',
      log2Chance: -129,
    });
    expect(keyBitsKnownBound(1000, 300, 200, 372)).toEqual({
      known: 1,
      by: 'bound',
      log2Chance: -128,
    });
    expect(keyBitsKnownBound(1000, 300, 200, 500)).toEqual({
      known: 1,
      by: 'bound',
      log2Chance: 0,
    });
    expect(keyBitsKnownBound(1000, 300, 200, 507)).toEqual({
      known: 7,
      by: 'bound',
      log2Chance: 0,
    });
    expect(keyBitsKnownBound(1000, 900, 200, 40)).toEqual({
      known: 40,
      by: 'bound',
      log2Chance: 0,
    });
    expect(keyBitsKnownBound(1000, 0, 0, 0).known).toBe(0);
  });

  test('is hardly ever below the rank', () => {
    // 2^(m − (n − r)) = 2^−12 a case: 2,000 cases show fewer than 6 exceptions unless it is wrong.
    let exceptions = 0;
    for (let trial = 0; trial < 2000; trial++) {
      let state = trial + 1;
      const coin = () => {
        state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39;
        return (state >>> 16) & 1;
      };
      const random = (length: number) => bitsOf(Array.from({ length }, coin));
      const holds = {
        bits: 40,
        certain: null,
        rows: [],
        dense: [0, 1, 2, 3].map(() => random(40)),
      };
      if (keyBitsKnown(holds, random(39), 24).known > 0) exceptions++;
    }
    expect(exceptions).toBeLessThan(6);
  });
});

describe('counting possible keys', () => {
  test('shows a flat count when enough was taken away, and gaps when not', () => {
    const value = written('1011001110');
    const certain = written('1110000000');
    const parities = [{ positions: Uint32Array.from([3, 4, 9]), parity: 1 as const }];
    const seed = written('011010011');
    // Seven unknown bits, one parity: 64 inputs for 16 keys, and never enough for 128.
    const enough = possibleKeys({ value, certain, parities }, seed, 4);
    expect(enough.inputs).toBe(64);
    expect(enough.counts.reduce((a, b) => a + b, 0)).toBe(64);
    const tooFew = possibleKeys({ value, certain, parities }, seed, 7);
    expect(tooFew.flat).toBe(false);
    expect(tooFew.counts.filter((count) => count > 0).length).toBeLessThanOrEqual(64);
  });

  test('parities that contradict each other leave no input', () => {
    const parities = ([0, 1] as const).map((parity) => ({
      positions: Uint32Array.from([0, 1]),
      parity,
    }));
    const none = possibleKeys({ value: zeros(4), certain: zeros(4), parities }, zeros(3), 2);
    expect(none).toEqual({ inputs: 0, counts: new Uint32Array(4), flat: false });
  });

  test('more than fourteen unknown bits are refused', () => {
    const nothing = (n: number) => ({ value: zeros(n), certain: zeros(n), parities: [] });
    expect(possibleKeys(nothing(14), zeros(13), 3).flat).toBe(true);
    expect(() => possibleKeys(nothing(15), zeros(14), 3)).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bits, bitOf, zeros } from '../bits/bits.ts';
import { rank } from './gf2.ts';
import { type Equations, solutionWith, solve } from './solve.ts';

function bitsOf(list: readonly number[]): Bits {
  const bits = zeros(list.length);
  list.forEach((bit, i) => {
    bits.words[i >>> 5] = (bits.words[i >>> 5]! | (bit << (i & 31))) >>> 0;
  });
  return bits;
}

const column = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 1 }), { minLength: length, maxLength: length }).map(bitsOf);

/** Sums of which some follow from others, and what they come to on a drawn x. */
const truths = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((n) =>
    fc.record({
      x: column(n),
      rows: fc.array(
        fc.uniqueArray(fc.nat(n - 1), { maxLength: n }).map((places) => Uint32Array.from(places)),
        { maxLength: n + 2 },
      ),
      dense: fc.array(column(n), { maxLength: 4 }),
      certain: fc.option(column(n)),
      coins: column(n),
    }),
  );

function valueOn(x: Bits, row: Bits | Uint32Array): number {
  if (row instanceof Uint32Array) return row.reduce((sum, i) => sum ^ bitOf(x, i), 0);
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum ^= bitOf(row, i) & bitOf(x, i);
  return sum;
}

type Truths = typeof truths extends (most: number) => fc.Arbitrary<infer T> ? T : never;

function equationsOf({ x, rows, dense, certain }: Truths): Equations {
  return {
    bits: x.length,
    rows,
    dense,
    values: bitsOf([...rows, ...dense].map((row) => valueOn(x, row))),
    // Where she is not certain her notes may say anything.
    known: certain && {
      certain,
      values: { ...x, words: x.words.map((w, i) => w ^ ~certain.words[i]!) },
    },
  };
}

/** The rows, and one for each known bit. */
function allRows({ bits, rows, dense, known }: Equations): Bits[] {
  const marked = (places: Iterable<number>) => {
    const row = zeros(bits);
    for (const i of places) row.words[i >>> 5]! ^= 1 << (i & 31);
    return row;
  };
  const given = Array.from({ length: bits }, (_, i) => i).filter(
    (i) => known !== null && bitOf(known.certain, i) === 1,
  );
  return [...rows.map(marked), ...dense, ...given.map((i) => marked([i]))];
}

test('whatever the coins, a solution fits every sum and every known bit', () => {
  fc.assert(
    fc.property(truths(150), (drawn) => {
      const equations = equationsOf(drawn);
      const solution = solutionWith(solve(equations)!, drawn.coins);
      const { rows, dense, values, known } = equations;
      [...rows, ...dense].forEach((row, r) => {
        expect(valueOn(solution, row)).toBe(bitOf(values, r));
      });
      for (let i = 0; known !== null && i < drawn.x.length; i++) {
        if (bitOf(known.certain, i) === 1) expect(bitOf(solution, i)).toBe(bitOf(drawn.x, i));
      }
      for (let i = solution.length; i < 32 * solution.words.length; i++) {
        expect(bitOf(solution, i)).toBe(0);
      }
    }),
    { seed: 1984, numRuns: 300 },
  );
});

test('every solution comes up, and all equally often', () => {
  fc.assert(
    fc.property(truths(10), (drawn) => {
      const equations = equationsOf(drawn);
      const solved = solve(equations)!;
      const n = drawn.x.length;
      const found = new Map<number, number>();
      for (let coins = 0; coins < 1 << n; coins++) {
        const { words } = solutionWith(solved, { length: n, words: Uint32Array.of(coins) });
        found.set(words[0]!, (found.get(words[0]!) ?? 0) + 1);
      }
      const free = n - rank(allRows(equations), n);
      expect(found.size).toBe(2 ** free);
      expect(new Set(found.values())).toEqual(new Set([2 ** (n - free)]));
    }),
    { seed: 1984, numRuns: 100 },
  );
});

test('sums that contradict one another, or a known bit, have no solution', () => {
  fc.assert(
    fc.property(truths(70), fc.nat(), (drawn, which) => {
      const equations = equationsOf(drawn);
      const all = [...equations.rows, ...equations.dense];
      fc.pre(all.length > 0);
      const again = all[which % all.length]!;
      const row = again instanceof Uint32Array ? again : null;
      fc.pre(row !== null);
      const flipped = bitsOf([
        1 - valueOn(drawn.x, row!),
        ...all.map((each) => valueOn(drawn.x, each)),
      ]);
      expect(solve({ ...equations, rows: [row!, ...equations.rows], values: flipped })).toBeNull();
    }),
    { seed: 1984, numRuns: 100 },
  );
  const x = bitsOf([1, 0, 1]);
  const known = { certain: bitsOf([1, 0, 1]), values: x };
  const sum = { bits: 3, rows: [Uint32Array.of(0, 2)], dense: [], known };
  expect(solve({ ...sum, values: bitsOf([1]) })).toBeNull();
  expect(solve({ ...sum, values: bitsOf([0]) })).not.toBeNull();
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapOf, gapTable } from './gaps.ts';

/** Weight of every gap: how many of the 2³² words stand for it. */
function weights({ bits, threshold, alias }: ReturnType<typeof gapTable>): Float64Array {
  const cell = 2 ** (32 - bits);
  const sum = new Float64Array(1 << bits);
  for (let i = 0; i < sum.length; i++) {
    sum[i] = sum[i]! + threshold[i]!;
    sum[alias[i]!] = sum[alias[i]!]! + (cell - threshold[i]!);
  }
  return sum;
}

const rare = fc.integer({ min: 1, max: Math.floor(0.25 * 2 ** 32) });

describe('a table of gaps', () => {
  test('stands for 2³² words exactly, each gap with its own share of them', () => {
    fc.assert(
      fc.property(fc.oneof(rare, fc.integer({ min: 1, max: 4_294_968 })), (t) => {
        const table = gapTable(t);
        const sum = weights(table);
        expect(sum.reduce((total, weight) => total + weight, 0)).toBe(2 ** 32);
        // Independent route: P(G ≥ j) = qʲ by exact integers.
        const q = 2n ** 32n - BigInt(t);
        let atLeast = 2 ** 32;
        for (const j of [0, 1, 2, 3]) {
          const next = Number(q ** BigInt(j + 1) / 2n ** (32n * BigInt(j)));
          expect(Math.abs(sum[j]! - (atLeast - next))).toBeLessThanOrEqual(1);
          atLeast = next;
        }
      }),
      { seed: 1984, numRuns: 40 },
    );
  });

  test('gives every word one gap of the table', () => {
    fc.assert(
      fc.property(rare, fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (t, word) => {
        const table = gapTable(t);
        const gap = gapOf(table, word);
        expect(gap).toBeGreaterThanOrEqual(0);
        expect(gap).toBeLessThanOrEqual(table.misses);
        expect(weights(table)[gap]).toBeGreaterThan(0);
      }),
      { seed: 1984, numRuns: 40 },
    );
  });

  test('has the mean and the variance of waiting for a rare event', () => {
    // Misses renew the wait: E[G] = E[G₁] + w·(J + E[G]), and the same for squares.
    for (const chance of [1e-5, 1e-3, 0.01, 0.06, 0.25]) {
      const table = gapTable(Math.round(chance * 2 ** 32));
      const share = weights(table).map((weight) => weight / 2 ** 32);
      const J = table.misses;
      const again = share[J]!;
      let first = 0;
      let second = 0;
      for (let j = 0; j < J; j++) {
        first += share[j]! * j;
        second += share[j]! * j * j;
      }
      const mean = (first + again * J) / (1 - again);
      const square = (second + again * (J * J + 2 * J * mean)) / (1 - again);
      const p = Math.round(chance * 2 ** 32) / 2 ** 32;
      // The law is off by at most 2⁻³² a cell, so by p·J·2⁻³² relative.
      expect(mean / ((1 - p) / p)).toBeCloseTo(1, 5);
      expect((square - mean * mean) / ((1 - p) / (p * p))).toBeCloseTo(1, 4);
    }
  });
});

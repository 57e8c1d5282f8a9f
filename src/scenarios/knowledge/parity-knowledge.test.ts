import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank } from '../../core/amplification/gf2.ts';
import type { Bits } from '../../core/bits/bits.ts';
import { openParityKnowledge } from './parity-knowledge.ts';

const BITS = 24;

/** Sets of positions, said in rounds of one to three. */
const said = fc.array(
  fc.array(fc.uniqueArray(fc.nat(BITS - 1), { minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 3,
  }),
  { maxLength: 12 },
);
const certain = fc.uniqueArray(fc.nat(BITS - 1), { maxLength: 8 });

function rowOf(positions: Iterable<number>, bits: number): Bits {
  const words = new Uint32Array((bits + 31) >>> 5);
  for (const i of positions) words[i >>> 5] = words[i >>> 5]! | (1 << (i & 31));
  return { length: bits, words };
}

/** Material of `bits` bits, of which only the first 24 are ever spoken of. */
function open(bits: number, rounds: readonly (readonly number[])[][], sure: readonly number[]) {
  return openParityKnowledge({
    bits,
    certain: rowOf(sure, bits).words,
    rounds: rounds.length,
    parities: (round) => rounds[round]!.map((set) => Uint32Array.from(set)),
    rows: () => [rowOf([0, 1, 2, 3], bits)],
  });
}

test('a bit is hers exactly when its unit row lies in the span', () => {
  fc.assert(
    fc.property(said, certain, fc.nat(12), fc.boolean(), (rounds, sure, asked, compared) => {
      const known = open(BITS, rounds, sure);
      const done = compared ? rounds.length : Math.min(asked, rounds.length);
      const held = [...sure.map((i) => [i]), ...rounds.slice(0, done).flat()];
      if (compared) held.push([0, 1, 2, 3]);
      const rows = held.map((set) => rowOf(set, BITS));
      const all = rank(rows, BITS);
      let count = 0;
      for (let i = 0; i < BITS; i++) {
        const follows = rank([...rows, rowOf([i], BITS)], BITS) === all;
        expect(known.knows(i, asked, compared)).toBe(follows);
        if (follows) count++;
      }
      expect(known.count(asked, compared)).toBe(count);
    }),
    { seed: 1984, numRuns: 150 },
  );
});

test('of long material: nothing that does not follow, and every chain of single open bits', () => {
  const long = 9000;
  fc.assert(
    fc.property(said, certain, fc.nat(12), (rounds, sure, asked) => {
      const chains = open(long, rounds, sure);
      const exact = open(BITS, rounds, sure);
      const done = Math.min(asked, rounds.length);
      const sets = rounds.slice(0, done).flat();
      const hers = new Set(sure);
      for (let grown = true; grown; ) {
        grown = false;
        for (const set of sets) {
          const open_ = set.filter((i) => !hers.has(i));
          if (open_.length !== 1) continue;
          hers.add(open_[0]!);
          grown = true;
        }
      }
      for (let i = 0; i < BITS; i++) {
        expect(chains.knows(i, asked, false)).toBe(hers.has(i));
        if (hers.has(i)) expect(exact.knows(i, asked, false)).toBe(true);
      }
      expect(chains.count(asked, false)).toBe(hers.size);
    }),
    { seed: 1984, numRuns: 150 },
  );
});

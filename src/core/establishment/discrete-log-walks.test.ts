import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  MULTIPLIERS,
  nextMultiplier,
  otherWalks,
  placeOf,
  placeWalk,
  setMultiplier,
  stepAll,
  type Walks,
  walksIn,
} from './discrete-log-walks.ts';
import { type ToyGroup, toyGroup } from './toy-group.ts';

const LARGEST_PART = 33_000_000;

/** Walks that all take the same multiplier whatever the place; null if it cannot be set. */
function walksBy(group: ToyGroup, multiplier: bigint) {
  const walks = walksIn(group, 1);
  for (let i = 0; i < MULTIPLIERS; i++) {
    if (!setMultiplier(walks, group, i, multiplier)) return null;
  }
  return walks;
}

/** The parts of where a walk is, counted from the last. */
const partsOf = ({ cells }: Walks, fromLast = 0) =>
  [cells.at(-2 - 2 * fromLast)!, cells.at(-1 - 2 * fromLast)!] as const;

/** The residue there, 0 … p − 1. */
function residueOf(walks: Walks, { p }: ToyGroup, fromLast = 0): bigint {
  const [high, low] = partsOf(walks, fromLast);
  const at = (BigInt(high) + BigInt(low)) % p;
  return at < 0n ? at + p : at;
}

const residue = ({ p }: ToyGroup) =>
  fc.oneof(
    fc.bigInt({ min: 0n, max: p - 1n }),
    fc.constantFrom(0n, 1n, p - 1n, p / 2n - 1n, p / 2n, p / 2n + 1n),
  );

/** Whole numbers up to a size, the two ends as often as all between. */
const upTo = (size: number) =>
  fc.oneof(fc.integer({ min: -size, max: size }), fc.constantFrom(-size, 1 - size, size - 1, size));

/** Multipliers that a group's walks can take; for 56 bits those with small parts. */
function multiplier(group: ToyGroup): fc.Arbitrary<bigint> {
  const { bits, p } = group;
  if (bits < 56) return residue(group);
  return fc
    .tuple(upTo(LARGEST_PART), upTo(LARGEST_PART))
    .map(([high, low]) => ((BigInt(high) << 28n) + BigInt(low) + p) % p)
    .filter((m) => walksBy(group, m) !== null);
}

describe.each([32, 40, 48, 56] as const)('walks in the group of %i bits', (bits) => {
  const group = toyGroup(bits);
  const half = 2 ** (bits / 2);

  test('stand where they were placed', () => {
    fc.assert(
      fc.property(residue(group), (at) => {
        const walks = walksIn(group, 3);
        placeWalk(walks, group, 1, at);
        expect([0, 1, 2].map((i) => residueOf(walks, group, i))).toEqual([0n, at, 0n]);
      }),
      { numRuns: 300, seed: 1984 },
    );
  });

  test('step as BigInt does, from every place a step can lead to', () => {
    const { fold } = walksIn(group, 0);
    fc.assert(
      fc.property(
        upTo(half / 2),
        upTo(half / 2 + fold),
        multiplier(group),
        (high, low, multiplied) => {
          const walks = walksBy(group, multiplied)!;
          walks.cells.set([high * half, low], walks.cells.length - 2);
          const before = residueOf(walks, group);
          stepAll(walks, 0, new Int32Array(1));
          expect(residueOf(walks, group)).toBe((before * multiplied) % group.p);
          const [highAfter, lowAfter] = partsOf(walks);
          expect(Number.isInteger(highAfter / half)).toBe(true);
          expect(Math.abs(highAfter / half)).toBeLessThanOrEqual(half / 2);
          expect(Math.abs(lowAfter)).toBeLessThanOrEqual(half / 2 + fold);
        },
      ),
      { numRuns: 3000, seed: 1984 },
    );
  });

  test('side by side take the multiplier their place picks, and say where zeros are', () => {
    const none = walksIn(group, 0);
    const table: bigint[] = [];
    for (let m = 987_654_321n; table.length < MULTIPLIERS; m = (m * 48_271n) % group.p) {
      if (setMultiplier(none, group, table.length, m)) table.push(m);
    }
    const walks = otherWalks(none, 5);
    const at = [2n, 3n, 5n, 7n, group.p - 11n];
    at.forEach((place, walk) => {
      placeWalk(walks, group, walk, place);
    });
    const arrived = new Int32Array(5);
    let arrivals = 0;
    for (let step = 0; step < 2000; step++) {
      for (let walk = 0; walk < 5; walk++) {
        at[walk] = (at[walk]! * table[nextMultiplier(walks, walk)]!) % group.p;
      }
      const count = stepAll(walks, 15, arrived);
      arrivals += count;
      expect(at.map((_, walk) => residueOf(walks, group, 4 - walk))).toEqual(at);
      const withZeros = at.flatMap((_, walk) => {
        return Math.abs(partsOf(walks, 4 - walk)[1]) % 16 === 0 ? [walk] : [];
      });
      expect([...arrived.subarray(0, count)]).toEqual(withZeros);
      for (const walk of withZeros) {
        const place = BigInt(placeOf(walks, walk));
        expect([place, place + group.p]).toContain(at[walk]);
      }
    }
    // 10,000 places, p = 1/16: standard error 24.
    expect(Math.abs(arrivals - 625)).toBeLessThan(4 * 24.2);
  });
});

test('only 56 bits have multipliers too large to be exact', () => {
  const large = (bits: 32 | 40 | 48 | 56) => toyGroup(bits).p / 2n;
  for (const bits of [32, 40, 48] as const) {
    expect(walksBy(toyGroup(bits), large(bits))).not.toBeNull();
  }
  expect(walksBy(toyGroup(56), large(56))).toBeNull();
  expect(walksBy(toyGroup(56), BigInt(LARGEST_PART + 1) << 28n)).toBeNull();
  expect(walksBy(toyGroup(56), BigInt(LARGEST_PART + 1))).toBeNull();
});

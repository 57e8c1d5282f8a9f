import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exclusiveOr, type Relation, solveFor } from './relations.ts';

const LENGTH = 4;
const key = fc.uint8Array({ minLength: LENGTH, maxLength: LENGTH });
const seeded = { seed: 1984, numRuns: 300 };

const sumOf = (keys: readonly Uint8Array[], of: readonly number[]) =>
  of.reduce<Uint8Array>((sum, k) => exclusiveOr(sum, keys[k]!), new Uint8Array(LENGTH));

const chain = fc
  .array(key, { minLength: 2, maxLength: 21 })
  .chain((keys) => fc.tuple(fc.constant(keys), fc.nat({ max: keys.length - 1 })));

test('the letters of a chain and any one key of a hop give the first one', () => {
  fc.assert(
    fc.property(chain, ([keys, read]) => {
      const letters = keys.slice(1).map((_, i): Relation => {
        const of = [0, i + 1];
        return { of, sum: sumOf(keys, of) };
      });
      expect(solveFor(0, letters)).toBeNull();
      const memory = { of: [read], sum: keys[read]! };
      expect(solveFor(0, [...letters, memory])).toEqual(keys[0]);
      expect(solveFor(0, [memory, ...letters])).toEqual(keys[0]);
    }),
    seeded,
  );
});

test('the letters alone fit every first key', () => {
  fc.assert(
    fc.property(fc.array(key, { minLength: 2, maxLength: 21 }), key, (keys, other) => {
      const difference = exclusiveOr(keys[0]!, other);
      const others = keys.map((one) => exclusiveOr(one, difference));
      for (let i = 1; i < keys.length; i++) {
        expect(sumOf(others, [0, i])).toEqual(sumOf(keys, [0, i]));
      }
    }),
    seeded,
  );
});

test('any system: found just when some of its relations add up to the key', () => {
  const system = fc.array(fc.uniqueArray(fc.nat({ max: 4 }), { maxLength: 5 }), { maxLength: 6 });
  const five = fc.array(key, { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(system, five, fc.nat({ max: 4 }), (sums, keys, wanted) => {
      const masks = sums.map((of) => of.reduce((mask, k) => mask ^ (1 << k), 0));
      const follows = Array.from({ length: 1 << masks.length }, (_, chosen) =>
        masks.reduce((sum, mask, i) => ((chosen >>> i) & 1 ? sum ^ mask : sum), 0),
      ).includes(1 << wanted);
      const found = solveFor(
        wanted,
        sums.map((of) => ({ of, sum: sumOf(keys, of) })),
      );
      expect(found).toEqual(follows ? keys[wanted] : null);
    }),
    seeded,
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitOf, countOnes } from '../../core/bits/bits.ts';
import { toyKeys } from './toy-keys.ts';

const toy = fc.record({
  seed: fc.nat(1_000_000),
  unknownBits: fc.integer({ min: 1, max: 10 }),
  knownBits: fc.nat(10),
  parities: fc.nat(5),
  length: fc.integer({ min: 1, max: 12 }),
});

test('inputs, keys and what she is missing agree with one another', () => {
  fc.assert(
    fc.property(toy, (asked) => {
      const bits = asked.unknownBits + asked.knownBits;
      const length = Math.min(asked.length, bits);
      const found = toyKeys({ ...asked, length });
      const { value, certain, parities, missing, inputs, counts, flat } = found;
      expect(countOnes(certain.words, certain.words.length)).toBe(asked.knownBits);
      for (const { positions, parity } of parities) {
        let sum = 0;
        for (const i of positions) sum ^= bitOf(value, i);
        expect(parity).toBe(sum);
      }
      expect(inputs).toBe(2 ** missing);
      const possible = [...counts].filter((count) => count > 0);
      expect(counts.length).toBe(2 ** length);
      expect(possible.reduce((sum, count) => sum + count, 0)).toBe(inputs);
      // Keys that can come up at all come up equally often, and each bit she knows halves them.
      expect(new Set(possible).size).toBe(1);
      expect(possible.length).toBe(2 ** (length - found.keyBitsKnown));
      expect(flat).toBe(found.keyBitsKnown === 0);
      expect(counts[found.key]).toBeGreaterThan(0);
      if (length > missing) expect(flat).toBe(false);
    }),
    { seed: 1984, numRuns: 200 },
  );
});

test('as the key grows past what she is missing, the picture stops being flat', () => {
  const asked = { unknownBits: 11, knownBits: 7, parities: 3 } as const;
  let early = 0;
  for (let seed = 0; seed < 100; seed++) {
    const at = (length: number) => toyKeys({ seed, ...asked, length });
    const { missing, value } = at(1);
    expect(missing).toBeGreaterThanOrEqual(8);
    expect(at(missing + 1).flat).toBe(false);
    expect(at(missing + 1).value).toEqual(value);
    if (at(missing - 3).flat) early++;
  }
  // Three bits below the brink a random matrix fails in 1 case of 8 at most.
  expect(early).toBeGreaterThan(75);
});

test('a key of no bits, of too many, or longer than its input is refused', () => {
  const asked = { seed: 1, unknownBits: 6, knownBits: 3, parities: 0 } as const;
  for (const length of [0, 10, 15]) {
    expect(() => toyKeys({ ...asked, length })).toThrow(RangeError);
  }
  expect(() => toyKeys({ ...asked, unknownBits: 15, length: 3 })).toThrow(RangeError);
});

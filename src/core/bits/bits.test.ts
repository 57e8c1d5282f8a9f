import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bitOf, bitsOf, bytesOf, onesBefore, popcount32, validMask, zeros } from './bits.ts';

/** Words that random numbers seldom are. */
const word = fc.oneof(
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.constantFrom(0, 0xffffffff, 0x80000000, 0x7fffffff, 1),
);

describe('a packed column', () => {
  test('counts the ones before every place as a loop would, signed words or not', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), fc.nat(200), (words, end) => {
        const wanted = Math.min(end, words.length * 32);
        let ones = 0;
        for (let i = 0; i < wanted; i++) ones += (words[i >>> 5]! >>> (i & 31)) & 1;
        expect(onesBefore(Uint32Array.from(words), wanted)).toBe(ones);
        expect(onesBefore(Int32Array.from(words), wanted)).toBe(ones);
      }),
      { seed: 1984, numRuns: 500 },
    );
  });

  test('counts the ones of a word', () => {
    fc.assert(
      fc.property(word, (value) => {
        const ones = [...value.toString(2)].filter((digit) => digit === '1').length;
        expect(popcount32(value)).toBe(ones);
        expect(popcount32(value | 0)).toBe(ones);
      }),
      { seed: 1984 },
    );
  });

  test('becomes bytes with bit 0 on top of byte 0, and comes back, at every length', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 140 }), (flags) => {
        const bits = zeros(flags.length);
        flags.forEach((flag, i) => {
          if (flag) bits.words[i >>> 5]! |= 1 << (i & 31);
        });
        const bytes = bytesOf(bits);
        expect(bytes).toHaveLength(Math.ceil(flags.length / 8));
        for (let i = 0; i < bytes.length * 8; i++) {
          const expected = flags[i] === true ? 1 : 0;
          expect((bytes[i >>> 3]! >>> (7 - (i & 7))) & 1).toBe(expected);
        }
        expect(bitsOf(bytes, flags.length)).toEqual(bits);
      }),
      { seed: 1984, numRuns: 300 },
    );
  });

  test('is refused when bytes and length disagree', () => {
    expect(() => bitsOf(new Uint8Array(2), 17)).toThrow('17 bits need 3 bytes, got 2');
    expect(() => bitsOf(new Uint8Array(2), 8)).toThrow(RangeError);
  });

  test('has nothing beyond its length', () => {
    expect(validMask(40, 0)).toBe(0xffffffff);
    expect(validMask(40, 1)).toBe(0xff);
    expect(validMask(40, 2)).toBe(0);
    expect(validMask(64, 1)).toBe(0xffffffff);
    expect(bitOf(zeros(8), 400)).toBe(0);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appendRange, appendWhere, closeAppender, openAppender } from './appender.ts';
import { bitOf } from './bits.ts';

const word = fc.oneof(
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.constantFrom(0, 0xffffffff, 0x80000000, 1),
);
const WORDS = 5;
const column = fc.array(word, { minLength: WORDS, maxLength: WORDS });
/** Lengths 0…160 from places 0…160: odd offsets, whole words and nothing at all. */
const range = fc
  .tuple(fc.nat(WORDS * 32), fc.nat(WORDS * 32))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

const bitIn = (words: readonly number[], i: number) => (words[i >>> 5]! >>> (i & 31)) & 1;

function expectBits(appender: ReturnType<typeof openAppender>, expected: readonly number[]): void {
  const bits = closeAppender(appender);
  expect(bits.length).toBe(expected.length);
  expect(bits.words).toHaveLength((expected.length + 31) >>> 5);
  expect(Array.from(expected, (_, i) => bitOf(bits, i))).toEqual(expected);
  // Padding is clean, so a column can be counted by words.
  for (let i = bits.length; i < bits.words.length * 32; i++) expect(bitOf(bits, i)).toBe(0);
}

describe('an appender', () => {
  test('takes ranges one after the other as a loop would, whatever their offsets', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(column, range), { maxLength: 5 }), (pieces) => {
        for (const array of [Int32Array, Uint32Array]) {
          const appender = openAppender(0);
          const expected: number[] = [];
          for (const [words, piece] of pieces) {
            appendRange(appender, array.from(words), piece);
            for (let i = piece.from; i < piece.to; i++) expected.push(bitIn(words, i));
          }
          expectBits(appender, expected);
        }
      }),
      { seed: 1984, numRuns: 400 },
    );
  });

  test('takes the bits under a mask as a loop would, whatever their offsets', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(column, column, range), { maxLength: 5 }), (pieces) => {
        for (const array of [Int32Array, Uint32Array]) {
          const appender = openAppender(0);
          const expected: number[] = [];
          for (const [words, mask, piece] of pieces) {
            appendWhere(appender, array.from(words), array.from(mask), piece);
            for (let i = piece.from; i < piece.to; i++) {
              if (bitIn(mask, i) === 1) expected.push(bitIn(words, i));
            }
          }
          expectBits(appender, expected);
        }
      }),
      { seed: 1984, numRuns: 400 },
    );
  });

  test('grows over many whole words of ones', () => {
    const appender = openAppender(0);
    const ones = new Int32Array(64).fill(-1);
    appendRange(appender, ones, { from: 3, to: 4 });
    for (let i = 0; i < 50; i++) appendWhere(appender, ones, ones, { from: 0, to: 2048 });
    expectBits(appender, new Array<number>(50 * 2048 + 1).fill(1));
  });
});

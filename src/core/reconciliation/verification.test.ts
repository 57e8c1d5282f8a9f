import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { elementOf, multiply } from '../authentication/gf128.ts';
import { type Bits, bitOf, bitsOf, bytesOf, popcount32, zeros } from '../bits/bits.ts';
import { VERIFICATION_SEED_BYTES, verificationHash, verificationRow } from './verification.ts';

const seeds = fc.uint8Array({
  minLength: VERIFICATION_SEED_BYTES,
  maxLength: VERIFICATION_SEED_BYTES,
});
const keys = fc
  .integer({ min: 1, max: 700 })
  .chain((length) =>
    fc
      .uint8Array({ minLength: (length + 7) >>> 3, maxLength: (length + 7) >>> 3 })
      .map((bytes) => bitsOf(bytes, length)),
  );

function sum(a: Bits, b: Bits): Bits {
  return { length: a.length, words: a.words.map((word, w) => word ^ b.words[w]!) };
}

describe('the comparison after Correct', () => {
  test('has as many bits as ε_cor = 10⁻¹⁵ needs, and no others', () => {
    const { expected } = anchor<unknown, number>('verify.bits.1e-15');
    fc.assert(
      fc.property(keys, seeds, (key, seed) => {
        const hash = bitsOf(verificationHash(key, seed), 56);
        for (let i = expected; i < 56; i++) expect(bitOf(hash, i)).toBe(0);
      }),
      { seed: 1984, numRuns: 50 },
    );
    const last = Array.from({ length: 64 }, (_, i) =>
      bitOf(bitsOf(verificationHash(keyOf(300, i), seedOf(i)), 56), expected - 1),
    );
    expect(new Set(last).size).toBe(2);
  });

  test('is the polynomial of the blocks, in the field and in this order', () => {
    fc.assert(
      fc.property(keys, seeds, (key, seed) => {
        const bytes = new Uint8Array(Math.ceil(key.length / 128) * 16);
        bytes.set(bytesOf(key));
        const point = elementOf(seed.slice(0, 16));
        let value = new Uint32Array(4);
        for (let at = 0; at < bytes.length; at += 16) {
          const block = elementOf(bytes.slice(at, at + 16));
          value = Uint32Array.from(
            multiply(
              value.map((word, w) => word ^ block[w]!),
              point,
            ),
          );
        }
        value = Uint32Array.from(multiply(elementOf(seed.slice(16)), value));
        const hash = new DataView(verificationHash(key, seed).buffer);
        expect(hash.getUint32(0)).toBe(value[0]);
        expect(hash.getUint16(4)).toBe(value[1]! >>> 16);
        expect(hash.getUint8(6)).toBe((value[1]! >>> 8) & 0xff & 0xc0);
      }),
      { seed: 1984, numRuns: 60 },
    );
  });

  test('is the parities of its rows, so it is linear', () => {
    fc.assert(
      fc.property(keys, seeds, (key, seed) => {
        const hash = bitsOf(verificationHash(key, seed), 56);
        for (let row = 0; row < 50; row++) {
          const { length, words } = verificationRow(seed, row, key.length);
          expect(length).toBe(key.length);
          const ones = words.reduce((n, word, w) => n + popcount32(word & key.words[w]!), 0);
          expect(ones & 1).toBe(bitOf(hash, row));
        }
        expect(verificationHash(zeros(key.length), seed)).toEqual(new Uint8Array(7));
      }),
      { seed: 1984, numRuns: 60 },
    );
  });

  test('tells keys apart that differ in one bit, wherever it is', () => {
    for (const length of [1, 127, 128, 129, 1000]) {
      const key = keyOf(length, length);
      const seed = seedOf(length);
      const hash = verificationHash(key, seed);
      for (let i = 0; i < length; i++) {
        const one = zeros(length);
        one.words[i >>> 5] = (1 << (i & 31)) >>> 0;
        expect(verificationHash(sum(key, one), seed)).not.toEqual(hash);
      }
    }
  });

  test('leaves each bit of the hash of a difference as even as a coin over the seeds', () => {
    // 4,000 seeds and one difference: a bit is 1 in half of them, standard error √(4000/4) = 31.6.
    const difference = zeros(5000);
    difference.words[3] = 0x80000000;
    difference.words[100] = 1;
    const ones = new Uint32Array(50);
    for (let s = 0; s < 4000; s++) {
      const hash = bitsOf(verificationHash(difference, seedOf(s)), 56);
      for (let row = 0; row < 50; row++) ones[row]! += bitOf(hash, row);
    }
    for (const count of ones) expect(Math.abs(count - 2000)).toBeLessThan(4.5 * 31.6);
  });

  test('refuses a seed of another length', () => {
    expect(() => verificationHash(zeros(8), new Uint8Array(16))).toThrow(/"seed" expected 32/);
  });
});

/** Bytes that look random and are the same every time. */
function bytesFrom(start: number, length: number): Uint8Array {
  let state = (start * 2_654_435_761 + 1) >>> 0;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 24) ^ (state >>> 9);
  });
}

function seedOf(start: number): Uint8Array {
  return bytesFrom(start, VERIFICATION_SEED_BYTES);
}

function keyOf(length: number, start: number): Bits {
  return bitsOf(bytesFrom(start + 77, (length + 7) >>> 3), length);
}

import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { tagsEqual } from './compare.ts';
import { absorb, finish, openGhash } from './ghash.ts';
import { type WegmanCarterKey, wegmanCarterOddsLog2, wegmanCarterTag } from './wegman-carter.ts';

const sixteen = fc.uint8Array({ minLength: 16, maxLength: 16 });
const text = fc.uint8Array({ minLength: 1, maxLength: 100 });

interface Sealed {
  readonly key: WegmanCarterKey;
  readonly mask: Uint8Array;
}

/** Keys for every length of tag; a uniform h is never 0 in practice, so 0 is left out here. */
const anySeal = fc
  .record({
    h: sixteen.filter(notZero),
    second: sixteen.filter(notZero),
    mask: sixteen,
    tagBits: fc.integer({ min: 8, max: 128 }),
  })
  .map(({ h, second, mask, tagBits }): Sealed => {
    const key = { h, second: tagBits === 128 ? null : second, tagBits };
    return { key, mask: mask.slice(0, Math.ceil(tagBits / 8)) };
  });
/** Long enough that an altered text fits by chance less than once in 2^60 tries. */
const longSeal = anySeal.filter(({ key }) => key.tagBits >= 64);

function notZero(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte !== 0);
}

function tagOf(bytes: Uint8Array, { key, mask }: Sealed): Uint8Array {
  const ghash = openGhash(key.h);
  absorb(ghash, bytes);
  return wegmanCarterTag(finish(ghash), key, mask);
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const other = bytes.slice();
  other[(bit >> 3) % bytes.length]! ^= 128 >> (bit & 7);
  return other;
}

test('a whole tag meets wc.ghash-otp, and so does its bound', () => {
  const { inputs, expected } = anchor<
    { readonly H: string; readonly message_hex: string; readonly otp: string },
    { readonly tag: string; readonly blocks: number; readonly forgery_bound: number }
  >('wc.ghash-otp');
  const key = { h: hexToBytes(inputs.H), second: null, tagBits: 128 };
  const tag = tagOf(hexToBytes(inputs.message_hex), { key, mask: hexToBytes(inputs.otp) });
  expect(bytesToHex(tag)).toBe(expected.tag);
  const odds = wegmanCarterOddsLog2(expected.blocks, 128);
  expect(odds).toBeCloseTo(Math.log2(expected.forgery_bound), 12);
});

describe('a tag', () => {
  test('fits the unchanged text under the unchanged key', () => {
    fc.assert(
      fc.property(anySeal, text, (seal, bytes) => {
        const again = { key: { ...seal.key, h: seal.key.h.slice() }, mask: seal.mask.slice() };
        expect(tagsEqual(tagOf(bytes, seal), tagOf(bytes.slice(), again), seal.key.tagBits)).toBe(
          true,
        );
      }),
      { numRuns: 300, seed: 1984 },
    );
  });

  test('does not fit once one bit of the text is different, or one byte more or fewer', () => {
    fc.assert(
      fc.property(longSeal, text, fc.nat(799), (seal, bytes, bit) => {
        const tag = tagOf(bytes, seal);
        const altered = [flipped(bytes, bit), bytes.slice(1), Uint8Array.of(...bytes, 0)];
        for (const other of altered) {
          expect(tagsEqual(tag, tagOf(other, seal), seal.key.tagBits)).toBe(false);
        }
      }),
      { numRuns: 300, seed: 1984 },
    );
  });

  test('does not fit once one bit of either secret or of the mask is different', () => {
    fc.assert(
      fc.property(longSeal, text, fc.nat(63), ({ key, mask }, bytes, bit) => {
        const tag = tagOf(bytes, { key, mask });
        const others: Sealed[] = [
          { key: { ...key, h: flipped(key.h, bit) }, mask },
          { key, mask: flipped(mask, bit) },
        ];
        if (key.second !== null) {
          others.push({ key: { ...key, second: flipped(key.second, bit) }, mask });
        }
        for (const other of others) {
          expect(tagsEqual(tag, tagOf(bytes, other), key.tagBits)).toBe(false);
        }
      }),
      { numRuns: 300, seed: 1984 },
    );
  });

  test('has zero bits after its last one, whatever the mask has there', () => {
    fc.assert(
      fc.property(anySeal, text, ({ key, mask }, bytes) => {
        const surplus = 8 * mask.length - key.tagBits;
        const tag = tagOf(bytes, { key, mask: mask.map(() => 255) });
        expect(tag).toHaveLength(Math.ceil(key.tagBits / 8));
        expect(tag.at(-1)! & ((1 << surplus) - 1)).toBe(0);
      }),
      { numRuns: 300, seed: 1984 },
    );
  });

  test('is made of the mask, bit for bit: masks differ as their tags do', () => {
    fc.assert(
      fc.property(anySeal, text, fc.nat(127), ({ key, mask }, bytes, bit) => {
        fc.pre(bit < key.tagBits);
        const tag = tagOf(bytes, { key, mask });
        expect(tagOf(bytes, { key, mask: flipped(mask, bit) })).toEqual(flipped(tag, bit));
      }),
      { seed: 1984 },
    );
  });
});

describe('the bound on forging', () => {
  test('is the number of blocks over 2^128 for a whole tag', () => {
    expect([1, 2, 1024].map((blocks) => wegmanCarterOddsLog2(blocks, 128))).toEqual([
      -128, -127, -118,
    ]);
  });

  test('is a guess for a short tag, however long the letter', () => {
    expect(wegmanCarterOddsLog2(1e6, 8)).toBe(-8);
    expect(wegmanCarterOddsLog2(1, 64)).toBeCloseTo(-64, 12);
  });

  test('adds both parts where they are of one size', () => {
    // 2^−120 + 256·2^−128 = 2^−119, and 2^−127 + 6·2^−128 = 2^−125.
    expect(wegmanCarterOddsLog2(256, 120)).toBeCloseTo(-119, 12);
    expect(wegmanCarterOddsLog2(6, 127)).toBeCloseTo(-125, 12);
  });
});

test('a key, hash or mask that does not fit is refused', () => {
  const hash = new Uint8Array(16);
  const h = new Uint8Array(16).fill(1);
  const short: WegmanCarterKey = { h, second: h, tagBits: 16 };
  const two = new Uint8Array(2);
  expect(wegmanCarterTag(hash, short, two)).toEqual(two);
  expect(() => wegmanCarterTag(hash, { ...short, second: null }, two)).toThrow('second');
  expect(() => wegmanCarterTag(hash, { ...short, tagBits: 128 }, hash)).toThrow('second');
  expect(() => wegmanCarterTag(hash, { ...short, tagBits: 7 }, two)).toThrow('tagBits');
  expect(() => wegmanCarterTag(hash, { ...short, tagBits: 12.5 }, two)).toThrow('tagBits');
  expect(() => wegmanCarterTag(hash, { ...short, tagBits: 129 }, hash)).toThrow('tagBits');
  expect(() => wegmanCarterTag(hash, short, new Uint8Array(3))).toThrow('mask');
  expect(() => wegmanCarterTag(two, short, two)).toThrow(RangeError);
  expect(() => wegmanCarterOddsLog2(0, 128)).toThrow(RangeError);
  expect(() => wegmanCarterOddsLog2(1, 4)).toThrow(RangeError);
});

import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { tagsEqual } from './compare.ts';
import { absorb, finish, hmacOddsLog2, openHmac } from './hmac.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const text = fc.uint8Array({ minLength: 1, maxLength: 100 });

function tagOf(secret: Uint8Array, bytes: Uint8Array, tagBits: number): Uint8Array {
  const running = openHmac(secret);
  absorb(running, bytes);
  return finish(running, tagBits);
}

test.each(['hmac.rfc4231.1', 'hmac.rfc4231.2'])('the whole tag meets %s', (id) => {
  const { inputs, expected } = anchor<{ readonly key: string; readonly data: string }, string>(id);
  const tag = tagOf(hexToBytes(inputs.key), hexToBytes(inputs.data), 256);
  expect(bytesToHex(tag)).toBe(expected);
});

test('a tag of 128 bits meets RFC 4231 §4.6', () => {
  const tag = tagOf(
    hexToBytes('0c'.repeat(20)),
    hexToBytes('546573742057697468205472756e636174696f6e'),
    128,
  );
  expect(bytesToHex(tag)).toBe('a3b6167473100ee06e0c796c2955552b');
});

test('a shorter tag is the beginning of the whole one, zeros after its last bit', () => {
  fc.assert(
    fc.property(key, text, fc.integer({ min: 8, max: 256 }), (secret, bytes, tagBits) => {
      const bits = (tag: Uint8Array) =>
        [...tag].map((byte) => byte.toString(2).padStart(8, '0')).join('');
      const short = bits(tagOf(secret, bytes, tagBits));
      const whole = bits(tagOf(secret, bytes, 256));
      expect(short).toBe(whole.slice(0, tagBits).padEnd(8 * Math.ceil(tagBits / 8), '0'));
    }),
    { seed: 1984 },
  );
});

test('how the text is cut does not matter, and asking early does not disturb', () => {
  fc.assert(
    fc.property(key, text, text, (secret, a, b) => {
      const running = openHmac(secret);
      absorb(running, a);
      expect(finish(running, 256)).toEqual(tagOf(secret, a, 256));
      absorb(running, b);
      expect(finish(running, 256)).toEqual(tagOf(secret, Uint8Array.of(...a, ...b), 256));
    }),
    { seed: 1984 },
  );
});

test('a tag fits if and only if text and key are unchanged', () => {
  fc.assert(
    fc.property(key, text, fc.nat(255), (secret, bytes, bit) => {
      const tag = tagOf(secret, bytes, 128);
      expect(tagsEqual(tag, tagOf(secret.slice(), bytes.slice(), 128), 128)).toBe(true);
      const otherKey = secret.slice();
      otherKey[bit >> 3]! ^= 1 << (bit & 7);
      const otherText = bytes.slice();
      otherText[(bit >> 3) % bytes.length]! ^= 1 << (bit & 7);
      expect(tagsEqual(tag, tagOf(otherKey, bytes, 128), 128)).toBe(false);
      expect(tagsEqual(tag, tagOf(secret, otherText, 128), 128)).toBe(false);
    }),
    { seed: 1984 },
  );
});

test('the best known odds are those of a guess', () => {
  expect([8, 128, 256].map(hmacOddsLog2)).toEqual([-8, -128, -256]);
  for (const wrong of [7, 257, 8.5]) {
    expect(() => hmacOddsLog2(wrong)).toThrow(RangeError);
    expect(() => finish(openHmac(new Uint8Array(32)), wrong)).toThrow(RangeError);
  }
});

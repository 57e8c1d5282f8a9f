import { gcm } from '@noble/ciphers/aes.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { absorb, finish, openGhash } from './ghash.ts';
import { gmacOddsLog2, openGmac } from './gmac.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const nonce = fc.uint8Array({ minLength: 12, maxLength: 12 });

function tagOf(aesKey: Uint8Array, number: Uint8Array, text: Uint8Array): Uint8Array {
  const gmac = openGmac(aesKey);
  const ghash = openGhash(gmac.h);
  absorb(ghash, text);
  const mask = gmac.mask(number);
  return finish(ghash).map((byte, i) => byte ^ mask[i]!);
}

test('meets the published AES-256 case without text: h, mask and tag', () => {
  const { inputs, expected } = anchor<
    { readonly key: string; readonly nonce: string },
    { readonly h: string; readonly tag: string }
  >('gmac.empty');
  const gmac = openGmac(hexToBytes(inputs.key));
  expect(bytesToHex(gmac.h)).toBe(expected.h);
  // GHASH of nothing is the length block 0 times h: the tag is the mask.
  expect(bytesToHex(gmac.mask(hexToBytes(inputs.nonce)))).toBe(expected.tag);
});

test('meets gmac.macsec.54', () => {
  const { inputs, expected } = anchor<
    { readonly key: string; readonly nonce: string; readonly text: string },
    { readonly h: string; readonly tag: string }
  >('gmac.macsec.54');
  expect(bytesToHex(openGmac(hexToBytes(inputs.key)).h)).toBe(expected.h);
  const tag = tagOf(hexToBytes(inputs.key), hexToBytes(inputs.nonce), hexToBytes(inputs.text));
  expect(bytesToHex(tag)).toBe(expected.tag);
});

test('is the tag that AES-256-GCM puts on an empty message with this text beside it', () => {
  fc.assert(
    fc.property(key, nonce, fc.uint8Array({ maxLength: 200 }), (aesKey, number, text) => {
      const whole = gcm(aesKey, number, text).encrypt(new Uint8Array(0));
      expect(bytesToHex(tagOf(aesKey, number, text))).toBe(bytesToHex(whole));
    }),
    { numRuns: 100, seed: 1984 },
  );
});

test('keeps its key when the caller writes over it', () => {
  const buffer = new Uint8Array(32).fill(7);
  const gmac = openGmac(buffer);
  const before = gmac.mask(new Uint8Array(12));
  buffer.fill(0);
  expect(gmac.mask(new Uint8Array(12))).toEqual(before);
});

test('the bound grows with the letter, shrinks with the tag, and is never more than certainty', () => {
  expect(gmacOddsLog2(1, 128)).toBe(-128);
  expect(gmacOddsLog2(1024, 128)).toBeCloseTo(-118, 12);
  expect(gmacOddsLog2(160, 8)).toBeCloseTo(Math.log2(160 / 256), 12);
  expect(gmacOddsLog2(1e6, 8)).toBe(0);
  expect(() => gmacOddsLog2(0, 128)).toThrow('blocks');
  expect(() => gmacOddsLog2(1, 129)).toThrow('tagBits');
});

test('a key or nonce of another length is refused', () => {
  expect(() => openGmac(new Uint8Array(16))).toThrow('key');
  expect(() => openGmac(new Uint8Array(32)).mask(new Uint8Array(16))).toThrow('nonce');
});

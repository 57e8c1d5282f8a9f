import { createCipheriv } from 'node:crypto';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { openEnvelope, sealEnvelope } from './aes-gcm.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const under = fc.record({
  key: bytes(32),
  nonce: bytes(12),
  aad: fc.uint8Array({ maxLength: 40 }),
});
const text = fc.uint8Array({ maxLength: 100 });

test('meets aes-256-gcm.16, both ways', () => {
  const { inputs, expected } = anchor<
    Readonly<Record<'key' | 'nonce' | 'aad' | 'plaintext', string>>,
    { readonly ciphertext: string; readonly tag: string }
  >('aes-256-gcm.16');
  const envelopeKey = {
    key: hexToBytes(inputs.key),
    nonce: hexToBytes(inputs.nonce),
    aad: hexToBytes(inputs.aad),
  };
  const envelope = sealEnvelope(hexToBytes(inputs.plaintext), envelopeKey);
  expect(bytesToHex(envelope)).toBe(expected.ciphertext + expected.tag);
  const opened = openEnvelope(envelope, envelopeKey);
  expect(opened && bytesToHex(opened)).toBe(inputs.plaintext);
});

test('is what another implementation makes', () => {
  fc.assert(
    fc.property(under, text, (envelopeKey, plaintext) => {
      const cipher = createCipheriv('aes-256-gcm', envelopeKey.key, envelopeKey.nonce);
      cipher.setAAD(envelopeKey.aad);
      const theirs = cipher.update(plaintext, undefined, 'hex') + cipher.final('hex');
      const tag = cipher.getAuthTag().toString('hex');
      expect(bytesToHex(sealEnvelope(plaintext, envelopeKey))).toBe(theirs + tag);
    }),
    { numRuns: 50, seed: 1984 },
  );
});

test('opens to the text, and to nothing after one bit of anything has changed', () => {
  fc.assert(
    fc.property(under, text, fc.nat(), fc.nat(7), (envelopeKey, plaintext, at, bit) => {
      const envelope = sealEnvelope(plaintext, envelopeKey);
      expect(openEnvelope(envelope, envelopeKey)).toEqual(plaintext);
      const flipped = (some: Uint8Array) => {
        const other = Uint8Array.from(some.length === 0 ? [0] : some);
        other[at % other.length]! ^= 1 << bit;
        return other;
      };
      const { key, nonce, aad } = envelopeKey;
      expect(openEnvelope(flipped(envelope), envelopeKey)).toBeNull();
      expect(openEnvelope(envelope, { key: flipped(key), nonce, aad })).toBeNull();
      expect(openEnvelope(envelope, { key, nonce: flipped(nonce), aad })).toBeNull();
      expect(openEnvelope(envelope, { key, nonce, aad: flipped(aad) })).toBeNull();
    }),
    { numRuns: 100, seed: 1984 },
  );
});

test('an envelope too short for a tag does not open; a key or nonce that does not fit is refused', () => {
  const envelopeKey = {
    key: new Uint8Array(32),
    nonce: new Uint8Array(12),
    aad: new Uint8Array(0),
  };
  expect(openEnvelope(new Uint8Array(15), envelopeKey)).toBeNull();
  const short = { ...envelopeKey, key: new Uint8Array(16) };
  expect(() => sealEnvelope(new Uint8Array(1), short)).toThrow('key');
  expect(() => openEnvelope(new Uint8Array(15), short)).toThrow('key');
  const long = { ...envelopeKey, nonce: new Uint8Array(16) };
  expect(() => sealEnvelope(new Uint8Array(1), long)).toThrow('nonce');
});

import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { combinedKey, sessionKey } from './session-key.ts';

const secret = fc.uint8Array({ minLength: 1, maxLength: 40 });
const transcript = fc.uint8Array({ maxLength: 200 });
const runs = { numRuns: 100, seed: 1984 };

/** The same bytes with one bit turned. */
function turned(bytes: Uint8Array, bit: number): Uint8Array {
  const other = bytes.slice();
  const at = bit % (8 * other.length);
  other[at >> 3]! ^= 1 << (at & 7);
  return other;
}

/** HKDF-SHA-256 as RFC 5869 writes it, on another HMAC. */
function byTheBook(salt: Uint8Array, ikm: Uint8Array, info: Uint8Array, length: number): string {
  const prk = createHmac('sha256', salt).update(ikm).digest();
  let block: Uint8Array = new Uint8Array(0);
  let okm = '';
  for (let i = 1; okm.length < 2 * length; i++) {
    block = createHmac('sha256', prk).update(block).update(info).update(Uint8Array.of(i)).digest();
    okm += bytesToHex(block);
  }
  return okm.slice(0, 2 * length);
}

test('HKDF meets RFC 5869, case 1', () => {
  const { inputs, expected } = anchor<
    { readonly ikm: string; readonly salt: string; readonly info: string; readonly L: number },
    { readonly okm: string }
  >('hkdf.rfc5869.1');
  const [salt, ikm, info] = [inputs.salt, inputs.ikm, inputs.info].map((hex) => hexToBytes(hex));
  expect(bytesToHex(hkdf(sha256, ikm!, salt!, info!, inputs.L))).toBe(expected.okm);
  expect(byTheBook(salt!, ikm!, info!, inputs.L)).toBe(expected.okm);
});

describe('the key of one secret', () => {
  test('is HKDF of it, with prefix and digest of the transcript', () => {
    fc.assert(
      fc.property(secret, transcript, fc.integer({ min: 1, max: 300 }), (shared, said, bytes) => {
        const prefix = Buffer.from('light-and-letters/1/session-key/');
        const info = Buffer.concat([prefix, createHash('sha256').update(said).digest()]);
        const expected = Buffer.from(hkdfSync('sha256', shared, prefix, info, bytes));
        expect(bytesToHex(sessionKey(shared, said, 8 * bytes))).toBe(expected.toString('hex'));
      }),
      runs,
    );
  });

  test('is another one when a bit of secret or transcript is another one', () => {
    fc.assert(
      fc.property(secret, secret, fc.nat(), (shared, said, bit) => {
        const key = sessionKey(shared, said, 256);
        expect(sessionKey(turned(shared, bit), said, 256)).not.toEqual(key);
        expect(sessionKey(shared, turned(said, bit), 256)).not.toEqual(key);
      }),
      runs,
    );
  });

  test('has 1 to 8160 whole bytes', () => {
    const shared = new Uint8Array(32);
    expect(sessionKey(shared, new Uint8Array(0), 65_280)).toHaveLength(8160);
    for (const bits of [0, -8, 12, 65_288, Number.NaN]) {
      expect(() => sessionKey(shared, new Uint8Array(0), bits)).toThrow('"bits"');
    }
    expect(() => sessionKey(new Uint8Array(0), shared, 256)).toThrow('"secret"');
  });
});

describe('the key of two secrets', () => {
  test('is HKDF of both, each after its length', () => {
    fc.assert(
      fc.property(secret, secret, transcript, (kem, quantum, said) => {
        const prefix = Buffer.from('light-and-letters/1/combined-key/');
        const ikm = Buffer.concat([
          Uint8Array.of(0, 0, 0, kem.length),
          kem,
          Uint8Array.of(0, 0, 0, quantum.length),
          quantum,
        ]);
        const info = Buffer.concat([prefix, createHash('sha256').update(said).digest()]);
        const expected = byTheBook(prefix, ikm, info, 32);
        expect(bytesToHex(combinedKey(kem, quantum, said, 256))).toBe(expected);
      }),
      runs,
    );
  });

  test('is another one when a bit of either secret or of the transcript is another one', () => {
    fc.assert(
      fc.property(secret, secret, secret, fc.nat(), (kem, quantum, said, bit) => {
        const key = combinedKey(kem, quantum, said, 256);
        expect(combinedKey(turned(kem, bit), quantum, said, 256)).not.toEqual(key);
        expect(combinedKey(kem, turned(quantum, bit), said, 256)).not.toEqual(key);
        expect(combinedKey(kem, quantum, turned(said, bit), 256)).not.toEqual(key);
      }),
      runs,
    );
  });

  test('knows where one secret ends and the other begins, and which is which', () => {
    const said = new Uint8Array(3);
    const key = combinedKey(Uint8Array.of(1, 2), Uint8Array.of(3), said, 256);
    expect(combinedKey(Uint8Array.of(1), Uint8Array.of(2, 3), said, 256)).not.toEqual(key);
    expect(combinedKey(Uint8Array.of(3), Uint8Array.of(1, 2), said, 256)).not.toEqual(key);
    expect(sessionKey(Uint8Array.of(1, 2, 3), said, 256)).not.toEqual(key);
  });

  test('refuses to do without either', () => {
    const [some, none] = [new Uint8Array(32), new Uint8Array(0)];
    expect(() => combinedKey(none, some, none, 256)).toThrow('"kemSecret"');
    expect(() => combinedKey(some, none, none, 256)).toThrow('"otherSecret"');
  });
});

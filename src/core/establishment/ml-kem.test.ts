import { createHash } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { decapsulate, encapsulate, expandSharedSecret, kemKeysOf } from './ml-kem.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

describe('ML-KEM-768', () => {
  test('meets mlkem768.deterministic, a changed ciphertext included', () => {
    const { inputs, expected } = anchor<
      { readonly seed: string; readonly m: string },
      {
        readonly ek_sha256: string;
        readonly ct_sha256: string;
        readonly ss: string;
        readonly implicit_reject_ss: string;
        readonly sizes: { readonly ek: number; readonly dk: number; readonly ct: number };
      }
    >('mlkem768.deterministic');
    const { publicKey, secretKey } = kemKeysOf(hexToBytes(inputs.seed));
    const { ciphertext, secret } = encapsulate(publicKey, hexToBytes(inputs.m));
    expect(bytesToHex(sha256(publicKey))).toBe(expected.ek_sha256);
    expect(bytesToHex(sha256(ciphertext))).toBe(expected.ct_sha256);
    expect(bytesToHex(secret)).toBe(expected.ss);
    expect([publicKey, secretKey, ciphertext].map(({ length }) => length)).toEqual([
      expected.sizes.ek,
      expected.sizes.dk,
      expected.sizes.ct,
    ]);
    expect(bytesToHex(decapsulate(ciphertext, secretKey))).toBe(expected.ss);
    ciphertext[0]! ^= 1;
    expect(bytesToHex(decapsulate(ciphertext, secretKey))).toBe(expected.implicit_reject_ss);
  });

  test('gives both ends one secret, and who changed a bit on the way none', () => {
    fc.assert(
      fc.property(bytes(64), bytes(32), fc.nat(8 * 1088 - 1), (seed, message, bit) => {
        const { publicKey, secretKey } = kemKeysOf(seed);
        const { ciphertext, secret } = encapsulate(publicKey, message);
        expect(decapsulate(ciphertext, secretKey)).toEqual(secret);
        ciphertext[bit >> 3]! ^= 1 << (bit & 7);
        expect(decapsulate(ciphertext, secretKey)).not.toEqual(secret);
      }),
      { numRuns: 20, seed: 1984 },
    );
  });

  test('refuses what has another length, and a key with numbers past the modulus', () => {
    expect(() => kemKeysOf(new Uint8Array(32))).toThrow('seed');
    expect(() => encapsulate(new Uint8Array(1183), new Uint8Array(32))).toThrow('publicKey');
    expect(() => encapsulate(new Uint8Array(1184), new Uint8Array(31))).toThrow('message');
    expect(() => encapsulate(new Uint8Array(1184).fill(255), new Uint8Array(32))).toThrow(
      'modulus',
    );
    expect(() => decapsulate(new Uint8Array(1087), new Uint8Array(2400))).toThrow('ciphertext');
    expect(() => decapsulate(new Uint8Array(1088), new Uint8Array(2399))).toThrow('secretKey');
  });
});

describe('a store of sealing key', () => {
  test('is SHAKE256 of prefix, secret and transcript', () => {
    fc.assert(
      fc.property(bytes(32), fc.uint8Array(), fc.integer({ min: 1, max: 9000 }), (s, said, n) => {
        const expected = createHash('shake256', { outputLength: n })
          .update('light-and-letters/1/sealing-store/')
          .update(s)
          .update(said)
          .digest('hex');
        expect(bytesToHex(expandSharedSecret(s, said, 8 * n))).toBe(expected);
      }),
      { numRuns: 50, seed: 1984 },
    );
  });

  test('of fewer bits is the beginning, with zeros past its last bit', () => {
    const secret = new Uint8Array(32).fill(9);
    const whole = expandSharedSecret(secret, new Uint8Array(5), 80);
    for (let bits = 1; bits <= 80; bits++) {
      const part = expandSharedSecret(secret, new Uint8Array(5), bits);
      const surplus = (8 - (bits % 8)) % 8;
      const beginning = whole.slice(0, Math.ceil(bits / 8));
      beginning[beginning.length - 1]! &= 0xff << surplus;
      expect(part).toEqual(beginning);
    }
  });

  test('may be as long as a run can ask for', () => {
    expect(expandSharedSecret(new Uint8Array(32), new Uint8Array(0), 1e6)).toHaveLength(125_000);
    expect(() => expandSharedSecret(new Uint8Array(31), new Uint8Array(0), 8)).toThrow('secret');
    expect(() => expandSharedSecret(new Uint8Array(32), new Uint8Array(0), 0)).toThrow('bits');
  });
});

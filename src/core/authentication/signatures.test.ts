import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import {
  openSealDigest,
  SIGNATURE_SIZES,
  type SignatureScheme,
  signerOf,
  verifySignature,
} from './signatures.ts';

const SCHEMES: readonly SignatureScheme[] = ['ed25519', 'ml-dsa-65'];
const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });
const message = fc.uint8Array({ minLength: 1, maxLength: 100 });

test.each(['ed25519.1', 'ed25519.2'])('Ed25519 meets %s', (id) => {
  const { inputs, expected } = anchor<
    { readonly secret: string; readonly message: string },
    { readonly public: string; readonly signature: string }
  >(id);
  const signer = signerOf('ed25519', hexToBytes(inputs.secret));
  expect(bytesToHex(signer.publicKey)).toBe(expected.public);
  expect(bytesToHex(signer.sign(hexToBytes(inputs.message)))).toBe(expected.signature);
});

test('ML-DSA-65 meets mldsa65.deterministic', () => {
  const { inputs, expected } = anchor<
    { readonly seed: string },
    { readonly pk_sha256: string; readonly sizes: { readonly pk: number; readonly sig: number } }
  >('mldsa65.deterministic');
  const { publicKey } = signerOf('ml-dsa-65', hexToBytes(inputs.seed));
  expect(bytesToHex(sha256(publicKey))).toBe(expected.pk_sha256);
  expect(SIGNATURE_SIZES['ml-dsa-65']).toEqual({
    publicKey: expected.sizes.pk,
    signature: expected.sizes.sig,
  });
});

test('ML-DSA-65 meets mldsa65.signature, and again', () => {
  const { inputs, expected } = anchor<
    { readonly seed: string; readonly message: string },
    { readonly public_sha256: string; readonly signature_sha256: string }
  >('mldsa65.signature');
  const signer = signerOf('ml-dsa-65', hexToBytes(inputs.seed));
  expect(bytesToHex(sha256(signer.publicKey))).toBe(expected.public_sha256);
  for (let i = 0; i < 2; i++) {
    const signature = signer.sign(hexToBytes(inputs.message));
    expect(bytesToHex(sha256(signature))).toBe(expected.signature_sha256);
  }
});

test('Ed25519 speaks with another implementation, both ways', () => {
  const prefix = hexToBytes('302e020100300506032b657004220420'); // RFC 8410: PKCS #8 of a seed
  fc.assert(
    fc.property(seed, message, (secret, text) => {
      const key = createPrivateKey({
        key: Buffer.from([...prefix, ...secret]),
        format: 'der',
        type: 'pkcs8',
      });
      const signer = signerOf('ed25519', secret);
      expect(verify(null, text, createPublicKey(key), signer.sign(text))).toBe(true);
      const theirs = new Uint8Array(sign(null, text, key));
      expect(verifySignature('ed25519', signer.publicKey, text, theirs)).toBe(true);
    }),
    { numRuns: 20, seed: 1984 },
  );
});

describe.each(SCHEMES)('%s', (scheme) => {
  test('accepts what was signed and nothing that differs in one bit', () => {
    fc.assert(
      fc.property(seed, message, fc.nat(), fc.nat(7), (secret, text, at, bit) => {
        const signer = signerOf(scheme, secret);
        const signature = signer.sign(text);
        const fits = (key: Uint8Array, said: Uint8Array, sealed: Uint8Array) =>
          verifySignature(scheme, key, said, sealed);
        const flipped = (bytes: Uint8Array) => {
          const other = bytes.slice();
          other[at % bytes.length]! ^= 1 << bit;
          return other;
        };
        expect(fits(signer.publicKey, text, signature)).toBe(true);
        expect(fits(signer.publicKey, flipped(text), signature)).toBe(false);
        expect(fits(signer.publicKey, text, flipped(signature))).toBe(false);
        expect(fits(flipped(signer.publicKey), text, signature)).toBe(false);
      }),
      { numRuns: scheme === 'ed25519' ? 40 : 10, seed: 1984 },
    );
  });

  test('finds no signature in bytes of another length, and no exception either', () => {
    const { publicKey, signature } = SIGNATURE_SIZES[scheme];
    const text = Uint8Array.of(1);
    for (const [keyBytes, signatureBytes] of [
      [0, 0],
      [publicKey, signature],
      [publicKey - 1, signature],
      [publicKey, signature + 1],
    ] as const) {
      const key = new Uint8Array(keyBytes).fill(255);
      const sealed = new Uint8Array(signatureBytes).fill(255);
      expect(verifySignature(scheme, key, text, sealed)).toBe(false);
    }
  });

  test('wants 32 bytes', () => {
    expect(() => signerOf(scheme, new Uint8Array(31))).toThrow('seed');
  });
});

test('Ed25519 refuses the same signature with the group order added to its second half', () => {
  const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
  const { publicKey, sign: signed } = signerOf('ed25519', new Uint8Array(32).fill(5));
  const text = Uint8Array.of(1, 2, 3);
  const other = signed(text).slice();
  let sum = ORDER;
  for (let i = 0; i < 32; i++) sum += BigInt(other[32 + i]!) << BigInt(8 * i);
  for (let i = 0; i < 32; i++) other[32 + i] = Number((sum >> BigInt(8 * i)) & 255n);
  expect(verifySignature('ed25519', publicKey, text, other)).toBe(false);
});

test('the digest under a seal is SHA-512 of prefix and letters, however they are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (letters) => {
      const running = openSealDigest();
      for (const letter of letters) running.update(letter);
      const whole = createHash('sha512').update('light-and-letters/1/seal/');
      for (const letter of letters) whole.update(letter);
      expect(bytesToHex(running.digest())).toBe(whole.digest('hex'));
    }),
    { seed: 1984 },
  );
});

/**
 * ML-KEM-768: a secret for two from one message each way.
 *
 *   keys          from 64 bytes: public key 1184 bytes, secret key 2400
 *   encapsulate   from 32 bytes of the sender's: ciphertext 1088 bytes, secret 32
 *   decapsulate   the same secret; from a ciphertext that was changed another one, and no error
 *
 * Whoever reads both messages is believed, not proved, to learn nothing of the secret. It says nothing
 * about who sent them: unsigned, a man in the middle has one secret with each end.
 * Every random input is handed in, so that a run can be repeated; such secrets are for teaching only.
 * Sources: FIPS 203, doi:10.6028/NIST.FIPS.203; FIPS 202 (SHAKE256).
 */
import { shake256 } from '@noble/hashes/sha3.js';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { utf8 } from '../random/streams.ts';

export interface KemKeys {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

/** The pair that 64 secret bytes stand for; RangeError for any other number of them. */
export function kemKeysOf(seed: Uint8Array): KemKeys {
  expectBytes('seed', seed, 64);
  return ml_kem768.keygen(seed);
}

/**
 * A secret of 32 bytes and the ciphertext that carries it, from the sender's 32 random bytes.
 * RangeError for a public key or random bytes of another length; Error for a public key with numbers
 * past the modulus (FIPS 203, §7.2, asks for that check).
 */
export function encapsulate(
  publicKey: Uint8Array,
  message: Uint8Array,
): { readonly ciphertext: Uint8Array; readonly secret: Uint8Array } {
  expectBytes('publicKey', publicKey, 1184);
  expectBytes('message', message, 32);
  const { cipherText, sharedSecret } = ml_kem768.encapsulate(publicKey, message);
  return { ciphertext: cipherText, secret: sharedSecret };
}

/** The secret in a ciphertext, 32 bytes; RangeError for a ciphertext or key of another length. */
export function decapsulate(ciphertext: Uint8Array, secretKey: Uint8Array): Uint8Array {
  expectBytes('ciphertext', ciphertext, 1088);
  expectBytes('secretKey', secretKey, 2400);
  return ml_kem768.decapsulate(ciphertext, secretKey);
}

/**
 * A store of so many key bits, ⌈bits/8⌉ bytes, zero bits past the last: SHAKE256 of a prefix, the
 * secret and everything that was said about it. Who heard another conversation gets another store.
 * RangeError for a secret that is not 32 bytes, or bits that are not a whole number of at least 1.
 */
export function expandSharedSecret(
  secret: Uint8Array,
  transcript: Uint8Array,
  bits: number,
): Uint8Array {
  expectBytes('secret', secret, 32);
  if (!Number.isSafeInteger(bits) || bits < 1) {
    throw new RangeError(`"bits" expected a whole number of at least 1, got ${bits}`);
  }
  // The secret has one length, so where it ends and the transcript begins is never in doubt.
  const store = shake256
    .create({ dkLen: Math.ceil(bits / 8) })
    .update(utf8('light-and-letters/1/sealing-store/'))
    .update(secret)
    .update(transcript)
    .digest();
  const surplus = 8 * store.length - bits;
  store[store.length - 1]! &= 0xff << surplus;
  return store;
}

function expectBytes(name: string, bytes: Uint8Array, length: number): void {
  if (bytes.length !== length) {
    throw new RangeError(`"${name}" expected ${length} bytes, got ${bytes.length}`);
  }
}

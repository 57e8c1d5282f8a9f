/**
 * Signatures: made with a private key, checked by anyone who has the public one.
 *
 *   ed25519     public key 32 bytes, signature 64; falls to Shor's algorithm
 *   ml-dsa-65   public key 1952 bytes, signature 3309; no such attack is known
 *
 * Both are deterministic here, so that a run can be repeated, and both keys come from 32 bytes.
 * What a seal signs is a digest of its letters under a prefix of its own, so that megabytes can
 * stream and no signature over anything else (a certificate, say) fits a letter.
 * Sources: RFC 8032 (Ed25519, §5.1); FIPS 204, doi:10.6028/NIST.FIPS.204 (ML-DSA, its deterministic
 * variant with an empty context); FIPS 180-4 (SHA-512).
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { ml_dsa65 } from '@noble/post-quantum/ml-dsa.js';
import { utf8 } from '../random/streams.ts';

export type SignatureScheme = 'ed25519' | 'ml-dsa-65';

/** A private key in use. */
export interface SigningKey {
  readonly scheme: SignatureScheme;
  readonly publicKey: Uint8Array;
  /** The same signature every time for the same message. */
  sign(message: Uint8Array): Uint8Array;
}

interface Sizes {
  readonly publicKey: number;
  readonly signature: number;
}

/** Bytes. */
export const SIGNATURE_SIZES: Readonly<Record<SignatureScheme, Sizes>> = {
  ed25519: { publicKey: 32, signature: 64 },
  'ml-dsa-65': { publicKey: 1952, signature: 3309 },
};

/** The key that 32 secret bytes stand for; RangeError for any other number of them. */
export function signerOf(scheme: SignatureScheme, seed: Uint8Array): SigningKey {
  if (seed.length !== 32) throw new RangeError(`"seed" expected 32 bytes, got ${seed.length}`);
  const own = seed.slice(); // the caller may reuse its buffer
  if (scheme === 'ed25519') {
    return {
      scheme,
      publicKey: ed25519.getPublicKey(own),
      sign: (message) => ed25519.sign(message, own),
    };
  }
  const { publicKey, secretKey } = ml_dsa65.keygen(own);
  return {
    scheme,
    publicKey,
    sign: (message) => ml_dsa65.sign(message, secretKey, { extraEntropy: false }),
  };
}

/**
 * Whether this key signed exactly this message. A key or signature of the wrong length, or one that
 * encodes nothing, is false: both come from outside.
 */
export function verifySignature(
  scheme: SignatureScheme,
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const { publicKey: keyBytes, signature: signatureBytes } = SIGNATURE_SIZES[scheme];
  if (publicKey.length !== keyBytes || signature.length !== signatureBytes) return false;
  return scheme === 'ed25519'
    ? ed25519.verify(signature, message, publicKey, { zip215: false })
    : ml_dsa65.verify(signature, message, publicKey);
}

/** A digest of letters in the making: `update` as they come, then `digest`, once. */
export function openSealDigest() {
  return sha512.create().update(utf8('light-and-letters/1/seal/'));
}

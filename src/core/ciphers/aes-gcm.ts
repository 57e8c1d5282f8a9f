/**
 * AES-256-GCM: a text of any length under 32 bytes of key, sealed.
 *
 *   envelope   the ciphertext, as long as the text, and a tag of 16 bytes
 *   nonce      12 bytes; the same nonce twice under one key gives away the seal, and texts with it
 *   aad        what the tag covers but nothing hides
 *
 * The key may come from light, but what it protects is as secret as AES is strong: two known blocks
 * single out the key for somebody with unlimited computation.
 * Source: NIST SP 800-38D (2007), doi:10.6028/NIST.SP.800-38D.
 */
import { gcm } from '@noble/ciphers/aes.js';

export interface EnvelopeKey {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** 12 bytes, never twice. */
  readonly nonce: Uint8Array;
  readonly aad: Uint8Array;
}

const TAG_BYTES = 16;

/** The envelope of a text; RangeError for a key or nonce of another length. */
export function sealEnvelope(plaintext: Uint8Array, under: EnvelopeKey): Uint8Array {
  return cipherOf(under).encrypt(plaintext);
}

/**
 * The text of an envelope; null if key, nonce, aad and tag do not fit together, and then nothing of
 * the text is shown. RangeError for a key or nonce of another length, which are our own.
 */
export function openEnvelope(envelope: Uint8Array, under: EnvelopeKey): Uint8Array | null {
  const cipher = cipherOf(under);
  if (envelope.length < TAG_BYTES) return null;
  try {
    return cipher.decrypt(envelope);
  } catch {
    return null; // all lengths are right, so what it threw about is the tag
  }
}

function cipherOf({ key, nonce, aad }: EnvelopeKey) {
  if (key.length !== 32) throw new RangeError(`"key" expected 32 bytes, got ${key.length}`);
  if (nonce.length !== 12) throw new RangeError(`"nonce" expected 12 bytes, got ${nonce.length}`);
  return gcm(key, nonce, aad);
}

/**
 * From shared secrets to the key of one conversation: HKDF-SHA-256.
 *
 *   secret       what both ends share, any length of at least 1 byte; it need not look random
 *   transcript   everything said while it was made; its digest goes into the key, so that who heard
 *                another conversation gets another key
 *   key          bits/8 bytes
 *
 * Sources: RFC 5869. For two secrets in one key: Giacon, Heuer & Poettering 2018,
 * doi:10.1007/978-3-319-76578-5_7; Bindel et al. 2019, doi:10.1007/978-3-030-25510-7_12;
 * NIST SP 800-56C Rev. 2, §2; ETSI TS 103 744.
 */
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../random/streams.ts';

/** RFC 5869, §2.3: at most 255 blocks of SHA-256. */
const MOST_BITS = 255 * 256;

/**
 * The key one shared secret gives. RangeError for an empty secret, and for bits that are not a
 * multiple of 8 from 8 to 65 280.
 */
export function sessionKey(secret: Uint8Array, transcript: Uint8Array, bits: number): Uint8Array {
  expectSecret('secret', secret);
  return derive('session-key', secret, transcript, bits);
}

/**
 * The key two secrets give together, one from ML-KEM and one from a quantum channel
 * or another exchange. Whoever lacks
 * either of them lacks the key, as long as HMAC-SHA-256 is as good as a random function. The
 * transcript must hold everything said for both: without the ciphertext in it, who can change
 * ciphertexts may learn from keys that should be unrelated. Errors as for sessionKey.
 */
export function combinedKey(
  kemSecret: Uint8Array,
  otherSecret: Uint8Array,
  transcript: Uint8Array,
  bits: number,
): Uint8Array {
  expectSecret('kemSecret', kemSecret);
  expectSecret('otherSecret', otherSecret);
  // With the lengths written, no two pairs of secrets make the same bytes.
  const both = join(withLength(kemSecret), withLength(otherSecret));
  return derive('combined-key', both, transcript, bits);
}

function derive(
  purpose: string,
  secret: Uint8Array,
  transcript: Uint8Array,
  bits: number,
): Uint8Array {
  if (!Number.isInteger(bits / 8) || bits < 8 || bits > MOST_BITS) {
    throw new RangeError(`"bits" expected a multiple of 8 from 8 to ${MOST_BITS}, got ${bits}`);
  }
  const prefix = utf8(`light-and-letters/1/${purpose}/`);
  return hkdf(sha256, secret, prefix, join(prefix, sha256(transcript)), bits / 8);
}

/** The bytes after their number, 4 bytes, highest first. */
function withLength(bytes: Uint8Array): Uint8Array {
  const n = bytes.length;
  return join(Uint8Array.of(n >>> 24, n >>> 16, n >>> 8, n), bytes);
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}

function expectSecret(name: string, bytes: Uint8Array): void {
  if (bytes.length === 0) throw new RangeError(`"${name}" expected at least 1 byte, got 0`);
}

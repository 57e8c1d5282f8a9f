/**
 * The fingerprint of a public key: what two people compare, and what an endorsement names.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 of the key, first 16 bytes, in hexadecimal. */
export function fingerprintOf(publicKey: Uint8Array): string {
  return bytesToHex(sha256(publicKey).subarray(0, 16));
}

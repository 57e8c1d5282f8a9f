/**
 * GMAC: the hash of Wegman and Carter under a mask that AES makes.
 *
 *   h      E_K(0¹²⁸), the secret point of GHASH; serves for all letters under this key
 *   mask   E_K(nonce, 1) of 16 bytes; one for each nonce, and a nonce must never come twice
 *   tag    first t bits of (GHASH of the text at h), exclusive-or mask; t from 8 to 128
 *
 * No key is used up, but the mask is as secret as AES is strong, so security is computational; and the
 * hash is cut off as it is, with no second secret, so a short tag is worse than a guess.
 * AES-256, nonces of 96 bits. Sources: NIST SP 800-38D (2007), §6.4 and §7, doi:10.6028/NIST.SP.800-38D;
 * McGrew & Viega, INDOCRYPT 2004, doi:10.1007/978-3-540-30556-9_27 (bound); Ferguson, Authentication
 * Weaknesses in GCM (2005, comment to NIST; truncation).
 */
import { ecb } from '@noble/ciphers/aes.js';
import { log2 } from '../elementary/logarithm.ts';
import { expectTagBits } from './tag.ts';

export interface Gmac {
  /** The secret point of the hash, 16 bytes. */
  readonly h: Uint8Array;
  /** The mask of a nonce of 12 bytes, 16 bytes; RangeError for a nonce of another length. */
  mask(nonce: Uint8Array): Uint8Array;
}

/** What a key of 32 bytes stands for; RangeError for any other length. */
export function openGmac(key: Uint8Array): Gmac {
  if (key.length !== 32) throw new RangeError(`"key" expected 32 bytes, got ${key.length}`);
  const own = key.slice(); // the caller may reuse its buffer
  const encrypted = (block: Uint8Array) => ecb(own, { disablePadding: true }).encrypt(block);
  return {
    h: encrypted(new Uint8Array(16)),
    mask(nonce) {
      if (nonce.length !== 12)
        throw new RangeError(`"nonce" expected 12 bytes, got ${nonce.length}`);
      const block = new Uint8Array(16);
      block.set(nonce);
      block[15] = 1;
      return encrypted(block);
    },
  };
}

/**
 * log2 of the bound on forging one letter of so many 16-byte blocks (`blocksOf`, the length block
 * included) if the masks are as good as random: L·2^−t, never above 1. For t < 128 an attack comes
 * within a factor of two of it.
 */
export function gmacOddsLog2(blocks: number, tagBits: number): number {
  expectTagBits(tagBits, 128);
  if (!Number.isSafeInteger(blocks) || blocks < 1) {
    throw new RangeError(`"blocks" expected a whole number of at least 1, got ${blocks}`);
  }
  return Math.min(0, log2(blocks) - tagBits);
}

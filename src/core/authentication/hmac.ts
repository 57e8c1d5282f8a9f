/**
 * HMAC-SHA-256: a tag that rests on a hash function nobody is known to break.
 *
 * Unlike Wegman–Carter its key serves for any number of letters, and its security is a belief about
 * computers: the compression function behaves like a random function.
 * Sources: RFC 2104; FIPS 198-1, doi:10.6028/NIST.FIPS.198-1 (truncation: leftmost bits);
 * Bellare, CRYPTO 2006, doi:10.1007/11818175_36.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { expectTagBits, firstBits } from './tag.ts';

/** A tag in the making; whoever opened it is the only one to absorb into it. */
export type Hmac = ReturnType<typeof hmac.create>;

/** Starts a tag under this key, of any length. */
export function openHmac(key: Uint8Array): Hmac {
  return hmac.create(sha256, key);
}

/** Takes in the next bytes of the text, any number of them. How they are cut does not matter. */
export function absorb(running: Hmac, bytes: Uint8Array): void {
  running.update(bytes);
}

/**
 * The first tagBits bits, 8…256, of the tag of everything absorbed so far; RangeError for another
 * length. It changes nothing, so absorbing may go on.
 */
export function finish(running: Hmac, tagBits: number): Uint8Array {
  expectTagBits(tagBits, 256);
  return firstBits(running.clone().digest(), tagBits);
}

/** log2 of the best *known* odds of forging one letter: guessing, −tagBits. No bound is proved. */
export function hmacOddsLog2(tagBits: number): number {
  expectTagBits(tagBits, 256);
  return -tagBits;
}

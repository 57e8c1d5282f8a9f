/**
 * Wegman–Carter tags: a universal hash of the text under a one-time mask.
 *
 *   hash   16 bytes, GHASH of the text at the secret point h
 *   mask   t fresh secret bits, used once, packed like a tag
 *   tag    first t bits of (second·hash), exclusive-or mask; t from 8 to 128
 *
 * Whoever lacks the key forges one letter with probability at most 2^−t + L·2^−128, L the blocks of
 * the longest text, whatever computer is used. Truncating the hash itself would give only L·2^−t:
 * the difference of two texts can be a linear map of h that leaves chosen bits alone. A second
 * secret field element mixes the bits before they are cut off; a whole hash does not need it.
 * Sources: Wegman & Carter, J. Comput. Syst. Sci. 22 (1981) 265, doi:10.1016/0022-0000(81)90033-7;
 * Krawczyk, CRYPTO '94, doi:10.1007/3-540-48658-5_15 (mask); Ferguson, Authentication Weaknesses in
 * GCM (2005, comment to NIST; truncation).
 */
import { exp2 } from '../elementary/exponential.ts';
import { lnOnePlus, log2 } from '../elementary/logarithm.ts';
import { bytesOf, elementOf, multiply } from './gf128.ts';
import { expectTagBits, firstBits, tagBytes } from './tag.ts';

export interface WegmanCarterKey {
  /** The secret point of the hash, 16 bytes; may serve for many letters. */
  readonly h: Uint8Array;
  /** The second secret, 16 bytes, when tagBits < 128; null at 128, where it would buy nothing. */
  readonly second: Uint8Array | null;
  readonly tagBits: number;
}

/**
 * The tag of a text with this hash, ⌈t/8⌉ bytes. Maker and checker spend the same mask.
 * RangeError for a hash, key or mask of the wrong length, or a second secret missing or left over.
 */
export function wegmanCarterTag(
  hash: Uint8Array,
  key: WegmanCarterKey,
  mask: Uint8Array,
): Uint8Array {
  const { second, tagBits } = key;
  expectTagBits(tagBits, 128);
  if (mask.length !== tagBytes(tagBits)) {
    throw new RangeError(`"mask" expected ${tagBytes(tagBits)} bytes, got ${mask.length}`);
  }
  const tag = firstBits(mixed(hash, second, tagBits), tagBits);
  for (let i = 0; i < tag.length; i++) tag[i]! ^= mask[i]!;
  return firstBits(tag, tagBits); // bits of the mask past the tag must not show
}

/**
 * log2 of the bound on forging one letter of so many 16-byte blocks (`blocksOf`, the length block
 * included): log2 L − 128 for a whole tag, log2(2^−t + L·2^−128) for a shorter one.
 */
export function wegmanCarterOddsLog2(blocks: number, tagBits: number): number {
  expectTagBits(tagBits, 128);
  if (!Number.isSafeInteger(blocks) || blocks < 1) {
    throw new RangeError(`"blocks" expected a whole number of at least 1, got ${blocks}`);
  }
  if (tagBits === 128) return log2(blocks) - 128;
  return lnOnePlus(blocks * exp2(tagBits - 128)) / Math.LN2 - tagBits;
}

/** What the tag is cut from: second·hash, or the hash itself when none of it is cut off. */
function mixed(hash: Uint8Array, second: Uint8Array | null, tagBits: number): Uint8Array {
  const element = elementOf(hash);
  if (tagBits === 128) {
    if (second !== null) throw new RangeError('"second" expected null at 128 bits, got a secret');
    return bytesOf(element);
  }
  if (second === null) {
    throw new RangeError(`"second" expected 16 bytes at ${tagBits} bits, got null`);
  }
  return bytesOf(multiply(elementOf(second), element));
}

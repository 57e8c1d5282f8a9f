/**
 * Forging a tag without the key.
 *
 * Under a fresh uniform mask every tag is equally likely, whatever text goes with it and whatever
 * was seen before, so nothing beats a guess by more than the bound of `wegmanCarterOddsLog2`.
 */
import { chanceOfAtLeastOne } from '../elementary/chance.ts';
import { exp2 } from '../elementary/exponential.ts';
import { expectTagBits, firstBits } from './tag.ts';

/**
 * A tag guessed from random bytes, at least ⌈tagBits/8⌉ of them; each of the 2^tagBits tags is
 * equally likely. RangeError for too few bytes or tagBits outside 8…256.
 */
export function guessTag(bits: Uint8Array, tagBits: number): Uint8Array {
  expectTagBits(tagBits, 256);
  return firstBits(bits, tagBits);
}

/**
 * Probability that at least one of so many independent guesses fits: 1 − (1 − 2^−t)^N.
 * RangeError unless attempts is a whole number and tagBits 8…256.
 */
export function chanceOfForging(attempts: number, tagBits: number): number {
  expectTagBits(tagBits, 256);
  return chanceOfAtLeastOne({ chance: exp2(-tagBits), attempts });
}

/** One bit of the input turned over, and the whole matrix asked again: about half of the key follows. */
import { shrink } from '../../core/amplification/toeplitz.ts';
import { type Bits, bitOf } from '../../core/bits/bits.ts';
import type { Seed } from '../config.ts';
import { coinsOf } from './coins.ts';

export interface OneInputTrial {
  readonly seed: Seed;
  readonly inputBits: number;
  readonly outputBits: number;
  /** Input bit that is turned over, 0-based. */
  readonly position: number;
}

export interface OneInputResult {
  readonly before: Bits;
  readonly after: Bits;
  /** Output bits that flipped, ascending. */
  readonly flipped: readonly number[];
}

/** Input and matrix are drawn from the seed; the same for every position. RangeError unless 0 ≤ position < inputBits. */
export function changeOneInput(trial: OneInputTrial): OneInputResult {
  const { seed, inputBits, outputBits, position } = trial;
  if (!Number.isInteger(position) || position < 0 || position >= inputBits) {
    throw new RangeError(`"position" expected 0…${inputBits - 1}, got ${position}`);
  }
  const input = coinsOf(seed, 'input', inputBits);
  const matrix = coinsOf(seed, 'matrix', inputBits - 1);
  const words = input.words.slice();
  words[position >>> 5] = words[position >>> 5]! ^ (1 << (position & 31));
  const before = shrink(input, matrix, outputBits);
  const after = shrink({ length: inputBits, words }, matrix, outputBits);
  const flipped: number[] = [];
  for (let i = 0; i < outputBits; i++) if (bitOf(before, i) !== bitOf(after, i)) flipped.push(i);
  return { before, after, flipped };
}

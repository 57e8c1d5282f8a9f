/**
 * Privacy amplification by universal hashing: a long key of which Eve knows something becomes a
 * shorter one of which she knows nothing.
 *
 *   input   n bits, the corrected key: the first m are x₁, the others x₂
 *   seed    n − 1 public, uniformly random bits, drawn after the photons are through
 *   output  m bits, x₁ ⊕ T'·x₂, with T'[i][j] = seed[i − j + n − m − 1]
 *
 * Two different inputs collide with probability 2^−m at most: if they differ in x₂, T' times the
 * difference is uniform; if only in x₁, they never collide. That is all the leftover hash lemma asks
 * for, with a seed of n − 1 bits rather than the n + m − 1 of a full Toeplitz matrix.
 * Sources: Bennett, Brassard, Crépeau & Maurer, IEEE Trans. Inf. Theory 41 (1995) 1915; the modified
 * matrix [I | T']: Hayashi & Tsurumaru, IEEE Trans. Inf. Theory 62 (2016) 2213.
 */
import { type Bits, bitOf, validMask, zeros } from '../bits/bits.ts';
import { productByConvolution } from './convolution.ts';
import { productByWords, windowOf } from './words.ts';

/** Input bits from which the fast convolution is the faster one. */
const WORDS_UP_TO = 4000;

/** The hash, by whichever way is faster. RangeError unless 0 ≤ outputBits ≤ n and the seed fits. */
export function shrink(input: Bits, seed: Bits, outputBits: number): Bits {
  return hashWith(toeplitzProduct, input, seed, outputBits);
}

/** The same, a word at a time. */
export function shrinkByWords(input: Bits, seed: Bits, outputBits: number): Bits {
  return hashWith(productByWords, input, seed, outputBits);
}

/** The same, by fast convolution. */
export function shrinkByConvolution(input: Bits, seed: Bits, outputBits: number): Bits {
  return hashWith(productByConvolution, input, seed, outputBits);
}

/**
 * The full Toeplitz matrix times a column: bit i is ⊕_j seed[i − j + n − 1]·input[j], from
 * n + outputBits − 1 seed bits (0 where input or output is empty).
 */
export function toeplitzProduct(input: Bits, seed: Bits, outputBits: number): Bits {
  return input.length + outputBits <= WORDS_UP_TO
    ? productByWords(input, seed, outputBits)
    : productByConvolution(input, seed, outputBits);
}

/** Row i of the matrix [I | T'], as n bits: which input bits are added up in output bit i. */
export function rowOf(
  seed: Bits,
  i: number,
  { inputBits, outputBits }: { readonly inputBits: number; readonly outputBits: number },
): Bits {
  const row = zeros(inputBits);
  row.words[i >>> 5] = (1 << (i & 31)) >>> 0;
  for (let j = outputBits; j < inputBits; j++) {
    const bit = bitOf(seed, i - j + inputBits - 1);
    row.words[j >>> 5] = (row.words[j >>> 5]! | (bit << (j & 31))) >>> 0;
  }
  return row;
}

function hashWith(
  product: (x: Bits, seed: Bits, rows: number) => Bits,
  input: Bits,
  seed: Bits,
  outputBits: number,
): Bits {
  const n = input.length;
  if (!(Number.isInteger(outputBits) && outputBits >= 0 && outputBits <= n)) {
    throw new RangeError(`"outputBits" expected an integer 0…${n}, got ${outputBits}`);
  }
  if (seed.length !== Math.max(0, n - 1)) {
    throw new RangeError(`"seed" expected ${Math.max(0, n - 1)} bits, got ${seed.length}`);
  }
  const output = product(windowOf(input, outputBits, n - outputBits), seed, outputBits);
  for (let w = 0; w < output.words.length; w++) {
    output.words[w] = output.words[w]! ^ (input.words[w]! & validMask(outputBits, w));
  }
  return output;
}

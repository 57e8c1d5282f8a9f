/**
 * Products with a Toeplitz matrix, a word at a time.
 *
 *   T    m rows, c columns, T[i][j] = seed[i − j + c − 1]: constant along each diagonal
 *   x    c bits
 *   T·x  m bits, bit i = ⊕_j seed[i − j + c − 1]·x[j]
 *   seed c + m − 1 bits
 *
 * Column j of T is the window of m seed bits that starts at c − 1 − j, so T·x is the sum of the
 * windows chosen by the ones of x: m·c/64 word operations on average. Best for short keys, and the
 * plain way that the fast one is measured against.
 * Source: Krawczyk, CRYPTO '94, LNCS 839, 129 (hashing by Toeplitz matrices).
 */
import { type Bits, popcount32, validMask, zeros } from '../bits/bits.ts';

/** T·x by adding columns. Lengths are the caller's business: x may be empty, the seed may not be short. */
export function productByWords(x: Bits, seed: Bits, rows: number): Bits {
  const product = zeros(rows);
  const count = product.words.length;
  const shifted = shiftedCopies(seed);
  const sum = new Int32Array(count);
  for (let j = 0; j < x.length; j++) {
    if (((x.words[j >>> 5]! >>> (j & 31)) & 1) === 0) continue;
    const start = x.length - 1 - j;
    const copy = shifted[start & 31]!;
    const from = start >>> 5;
    for (let w = 0; w < count; w++) sum[w] = sum[w]! ^ copy[from + w]!;
  }
  product.words.set(sum);
  if (count > 0) product.words[count - 1] = sum[count - 1]! & validMask(rows, count - 1);
  return product;
}

/** Bits [start, start + length) of a column; those beyond its end are zero. */
export function windowOf(bits: Bits, start: number, length: number): Bits {
  const window = zeros(length);
  for (let w = 0; w < window.words.length; w++) {
    window.words[w] = wordFrom(bits.words, start + 32 * w) & validMask(length, w);
  }
  return window;
}

/** The bits in reverse order. */
export function reversed(bits: Bits): Bits {
  const out = zeros(bits.length);
  for (let i = 0; i < bits.length; i++) {
    const to = bits.length - 1 - i;
    const bit = (bits.words[i >>> 5]! >>> (i & 31)) & 1;
    out.words[to >>> 5] = out.words[to >>> 5]! | (bit << (to & 31));
  }
  return out;
}

/** Bit i of T·x alone, in c/32 steps; takes x backwards, since row i backwards is a window of the seed. */
export function bitOfProduct(xReversed: Bits, seed: Bits, i: number): 0 | 1 {
  let sum = 0;
  for (let w = 0; w < xReversed.words.length; w++) {
    sum ^= xReversed.words[w]! & wordFrom(seed.words, i + 32 * w);
  }
  return (popcount32(sum) & 1) as 0 | 1;
}

/** 32 bits from bit `start` on, as an unsigned word. */
function wordFrom(words: Uint32Array, start: number): number {
  const at = start >>> 5;
  const shift = start & 31;
  const low = words[at] ?? 0;
  return shift === 0 ? low : ((low >>> shift) | ((words[at + 1] ?? 0) << (32 - shift))) >>> 0;
}

/** Copy s holds the column from bit s on, so that every window starts at a word of one of them. */
function shiftedCopies({ words }: Bits): readonly Int32Array[] {
  return Array.from({ length: 32 }, (_, shift) => {
    const copy = new Int32Array(words.length + 1);
    for (let w = 0; w < words.length; w++) copy[w] = wordFrom(words, 32 * w + shift);
    return copy;
  });
}

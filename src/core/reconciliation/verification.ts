/**
 * The comparison after Correct, so that nobody has to trust Cascade: 50 bits of a universal hash.
 *
 *   key       n bits in L = ⌈n/128⌉ blocks X₁ … X_L, the last one filled with zeros
 *   seed      two elements h and k of the field of 2^128, uniform, public, drawn after Correct
 *   hash      the first 50 bits of k·(X₁·h^L + … + X_L·h)
 *   element   4 words, bit i of word w is the coefficient of x^(32w+i): packed bits as they are;
 *             products modulo x¹²⁸ + x⁷ + x² + x + 1
 *
 * Two different keys of n bits: their difference is a polynomial in h of degree L at most, so it is 0
 * for at most L of the 2^128 points; where it is not, k spreads it evenly over the field, and 50 given
 * bits are all 0 for one k in 2^50. Unequal keys pass with odds of at most 2^−50 + L·2^−128, which is
 * 2^−50 within one part in 2^61 at 10⁷ bits, and below ε_cor = 10^−15. It assumes nothing about
 * computers: the 32 bytes are all the chance there is, none of it is stretched.
 *
 * The hash is linear in the key, so its 50 rows can enter a rank over GF(2).
 * Sources: Carter & Wegman, JCSS 18 (1979) 143 (universal classes); NIST SP 800-38D (2007), §6.3 and
 * §6.4 (field, and the polynomial, here without its length block: both ends know n).
 */
import { type Bits, bitsOf, bytesOf, zeros } from '../bits/bits.ts';

export const VERIFICATION_SEED_BYTES = 32;
/** Bits of the hash that the two ends compare. */
export const VERIFICATION_BITS = 50;
/** x¹²⁸ = x⁷ + x² + x + 1. */
const REDUCTION = 0x87;

/** The 50 bits, most significant first, in 7 bytes whose last 6 bits are 0. */
export function verificationHash(bits: Bits, seed: Uint8Array): Uint8Array {
  const { point, factor } = elementsOf(seed);
  const timesPoint = multiplesOf(point);
  const sum = new Int32Array(4);
  for (let w = 0; w < bits.words.length; w += 4) {
    for (let i = 0; i < 4; i++) sum[i]! ^= bits.words[w + i] ?? 0;
    multiply(sum, timesPoint);
  }
  multiply(sum, multiplesOf(factor));
  sum[1]! &= (1 << (VERIFICATION_BITS - 32)) - 1;
  return bytesOf({ length: VERIFICATION_BITS, words: Uint32Array.from(sum.subarray(0, 2)) });
}

/** Row r, 0…49: the key bits whose parity is bit r of the hash. */
export function verificationRow(seed: Uint8Array, row: number, bits: number): Bits {
  let known = tables.get(seed);
  if (known?.bits !== bits) {
    known = { bits, rows: rowsOf(seed, bits) };
    tables.set(seed, known);
  }
  return known.rows[row]!;
}

/** All rows are made at once, since whoever wants one wants the others. */
const tables = new WeakMap<Uint8Array, { readonly bits: number; readonly rows: readonly Bits[] }>();

/** Column by column: bit t of block i, counted from 1, has the element k·h^(L+1−i)·xᵗ. */
function rowsOf(seed: Uint8Array, bits: number): readonly Bits[] {
  const { point, factor } = elementsOf(seed);
  const rows = Array.from({ length: VERIFICATION_BITS }, () => zeros(bits));
  const timesPoint = multiplesOf(point);
  const ofBlock = factor.slice();
  for (let from = (Math.ceil(bits / 128) - 1) * 128; from >= 0; from -= 128) {
    multiply(ofBlock, timesPoint);
    const columns = multiplesOf(ofBlock);
    const end = Math.min(128, bits - from);
    for (let t = 0; t < end; t++) {
      const word = (from + t) >>> 5;
      for (let r = 0; r < VERIFICATION_BITS; r++) {
        const bit = (columns[4 * t + (r >>> 5)]! >>> r) & 1;
        rows[r]!.words[word]! |= bit << t;
      }
    }
  }
  return rows;
}

/** a·xⁱ for i = 0 … 127, four words each. */
function multiplesOf(a: Int32Array): Int32Array {
  const multiples = new Int32Array(4 * 128);
  multiples.set(a);
  for (let at = 4; at < multiples.length; at += 4) {
    for (let w = at; w < at + 4; w++) {
      const below = w === at ? 0 : multiples[w - 5]! >>> 31;
      multiples[w] = (multiples[w - 4]! << 1) | below;
    }
    if (multiples[at - 1]! < 0) multiples[at]! ^= REDUCTION;
  }
  return multiples;
}

/** element ← element·a, given the multiples of a. */
function multiply(element: Int32Array, multiples: Int32Array): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let w = 0, at = 0; w < 4; w++) {
    for (let word = element[w]!, i = 0; i < 32; i++, word >>>= 1, at += 4) {
      const taken = -(word & 1);
      a ^= multiples[at]! & taken;
      b ^= multiples[at + 1]! & taken;
      c ^= multiples[at + 2]! & taken;
      d ^= multiples[at + 3]! & taken;
    }
  }
  element[0] = a;
  element[1] = b;
  element[2] = c;
  element[3] = d;
}

function elementsOf(seed: Uint8Array): { readonly point: Int32Array; readonly factor: Int32Array } {
  if (seed.length !== VERIFICATION_SEED_BYTES) {
    throw new RangeError(`"seed" expected ${VERIFICATION_SEED_BYTES} bytes, got ${seed.length}`);
  }
  const words = Int32Array.from(bitsOf(seed, 256).words);
  return { point: words.slice(0, 4), factor: words.slice(4) };
}

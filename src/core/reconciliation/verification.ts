/**
 * The comparison after Correct, so that nobody has to trust Cascade: 50 bits of a universal hash.
 *
 *   key       n bits in L = ⌈n/128⌉ blocks X₁ … X_L, the last one filled with zeros
 *   seed      two elements h and k of the field of 2^128, uniform, public, drawn after Correct
 *   hash      the first 50 bits of k·(X₁·h^L + … + X_L·h)
 *
 * Two different keys of n bits: their difference is a polynomial in h of degree L at most, so it is 0
 * for at most L of the 2^128 points; where it is not, k spreads it evenly over the field, and 50 given
 * bits are all 0 for one k in 2^50. Unequal keys pass with odds of at most 2^−50 + L·2^−128, which is
 * 2^−50 within one part in 2^61 at 10⁷ bits, and below ε_cor = 10^−15. It assumes nothing about
 * computers: the 32 bytes are all the chance there is, none of it is stretched.
 *
 * The hash is linear in the key, so its 50 rows can enter a rank over GF(2).
 * Sources: Carter & Wegman, JCSS 18 (1979) 143 (universal classes); NIST SP 800-38D, §6.3, §6.4 (field,
 * and the polynomial, here without its length block: both ends know n).
 */
import { elementOf, multiply, timesX } from '../authentication/gf128.ts';
import { absorb, openGhash } from '../authentication/ghash.ts';
import { type Bits, bytesOf, zeros } from '../bits/bits.ts';

export const VERIFICATION_SEED_BYTES = 32;
const ROWS = 50;
const BLOCK_BITS = 128;

/** The 50 bits, most significant first, in 7 bytes whose last 6 bits are 0. */
export function verificationHash(bits: Bits, seed: Uint8Array): Uint8Array {
  const { point, factor } = elementsOf(seed);
  const ghash = openGhash(point);
  const blocks = new Uint8Array(Math.ceil(bits.length / BLOCK_BITS) * (BLOCK_BITS / 8));
  blocks.set(bytesOf(bits));
  absorb(ghash, blocks);
  const product = multiply(elementOf(factor), Uint32Array.from(ghash.sum));
  const hash = new Uint8Array(Math.ceil(ROWS / 8));
  for (let i = 0; i < ROWS; i++) {
    if (bitAt(product, i) === 1) hash[i >>> 3]! |= 128 >>> (i & 7);
  }
  return hash;
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

/** Column by column: key bit 128·(i − 1) + t of block i has the element k·h^(L+1−i)·xᵗ. */
function rowsOf(seed: Uint8Array, bits: number): readonly Bits[] {
  const { point, factor } = elementsOf(seed);
  const rows = Array.from({ length: ROWS }, () => zeros(bits));
  const h = elementOf(point);
  let ofBlock = elementOf(factor);
  for (let block = Math.ceil(bits / BLOCK_BITS) - 1; block >= 0; block--) {
    ofBlock = multiply(ofBlock, h);
    let element = ofBlock;
    const end = Math.min(bits, (block + 1) * BLOCK_BITS);
    for (let at = block * BLOCK_BITS; at < end; at++) {
      for (let r = 0; r < ROWS; r++) {
        if (bitAt(element, r) === 1) rows[r]!.words[at >>> 5]! |= 1 << at;
      }
      element = timesX(element);
    }
  }
  return rows;
}

function bitAt(element: Uint32Array, i: number): number {
  return (element[i >>> 5]! >>> (31 - (i & 31))) & 1;
}

function elementsOf(seed: Uint8Array): { readonly point: Uint8Array; readonly factor: Uint8Array } {
  if (seed.length !== VERIFICATION_SEED_BYTES) {
    throw new RangeError(`"seed" expected ${VERIFICATION_SEED_BYTES} bytes, got ${seed.length}`);
  }
  return { point: seed.subarray(0, 16), factor: seed.subarray(16) };
}

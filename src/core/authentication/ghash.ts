/**
 * GHASH: a text as a polynomial, evaluated at a secret point of the field of 2^128 elements.
 *
 *   blocks X₁ … X_n   the text in 16-byte blocks, the last one filled with zeros,
 *                     then one block with the text's length in bits
 *   hash              X₁·hⁿ + X₂·hⁿ⁻¹ + … + X_n·h
 *
 * Two different texts of at most L blocks have a given difference of hashes for at most L of the
 * 2^128 points h: that is the whole security argument, and it assumes nothing about computers.
 * The text counts as "additional authenticated data" with an empty ciphertext.
 * Source: NIST SP 800-38D (2007), §6.4 and §7.1, doi:10.6028/NIST.SP.800-38D.
 */
import { bytesOf, elementOf, multiplesOf, REMAINDERS } from './gf128.ts';

/**
 * A hash in the making. It is the one thing here that changes: letters arrive piece by piece, and
 * some are megabytes. Whoever opened it is the only one to absorb into it.
 */
export interface Ghash {
  /** Words 4b … 4b+3 are b·h, where byte b is read as a polynomial of degree below 8. */
  readonly table: Int32Array;
  /** The polynomial of the whole blocks so far. */
  readonly sum: Int32Array;
  /** Bytes waiting for their block to fill: the first absorbedBytes mod 16 of these 16. */
  readonly waiting: Uint8Array;
  absorbedBytes: number;
}

const BLOCK = 16;

/** Starts a hash at the secret point h, 16 bytes; RangeError for any other length. */
export function openGhash(h: Uint8Array): Ghash {
  return {
    table: multiplesOf(elementOf(h)),
    sum: new Int32Array(4),
    waiting: new Uint8Array(BLOCK),
    absorbedBytes: 0,
  };
}

/** Takes in the next bytes of the text, any number of them. How they are cut does not matter. */
export function absorb(ghash: Ghash, bytes: Uint8Array): void {
  const { waiting, sum, table } = ghash;
  let filled = ghash.absorbedBytes % BLOCK;
  let at = 0;
  if (filled > 0) {
    while (filled < BLOCK && at < bytes.length) waiting[filled++] = bytes[at++]!;
    if (filled < BLOCK) {
      ghash.absorbedBytes += at;
      return;
    }
    addBlocks(table, sum, waiting, 0, BLOCK);
  }
  const wholeEnd = bytes.length - ((bytes.length - at) % BLOCK);
  addBlocks(table, sum, bytes, at, wholeEnd);
  waiting.set(bytes.subarray(wholeEnd));
  ghash.absorbedBytes += bytes.length;
}

/** The hash of everything absorbed so far, 16 bytes. It changes nothing, so absorbing may go on. */
export function finish(ghash: Ghash): Uint8Array {
  const sum = ghash.sum.slice();
  const filled = ghash.absorbedBytes % BLOCK;
  if (filled > 0) {
    const last = new Uint8Array(BLOCK);
    last.set(ghash.waiting.subarray(0, filled));
    addBlocks(ghash.table, sum, last, 0, BLOCK);
  }
  addBlocks(ghash.table, sum, lengthBlock(ghash.absorbedBytes), 0, BLOCK);
  return bytesOf(Uint32Array.from(sum));
}

/** Blocks in the polynomial of a text of so many bytes, the length block included: at least 1. */
export function blocksOf(byteLength: number): number {
  if (!Number.isSafeInteger(byteLength) || byteLength < 0) {
    throw new RangeError(`"byteLength" expected a whole number of bytes, got ${byteLength}`);
  }
  return Math.ceil(byteLength / BLOCK) + 1;
}

/** The last block: length in bits, 64 bits with the highest first, then 64 zeros for the ciphertext there is not. */
export function lengthBlock(byteLength: number): Uint8Array {
  const block = new Uint8Array(BLOCK);
  const view = new DataView(block.buffer);
  view.setUint32(0, Math.floor(byteLength / 0x20000000));
  view.setUint32(4, (byteLength % 0x20000000) * 8);
  return block;
}

/**
 * sum ← (sum + block)·h for each block of bytes[from … to − 1].
 *
 * Horner's rule over the 16 bytes of sum + block, the last byte first: shift by x⁸, add table[byte].
 */
function addBlocks(
  table: Int32Array,
  sum: Int32Array,
  bytes: Uint8Array,
  from: number,
  to: number,
): void {
  let a = sum[0]!;
  let b = sum[1]!;
  let c = sum[2]!;
  let d = sum[3]!;
  for (let block = from; block < to; block += BLOCK) {
    let z0 = 0;
    let z1 = 0;
    let z2 = 0;
    let z3 = 0;
    for (let w = 3; w >= 0; w--) {
      const at = block + 4 * w;
      const word =
        (w === 3 ? d : w === 2 ? c : w === 1 ? b : a) ^
        ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!);
      for (let shift = 0; shift < 32; shift += 8) {
        const entry = ((word >>> shift) & 255) << 2;
        const out = REMAINDERS[z3 & 255]!;
        z3 = ((z3 >>> 8) | (z2 << 24)) ^ table[entry + 3]!;
        z2 = ((z2 >>> 8) | (z1 << 24)) ^ table[entry + 2]!;
        z1 = ((z1 >>> 8) | (z0 << 24)) ^ table[entry + 1]!;
        z0 = (z0 >>> 8) ^ out ^ table[entry]!;
      }
    }
    a = z0;
    b = z1;
    c = z2;
    d = z3;
  }
  sum[0] = a;
  sum[1] = b;
  sum[2] = c;
  sum[3] = d;
}

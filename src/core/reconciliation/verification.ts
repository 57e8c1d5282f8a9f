/**
 * The comparison after Correct: 50 rows of a Toeplitz matrix, so the hash is linear and its rows can
 * enter a rank. The rows come from 16 public bytes through ChaCha.
 */
import { type Bits, popcount32, validMask } from '../bits/bits.ts';
import { fillPlane, openStream, publicKeyOf } from '../random/streams.ts';

export const VERIFICATION_SEED_BYTES = 16;
const ROWS = 50;

function diagonal(seed: Uint8Array, bits: number): Int32Array {
  const words = new Int32Array(Math.ceil((bits + ROWS + 32) / 2048) * 64);
  fillPlane(words, openStream(publicKeyOf('verification', seed), 'rows'), 0, 0);
  return words;
}

/** Row r: bits r…r+n of the diagonal. */
export function verificationRow(seed: Uint8Array, row: number, bits: number): Bits {
  return rowOf(diagonal(seed, bits), row, bits);
}

function rowOf(words: Int32Array, row: number, bits: number): Bits {
  const out = new Uint32Array((bits + 31) >>> 5);
  const [at, shift] = [row >>> 5, row & 31];
  for (let w = 0; w < out.length; w++) {
    const low = words[at + w]! >>> shift;
    const high = shift === 0 ? 0 : words[at + w + 1]! << (32 - shift);
    out[w] = (low | high) & validMask(bits, w);
  }
  return { length: bits, words: out };
}

/** 7 bytes, the 50 bits first. */
export function verificationHash(bits: Bits, seed: Uint8Array): Uint8Array {
  const words = diagonal(seed, bits.length);
  const hash = new Uint8Array(7);
  for (let row = 0; row < ROWS; row++) {
    const [at, shift] = [row >>> 5, row & 31];
    let sum = 0;
    for (let w = 0; w < bits.words.length; w++) {
      const low = words[at + w]! >>> shift;
      const high = shift === 0 ? 0 : words[at + w + 1]! << (32 - shift);
      sum ^= (low | high) & bits.words[w]!;
    }
    hash[row >>> 3] = hash[row >>> 3]! | ((popcount32(sum) & 1) << (7 - (row & 7)));
  }
  return hash;
}

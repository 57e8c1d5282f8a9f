/**
 * All inputs that fit what is known, when everything known is linear.
 *
 *   P·x = s   P any rows of n columns, s one bit for each
 *   known     bits of x that are given; they are put in before anything is eliminated
 *
 * Elimination leaves r independent rows, each with a column that no other row of its word has. The
 * n − r − known other bits are free: any choice of them is one solution, so fair coins give a fair one.
 */
import { type Bits, bitOf, popcount32, validMask } from '../bits/bits.ts';
import { type BitMatrix, eliminate, zeroMatrix } from './gf2.ts';

export interface Equations {
  /** Length of x: n. */
  readonly bits: number;
  /** Positions that each sum adds up, each at most once. */
  readonly rows: readonly Uint32Array[];
  /** Further sums, as columns of n bits. */
  readonly dense: readonly Bits[];
  /** What each comes to: those of `rows`, then those of `dense`. */
  readonly values: Bits;
  /** Bits of x that are given; null: none. */
  readonly known: KnownBits | null;
}

export interface KnownBits {
  readonly certain: Bits;
  /** Looked at where `certain` is set. */
  readonly values: Bits;
}

export interface Solved {
  readonly bits: number;
  readonly known: KnownBits | null;
  /** Independent rows, x first, what they come to in the last word. */
  readonly matrix: BitMatrix;
  /** Word and bit in which each row has a column of its own. */
  readonly pivotWord: Int32Array;
  readonly pivotBit: Int32Array;
}

/** null: the equations contradict one another. */
export function solve(equations: Equations): Solved | null {
  const { bits, known } = equations;
  const matrix = matrixOf(equations);
  const rank = eliminate(matrix);
  const { words, stride } = matrix;
  const pivotWord = new Int32Array(rank);
  const pivotBit = new Int32Array(rank);
  for (let first = 0, end = 0; first < rank; first = end) {
    const lead = leadOf(matrix, first);
    // 0 = 1.
    if (lead === stride - 1) return null;
    let seen = 0;
    let shared = 0;
    for (end = first; end < rank && leadOf(matrix, end) === lead; end++) {
      const word = words[end * stride + lead]!;
      shared |= seen & word;
      seen |= word;
    }
    pivotWord.fill(lead, first, end);
    for (let r = first; r < end; r++) {
      const own = words[r * stride + lead]! & ~shared;
      pivotBit[r] = own & -own;
    }
  }
  return { bits, known, matrix: { words, rows: rank, stride }, pivotWord, pivotBit };
}

/** The solution with these free bits, `coins` of n bits; those that are not free are not looked at. */
export function solutionWith(
  { bits, known, matrix, pivotWord, pivotBit }: Solved,
  coins: Bits,
): Bits {
  const { words, stride } = matrix;
  const x = new Int32Array(stride);
  for (let w = 0; w < stride - 1; w++) {
    const given = known?.certain.words[w] ?? 0;
    x[w] =
      ((coins.words[w]! & ~given) | ((known?.values.words[w] ?? 0) & given)) & validMask(bits, w);
  }
  // Against the last word of a row, the sum that it comes to.
  x[stride - 1] = 1;
  for (let r = matrix.rows - 1; r >= 0; r--) {
    const lead = pivotWord[r]!;
    x[lead]! &= ~pivotBit[r]!;
    let sum = 0;
    for (let w = lead, at = r * stride + lead; w < stride; w++, at++) sum ^= words[at]! & x[w]!;
    if ((popcount32(sum) & 1) === 1) x[lead]! |= pivotBit[r]!;
  }
  return { length: bits, words: Uint32Array.from(x.subarray(0, stride - 1)) };
}

/** P on the bits that are not given, and in a word of its own what each row then comes to. */
function matrixOf({ bits, rows, dense, values, known }: Equations): BitMatrix {
  const width = 32 * ((bits + 31) >>> 5);
  const matrix = zeroMatrix(rows.length + dense.length, width + 1);
  const { words, stride } = matrix;
  const last = stride - 1;
  const isGiven = (i: number) => known !== null && bitOf(known.certain, i) === 1;
  rows.forEach((row, r) => {
    const at = r * stride;
    let value: number = bitOf(values, r);
    for (const i of row) {
      if (isGiven(i)) value ^= bitOf(known!.values, i);
      else words[at + (i >>> 5)]! ^= 1 << (i & 31);
    }
    words[at + last] = value;
  });
  dense.forEach((row, d) => {
    const at = (rows.length + d) * stride;
    let given = 0;
    for (let w = 0; w < last; w++) {
      const certain = known?.certain.words[w] ?? 0;
      words[at + w] = row.words[w]! & ~certain;
      given ^= row.words[w]! & certain & (known?.values.words[w] ?? 0);
    }
    words[at + last] = bitOf(values, rows.length + d) ^ (popcount32(given) & 1);
  });
  return matrix;
}

/** First word of a row that is not zero; every row asked for has one. */
function leadOf({ words, stride }: BitMatrix, row: number): number {
  let w = 0;
  while (words[row * stride + w] === 0) w++;
  return w;
}

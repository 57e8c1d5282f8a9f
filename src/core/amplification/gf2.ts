/**
 * Matrices over the field of two elements, 32 columns to a word.
 *
 * Elimination takes a word of columns at a time. Its pivot rows, at most 32, are brought to the form
 * in which each has a column of its own; then every sum of up to eight of them is written down, and
 * each row below is cleared by four of these sums at once: 32 columns for the price of one visit.
 * Source: the Method of Four Russians; Albrecht, Bard & Hart, ACM Trans. Math. Softw. 37 (2010) 9.
 */
import type { Bits } from '../bits/bits.ts';

/** Row r is words [r·stride, (r + 1)·stride); bit c of a row as in Bits. */
export interface BitMatrix {
  readonly words: Int32Array;
  readonly rows: number;
  readonly stride: number;
}

export function zeroMatrix(rows: number, columns: number): BitMatrix {
  const stride = (columns + 31) >>> 5;
  return { words: new Int32Array(rows * stride), rows, stride };
}

/** Number of independent rows. Rows may be shorter than `columns`, not longer. */
export function rank(rows: readonly Bits[], columns: number): number {
  const matrix = zeroMatrix(rows.length, columns);
  rows.forEach((row, r) => {
    matrix.words.set(row.words, r * matrix.stride);
  });
  return eliminate(matrix);
}

/**
 * Number of independent rows, in place: that many rows at the top then span what all rows did, and
 * the others are zero.
 */
export function eliminate(matrix: BitMatrix): number {
  const { words, rows, stride } = matrix;
  const sums = new Int32Array(4 * 256 * stride);
  let done = 0;
  for (let w = 0; w < stride && done < rows; w++) {
    const pivots = pivotsOf(matrix, w, done);
    const first = done;
    done += pivots.filter((row) => row >= 0).length;
    if (done === first) continue;
    let mask = 0;
    for (let b = 0; b < 32; b++) if (pivots[b]! >= 0) mask |= 1 << b;
    sumsOf(sums, pivots, words, stride, w);
    for (let r = done; r < rows; r++) {
      addSums(words, r * stride, sums, { stride, from: w }, words[r * stride + w]! & mask);
    }
  }
  return done;
}

/** to ⊕ a·b, in `to`. Columns of `a` beyond the rows of `b` must not be asked for: they are ignored. */
export function addProduct(to: BitMatrix, a: BitMatrix, b: BitMatrix): void {
  const { stride } = b;
  const sums = new Int32Array(4 * 256 * stride);
  for (let w = 0; 32 * w < b.rows; w++) {
    const count = Math.min(32, b.rows - 32 * w);
    const group = Array.from({ length: 32 }, (_, bit) => (bit < count ? 32 * w + bit : -1));
    sumsOf(sums, group, b.words, stride, 0);
    const mask = count === 32 ? -1 : (1 << count) - 1;
    for (let r = 0; r < a.rows; r++) {
      const chosen = a.words[r * a.stride + w]! & mask;
      addSums(to.words, r * to.stride, sums, { stride, from: 0 }, chosen);
    }
  }
}

/**
 * Finds pivots for the 32 columns of word w among rows `top` on, and moves them to rows `top` on.
 * Element b of the answer is the row whose one pivot column is b, or −1.
 */
function pivotsOf({ words, rows, stride }: BitMatrix, w: number, top: number): number[] {
  const pivots = new Array<number>(32).fill(-1);
  let found = 0;
  for (let r = top; r < rows && found < 32; r++) {
    // What the pivots so far leave of this row.
    let rest = words[r * stride + w]!;
    for (let b = 0; b < 32 && rest !== 0; b++) {
      if (pivots[b]! >= 0 && ((rest >>> b) & 1) === 1) rest ^= words[pivots[b]! * stride + w]!;
    }
    if (rest === 0) continue;
    const row = top + found;
    if (r !== row) swapRows(words, r * stride, row * stride, stride, w);
    const own = 31 - Math.clz32(rest & -rest);
    for (let b = 0; b < 32; b++) {
      if (pivots[b]! >= 0 && ((words[row * stride + w]! >>> b) & 1) === 1) {
        addRow(words, row * stride, pivots[b]! * stride, stride, w);
      }
    }
    for (let b = 0; b < 32; b++) {
      if (pivots[b]! >= 0 && ((words[pivots[b]! * stride + w]! >>> own) & 1) === 1) {
        addRow(words, pivots[b]! * stride, row * stride, stride, w);
      }
    }
    pivots[own] = row;
    found++;
  }
  return pivots;
}

/** All sums of the rows of each byte of columns; sums of absent rows are never asked for. */
function sumsOf(
  sums: Int32Array,
  group: readonly number[],
  words: Int32Array,
  stride: number,
  from: number,
): void {
  for (let byte = 0; byte < 4; byte++) {
    for (let index = 1; index < 256; index++) {
      const row = group[8 * byte + 31 - Math.clz32(index & -index)]!;
      if (row < 0) continue;
      const to = (256 * byte + index) * stride;
      const rest = (256 * byte + (index & (index - 1))) * stride;
      const add = row * stride;
      for (let w = from; w < stride; w++) sums[to + w] = sums[rest + w]! ^ words[add + w]!;
    }
  }
}

/** Adds to a row, words `from` on, the sums that the four bytes of `chosen` name. */
function addSums(
  words: Int32Array,
  at: number,
  sums: Int32Array,
  { stride, from }: { readonly stride: number; readonly from: number },
  chosen: number,
): void {
  if (chosen === 0) return;
  const s0 = (chosen & 255) * stride;
  const s1 = (256 + ((chosen >>> 8) & 255)) * stride;
  const s2 = (512 + ((chosen >>> 16) & 255)) * stride;
  const s3 = (768 + (chosen >>> 24)) * stride;
  for (let w = from; w < stride; w++) {
    words[at + w] = words[at + w]! ^ sums[s0 + w]! ^ sums[s1 + w]! ^ sums[s2 + w]! ^ sums[s3 + w]!;
  }
}

function addRow(words: Int32Array, to: number, add: number, stride: number, from: number): void {
  for (let w = from; w < stride; w++) words[to + w] = words[to + w]! ^ words[add + w]!;
}

function swapRows(words: Int32Array, a: number, b: number, stride: number, from: number): void {
  for (let w = from; w < stride; w++) {
    const kept = words[a + w]!;
    words[a + w] = words[b + w]!;
    words[b + w] = kept;
  }
}

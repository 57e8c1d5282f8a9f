/**
 * How much of the final key follows from what Eve holds.
 *
 *   input  n bits, unknown but for what follows
 *   E      bits that she is certain of, one row each
 *   P      parities said in public and the rows of the verification hash
 *   T      [I | T'], the m rows of the hash that makes the key
 *
 * Everything she holds is linear, so of all keys 2^(rank[P;E;T] − rank[P;E]) are still possible, each
 * equally often: m − (rank[P;E;T] − rank[P;E]) bits of the key are hers. That is exact, for that which
 * she holds as bits; what a quantum memory might hold is the length's business, not this count's.
 * Source: Bennett, Brassard, Crépeau & Maurer, IEEE Trans. Inf. Theory 41 (1995) 1915.
 */
import { appendWhere, closeAppender, openAppender } from '../bits/appender.ts';
import { type Bits, bitOf, zeros } from '../bits/bits.ts';
import { addProduct, type BitMatrix, eliminate, zeroMatrix } from './gf2.ts';
import { reversed, windowOf } from './words.ts';

/** Largest input for which the rank is computed while someone waits: about a second. */
export const EXACT_UP_TO = 20_000;

export interface EveHolds {
  /** Bits of the input. */
  readonly bits: number;
  /** Which of them she is certain of; null: none. */
  readonly certain: Bits | null;
  /** Positions that each public parity adds up, each at most once. */
  readonly rows: readonly Uint32Array[];
  /** Further public rows, as columns of `bits` bits. */
  readonly dense: readonly Bits[];
}

/** Rows so short that removing the bits she is certain of may leave a single one. */
const SHORT_ROW = 32;
/** Columns beyond the number of rows at which random rows are independent but once in 2⁶⁴. */
const SPARE_COLUMNS = 64;
/** Below this chance of knowing a single bit, none is reported. */
const NEGLIGIBLE_LOG2 = -128;

/** Bits [from, to) of the key. */
export interface KeyPart {
  readonly from: number;
  readonly to: number;
}

/**
 * Bits of the key, or of a part of it, that follow from what Eve holds, by rank. `seed`: n − 1 bits, or
 * null if the key is the input's first `outputBits` bits as they are.
 */
export function keyBitsKnown(
  holds: EveHolds,
  seed: Bits | null,
  outputBits: number,
  part: KeyPart = { from: 0, to: outputBits },
): { readonly known: number; readonly by: 'rank' } {
  const unknown = unknownTo(holds);
  const layout = layoutOf(unknown, outputBits, part);
  const parities = paritiesOf(holds, layout);
  const independent = eliminate(parities);
  // A row of T whose own bit of x₁ is unknown is independent of the rest and clears that column. What
  // it leaves of P, and the other rows of T, stand on x₂ alone; each dependent one is a bit known.
  const rows = independent + part.to - part.from - layout.own;
  const spared = Math.min(layout.others, 32 * Math.ceil((rows + SPARE_COLUMNS) / 32));
  const known = rows - rankOfRest(spared);
  // Rows independent on some columns are independent; else all columns must speak.
  const told = known === 0 || spared === layout.others;
  return { known: told ? known : rows - rankOfRest(layout.others), by: 'rank' };

  function rankOfRest(columns: number): number {
    const hashes = hashRows(seed, unknown, { outputBits, ...part }, columns);
    const rest = zeroMatrix(rows, columns);
    const { stride } = rest;
    for (let r = 0; r < independent; r++) {
      const from = r * parities.stride + layout.ownWords;
      rest.words.set(parities.words.subarray(from, from + stride), r * stride);
    }
    addProduct(rest, { ...parities, rows: independent }, hashes.own);
    rest.words.set(hashes.others.words, independent * stride);
    return eliminate(rest);
  }
}

/**
 * The same where ranks would take too long. Over the seed, a given sum of rows of T is one of the 2^r
 * sums that she holds with chance 2^(outputBits − n) for each with the same x₁, so she knows even one bit
 * of the key with chance 2^(outputBits − (n − r)) at most, r = certainBits + publicRows. Below 2⁻¹²⁸
 * that counts as none, otherwise as one bit, or as what she holds too much.
 */
export function keyBitsKnownBound(
  bits: number,
  certainBits: number,
  publicRows: number,
  outputBits: number,
): { readonly known: number; readonly by: 'bound'; readonly log2Chance: number } {
  const held = Math.min(bits, certainBits + publicRows);
  const excess = outputBits - (bits - held);
  const known = excess < NEGLIGIBLE_LOG2 ? 0 : Math.max(1, excess);
  return { known: Math.min(outputBits, known), by: 'bound', log2Chance: Math.min(0, excess) };
}

/**
 * Where each unknown bit stands in a row of P: those of the part of x₁ first, then, from a new word on,
 * x₂ backwards, and last what no wanted row of T looks at: the rest of x₁.
 */
interface Layout {
  /** Column of each position of the input; −1 where Eve is certain. */
  readonly column: Int32Array;
  /** Unknown bits of the part of x₁, and all others. */
  readonly own: number;
  readonly others: number;
  readonly ownWords: number;
}

/**
 * Bits that she is not certain of, even after the shortest parities: one that adds up a single bit
 * gives it away, which may leave another with a single bit.
 */
function unknownTo({ bits, certain, rows }: EveHolds): Bits {
  const unknown = zeros(bits);
  for (let i = 0; i < bits; i++) {
    if (certain === null || bitOf(certain, i) === 0) {
      unknown.words[i >>> 5] = unknown.words[i >>> 5]! | (1 << (i & 31));
    }
  }
  let short = rows.filter(({ length }) => length <= SHORT_ROW);
  for (let before = -1; before !== short.length; ) {
    before = short.length;
    short = short.filter((row) => {
      let left = 0;
      let last = 0;
      for (const i of row) {
        if (bitOf(unknown, i) === 0) continue;
        left++;
        last = i;
      }
      if (left === 1) unknown.words[last >>> 5] = unknown.words[last >>> 5]! & ~(1 << (last & 31));
      return left > 1;
    });
  }
  return unknown;
}

function layoutOf(unknown: Bits, outputBits: number, part: KeyPart): Layout {
  const column = new Int32Array(unknown.length).fill(-1);
  let own = 0;
  for (let i = part.from; i < part.to; i++) if (bitOf(unknown, i) === 1) column[i] = own++;
  const ownWords = (own + 31) >>> 5;
  let others = 0;
  const rest = { from: 0, to: outputBits };
  for (const { from, to } of [{ from: outputBits, to: unknown.length }, rest]) {
    for (let i = to - 1; i >= from; i--) {
      if (column[i] === -1 && bitOf(unknown, i) === 1) column[i] = 32 * ownWords + others++;
    }
  }
  return { column, own, others, ownWords };
}

/** P on the unknown columns. */
function paritiesOf({ rows, dense }: EveHolds, { column, others, ownWords }: Layout): BitMatrix {
  const matrix = zeroMatrix(rows.length + dense.length, 32 * ownWords + others);
  const { words, stride } = matrix;
  const add = (r: number, i: number) => {
    const at = column[i]!;
    if (at >= 0)
      words[r * stride + (at >>> 5)] = words[r * stride + (at >>> 5)]! ^ (1 << (at & 31));
  };
  rows.forEach((row, r) => {
    for (const i of row) add(r, i);
  });
  dense.forEach((row, d) => {
    for (let i = 0; i < row.length; i++) if (bitOf(row, i) === 1) add(rows.length + d, i);
  });
  return matrix;
}

/**
 * Rows of T' on the first unknown columns of x₂, taken backwards: then row i is a window of the seed.
 * `own`: those whose bit of x₁ is unknown, in order; `others`: the rest. Columns beyond x₂ are zero.
 */
function hashRows(
  seed: Bits | null,
  unknown: Bits,
  { outputBits, from, to }: KeyPart & { readonly outputBits: number },
  columns: number,
): { readonly own: BitMatrix; readonly others: BitMatrix } {
  const width = unknown.length - outputBits;
  const mask = reversed(windowOf(unknown, outputBits, width));
  const end = endOfOnes(mask, columns);
  let ownRows = 0;
  for (let i = from; i < to; i++) ownRows += bitOf(unknown, i);
  const own = zeroMatrix(ownRows, columns);
  const others = zeroMatrix(to - from - ownRows, columns);
  let r = 0;
  for (let i = from; seed !== null && i < to; i++) {
    const row = openAppender(columns);
    appendWhere(row, windowOf(seed, i, end).words, mask.words, { from: 0, to: end });
    const free = bitOf(unknown, i) === 1;
    const into = free ? own : others;
    into.words.set(closeAppender(row).words, (free ? r : i - from - r) * into.stride);
    if (free) r++;
  }
  return { own, others };
}

/** The shortest beginning that holds this many ones, or all there are. */
function endOfOnes(mask: Bits, ones: number): number {
  let left = ones;
  let end = 0;
  while (left > 0 && end < mask.length) left -= bitOf(mask, end++);
  return end;
}

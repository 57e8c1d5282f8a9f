/**
 * What both ends know of a frame's parities: every block as the parts into which questions have cut it.
 *
 *   side     2·pass, or 2·pass + 1 for block 1 of a half-key pass; has bitmaps of its own
 *   cut      bit at a place: some question ended there. A node is halved at one fixed place, so the
 *            cuts say which nodes of a block's tree are known, and nothing else need be kept
 *   odd      bit at a part's first place: the two ends' parities of the part differ
 *
 * Parts are the leaves of the known tree; an odd node always has an odd leaf below it, so the smallest
 * odd node is a part. Without reuse nothing is cut and the parts are the whole blocks.
 * Source: Martínez-Mateo et al., arXiv:1407.3257 (sub-block reuse).
 */
import type { Copies } from './copies.ts';

export interface Known {
  readonly cuts: Int32Array;
  readonly odds: Int32Array;
  /** Correction that made the part odd; −1: the pass's own parities. Meaningful where it is odd. */
  readonly openedBy: Int32Array;
  /** Odd parts of each pass. */
  readonly oddCount: Int32Array;
  /** The part that findPart found, [from, to). */
  from: number;
  to: number;
}

export function openKnown({ stride, blockLengths: { length: passes } }: Copies): Known {
  return {
    cuts: new Int32Array(2 * passes * stride),
    odds: new Int32Array(2 * passes * stride),
    openedBy: new Int32Array(2 * passes * stride * 32),
    oddCount: new Int32Array(passes),
    from: 0,
    to: 0,
  };
}

export function forget({ cuts, odds, oddCount }: Known): void {
  cuts.fill(0);
  odds.fill(0);
  oddCount.fill(0);
}

/** Finds the part of a side that holds a place. */
export function findPart(known: Known, copies: Copies, side: number, place: number): void {
  const { length, stride, blockLengths } = copies;
  const { cuts } = known;
  const block = blockLengths[side >>> 1]!;
  let from = block === 0 ? 0 : place - (place % block);
  let to = block === 0 ? length : Math.min(length, from + block);
  const at = side * stride;
  for (;;) {
    const middle = halfway(copies, side, from, to);
    if (middle < 0 || ((cuts[at + (middle >>> 5)]! >>> middle) & 1) === 0) break;
    if (place < middle) to = middle;
    else from = middle;
  }
  known.from = from;
  known.to = to;
}

export function isOdd({ odds }: Known, { stride }: Copies, side: number, from: number): boolean {
  return ((odds[side * stride + (from >>> 5)]! >>> from) & 1) === 1;
}

/** Says of the part that begins here that its parities differ no more, or do now; true: now they do. */
export function toggleOdd(known: Known, { stride }: Copies, side: number, from: number): boolean {
  const at = side * stride + (from >>> 5);
  const word = known.odds[at]! ^ (1 << from);
  known.odds[at] = word;
  const odd = ((word >>> from) & 1) === 1;
  known.oddCount[side >>> 1]! += odd ? 1 : -1;
  return odd;
}

/** An odd part is halved at a place, and the error is in the second half or in the first. */
export function cutAt(
  known: Known,
  { stride }: Copies,
  side: number,
  from: number,
  middle: number,
  second: boolean,
): void {
  const at = side * stride;
  known.cuts[at + (middle >>> 5)]! |= 1 << middle;
  if (!second) return;
  known.odds[at + (from >>> 5)]! ^= 1 << from;
  known.odds[at + (middle >>> 5)]! ^= 1 << middle;
}

/** Side of a block. */
export function sideOf({ blockLengths }: Copies, pass: number, block: number): number {
  return 2 * pass + (blockLengths[pass] === 0 ? block : 0);
}

/** One of the two halves of a half-key pass is empty, so the other is the frame. */
export function isOneSided(copies: Copies, pass: number): boolean {
  return [2 * pass, 2 * pass + 1].some((side) => isEmpty(copies, side, 0, copies.length));
}

/**
 * Where [from, to) of a side is halved: in the middle, but a half of a half-key block that holds nothing
 * is stepped over, since its parity is known. −1 if one bit is left; `single` then says where.
 */
export function halfway(copies: Copies, side: number, from: number, to: number): number {
  const pass = side >>> 1;
  if (copies.blockLengths[pass] !== 0) return to - from > 1 ? (from + to) >>> 1 : -1;
  let lo = from;
  let hi = to;
  while (hi - lo > 1) {
    const middle = (lo + hi) >>> 1;
    if (isEmpty(copies, side, lo, middle)) lo = middle;
    else if (isEmpty(copies, side, middle, hi)) hi = middle;
    else return middle;
  }
  return -1;
}

/** The place of the one bit in a part that cannot be halved. */
export function single(copies: Copies, side: number, from: number, to: number): number {
  let lo = from;
  let hi = to;
  while (hi - lo > 1) {
    const middle = (lo + hi) >>> 1;
    if (isEmpty(copies, side, lo, middle)) lo = middle;
    else hi = middle;
  }
  return lo;
}

function isEmpty({ mask, stride }: Copies, side: number, from: number, to: number): boolean {
  const at = (side >>> 1) * stride;
  const other = (side & 1) - 1;
  const last = (to - 1) >>> 5;
  const end = -1 >>> (31 - ((to - 1) & 31));
  let w = from >>> 5;
  let keep = -1 << from;
  for (; w < last; w++) {
    if (((mask[at + w]! ^ other) & keep) !== 0) return false;
    keep = -1;
  }
  return ((mask[at + w]! ^ other) & keep & end) === 0;
}

/**
 * What was said in Correct, in the order spoken: by round trips, in each by frames. Columns of equal
 * length, one entry a parity, then one entry a correction. 17 bytes a parity.
 *
 *   range   in the order of the pass (orders.ts). In a half-key pass the positions from … to − 1 of
 *           the frame that belong to the block
 */
import { bitOf, zeros } from '../bits/bits.ts';
import { drawWords, halve, publicCoins, shuffle } from './orders.ts';
import { blockLength, type CascadeTerms, framesOf } from './terms.ts';

export interface ParityLog {
  readonly frame: Uint16Array;
  readonly pass: Uint8Array;
  /** Number of the block in its pass and frame. */
  readonly block: Uint32Array;
  /** Range of the pass's order that the parity covers: [from, to). */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** The sender's parity, and whether the receiver's differed. */
  readonly parity: Uint8Array;
  readonly differs: Uint8Array;
  /** Index of each round's first question; one more entry at the end. */
  readonly roundStart: Uint32Array;
  /** 1: the sender says all parities of a pass, unasked. */
  readonly opening: Uint8Array;
  /** Corrections in order: position in the key, and the question whose answer showed it. */
  readonly errorAt: Uint32Array;
  readonly errorQuestion: Int32Array;
  /** Round after which it was made, pass and frame of the block in which it was found. */
  readonly errorRound: Uint32Array;
  readonly errorPass: Uint8Array;
  readonly errorFrame: Uint16Array;
  /** Correction that made the searched block odd again; −1: the pass's own parities did. */
  readonly errorOpenedBy: Int32Array;
}

export function isOpening(log: ParityLog, round: number): boolean {
  return log.opening[round] === 1;
}

/** What the sender says unasked when a pass opens: the parities of its blocks, as in answeredBytes. */
export function openingBytes(log: ParityLog, round: number): Uint8Array {
  return answeredBytes(log, round);
}

/**
 * What the receiver asks in a round: for each question frame, pass, block, from and to − from, each in
 * groups of seven bits, the lowest first, the top bit set while more follow. One spelling each.
 */
export function askedBytes(log: ParityLog, round: number): Uint8Array {
  const { frame, pass, block, from, to } = log;
  const first = log.roundStart[round]!;
  const end = log.roundStart[round + 1]!;
  let size = 2 * (end - first);
  for (let q = first; q < end; q++) {
    size += groups(block[q]!) + groups(from[q]!) + groups(to[q]! - from[q]!);
    if (frame[q]! > 127) size += groups(frame[q]!) - 1;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (let q = first; q < end; q++) {
    at = spell(bytes, at, frame[q]!);
    bytes[at++] = pass[q]!;
    at = spell(bytes, at, block[q]!);
    at = spell(bytes, at, from[q]!);
    at = spell(bytes, at, to[q]! - from[q]!);
  }
  return bytes;
}

function groups(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5;
}

function spell(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  let next = at;
  while (rest > 127) {
    bytes[next++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[next++] = rest;
  return next;
}

/** The sender's parities of a round, bit by bit from the most significant one; zeros fill the last byte. */
export function answeredBytes({ parity, roundStart }: ParityLog, round: number): Uint8Array {
  const first = roundStart[round]!;
  const count = roundStart[round + 1]! - first;
  const bytes = new Uint8Array((count + 7) >>> 3);
  for (let i = 0; i < count; i++) {
    if (parity[first + i] === 1) bytes[i >>> 3]! |= 128 >>> (i & 7);
  }
  return bytes;
}

/**
 * Positions in the whole key, of `bits` bits, that a question covers; in the order in which its block is
 * halved. A view of a shared table: not to be written to.
 */
export function questionPositions(
  log: ParityLog,
  question: number,
  terms: CascadeTerms,
  seed: Uint8Array,
  bits: number,
): Uint32Array {
  const pass = log.pass[question]!;
  const { blocks, start, length } = tableOf(terms, seed, bits, log.frame[question]!, pass);
  const block = log.block[question]!;
  const positions = blocks[block]!;
  const [from, to] = [log.from[question]!, log.to[question]!];
  if (length === null)
    return positions.subarray(indexOf(positions, start + from), indexOf(positions, start + to));
  return positions.subarray(from - block * length, to - block * length);
}

/** The blocks of a frame's pass as positions in the whole key, each in the order in which it is halved. */
export function blocksOf(
  terms: CascadeTerms,
  seed: Uint8Array,
  bits: number,
  frame: number,
  pass: number,
): readonly Uint32Array[] {
  return tableOf(terms, seed, bits, frame, pass).blocks;
}

interface Table {
  readonly blocks: readonly Uint32Array[];
  /** First position of the frame. */
  readonly start: number;
  /** Block length; null in a half-key pass. */
  readonly length: number | null;
}

/** Positions kept in tables at most, 4 bytes each; as long as the seed lives. */
const MOST_POSITIONS = 1 << 24;
const tables = new WeakMap<Uint8Array, Map<string, Table>>();

function tableOf(
  terms: CascadeTerms,
  seed: Uint8Array,
  bits: number,
  frame: number,
  pass: number,
): Table {
  const length = blockLength(terms, pass);
  const known = tables.get(seed) ?? new Map<string, Table>();
  tables.set(seed, known);
  const name = `${bits} ${frame} ${pass} ${length}`;
  let table = known.get(name);
  if (table === undefined) {
    table = makeTable(length, seed, framesOf(bits)[frame]!, frame, pass);
    const longest = Math.ceil(bits / framesOf(bits).length);
    if ((known.size + 1) * longest > MOST_POSITIONS) known.delete(known.keys().next().value!);
    known.set(name, table);
  }
  return table;
}

function makeTable(
  length: number | null,
  seed: Uint8Array,
  { from: start, to: end }: { readonly from: number; readonly to: number },
  frame: number,
  pass: number,
): Table {
  const which = { length: end - start, frame, pass };
  const draws = new Int32Array(drawWords(which.length));
  const blocks: Uint32Array[] = [];
  if (length === null) {
    const mask = zeros(which.length);
    halve(new Int32Array(mask.words.buffer), 0, which, publicCoins(seed), draws);
    for (const half of [0, 1] as const) {
      const positions: number[] = [];
      for (let i = 0; i < which.length; i++) if (bitOf(mask, i) === half) positions.push(start + i);
      blocks.push(Uint32Array.from(positions));
    }
    return { blocks, start, length };
  }
  const order = new Uint32Array(which.length);
  if (pass > 0) shuffle(order, which, publicCoins(seed), draws);
  for (let i = 0; i < order.length; i++) order[i] = start + (pass > 0 ? order[i]! : i);
  for (let from = 0; from < order.length; from += length) {
    blocks.push(order.subarray(from, Math.min(order.length, from + length)));
  }
  return { blocks, start, length };
}

/** Index of the first of ascending positions that is not below one. */
function indexOf(positions: Uint32Array, position: number): number {
  let [low, high] = [0, positions.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (positions[middle]! < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

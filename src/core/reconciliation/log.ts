/** What was said in Correct, in the order spoken, over all frames. */
import { passBlocks } from './orders.ts';
import { type CascadeTerms, framesOf } from './terms.ts';

export interface ParityLog {
  readonly frame: Uint16Array;
  readonly pass: Uint8Array;
  readonly block: Uint32Array;
  /** Part of the block, in its own order. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** The sender's parity, and whether the receiver's differed. */
  readonly parity: Uint8Array;
  readonly differs: Uint8Array;
  /** Index of each round's first question; one more entry at the end. */
  readonly roundStart: Uint32Array;
  /** 1: the sender says all parities of a pass, unasked. */
  readonly opening: Uint8Array;
  /** Corrections in order: position in the key, question that decided it, pass and frame. */
  readonly errorAt: Uint32Array;
  readonly errorQuestion: Int32Array;
  readonly errorRound: Uint32Array;
  readonly errorPass: Uint8Array;
  readonly errorFrame: Uint16Array;
  /** Correction that made the searched block odd again; −1: the pass's own parity did. */
  readonly errorOpenedBy: Int32Array;
}

export function isOpening(log: ParityLog, round: number): boolean {
  return log.opening[round] === 1;
}

/** Which blocks the receiver asks of in a round: frame, pass, block, from, to. */
export function askedBytes(log: ParityLog, round: number): Uint8Array {
  const from = log.roundStart[round]!;
  const to = log.roundStart[round + 1]!;
  const out = new Uint8Array((to - from) * 15);
  for (let q = from, i = 0; q < to; q++) {
    const frame = log.frame[q]!;
    out[i++] = frame >>> 8;
    out[i++] = frame;
    out[i++] = log.pass[q]!;
    for (const value of [log.block[q]!, log.from[q]!, log.to[q]!]) {
      out[i++] = value >>> 24;
      out[i++] = value >>> 16;
      out[i++] = value >>> 8;
      out[i++] = value;
    }
  }
  return out;
}

/** The sender's parities of a round, most significant bit first. */
export function answeredBytes(log: ParityLog, round: number): Uint8Array {
  const from = log.roundStart[round]!;
  const count = log.roundStart[round + 1]! - from;
  const out = new Uint8Array((count + 7) >>> 3);
  for (let i = 0; i < count; i++) {
    out[i >>> 3] = out[i >>> 3]! | (log.parity[from + i]! << (7 - (i & 7)));
  }
  return out;
}

export const openingBytes = answeredBytes;

const orders = new WeakMap<Uint8Array, Map<string, readonly Uint32Array[]>>();

/** Positions in the whole key that a question covers. */
export function questionPositions(
  log: ParityLog,
  question: number,
  terms: CascadeTerms,
  seed: Uint8Array,
  bits: number,
): Uint32Array {
  const frame = log.frame[question]!;
  const blocks = blocksOf(terms, seed, bits, frame, log.pass[question]!);
  return blocks[log.block[question]!]!.subarray(log.from[question]!, log.to[question]!);
}

/** Blocks of a pass as positions in the whole key. */
export function blocksOf(
  terms: CascadeTerms,
  seed: Uint8Array,
  bits: number,
  frame: number,
  pass: number,
): readonly Uint32Array[] {
  let known = orders.get(seed);
  if (known === undefined) {
    known = new Map();
    orders.set(seed, known);
  }
  const name = `${bits} ${frame} ${pass} ${terms.variant} ${terms.blockFactor} ${terms.errorRate}`;
  let blocks = known.get(name);
  if (blocks === undefined) {
    const { from, to } = framesOf(bits)[frame]!;
    blocks = passBlocks(terms, seed, frame, to - from, pass).map((block) =>
      block.map((position) => position + from),
    );
    known.set(name, blocks);
  }
  return blocks;
}

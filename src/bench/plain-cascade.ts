/**
 * Cascade as it is mostly written to be read: an array of bits, blocks as lists of positions, every parity
 * added up bit by bit, sender and receiver asked alike. It is here to be compared with.
 * Same terms as the textbook schedule: first block ⌈0.73/Q⌉, doubled, four passes.
 */
import { type Bits, bitOf } from '../core/bits/bits.ts';

const PASSES = 4;
const BLOCK_FACTOR = 0.73;

interface Block {
  readonly pass: number;
  readonly positions: readonly number[];
  /** The sender's parity of it, once she has said it. */
  readonly senderParity: number;
}

export interface PlainResult {
  readonly corrected: number[];
  readonly leakedBits: number;
}

/** Corrects the receiver's bits; both keys have the same length. */
export function plainCascade(sender: Bits, receiver: Bits, errorRate: number): PlainResult {
  const hers = Array.from({ length: sender.length }, (_, i) => bitOf(sender, i) as number);
  const corrected = Array.from({ length: receiver.length }, (_, i) => bitOf(receiver, i) as number);
  let leakedBits = 0;
  const ask = (positions: readonly number[]) => {
    leakedBits++;
    return parityOf(hers, positions);
  };
  /** Blocks that hold a position, one for each pass so far. */
  const blocksWith: Block[][] = hers.map(() => []);
  const odd: Set<Block>[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    odd.push(new Set());
    const order = hers.map((_, i) => i);
    if (pass > 0) shuffle(order);
    const size = Math.ceil(BLOCK_FACTOR / errorRate) * 2 ** pass;
    for (let from = 0; from < order.length; from += size) {
      const positions = order.slice(from, from + size);
      const block = { pass, positions, senderParity: ask(positions) };
      for (const position of positions) blocksWith[position]!.push(block);
      if (parityOf(corrected, positions) !== block.senderParity) odd[pass]!.add(block);
    }
    for (;;) {
      // Blocks are shortest in the first pass.
      const [block] = odd.find(({ size: waiting }) => waiting > 0) ?? [];
      if (block === undefined) break;
      const position = binary(block.positions, corrected, ask);
      corrected[position] = 1 - corrected[position]!;
      for (const changed of blocksWith[position]!) {
        const isOdd = parityOf(corrected, changed.positions) !== changed.senderParity;
        if (isOdd) odd[changed.pass]!.add(changed);
        else odd[changed.pass]!.delete(changed);
      }
    }
  }
  return { corrected, leakedBits };
}

/** Halves an odd block until one position is left. */
function binary(
  block: readonly number[],
  corrected: readonly number[],
  ask: (positions: readonly number[]) => number,
): number {
  let positions = block;
  while (positions.length > 1) {
    const half = positions.slice(0, positions.length >> 1);
    const isInHalf = ask(half) !== parityOf(corrected, half);
    positions = isInHalf ? half : positions.slice(positions.length >> 1);
  }
  return positions[0]!;
}

function parityOf(bits: readonly number[], positions: readonly number[]): number {
  let parity = 0;
  for (const position of positions) parity ^= bits[position]!;
  return parity;
}

function shuffle(order: number[]): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

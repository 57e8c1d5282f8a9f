/**
 * Cascade as it is mostly written to be read: an array of bits, blocks as lists of positions, every parity
 * added up bit by bit, sender and receiver asked alike. It is here to be compared with.
 * Same terms as the textbook schedule: first block ⌈0.73/Q⌉, doubled, four passes.
 */
const PASSES = 4;
const BLOCK_FACTOR = 0.73;

interface Block {
  readonly positions: readonly number[];
  /** The sender's parity of it, once she has said it. */
  readonly senderParity: number;
}

export interface PlainResult {
  readonly corrected: number[];
  readonly leakedBits: number;
}

export function plainCascade(
  sender: readonly number[],
  receiver: readonly number[],
  errorRate: number,
): PlainResult {
  const corrected = [...receiver];
  let leakedBits = 0;
  const ask = (positions: readonly number[]) => {
    leakedBits++;
    return parityOf(sender, positions);
  };
  /** Blocks that hold a position, one for each pass so far. */
  const blocksWith: Block[][] = sender.map(() => []);
  const isOdd = ({ positions, senderParity }: Block) =>
    parityOf(corrected, positions) !== senderParity;

  for (let pass = 0; pass < PASSES; pass++) {
    const order = sender.map((_, i) => i);
    if (pass > 0) shuffle(order);
    const size = Math.ceil(BLOCK_FACTOR / errorRate) * 2 ** pass;
    let odd: Block[] = [];
    for (let from = 0; from < order.length; from += size) {
      const positions = order.slice(from, from + size);
      const block = { positions, senderParity: ask(positions) };
      for (const position of positions) blocksWith[position]!.push(block);
      if (isOdd(block)) odd.push(block);
    }
    while (odd.length > 0) {
      const smallest = odd.reduce((a, b) => (b.positions.length < a.positions.length ? b : a));
      const position = binary(smallest.positions, corrected, ask);
      corrected[position] = 1 - corrected[position]!;
      const changed = blocksWith[position]!;
      odd = [...odd.filter((block) => !changed.includes(block)), ...changed.filter(isOdd)];
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

/** Which bits the blocks of a pass hold: a public matter, from a public seed. */
import { fillPlane, openStream, publicKeyOf } from '../random/streams.ts';
import { blockLength, type CascadeTerms } from './terms.ts';

/** Positions within the frame, block by block, in the order in which blocks are halved. */
export function passBlocks(
  terms: CascadeTerms,
  seed: Uint8Array,
  frame: number,
  length: number,
  pass: number,
): readonly Uint32Array[] {
  const size = blockLength(terms, pass);
  if (size === null) return halves(seed, frame, length, pass);
  const order = pass === 0 ? natural(length) : shuffled(seed, frame, length, pass);
  const blocks: Uint32Array[] = [];
  for (let from = 0; from < length; from += size)
    blocks.push(order.subarray(from, Math.min(length, from + size)));
  return blocks;
}

function natural(length: number): Uint32Array {
  return Uint32Array.from({ length }, (_, i) => i);
}

function wordsOf(seed: Uint8Array, label: string, count: number): Int32Array {
  const words = new Int32Array(Math.max(64, Math.ceil(count / 64) * 64));
  fillPlane(words, openStream(publicKeyOf('reconciliation', seed), label), 0, 0);
  return words;
}

/** Fisher & Yates; the bias of one 32-bit word a draw is below length ÷ 2³². */
function shuffled(seed: Uint8Array, frame: number, length: number, pass: number): Uint32Array {
  const order = natural(length);
  const words = wordsOf(seed, `shuffle/${frame}/${pass}`, length);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(((words[i]! >>> 0) / 4294967296) * (i + 1));
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
  return order;
}

function halves(seed: Uint8Array, frame: number, length: number, pass: number): Uint32Array[] {
  const words = wordsOf(seed, `half/${frame}/${pass}`, (length + 31) >>> 5);
  const [one, other]: [number[], number[]] = [[], []];
  for (let i = 0; i < length; i++) {
    (((words[i >>> 5]! >>> (i & 31)) & 1) === 1 ? one : other).push(i);
  }
  return [Uint32Array.from(one), Uint32Array.from(other)].filter(({ length: n }) => n > 0);
}

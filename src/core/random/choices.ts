/**
 * One of a few choices for every lane, with fixed probabilities: the column of a sender who picks the
 * strength of each pulse.
 *
 * A lane's uniform number U is read bit by bit from the top, but only while it is undecided. Threshold
 * by threshold, half of the open lanes are settled by each bit, so the open ones are numbered anew and
 * read their next bits densely packed:
 *
 *   node     all lanes whose U begins with one string of bits; its bits are a plane of their own
 *   rank     a lane's number among the lanes of its node, in order of lanes
 *   one bit  sends a lane on to the node of the longer string, or, where no threshold begins with that
 *            string, settles it
 *
 * About two bits a lane for one threshold and three for two, in place of eight; and a lane's U does not
 * depend on the thresholds, so moving one moves only the lanes between its old and its new value.
 * Lane order in, ranks by popcount: any lane is found alone, and so is how many chose what before it.
 */
import { popcount32 } from '../bits/bits.ts';
import { CERTAIN, CHUNK_WORDS } from './events.ts';
import { fillPlane, type Stream } from './streams.ts';

const CHUNK_SUPERBLOCKS = CHUNK_WORDS / 64;

/** The lanes of one chunk, as far as they are drawn. */
export interface Choices {
  readonly stream: Stream;
  /** Number of the chunk that is drawn; null before the first. */
  chunk: number | null;
  /** Of that chunk, how many lanes chose what. */
  readonly counts: Int32Array;
  /** Where every lane begins; like Node.next. */
  readonly first: number;
  readonly nodes: readonly Node[];
}

interface Node {
  readonly plane: number;
  /** What follows on a 0 and on a 1: a node's place in the list, or ~choice where a lane is settled. */
  readonly next: readonly [number, number];
  readonly bits: Int32Array;
  /** Ones in the words before each. */
  readonly ones: Uint16Array;
  /** Lanes of this node, and ones among their bits. */
  size: number;
  total: number;
}

/**
 * Opens choices 0, 1, …, d with d falling thresholds: a lane chooses how many of them lie above its U,
 * so `thresholds[0]`/2³² is the chance of any but 0. Integers 0…2³².
 */
export function openChoices(stream: Stream, thresholds: readonly number[]): Choices {
  const nodes: Node[] = [];
  const sure = thresholds.filter((t) => t === CERTAIN).length;
  const open = thresholds.filter((t) => t !== CERTAIN && t !== 0);
  const grow = (depth: number, prefix: number, alive: readonly number[], above: number): number => {
    if (alive.length === 0) return ~above;
    const at = nodes.length;
    const one = (t: number) => ((t >>> (31 - depth)) & 1) === 1;
    // Nothing but zeros left: no number that begins like it lies below it.
    const lasts = (t: number) => depth < 31 && (t << (depth + 1)) >>> 0 !== 0;
    const ones = alive.filter(one);
    const zeros = alive.filter((t) => !one(t));
    const next: [number, number] = [0, 0];
    nodes.push({
      plane: (1 << depth) | prefix | 0,
      next,
      bits: new Int32Array(CHUNK_WORDS),
      ones: new Uint16Array(CHUNK_WORDS),
      size: 0,
      total: 0,
    });
    next[0] = grow(depth + 1, prefix * 2, zeros.filter(lasts), above + ones.length);
    next[1] = grow(depth + 1, prefix * 2 + 1, ones.filter(lasts), above);
    return at;
  };
  const first = grow(0, 0, open, sure);
  return { stream, chunk: null, counts: new Int32Array(thresholds.length + 1), first, nodes };
}

/** Draws the first `lanes` lanes of a chunk; counts and every look-up are then of that chunk. */
export function drawChoices(choices: Choices, chunk: number, lanes: number): void {
  const { nodes, stream, counts } = choices;
  choices.chunk = chunk;
  counts.fill(0);
  for (const node of nodes) node.size = 0;
  settle(choices, choices.first, lanes);
  // A node stands after the one it comes from, so its size is known when its turn comes.
  for (const node of nodes) {
    const { size, bits, ones, next } = node;
    let total = 0;
    if (size > 0) {
      const words = (size + 31) >>> 5;
      fillPlane(bits, stream, node.plane, chunk * CHUNK_SUPERBLOCKS, (words + 63) & ~63);
      for (let w = 0; w < words; w++) {
        ones[w] = total;
        total += popcount32(bits[w]!);
      }
      const rest = size & 31;
      if (rest !== 0) total -= popcount32(bits[words - 1]! & (-1 << rest));
    }
    node.total = total;
    settle(choices, next[0], size - total);
    settle(choices, next[1], total);
  }
}

function settle({ nodes, counts }: Choices, next: number, lanes: number): void {
  if (next >= 0) nodes[next]!.size = lanes;
  else counts[~next] = counts[~next]! + lanes;
}

/** What a lane of the drawn chunk chose. */
export function choiceAt({ first, nodes }: Choices, lane: number): number {
  let rank = lane;
  let at = first;
  while (at >= 0) {
    const { bits, ones, next } = nodes[at]!;
    const word = bits[rank >>> 5]!;
    const before = ones[rank >>> 5]! + popcount32(word & ~(-1 << (rank & 31)));
    const bit = (word >>> (rank & 31)) & 1;
    rank = bit === 1 ? before : rank - before;
    at = next[bit as 0 | 1];
  }
  return ~at;
}

/**
 * The drawn chunk's first `lanes` lanes as columns: further[j] has those that chose more than j. A word
 * at a time, so that no branch is a coin toss: a node's next bits are dealt out to the word's open lanes.
 */
export function fillChoices(
  { first, nodes }: Choices,
  further: readonly Int32Array[],
  lanes: number,
): void {
  const ranks = new Int32Array(nodes.length);
  const words = (lanes + 31) >>> 5;
  const deal = (at: number, open: number, w: number): void => {
    if (at < 0) {
      for (let j = 0; j < ~at; j++) further[j]![w] = further[j]![w]! | open;
      return;
    }
    const { bits, next } = nodes[at]!;
    let rank = ranks[at]!;
    let ones = 0;
    if (open === -1 && (rank & 31) === 0) {
      ones = bits[rank >>> 5]!;
      rank += 32;
    } else {
      for (let left = open; left !== 0; left &= left - 1) {
        ones |= left & -left & -((bits[rank >>> 5]! >>> (rank & 31)) & 1);
        rank++;
      }
    }
    ranks[at] = rank;
    if (ones !== open) deal(next[0], open & ~ones, w);
    if (ones !== 0) deal(next[1], ones, w);
  };
  for (const column of further) column.fill(0, 0, words);
  for (let w = 0; w < words; w++) {
    const rest = lanes - w * 32;
    deal(first, rest >= 32 ? -1 : ~(-1 << rest), w);
  }
}

/** How many of the drawn chunk's lanes before `lane` chose what. */
export function choicesBefore({ first, nodes, counts }: Choices, lane: number): Int32Array {
  const found = new Int32Array(counts.length);
  const visit = (at: number, lanes: number): void => {
    if (at < 0) {
      found[~at] = found[~at]! + lanes;
      return;
    }
    const { bits, ones, next, size, total } = nodes[at]!;
    const w = lanes >>> 5;
    const before = lanes === size ? total : ones[w]! + popcount32(bits[w]! & ~(-1 << (lanes & 31)));
    visit(next[0], lanes - before);
    visit(next[1], before);
  };
  visit(first, lane);
  return found;
}

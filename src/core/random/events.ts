/**
 * Columns of independent events, each with probability t/2³², t an integer: a probability becomes a
 * threshold once per run, and no rounding of a transcendental can decide an outcome.
 *
 * Dense (6 %…94 %): every lane compares its own uniform number, one bit a plane, with t; lanes still
 * undecided after eight planes read one 32-bit word of their own. The address of every bit is the
 * lane's, whatever t is, so with the same seed a larger probability only adds events.
 * Sparse (below 6 %, or its complement): gaps between events (gaps.ts), starting anew in each chunk.
 */
import { type GapTable, gapOf, gapTable } from './gaps.ts';
import { fillBlockOf, fillPlane, type Stream } from './streams.ts';

/** Lanes of one chunk: small enough that a dozen columns stay in the fast caches. */
export const CHUNK_LANES = 32768;
export const CHUNK_WORDS = CHUNK_LANES / 32;
const CHUNK_SUPERBLOCKS = CHUNK_WORDS / 64;

const DENSE_PLANES = 8;
const TAIL_PLANE = 8;
const GAP_PLANE = 16;
const SPARSE_BELOW = Math.round(0.06 * 4294967296);
/** Threshold of an event that always happens. */
export const CERTAIN = 4294967296;

/** Threshold of a probability, an integer 0…2³². */
export function thresholdOf(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`"probability" expected 0…1, got ${probability}`);
  }
  return Math.round(probability * CERTAIN);
}

// Scratch shared by all calls: safe because every function here returns before another can start.
const plane = new Int32Array(CHUNK_WORDS);
const undecided = new Int32Array(CHUNK_WORDS);
const ownBit = new Int32Array(CHUNK_WORDS);
const tail = new Int32Array(16);
const draws = new Int32Array(256);

/** Fair bits of chunk c: plane 0 as it is. `words` may be less for a last chunk; it is rounded up to 64. */
export function fillFair(
  out: Int32Array,
  stream: Stream,
  chunk: number,
  words = CHUNK_WORDS,
): void {
  fillPlane(out, stream, 0, chunk * CHUNK_SUPERBLOCKS, (words + 63) & ~63);
}

/** out: 1 where the event happens, for the CHUNK_LANES lanes of chunk c. */
export function fillEvents(
  out: Int32Array,
  stream: Stream,
  threshold: number,
  chunk: number,
  words = CHUNK_WORDS,
): void {
  if (threshold === 0) out.fill(0);
  else if (threshold === CERTAIN) out.fill(-1);
  else if (threshold < SPARSE_BELOW) fillSparse(out, stream, threshold, chunk);
  else if (threshold > CERTAIN - SPARSE_BELOW) {
    fillSparse(out, stream, CERTAIN - threshold, chunk);
    for (let w = 0; w < CHUNK_WORDS; w++) out[w] = ~out[w]!;
  } else fillDense(out, stream, threshold, chunk, words);
}

/** The dense rule at any probability; for columns that must be compared lane by lane across probabilities. */
export function fillDense(
  out: Int32Array,
  stream: Stream,
  threshold: number,
  chunk: number,
  wanted = CHUNK_WORDS,
): void {
  if (threshold === 0 || threshold === CERTAIN) {
    out.fill(threshold === 0 ? 0 : -1);
    return;
  }
  const words = (wanted + 63) & ~63; // planes come in whole superblocks
  for (let k = 0; k < DENSE_PLANES; k++) {
    fillPlane(plane, stream, k, chunk * CHUNK_SUPERBLOCKS, words);
    compareBit(out, words, { first: k === 0, one: ((threshold >>> (31 - k)) & 1) === 1 });
    if ((threshold << (k + 1)) >>> 0 === 0 && k < 31) return;
  }
  decideRest(out, stream, { lanes: null, rest: (threshold << DENSE_PLANES) >>> 0 }, chunk, words);
}

/** What the planes left open: a word of the lane's own against the rest of the threshold. */
function decideRest(
  out: Int32Array,
  stream: Stream,
  { lanes, rest }: { readonly lanes: Int32Array | null; readonly rest: number },
  chunk: number,
  words: number,
): void {
  let loaded = -1;
  for (let w = 0; w < words; w++) {
    let open = lanes === null ? undecided[w]! : undecided[w]! & lanes[w]!;
    while (open !== 0) {
      const lane = 31 - Math.clz32(open & -open);
      open &= open - 1;
      const i = chunk * CHUNK_LANES + w * 32 + lane;
      const block = Math.floor(i / 16);
      if (block !== loaded) fillBlockOf(tail, stream, TAIL_PLANE, block);
      loaded = block;
      if (tail[i % 16]! >>> 0 < rest) out[w] = out[w]! | (1 << lane);
    }
  }
}

/** Lanes in one state, whose event has a probability of its own. */
export interface LaneState {
  readonly lanes: Int32Array;
  readonly threshold: number;
}

/**
 * The dense rule where a lane's probability depends on its state: lanes of no state have no event,
 * and no lane has two. With one state for all it is fillDense, bit for bit.
 */
export function fillByState(
  out: Int32Array,
  stream: Stream,
  states: readonly LaneState[],
  chunk: number,
  wanted = CHUNK_WORDS,
): void {
  const words = (wanted + 63) & ~63;
  out.fill(0);
  undecided.fill(-1);
  const open = states.filter(({ threshold }) => threshold !== 0 && threshold !== CERTAIN);
  let planes = 0;
  while (planes < DENSE_PLANES && open.some(({ threshold }) => threshold << planes !== 0)) {
    fillPlane(plane, stream, planes, chunk * CHUNK_SUPERBLOCKS, words);
    const ones = open.filter(({ threshold }) => ((threshold >>> (31 - planes)) & 1) === 1);
    compareOwnBit(out, ones, words);
    planes++;
  }
  for (const { lanes, threshold } of states) {
    if (threshold === CERTAIN) {
      for (let w = 0; w < words; w++) out[w] = out[w]! | lanes[w]!;
      continue;
    }
    const rest = (threshold << DENSE_PLANES) >>> 0;
    if (rest !== 0) decideRest(out, stream, { lanes, rest }, chunk, words);
  }
}

/** As compareBit, with one bit of the threshold for each lane. */
function compareOwnBit(out: Int32Array, ones: readonly LaneState[], words: number): void {
  ownBit.fill(0, 0, words);
  for (const { lanes } of ones) {
    for (let w = 0; w < words; w++) ownBit[w] = ownBit[w]! | lanes[w]!;
  }
  for (let w = 0; w < words; w++) {
    const r = plane[w]!;
    const t = ownBit[w]!;
    const u = undecided[w]!;
    out[w] = out[w]! | (u & t & ~r);
    undecided[w] = u & ~(r ^ t);
  }
}

/** One more bit of every lane's uniform number against the same bit of the threshold. */
function compareBit(
  out: Int32Array,
  words: number,
  { first, one }: { readonly first: boolean; readonly one: boolean },
): void {
  if (first) {
    for (let w = 0; w < words; w++) {
      const r = plane[w]!;
      out[w] = one ? ~r : 0;
      undecided[w] = one ? r : ~r;
    }
  } else if (one) {
    for (let w = 0; w < words; w++) {
      const r = plane[w]!;
      const u = undecided[w]!;
      out[w] = out[w]! | (u & ~r);
      undecided[w] = u & r;
    }
  } else {
    for (let w = 0; w < words; w++) undecided[w] = undecided[w]! & ~plane[w]!;
  }
}

function fillSparse(out: Int32Array, stream: Stream, threshold: number, chunk: number): void {
  out.fill(0);
  // Every draw moves on by at least one lane, so 512 superblocks are more than a chunk can use.
  walkGaps(gapTable(threshold), stream, { first: chunk * 512, lanes: CHUNK_LANES }, (at) => {
    out[at >>> 5] = out[at >>> 5]! | (1 << (at & 31));
  });
}

function walkGaps(
  table: GapTable,
  stream: Stream,
  { first, lanes }: { readonly first: number; readonly lanes: number },
  event: (at: number) => void,
): void {
  let at = 0;
  for (let superblock = first; ; superblock += 4) {
    fillPlane(draws, stream, GAP_PLANE, superblock);
    for (let d = 0; d < 256; d++) {
      const gap = gapOf(table, draws[d]!);
      at += gap;
      if (at >= lanes) return;
      if (gap === table.misses) continue;
      event(at);
      at++;
    }
  }
}

/**
 * Positions of the events among `lanes` pulses of list chunk c, ascending; returns how many.
 * `out` must hold `lanes` numbers. A list chunk has at most 2²⁰ lanes.
 */
export function listEvents(
  out: Uint32Array,
  stream: Stream,
  threshold: number,
  { chunk, lanes }: { readonly chunk: number; readonly lanes: number },
): number {
  if (threshold === 0) return 0;
  const table = gapTable(threshold);
  const { bits, misses } = table;
  const cells = table.threshold;
  const alias = table.alias;
  const shift = 32 - bits;
  const restMask = (1 << shift) - 1;
  let at = 0;
  let count = 0;
  for (let superblock = chunk * 16384; ; superblock += 4) {
    fillPlane(draws, stream, GAP_PLANE, superblock);
    for (let d = 0; d < 256; d++) {
      const word = draws[d]!;
      const cell = word >>> shift;
      // Branch-free choice between a cell and its alias: the branch would be a coin toss.
      const take = ((word & restMask) - cells[cell]!) >> 31;
      const gap = alias[cell]! ^ ((alias[cell]! ^ cell) & take);
      at += gap;
      if (at >= lanes) return count;
      if (gap === misses) continue;
      out[count] = at;
      count++;
      at++;
    }
  }
}

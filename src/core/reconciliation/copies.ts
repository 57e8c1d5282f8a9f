/**
 * A frame as both ends hold it, in every pass's order, so that the parity of a range is read off.
 *
 *   place      index in a pass's order; in a half-key pass the position itself
 *   sender     her bits never change, so she keeps prefix parities: bit i of a pass is the parity of
 *              her places 0 … i−1, and any range costs her two bits. Half-key pass: of block 1 only
 *   receiver   his bits, packed in the order of each pass; a correction toggles one in each.
 *              Half-key passes read the first pass's copy through their mask
 *
 * Nothing here compares the two: only a spoken parity does (search.ts).
 */
import { type Bits, validMask } from '../bits/bits.ts';
import { drawWords, halve, type PublicCoins, shuffle } from './orders.ts';
import { blockLength, type CascadeTerms } from './terms.ts';

export interface Copies {
  /** Bits in the frame. */
  length: number;
  /** Words that one pass takes in the packed arrays below; enough for length + 1 bits. */
  readonly stride: number;
  /** Block length of each pass, never above the frame's; 0: two random halves. */
  readonly blockLengths: Uint32Array;
  /** Place → position and position → place, for the shuffled passes; others are empty. */
  readonly orders: Uint32Array[];
  readonly places: Uint32Array[];
  readonly senderBits: Int32Array;
  readonly senderPrefix: Int32Array;
  readonly receiver: Int32Array;
  readonly mask: Int32Array;
  readonly draws: Int32Array;
}

const NONE = new Uint32Array(0);

/** Room for frames of up to `longest` bits; reused from frame to frame. */
export function openCopies(longest: number, passes: number): Copies {
  const stride = (longest >>> 5) + 1;
  return {
    length: 0,
    stride,
    blockLengths: new Uint32Array(passes),
    orders: Array.from({ length: passes }, () => NONE),
    places: Array.from({ length: passes }, () => NONE),
    senderBits: new Int32Array(stride),
    senderPrefix: new Int32Array(stride * passes),
    receiver: new Int32Array(stride * passes),
    mask: new Int32Array(stride * passes),
    draws: new Int32Array(drawWords(longest)),
  };
}

/** Takes in bits [from, to) of the two keys. */
export function loadFrame(
  copies: Copies,
  { sender, receiver, terms }: { sender: Bits; receiver: Bits; terms: CascadeTerms },
  { from, to }: { from: number; to: number },
): void {
  copies.length = to - from;
  for (let pass = 0; pass < copies.blockLengths.length; pass++) {
    const length = blockLength(terms, pass);
    copies.blockLengths[pass] = length === null ? 0 : Math.min(length, Math.max(1, to - from));
  }
  cut(copies.senderBits, sender, from, copies.length);
  cut(copies.receiver, receiver, from, copies.length);
}

/** Lays the frame out in a pass's order; the receiver's bits as they are by now. */
export function layOut(copies: Copies, frame: number, pass: number, coins: PublicCoins): void {
  const { length, stride, senderBits, senderPrefix, mask, draws } = copies;
  const words = (length + 31) >>> 5;
  const at = pass * stride;
  if (pass === 0) {
    prefixParities(copies, at, senderBits);
    return;
  }
  if (copies.blockLengths[pass] === 0) {
    halve(mask, at, { length, frame, pass }, coins, draws);
    for (let w = 0; w < words; w++) senderPrefix[at + w] = mask[at + w]! & senderBits[w]!;
    prefixParities(copies, at, senderPrefix.subarray(at, at + words));
    return;
  }
  if (copies.orders[pass]!.length < length) {
    copies.orders[pass] = new Uint32Array(stride * 32);
    copies.places[pass] = new Uint32Array(stride * 32);
  }
  const order = copies.orders[pass]!;
  shuffle(order, { length, frame, pass }, coins, draws);
  gather(copies, order, copies.places[pass]!, at);
  prefixParities(copies, at, senderPrefix.subarray(at, at + words));
}

function gather(copies: Copies, order: Uint32Array, places: Uint32Array, at: number): void {
  const { length, senderBits, senderPrefix, receiver } = copies;
  for (let w = 0, first = 0; first < length; w++, first += 32) {
    const end = Math.min(length, first + 32);
    let hers = 0;
    let his = 0;
    for (let i = first; i < end; i++) {
      const position = order[i]!;
      places[position] = i;
      const word = position >>> 5;
      hers |= ((senderBits[word]! >>> position) & 1) << i;
      his |= ((receiver[word]! >>> position) & 1) << i;
    }
    senderPrefix[at + w] = hers;
    receiver[at + w] = his;
  }
}

/** Bit i of the prefix at `at` = parity of bits 0 … i−1. The bits may stand where the prefix goes. */
function prefixParities(
  { senderPrefix: out, length, stride }: Copies,
  at: number,
  bits: Int32Array,
): void {
  const words = (length + 31) >>> 5;
  let before = 0;
  for (let w = 0; w < words; w++) {
    let v = bits[w]!;
    v ^= v << 1;
    v ^= v << 2;
    v ^= v << 4;
    v ^= v << 8;
    v ^= v << 16;
    out[at + w] = (v << 1) ^ before;
    before ^= v >> 31;
  }
  // Of a frame that fills its last word the parity of all bits stands in the next one.
  if (words < stride) out[at + words] = before;
}

/** out[0 … ⌈length/32⌉) = bits [from, from + length) of a column. */
function cut(out: Int32Array, { words }: Bits, from: number, length: number): void {
  const first = from >>> 5;
  const shift = from & 31;
  const count = (length + 31) >>> 5;
  for (let w = 0; w < count; w++) {
    const low = words[first + w]! >>> shift;
    const high = shift === 0 ? 0 : (words[first + w + 1] ?? 0) << (32 - shift);
    out[w] = (low | high) & validMask(length, w);
  }
}

/** Parity of the sender's bits at places [from, to) of a block; in passes of blocks `half` is 0. */
export function senderParity(
  copies: Copies,
  pass: number,
  half: number,
  from: number,
  to: number,
): number {
  const { senderPrefix, stride, blockLengths } = copies;
  const parity = ends(senderPrefix, pass * stride, from, to);
  // What is not in block 1 is in block 0, and the first pass's prefix is of both.
  return blockLengths[pass] === 0 && half === 0 ? parity ^ ends(senderPrefix, 0, from, to) : parity;
}

function ends(prefix: Int32Array, at: number, from: number, to: number): number {
  return ((prefix[at + (from >>> 5)]! >>> from) ^ (prefix[at + (to >>> 5)]! >>> to)) & 1;
}

/** Parity of the receiver's bits now, same places; from < to. */
export function receiverParity(
  copies: Copies,
  pass: number,
  half: number,
  from: number,
  to: number,
): number {
  const { receiver, mask, stride, blockLengths } = copies;
  const first = from >>> 5;
  const last = (to - 1) >>> 5;
  const start = -1 << from;
  const end = -1 >>> (31 - ((to - 1) & 31));
  if (blockLengths[pass] !== 0) {
    const at = pass * stride;
    if (first === last) return parity32(receiver[at + first]! & start & end);
    let sum = (receiver[at + first]! & start) ^ (receiver[at + last]! & end);
    for (let w = at + first + 1, stop = at + last; w < stop; w++) sum ^= receiver[w]!;
    return parity32(sum);
  }
  const at = pass * stride;
  const other = half - 1; // all ones for block 0
  if (first === last) {
    return parity32(receiver[first]! & (mask[at + first]! ^ other) & start & end);
  }
  let sum = receiver[first]! & (mask[at + first]! ^ other) & start;
  sum ^= receiver[last]! & (mask[at + last]! ^ other) & end;
  for (let w = first + 1; w < last; w++) sum ^= receiver[w]! & (mask[at + w]! ^ other);
  return parity32(sum);
}

function parity32(word: number): number {
  let v = word ^ (word >>> 16);
  v ^= v >>> 8;
  v ^= v >>> 4;
  return (0x6996 >>> (v & 15)) & 1;
}

/**
 * A growing packed column. Columns are appended whole, by range, or only where a mask is set
 * (parallel bit extraction, a byte at a time through a table), which is how a sifted key and the
 * body of a letter are made from columns of the exchange.
 */
import type { Bits } from './bits.ts';

export interface BitAppender {
  length: number;
  words: Uint32Array;
}

export function openAppender(capacityBits = 1024): BitAppender {
  return { length: 0, words: new Uint32Array((capacityBits + 31) >>> 5) };
}

/** The column so far; shares memory with the appender, which must not be used afterwards. */
export function closeAppender({ length, words }: BitAppender): Bits {
  return { length, words: words.subarray(0, (length + 31) >>> 5) };
}

function reserve(to: BitAppender, bits: number): void {
  const need = (to.length + bits + 31) >>> 5;
  if (need < to.words.length) return;
  const grown = new Uint32Array(Math.max(need + 1, to.words.length * 2));
  grown.set(to.words);
  to.words = grown;
}

/** Appends the low `count` (1…32) bits of `value`, whose higher bits must be zero. */
function push(to: BitAppender, value: number, count: number): void {
  const w = to.length >>> 5;
  const shift = to.length & 31;
  to.words[w] = to.words[w]! | (value << shift);
  if (shift + count > 32) to.words[w + 1] = value >>> (32 - shift);
  to.length += count;
}

/** Appends bits [from, to) of a packed column. */
export function appendRange(
  to: BitAppender,
  words: Int32Array | Uint32Array,
  range: { readonly from: number; readonly to: number },
): void {
  reserve(to, range.to - range.from);
  let i = range.from;
  while (i < range.to) {
    const offset = i & 31;
    const take = Math.min(32 - offset, range.to - i);
    const value = (words[i >>> 5]! >>> offset) & (0xffffffff >>> (32 - take));
    push(to, value >>> 0, take);
    i += take;
  }
}

/** Rows of 256: extract[mask << 8 | data] is data's bits where mask is set, packed to the low end. */
const extract = new Uint8Array(65536);
const ones = new Uint8Array(256);
for (let mask = 0; mask < 256; mask++) {
  for (let b = 0; b < 8; b++) ones[mask] = ones[mask]! + ((mask >>> b) & 1);
  for (let data = 0; data < 256; data++) {
    let packed = 0;
    let place = 0;
    for (let b = 0; b < 8; b++) {
      if (((mask >>> b) & 1) === 0) continue;
      packed |= ((data >>> b) & 1) << place;
      place++;
    }
    extract[(mask << 8) | data] = packed;
  }
}

/** Appends those bits [from, to) of `words` where `mask` is set, in order. */
export function appendWhere(
  to: BitAppender,
  words: Int32Array | Uint32Array,
  mask: Int32Array | Uint32Array,
  range: { readonly from: number; readonly to: number },
): void {
  if (range.to <= range.from) return;
  reserve(to, range.to - range.from);
  const first = range.from >>> 5;
  const last = (range.to - 1) >>> 5;
  for (let w = first; w <= last; w++) {
    let m = mask[w]!;
    if (w === first) m &= 0xffffffff << (range.from & 31);
    if (w === last) m &= 0xffffffff >>> (31 - ((range.to - 1) & 31));
    if (m === 0) continue;
    const data = words[w]!;
    if (m === -1 || m === 0xffffffff) {
      push(to, data >>> 0, 32);
      continue;
    }
    for (let b = 0; b < 32; b += 8) {
      const mb = (m >>> b) & 255;
      if (mb === 0) continue;
      push(to, extract[(mb << 8) | ((data >>> b) & 255)]!, ones[mb]!);
    }
  }
}

/**
 * Packed bit columns: bit i is bit (i mod 32) of word ⌊i/32⌋, least significant first.
 * Bits at and beyond `length` are zero, always; every function here keeps that.
 */
export interface Bits {
  readonly length: number;
  readonly words: Uint32Array;
}

export function zeros(length: number): Bits {
  return { length, words: new Uint32Array((length + 31) >>> 5) };
}

export function bitOf(bits: Bits, i: number): 0 | 1 {
  return (((bits.words[i >>> 5] ?? 0) >>> (i & 31)) & 1) as 0 | 1;
}

/** Mask of the valid bits in word w of a column of this length. */
export function validMask(length: number, w: number): number {
  const left = length - w * 32;
  if (left >= 32) return 0xffffffff;
  return left <= 0 ? 0 : 0xffffffff >>> (32 - left);
}

/** Number of ones in a 32-bit word. */
export function popcount32(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Ones in words [0, words) of a packed column. Carry-save adders gather eight words into one before
 * anything is counted (Harley & Seal; Warren, Hacker's Delight, §5–1).
 */
export function countOnes(column: Int32Array | Uint32Array, words: number): number {
  let ones = 0;
  let twos = 0;
  let fours = 0;
  let sum = 0;
  const whole = words & ~7;
  for (let w = 0; w < whole; w += 8) {
    let a = column[w]!;
    let b = column[w + 1]!;
    let u = ones ^ a;
    const twosA = (ones & a) | (u & b);
    ones = u ^ b;
    a = column[w + 2]!;
    b = column[w + 3]!;
    u = ones ^ a;
    const twosB = (ones & a) | (u & b);
    ones = u ^ b;
    u = twos ^ twosA;
    const foursA = (twos & twosA) | (u & twosB);
    twos = u ^ twosB;
    a = column[w + 4]!;
    b = column[w + 5]!;
    u = ones ^ a;
    const twosC = (ones & a) | (u & b);
    ones = u ^ b;
    a = column[w + 6]!;
    b = column[w + 7]!;
    u = ones ^ a;
    const twosD = (ones & a) | (u & b);
    ones = u ^ b;
    u = twos ^ twosC;
    const foursB = (twos & twosC) | (u & twosD);
    twos = u ^ twosD;
    u = fours ^ foursA;
    sum += popcount32((fours & foursA) | (u & foursB));
    fours = u ^ foursB;
  }
  sum = 8 * sum + 4 * popcount32(fours) + 2 * popcount32(twos) + popcount32(ones);
  for (let w = whole; w < words; w++) sum += popcount32(column[w]!);
  return sum;
}

/** Ones among bits [0, end) of a packed column. */
export function onesBefore(words: Int32Array | Uint32Array, end: number): number {
  const whole = end >>> 5;
  const sum = countOnes(words, whole);
  const rest = end & 31;
  return rest === 0 ? sum : sum + popcount32((words[whole] ?? 0) & (0xffffffff >>> (32 - rest)));
}

function reverse32(word: number): number {
  let v = ((word >>> 1) & 0x55555555) | ((word & 0x55555555) << 1);
  v = ((v >>> 2) & 0x33333333) | ((v & 0x33333333) << 2);
  v = ((v >>> 4) & 0x0f0f0f0f) | ((v & 0x0f0f0f0f) << 4);
  v = ((v >>> 8) & 0x00ff00ff) | ((v & 0x00ff00ff) << 8);
  return ((v >>> 16) | (v << 16)) >>> 0;
}

/** Bytes in which bit 0 is the most significant bit of byte 0; the last byte is padded with zeros. */
export function bytesOf(bits: Bits): Uint8Array {
  const bytes = new Uint8Array((bits.length + 7) >>> 3);
  for (let w = 0; w < bits.words.length; w++) {
    const word = reverse32(bits.words[w]!);
    const at = w * 4;
    bytes[at] = word >>> 24;
    if (at + 1 < bytes.length) bytes[at + 1] = word >>> 16;
    if (at + 2 < bytes.length) bytes[at + 2] = word >>> 8;
    if (at + 3 < bytes.length) bytes[at + 3] = word;
  }
  return bytes;
}

/** Inverse of bytesOf. */
export function bitsOf(bytes: Uint8Array, length: number): Bits {
  if (bytes.length !== (length + 7) >>> 3) {
    throw new RangeError(`${length} bits need ${(length + 7) >>> 3} bytes, got ${bytes.length}`);
  }
  const bits = zeros(length);
  for (let i = 0; i < length; i++) {
    if (((bytes[i >>> 3]! >>> (7 - (i & 7))) & 1) === 1) {
      bits.words[i >>> 5] = (bits.words[i >>> 5]! | (1 << (i & 31))) >>> 0;
    }
  }
  return bits;
}

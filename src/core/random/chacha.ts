/**
 * The block function all chance comes from: ChaCha (Bernstein 2008; RFC 8439 §2.3) with the original
 * 64-bit block counter in words 12–13, here with words 14 and 15 naming the plane and the stream.
 * Eight rounds: no distinguisher is known, and a simulation asks for no more.
 *
 * Order of the words a plane is made of: four consecutive blocks are interleaved (word k of block
 * 4s+j at 64s+4k+j), so that a four-lane implementation stores without transposing and gives the
 * same bits. One superblock of 64 words carries 2,048 photons of one plane.
 */
const C0 = 0x61707865;
const C1 = 0x3320646e;
const C2 = 0x79622d32;
const C3 = 0x6b206574;

export interface BlockAddress {
  /** 8 words. */
  readonly key: Int32Array;
  readonly stream: number;
  readonly plane: number;
}

/** One block of 16 words by its number, 0…2⁵³−1, with any even number of rounds. For single words and tests. */
export function chachaBlock(
  { key, stream, plane }: BlockAddress,
  counter: number,
  rounds = 8,
): Int32Array {
  const input = new Int32Array(16);
  input.set([C0, C1, C2, C3]);
  input.set(key, 4);
  input[12] = counter % 4294967296;
  input[13] = Math.floor(counter / 4294967296);
  input[14] = plane;
  input[15] = stream;
  const s = input.slice();
  for (let r = 0; r < rounds; r += 2) {
    for (let column = 0; column < 4; column++)
      quarter(s, column, 4 + column, 8 + column, 12 + column);
    for (let d = 0; d < 4; d++)
      quarter(s, d, 4 + ((d + 1) & 3), 8 + ((d + 2) & 3), 12 + ((d + 3) & 3));
  }
  for (let i = 0; i < 16; i++) s[i] = (s[i]! + input[i]!) | 0;
  return s;
}

function quarter(s: Int32Array, a: number, b: number, c: number, d: number): void {
  s[a] = s[a]! + s[b]!;
  s[d] = rotate(s[d]! ^ s[a]!, 16);
  s[c] = s[c]! + s[d]!;
  s[b] = rotate(s[b]! ^ s[c]!, 12);
  s[a] = s[a]! + s[b]!;
  s[d] = rotate(s[d]! ^ s[a]!, 8);
  s[c] = s[c]! + s[d]!;
  s[b] = rotate(s[b]! ^ s[c]!, 7);
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/**
 * Fills `out` with superblocks `first`, `first`+1, … of a plane; `words` a multiple of 64.
 */
export function fillSuperblocks(
  out: Int32Array,
  address: BlockAddress,
  first: number,
  words = out.length,
): void {
  fillBlocks(out, address, first * 4, words >>> 4, true);
}

/** Fills out[0…15] with one block in its own order. */
export function fillBlock(out: Int32Array, address: BlockAddress, counter: number): void {
  fillBlocks(out, address, counter, 1, false);
}

/** The rounds are written out on local variables: this loop is half of a run's time. */
function fillBlocks(
  out: Int32Array,
  { key, stream, plane }: BlockAddress,
  first: number,
  blocks: number,
  interleaved: boolean,
): void {
  const k0 = key[0]!;
  const k1 = key[1]!;
  const k2 = key[2]!;
  const k3 = key[3]!;
  const k4 = key[4]!;
  const k5 = key[5]!;
  const k6 = key[6]!;
  const k7 = key[7]!;
  const step = interleaved ? 4 : 1;
  for (let n = 0; n < blocks; n++) {
    const counter = first + n;
    const low = counter | 0;
    const high = counter >= 4294967296 ? Math.floor(counter / 4294967296) | 0 : 0;
    let a0 = C0;
    let a1 = C1;
    let a2 = C2;
    let a3 = C3;
    let b0 = k0;
    let b1 = k1;
    let b2 = k2;
    let b3 = k3;
    let c0 = k4;
    let c1 = k5;
    let c2 = k6;
    let c3 = k7;
    let d0 = low;
    let d1 = high;
    let d2 = plane;
    let d3 = stream;
    // biome-ignore format: one quarter-round in four lines reads better than in sixteen
    for (let r = 0; r < 4; r++) {
      a0 = (a0 + b0) | 0; d0 ^= a0; d0 = (d0 << 16) | (d0 >>> 16);
      c0 = (c0 + d0) | 0; b0 ^= c0; b0 = (b0 << 12) | (b0 >>> 20);
      a0 = (a0 + b0) | 0; d0 ^= a0; d0 = (d0 << 8) | (d0 >>> 24);
      c0 = (c0 + d0) | 0; b0 ^= c0; b0 = (b0 << 7) | (b0 >>> 25);
      a1 = (a1 + b1) | 0; d1 ^= a1; d1 = (d1 << 16) | (d1 >>> 16);
      c1 = (c1 + d1) | 0; b1 ^= c1; b1 = (b1 << 12) | (b1 >>> 20);
      a1 = (a1 + b1) | 0; d1 ^= a1; d1 = (d1 << 8) | (d1 >>> 24);
      c1 = (c1 + d1) | 0; b1 ^= c1; b1 = (b1 << 7) | (b1 >>> 25);
      a2 = (a2 + b2) | 0; d2 ^= a2; d2 = (d2 << 16) | (d2 >>> 16);
      c2 = (c2 + d2) | 0; b2 ^= c2; b2 = (b2 << 12) | (b2 >>> 20);
      a2 = (a2 + b2) | 0; d2 ^= a2; d2 = (d2 << 8) | (d2 >>> 24);
      c2 = (c2 + d2) | 0; b2 ^= c2; b2 = (b2 << 7) | (b2 >>> 25);
      a3 = (a3 + b3) | 0; d3 ^= a3; d3 = (d3 << 16) | (d3 >>> 16);
      c3 = (c3 + d3) | 0; b3 ^= c3; b3 = (b3 << 12) | (b3 >>> 20);
      a3 = (a3 + b3) | 0; d3 ^= a3; d3 = (d3 << 8) | (d3 >>> 24);
      c3 = (c3 + d3) | 0; b3 ^= c3; b3 = (b3 << 7) | (b3 >>> 25);
      a0 = (a0 + b1) | 0; d3 ^= a0; d3 = (d3 << 16) | (d3 >>> 16);
      c2 = (c2 + d3) | 0; b1 ^= c2; b1 = (b1 << 12) | (b1 >>> 20);
      a0 = (a0 + b1) | 0; d3 ^= a0; d3 = (d3 << 8) | (d3 >>> 24);
      c2 = (c2 + d3) | 0; b1 ^= c2; b1 = (b1 << 7) | (b1 >>> 25);
      a1 = (a1 + b2) | 0; d0 ^= a1; d0 = (d0 << 16) | (d0 >>> 16);
      c3 = (c3 + d0) | 0; b2 ^= c3; b2 = (b2 << 12) | (b2 >>> 20);
      a1 = (a1 + b2) | 0; d0 ^= a1; d0 = (d0 << 8) | (d0 >>> 24);
      c3 = (c3 + d0) | 0; b2 ^= c3; b2 = (b2 << 7) | (b2 >>> 25);
      a2 = (a2 + b3) | 0; d1 ^= a2; d1 = (d1 << 16) | (d1 >>> 16);
      c0 = (c0 + d1) | 0; b3 ^= c0; b3 = (b3 << 12) | (b3 >>> 20);
      a2 = (a2 + b3) | 0; d1 ^= a2; d1 = (d1 << 8) | (d1 >>> 24);
      c0 = (c0 + d1) | 0; b3 ^= c0; b3 = (b3 << 7) | (b3 >>> 25);
      a3 = (a3 + b0) | 0; d2 ^= a3; d2 = (d2 << 16) | (d2 >>> 16);
      c1 = (c1 + d2) | 0; b0 ^= c1; b0 = (b0 << 12) | (b0 >>> 20);
      a3 = (a3 + b0) | 0; d2 ^= a3; d2 = (d2 << 8) | (d2 >>> 24);
      c1 = (c1 + d2) | 0; b0 ^= c1; b0 = (b0 << 7) | (b0 >>> 25);
    }
    const o = interleaved ? (n >>> 2) * 64 + (n & 3) : n * 16;
    out[o] = a0 + C0;
    out[o + step] = a1 + C1;
    out[o + 2 * step] = a2 + C2;
    out[o + 3 * step] = a3 + C3;
    out[o + 4 * step] = b0 + k0;
    out[o + 5 * step] = b1 + k1;
    out[o + 6 * step] = b2 + k2;
    out[o + 7 * step] = b3 + k3;
    out[o + 8 * step] = c0 + k4;
    out[o + 9 * step] = c1 + k5;
    out[o + 10 * step] = c2 + k6;
    out[o + 11 * step] = c3 + k7;
    out[o + 12 * step] = d0 + low;
    out[o + 13 * step] = d1 + high;
    out[o + 14 * step] = d2 + plane;
    out[o + 15 * step] = d3 + stream;
  }
}

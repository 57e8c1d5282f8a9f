/**
 * A fast transform: polynomials with complex coefficients, reduced modulo xᴹ − i.
 *
 *   re, im   M = 4, 8, 16 … coefficients; after `forward`, their values at the M roots of xᴹ = i
 *   roots    what `rootsFor(M)` gives
 *
 * xᴸ − r splits into (xᴸᐟ² − √r)(xᴸᐟ² + √r), again and again, until every factor has degree one; the
 * way back joins halves. Two levels are done in one visit. Starting from r = i rather than 1 lets a
 * real polynomial of 2M coefficients ride as M complex ones, its upper half as imaginary part: a
 * product modulo xᴹ − i is then the real product modulo x²ᴹ + 1, and nothing has to be untangled.
 * Values stand in the order of splitting, which the way back undoes: bits are never reversed.
 *
 * The splittings are numbered like a heap, 1 at the top, 2h and 2h + 1 below h. Number h has
 * r = V(h)², where V(1) = √i, V(2h) = √V(h), V(2h + 1) = i·√V(h).
 * Source: Bernstein, Multidigit multiplication for mathematicians (2001); how far rounding can
 * go: ROUNDING.md.
 */
export interface Complexes {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Blocks up to this length are finished before the next is begun: 64 kB stay in the cache. */
const CACHED_LENGTH = 4096;

/**
 * √V(h) at index h = 1 … M/2 − 1, by halving angles with √ alone, since engines differ in sine and
 * cosine. All angles lie in 0…π/2; the larger part of a root comes first, then no digit is lost.
 */
export function rootsFor(length: number): Complexes {
  if (length < 4 || (length & (length - 1)) !== 0) {
    throw new RangeError(`"length" expected a power of two from 4 on, got ${length}`);
  }
  const re = new Float64Array(length >>> 1);
  const im = new Float64Array(length >>> 1);
  for (let h = 1; h < length >>> 1; h++) {
    // V(h), at an angle in 0…π.
    let c = Math.SQRT1_2;
    let s = Math.SQRT1_2;
    if (h > 1) {
      const odd = (h & 1) === 1;
      c = odd ? -im[h >>> 1]! : re[h >>> 1]!;
      s = odd ? re[h >>> 1]! : im[h >>> 1]!;
    }
    const larger = Math.sqrt((1 + Math.abs(c)) / 2);
    const smaller = s / (2 * larger);
    re[h] = c >= 0 ? larger : smaller;
    im[h] = c >= 0 ? smaller : larger;
  }
  return { re, im };
}

/** Coefficients become values, in place. */
export function forward(data: Complexes, roots: Complexes): void {
  const { re, im } = data;
  const length = re.length;
  if (isPowerOfFour(length)) {
    split(data, roots, { first: 1, count: 1, from: 0, length });
    return;
  }
  const half = length >>> 1;
  for (let a = 0; a < half; a++) {
    const b = a + half;
    const xr = Math.SQRT1_2 * (re[b]! - im[b]!);
    const xi = Math.SQRT1_2 * (re[b]! + im[b]!);
    re[b] = re[a]! - xr;
    im[b] = im[a]! - xi;
    re[a] = re[a]! + xr;
    im[a] = im[a]! + xi;
  }
  split(data, roots, { first: 2, count: 1, from: 0, length: half });
  split(data, roots, { first: 3, count: 1, from: half, length: half });
}

/** Values become coefficients, in place, each M times too large: the caller divides. */
export function backward(data: Complexes, roots: Complexes): void {
  const { re, im } = data;
  const length = re.length;
  if (isPowerOfFour(length)) {
    join(data, roots, { first: 1, count: 1, from: 0, length });
    return;
  }
  const half = length >>> 1;
  join(data, roots, { first: 2, count: 1, from: 0, length: half });
  join(data, roots, { first: 3, count: 1, from: half, length: half });
  for (let a = 0; a < half; a++) {
    const b = a + half;
    const xr = re[a]! - re[b]!;
    const xi = im[a]! - im[b]!;
    re[a] = re[a]! + re[b]!;
    im[a] = im[a]! + im[b]!;
    re[b] = Math.SQRT1_2 * (xr + xi);
    im[b] = Math.SQRT1_2 * (xi - xr);
  }
}

/** values[k] becomes values[k]·by[k]. */
export function multiplyBy(values: Complexes, by: Complexes): void {
  const { re, im } = values;
  for (let k = 0; k < re.length; k++) {
    const r = re[k]!;
    const i = im[k]!;
    re[k] = r * by.re[k]! - i * by.im[k]!;
    im[k] = r * by.im[k]! + i * by.re[k]!;
  }
}

function isPowerOfFour(length: number): boolean {
  return (Math.clz32(length) & 1) === 1;
}

/** Neighbouring blocks of equal length, 4^k coefficients each: numbers `first` on, data `from` on. */
interface Blocks {
  readonly first: number;
  readonly count: number;
  readonly from: number;
  readonly length: number;
}

/** Splits down to single values. */
function split(data: Complexes, roots: Complexes, blocks: Blocks): void {
  if (blocks.length === 1) return;
  splitInFour(data, roots, blocks);
  for (const part of partsOf(blocks)) split(data, roots, part);
}

/** Undoes split, but for a factor of `length`. */
function join(data: Complexes, roots: Complexes, blocks: Blocks): void {
  if (blocks.length === 1) return;
  for (const part of partsOf(blocks)) join(data, roots, part);
  joinFromFour(data, roots, blocks);
}

/** What splitting leaves: all blocks together while they fit in the cache, else one after the other. */
function partsOf({ first, count, from, length }: Blocks): readonly Blocks[] {
  const quarter = length >>> 2;
  if (count * length <= CACHED_LENGTH) {
    return [{ first: 4 * first, count: 4 * count, from, length: quarter }];
  }
  return [0, 1, 2, 3].map((c) => ({
    first: 4 * first + c,
    count: 1,
    from: from + c * quarter,
    length: quarter,
  }));
}

/** Two levels: each block becomes four. */
function splitInFour({ re, im }: Complexes, roots: Complexes, blocks: Blocks): void {
  const { first, count, length } = blocks;
  const quarter = length >>> 2;
  for (let block = 0; block < count; block++) {
    const h = first + block;
    const ur = roots.re[h]!;
    const ui = roots.im[h]!;
    // v = V(h), which the table holds one level up.
    const pr = h === 1 ? Math.SQRT1_2 : roots.re[h >>> 1]!;
    const pi = h === 1 ? -Math.SQRT1_2 : roots.im[h >>> 1]!;
    const vr = (h & 1) === 0 ? pr : -pi;
    const vi = (h & 1) === 0 ? pi : pr;
    let k0 = blocks.from + block * length;
    let k1 = k0 + quarter;
    let k2 = k1 + quarter;
    let k3 = k2 + quarter;
    for (const end = k1; k0 < end; k0++, k1++, k2++, k3++) {
      const a2r = re[k2]!;
      const a2i = im[k2]!;
      const a3r = re[k3]!;
      const a3i = im[k3]!;
      const xr = vr * a2r - vi * a2i;
      const xi = vr * a2i + vi * a2r;
      const yr = vr * a3r - vi * a3i;
      const yi = vr * a3i + vi * a3r;
      const a0r = re[k0]!;
      const a0i = im[k0]!;
      const a1r = re[k1]!;
      const a1i = im[k1]!;
      const b1r = a1r + yr;
      const b1i = a1i + yi;
      const b3r = a1r - yr;
      const b3i = a1i - yi;
      const zr = ur * b1r - ui * b1i;
      const zi = ur * b1i + ui * b1r;
      const wr = ur * b3r - ui * b3i;
      const wi = ur * b3i + ui * b3r;
      const b0r = a0r + xr;
      const b0i = a0i + xi;
      const b2r = a0r - xr;
      const b2i = a0i - xi;
      re[k0] = b0r + zr;
      im[k0] = b0i + zi;
      re[k1] = b0r - zr;
      im[k1] = b0i - zi;
      // The right half's root is i·u.
      re[k2] = b2r - wi;
      im[k2] = b2i + wr;
      re[k3] = b2r + wi;
      im[k3] = b2i - wr;
    }
  }
}

/** Undoes splitInFour, but for a factor of four. */
function joinFromFour({ re, im }: Complexes, roots: Complexes, blocks: Blocks): void {
  const { first, count, length } = blocks;
  const quarter = length >>> 2;
  for (let block = 0; block < count; block++) {
    const h = first + block;
    const ur = roots.re[h]!;
    const ui = roots.im[h]!;
    // v = V(h), which the table holds one level up.
    const pr = h === 1 ? Math.SQRT1_2 : roots.re[h >>> 1]!;
    const pi = h === 1 ? -Math.SQRT1_2 : roots.im[h >>> 1]!;
    const vr = (h & 1) === 0 ? pr : -pi;
    const vi = (h & 1) === 0 ? pi : pr;
    let k0 = blocks.from + block * length;
    let k1 = k0 + quarter;
    let k2 = k1 + quarter;
    let k3 = k2 + quarter;
    for (const end = k1; k0 < end; k0++, k1++, k2++, k3++) {
      const c0r = re[k0]!;
      const c0i = im[k0]!;
      const c1r = re[k1]!;
      const c1i = im[k1]!;
      const c2r = re[k2]!;
      const c2i = im[k2]!;
      const c3r = re[k3]!;
      const c3i = im[k3]!;
      const zr = c0r - c1r;
      const zi = c0i - c1i;
      const b1r = ur * zr + ui * zi;
      const b1i = ur * zi - ui * zr;
      // To divide by i·u, turn by −i and divide by u.
      const wr = c2i - c3i;
      const wi = c3r - c2r;
      const b3r = ur * wr + ui * wi;
      const b3i = ur * wi - ui * wr;
      const b0r = c0r + c1r;
      const b0i = c0i + c1i;
      const b2r = c2r + c3r;
      const b2i = c2i + c3i;
      re[k0] = b0r + b2r;
      im[k0] = b0i + b2i;
      re[k1] = b1r + b3r;
      im[k1] = b1i + b3i;
      const xr = b0r - b2r;
      const xi = b0i - b2i;
      re[k2] = vr * xr + vi * xi;
      im[k2] = vr * xi - vi * xr;
      const yr = b1r - b3r;
      const yi = b1i - b3i;
      re[k3] = vr * yr + vi * yi;
      im[k3] = vr * yi - vi * yr;
    }
  }
}

/**
 * Products with a Toeplitz matrix by fast convolution; T and x as in words.ts.
 *
 * T·x is a stretch of the polynomial product x·seed: bit i is coefficient c − 1 + i, modulo 2. The
 * coefficients are computed as floating-point numbers and rounded. That this gives the very integers
 * is proved in advance (ROUNDING.md), and two things are watched all the same: the distance of every
 * output from an integer, and 32 outputs that are computed again as plain parities.
 *
 * Coefficients below c − 1 may be spoiled by those that wrap around, so 2M ≥ c + m − 1 numbers are
 * enough, half of what the whole product has. A matrix that is larger, or just too large for one power
 * of two, is cut into tiles, each of them Toeplitz too.
 */
import { type Bits, zeros } from '../bits/bits.ts';
import { largestError } from './rounding.ts';
import { backward, type Complexes, forward, multiplyBy, rootsFor } from './transform.ts';
import { bitOfProduct, reversed, windowOf } from './words.ts';

/** 2M at least, so that a tiny product needs no cases of its own. */
const SMALLEST_REAL_LENGTH = 64;
/** 2M at most: 2²³, four columns of half as many numbers are 128 MB. */
const LARGEST_REAL_LENGTH = 8_388_608;
/** Proved to be far below this; a fault in the machine or in this code would hardly keep to it. */
const LARGEST_DISTANCE = 0.01;
/** Outputs computed twice. */
const CHECKED_BITS = 32;

/** How a matrix is cut: `down` × `across` tiles, each through a transform of `realLength` numbers. */
interface Tiling {
  readonly realLength: number;
  readonly down: number;
  readonly across: number;
}

/**
 * T·x, equal to productByWords for all lengths.
 *
 * @throws RangeError if an output fails its check, which no correct engine lets happen.
 */
export function productByConvolution(x: Bits, seed: Bits, rows: number): Bits {
  const product = zeros(rows);
  if (rows === 0 || x.length === 0) return product;
  const { realLength, down, across } = tilingOf(rows, x.length);
  const height = Math.ceil(rows / down);
  const width = Math.ceil(x.length / across);
  const bound = largestError(realLength / 2, [width, width + height - 1]);
  if (!(bound < 0.25)) throw new RangeError(`"x" of ${x.length} bits: rounding may reach ${bound}`);
  const roots = rootsFor(realLength / 2);
  const piece = complexes(realLength / 2);
  const window = complexes(realLength / 2);
  for (let left = 0; left < x.length; left += width) {
    const columns = Math.min(width, x.length - left);
    load(piece, windowOf(x, left, columns));
    forward(piece, roots);
    for (let top = 0; top < rows; top += height) {
      const lines = Math.min(height, rows - top);
      // The tile's own seed: its diagonals, from the lower left corner's column to the upper right's.
      const start = top + x.length - left - columns;
      load(window, windowOf(seed, start, columns + lines - 1));
      forward(window, roots);
      multiplyBy(window, piece);
      backward(window, roots);
      addParities(product, window, { from: columns - 1, top, lines });
    }
  }
  expectParities(product, x, seed);
  return product;
}

/**
 * The cheapest tiling: one transform for each column of tiles and two for each tile. A transform too
 * short for everything leaves half its length to rows, or less, and the rest to columns.
 */
function tilingOf(rows: number, columns: number): Tiling {
  let best: Tiling = { realLength: 0, down: 1, across: 1 };
  let lowest = Infinity;
  let enough = false;
  for (let realLength = SMALLEST_REAL_LENGTH; !enough; realLength *= 2) {
    enough = realLength >= rows + columns - 1;
    const down = enough ? 1 : Math.ceil((2 * rows) / realLength);
    const across = enough ? 1 : Math.ceil(columns / (realLength + 1 - Math.ceil(rows / down)));
    const cost = across * (1 + 2 * down) * realLength;
    if (cost < lowest) {
      best = { realLength, down, across };
      lowest = cost;
    }
    enough ||= realLength === LARGEST_REAL_LENGTH;
  }
  return best;
}

function complexes(length: number): Complexes {
  return { re: new Float64Array(length), im: new Float64Array(length) };
}

/** Bits as coefficients, those from M on as imaginary parts. */
function load({ re, im }: Complexes, { words }: Bits): void {
  const half = re.length >>> 5; // whole words, since M ≥ 32
  fill(re, words.subarray(0, half));
  fill(im, words.subarray(half));
}

function fill(numbers: Float64Array, words: Uint32Array): void {
  for (let w = 0; w < numbers.length >>> 5; w++) {
    const word = words[w] ?? 0;
    for (let b = 0; b < 32; b++) numbers[32 * w + b] = (word >>> b) & 1;
  }
}

/** Adds coefficients `from` … from + lines − 1, modulo 2, to bits `top` on of the product. */
function addParities(
  product: Bits,
  { re, im }: Complexes,
  { from, top, lines }: { readonly from: number; readonly top: number; readonly lines: number },
): void {
  const half = re.length;
  const scale = 1 / half; // exact: a power of two
  let farthest = 0;
  for (let i = 0; i < lines; i++) {
    const at = from + i;
    const value = (at < half ? re[at]! : im[at - half]!) * scale;
    const integer = Math.floor(value + 0.5);
    farthest = Math.max(farthest, Math.abs(value - integer));
    const to = top + i;
    product.words[to >>> 5] = product.words[to >>> 5]! ^ ((integer & 1) << (to & 31));
  }
  if (!(farthest < LARGEST_DISTANCE)) {
    throw new RangeError(`"product" expected integers, got one off by ${farthest}`);
  }
}

/** One output in each of 32 equal stretches, where the seed's own bits say, must be the plain parity. */
function expectParities(product: Bits, x: Bits, seed: Bits): void {
  const backwards = reversed(x);
  const checks = Math.min(CHECKED_BITS, product.length);
  for (let c = 0; c < checks; c++) {
    const start = Math.floor((c * product.length) / checks);
    const end = Math.floor(((c + 1) * product.length) / checks);
    const i = start + ((seed.words[c % seed.words.length] ?? 0) % (end - start));
    const wanted = bitOfProduct(backwards, seed, i);
    const got = (product.words[i >>> 5]! >>> (i & 31)) & 1;
    if (got !== wanted) throw new RangeError(`"product" expected ${wanted} at ${i}, got ${got}`);
  }
}

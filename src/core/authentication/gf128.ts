/**
 * The field with 2^128 elements, in the bit order of GHASH.
 *
 *   element   4 words of 32 bits; the top bit of word 0 is the coefficient of x⁰, the bottom bit of
 *             word 3 that of x¹²⁷, so that 1 is 80 00 … 00
 *   product   of polynomials, modulo x¹²⁸ + x⁷ + x² + x + 1
 *
 * Addition is exclusive or. Elements are never changed after they were made.
 * Source: NIST SP 800-38D (2007), §6.3, doi:10.6028/NIST.SP.800-38D.
 */
export type Element128 = Uint32Array;

/** x¹²⁸ = 1 + x + x² + x⁷, as the top byte of word 0. */
const REDUCTION = 0xe1000000;

/** REMAINDERS[b]: the byte b pushed out at x¹²⁸ … x¹³⁵, brought back into the field; word 0. */
export const REMAINDERS = remainders();

/** The element that 16 bytes spell; RangeError for any other number of bytes. */
export function elementOf(bytes: Uint8Array): Element128 {
  if (bytes.length !== 16) throw new RangeError(`"bytes" expected 16 bytes, got ${bytes.length}`);
  const element = new Uint32Array(4);
  for (let i = 0; i < 16; i++) element[i >> 2]! |= bytes[i]! << (24 - 8 * (i & 3));
  return element;
}

/** The 16 bytes that spell an element. */
export function bytesOf(element: Element128): Uint8Array {
  const bytes = new Uint8Array(16);
  for (let i = 0; i < 16; i++) bytes[i] = element[i >> 2]! >>> (24 - 8 * (i & 3));
  return bytes;
}

/** a + b, which is also a − b. */
export function add(a: Element128, b: Element128): Element128 {
  return a.map((word, i) => word ^ b[i]!);
}

/** a·b. Plain: one shift and at most one addition for each bit of a; GHASH itself uses a table. */
export function multiply(a: Element128, b: Element128): Element128 {
  const product = new Uint32Array(4);
  const power = b.slice(); // b·xⁱ
  for (let i = 0; i < 128; i++) {
    if ((a[i >> 5]! >>> (31 - (i & 31))) & 1) {
      for (let w = 0; w < 4; w++) product[w]! ^= power[w]!;
    }
    shiftInPlace(power);
  }
  return product;
}

/** 1/a, as a to the power 2¹²⁸ − 2; 0 for 0. */
export function inverse(a: Element128): Element128 {
  let power = a;
  let product: Element128 | null = null;
  for (let i = 1; i < 128; i++) {
    power = square(power);
    product = product === null ? power : multiply(product, power);
  }
  return product!;
}

/** a². Squaring is linear: (a + b)² = a² + b². */
export function square(a: Element128): Element128 {
  return multiply(a, a);
}

/** a·x. */
export function timesX(a: Element128): Element128 {
  const shifted = a.slice();
  shiftInPlace(shifted);
  return shifted;
}

/**
 * b·a for all 256 bytes b, words 4b … 4b+3, where b is read as a polynomial of degree below 8: for many
 * products with one a. The top bit of a byte is x⁰, and every other b is a sum of two others.
 * Source: McGrew & Viega, The Galois/Counter Mode of Operation (2004), §4.1.
 */
export function multiplesOf(a: Element128): Int32Array {
  const table = new Int32Array(4 * 256);
  const power = a.slice();
  for (let bit = 128; bit > 0; bit >>= 1) {
    table.set(power, 4 * bit);
    shiftInPlace(power);
  }
  for (let byte = 1; byte < 256; byte++) {
    const rest = byte & (byte - 1);
    const lowest = byte ^ rest;
    for (let w = 0; w < 4; w++) table[4 * byte + w] = table[4 * rest + w]! ^ table[4 * lowest + w]!;
  }
  return table;
}

/** Every bit moves one place to the right, and x¹²⁸ comes back as REDUCTION. */
function shiftInPlace(a: Element128): void {
  const carried = a[3]! & 1 ? REDUCTION : 0;
  a[3] = (a[2]! << 31) | (a[3]! >>> 1);
  a[2] = (a[1]! << 31) | (a[2]! >>> 1);
  a[1] = (a[0]! << 31) | (a[1]! >>> 1);
  a[0] = (a[0]! >>> 1) ^ carried;
}

function remainders(): Int32Array {
  const table = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let word = 0;
    for (let bit = 0; bit < 8; bit++) if (byte & (1 << bit)) word ^= REDUCTION >>> (7 - bit);
    table[byte] = word;
  }
  return table;
}

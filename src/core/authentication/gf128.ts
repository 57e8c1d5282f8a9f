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
export const REDUCTION = 0xe1000000;

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

/** Every bit moves one place to the right, and x¹²⁸ comes back as REDUCTION. */
function shiftInPlace(a: Element128): void {
  const carried = a[3]! & 1 ? REDUCTION : 0;
  a[3] = (a[2]! << 31) | (a[3]! >>> 1);
  a[2] = (a[1]! << 31) | (a[2]! >>> 1);
  a[1] = (a[0]! << 31) | (a[1]! >>> 1);
  a[0] = (a[0]! >>> 1) ^ carried;
}

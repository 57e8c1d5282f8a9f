/**
 * The shape of a tag: t bits, the first bit on top of the first byte, filled with zero bits to
 * whole bytes. Tags of one length therefore have one spelling.
 */

/** Bytes that hold a tag of so many bits. */
export function tagBytes(tagBits: number): number {
  return Math.ceil(tagBits / 8);
}

/** The first tagBits bits of some bytes, as a tag; RangeError if there are not so many. */
export function firstBits(bytes: Uint8Array, tagBits: number): Uint8Array {
  const length = tagBytes(tagBits);
  if (bytes.length < length) {
    throw new RangeError(`"bytes" expected at least ${length} bytes, got ${bytes.length}`);
  }
  const tag = bytes.slice(0, length);
  const surplus = 8 * length - tagBits;
  if (surplus > 0) tag[length - 1]! &= 0xff << surplus;
  return tag;
}

/** RangeError unless tagBits is a whole number from 8 to `most`. Below 8 a tag is no obstacle. */
export function expectTagBits(tagBits: number, most: number): void {
  if (!Number.isInteger(tagBits) || tagBits < 8 || tagBits > most) {
    throw new RangeError(`"tagBits" expected a whole number 8…${most}, got ${tagBits}`);
  }
}

/**
 * Several byte strings as one: each after its length in 4 bytes, the highest first. Every list has one
 * spelling, so what was signed or sent can be read in one way only.
 */

/** The list as bytes. RangeError for a part of 2³² bytes or more. */
export function framed(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + 4 + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    if (part.length >= 2 ** 32) throw new RangeError(`"parts" expected less, got ${part.length}`);
    view.setUint32(at, part.length);
    bytes.set(part, at + 4);
    at += 4 + part.length;
  }
  return bytes;
}

/** The list that was framed, at most so many parts; null if these bytes are no such list. */
export function unframed(bytes: Uint8Array, most: number): Uint8Array[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (parts.length === most || at + 4 > bytes.length) return null;
    const end = at + 4 + view.getUint32(at);
    if (end > bytes.length) return null;
    parts.push(bytes.slice(at + 4, end));
    at = end;
  }
  return parts;
}

/**
 * Whether a received tag is the expected one.
 */
import { expectTagBits, tagBytes } from './tag.ts';

/**
 * True only if both are whole tags of tagBits bits and agree in every byte. A shorter tag, even a
 * correct beginning, is a wrong tag: otherwise one byte would be enough to guess. The time taken
 * does not depend on where they differ. RangeError unless tagBits is a whole number 8…256.
 */
export function tagsEqual(a: Uint8Array, b: Uint8Array, tagBits: number): boolean {
  expectTagBits(tagBits, 256);
  const length = tagBytes(tagBits);
  if (a.length !== length || b.length !== length) return false;
  let difference = 0;
  for (let i = 0; i < length; i++) difference |= a[i]! ^ b[i]!;
  return difference === 0;
}

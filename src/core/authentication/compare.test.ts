import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tagsEqual } from './compare.ts';

const tag = fc.uint8Array({ minLength: 1, maxLength: 32 });

test('equal tags are equal, and one flipped bit anywhere makes them differ', () => {
  fc.assert(
    fc.property(tag, fc.nat(255), (a, bit) => {
      expect(tagsEqual(a, a.slice(), 8 * a.length)).toBe(true);
      const b = a.slice();
      b[(bit >> 3) % a.length]! ^= 1 << (bit & 7);
      expect(tagsEqual(a, b, 8 * a.length)).toBe(false);
    }),
  );
});

test('a correct beginning is a wrong tag, and so is a correct tag with something after it', () => {
  fc.assert(
    fc.property(tag, (a) => {
      fc.pre(a.length > 1);
      const beginning = a.slice(0, -1);
      expect(tagsEqual(a, beginning, 8 * a.length)).toBe(false);
      expect(tagsEqual(beginning, a, 8 * a.length)).toBe(false);
      expect(tagsEqual(beginning, beginning, 8 * a.length)).toBe(false);
      expect(tagsEqual(a, a, 8 * beginning.length)).toBe(false);
      expect(tagsEqual(new Uint8Array(0), new Uint8Array(0), 8 * a.length)).toBe(false);
    }),
  );
});

test('a tag of 12 bits fills two bytes', () => {
  expect(tagsEqual(Uint8Array.of(1, 0x20), Uint8Array.of(1, 0x20), 12)).toBe(true);
  expect(tagsEqual(Uint8Array.of(1, 0x20), Uint8Array.of(1, 0x30), 12)).toBe(false);
  expect(tagsEqual(Uint8Array.of(1), Uint8Array.of(1), 12)).toBe(false);
});

test('no tag is shorter than 8 bits', () => {
  expect(() => tagsEqual(new Uint8Array(0), new Uint8Array(0), 0)).toThrow(RangeError);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { framed, unframed } from './frames.ts';

const lists = fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 6 });

test('a list comes back, unless it is longer than allowed', () => {
  fc.assert(
    fc.property(lists, (parts) => {
      expect(unframed(framed(parts), parts.length)).toEqual(parts);
      if (parts.length > 0) expect(unframed(framed(parts), parts.length - 1)).toBeNull();
    }),
    { seed: 1984 },
  );
});

test('bytes are a list in one way or not at all, also where they begin inside a buffer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), lists, (noise, parts) => {
      for (const bytes of [noise, Uint8Array.of(...framed(parts), ...noise)]) {
        const read = unframed(Uint8Array.of(9, ...bytes).subarray(1), 100);
        if (read !== null) expect(framed(read)).toEqual(bytes);
      }
    }),
    { seed: 1984, numRuns: 500 },
  );
  expect(unframed(Uint8Array.of(0, 0, 0, 2, 1), 9)).toBeNull();
  expect(unframed(Uint8Array.of(0, 0, 1), 9)).toBeNull();
});

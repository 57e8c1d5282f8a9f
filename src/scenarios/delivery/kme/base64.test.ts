import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8 } from '../../../core/random/streams.ts';
import { base64, fromBase64 } from './base64.ts';

test('meets RFC 4648, §10', () => {
  const vectors = ['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg==', 'Zm9vYmE=', 'Zm9vYmFy'];
  for (const [length, expected] of vectors.entries()) {
    expect(base64(utf8('foobar'.slice(0, length)))).toBe(expected);
  }
});

test('is what another implementation makes, and reads back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = base64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(text)).toEqual(bytes);
    }),
    { numRuns: 200, seed: 1984 },
  );
});

test.each(['Zg', 'Zg=', 'Zh==', 'Z', '====', 'Zm9v!mFy', 'Zm9v=mFy', 'Zm9v\n', 'Zm9_'])(
  '%j is refused',
  (text) => expect(fromBase64(text)).toBeNull(),
);

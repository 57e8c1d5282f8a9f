import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksFor, bytesAt, fillPlane, openStream, runKey, utf8, wordAt } from './streams.ts';

const stream = openStream(runKey(1984), 'test/streams');

describe('a stream', () => {
  test('gives a word by its address as a bulk fill gives it, anywhere', () => {
    fc.assert(
      fc.property(
        fc.nat(20),
        fc.oneof(fc.nat(5000), fc.integer({ min: 2 ** 26 - 2, max: 2 ** 32 })),
        fc.nat(127),
        (plane, superblock, word) => {
          const bulk = new Int32Array(128);
          fillPlane(bulk, stream, plane, superblock);
          expect(wordAt(stream, plane, superblock * 64 + word)).toBe(bulk[word]);
        },
      ),
      { seed: 1984, numRuns: 200 },
    );
  });

  test('gives bytes block by block, so that a longer draw begins like a shorter one', () => {
    const long = bytesAt(stream, 3, 200);
    expect(bytesAt(stream, 3, 70)).toEqual(long.slice(0, 70));
    expect(bytesAt(stream, 4, 70)).toEqual(long.slice(64, 134));
    expect([0, 1, 64, 65, 128].map(blocksFor)).toEqual([0, 1, 1, 2, 2]);
  });

  test('differs with the seed, the label and the plane', () => {
    const words = [
      wordAt(stream, 0, 0),
      wordAt(stream, 1, 0),
      wordAt(openStream(runKey(1985), 'test/streams'), 0, 0),
      wordAt(openStream(runKey(1984), 'test/stream'), 0, 0),
      wordAt(openStream(runKey('1984 '), 'test/streams'), 0, 0),
    ];
    expect(new Set(words).size).toBe(words.length);
  });
});

test('text becomes the bytes that every encoder gives', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8(text)).toEqual(new TextEncoder().encode(text));
    }),
    { seed: 1984 },
  );
  expect(utf8('\ud800x')).toEqual(new TextEncoder().encode('\ud800x'));
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chachaBlock, fillBlock, fillSuperblocks } from './chacha.ts';

const hex = (words: Int32Array) =>
  Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join(' ');
/** Bytes 00 01 02 …, read as little-endian words. */
const countingKey = Int32Array.from({ length: 8 }, (_, i) => 0x03020100 + i * 0x04040404);

describe('the block function', () => {
  test('at twenty rounds is that of RFC 8439 §2.4.2', () => {
    // RFC 8439 has a 32-bit counter in word 12 and the nonce 00000000:0000004a:00000000 in 13…15;
    // here 12 and 13 are one 64-bit counter, 14 the plane, 15 the stream.
    const block = chachaBlock({ key: countingKey, plane: 0x4a000000, stream: 0 }, 1, 20);
    expect(hex(block)).toBe(
      'f3514f22 e1d91b40 6f27de2f ed1d63b8 821f138c e2062c3d ecca4f7e 78cff39e ' +
        'a30a3b8a 920a6072 cd7479b5 34932bed 40ba4c79 cd343ec6 4c2c21ea b7417df0',
    );
  });

  test('at twenty rounds meets the vectors of RFC 8439 appendix A.1', () => {
    const zero = new Int32Array(8);
    // Vectors 1 and 2: everything zero, counters 0 and 1.
    expect(hex(chachaBlock({ key: zero, plane: 0, stream: 0 }, 0, 20))).toBe(
      'ade0b876 903df1a0 e56a5d40 28bd8653 b819d2bd 1aed8da0 ccef36a8 c70d778b ' +
        '7c5941da 8d485751 3fe02477 374ad8b8 f4b8436a 1ca11815 69b687c3 8665eeb2',
    );
    expect(hex(chachaBlock({ key: zero, plane: 0, stream: 0 }, 1, 20))).toBe(
      'bee7079f 7a385155 7c97ba98 0d082d73 a0290fcb 6965e348 3e53c612 ed7aee32 ' +
        '7621b729 434ee69c b03371d5 d539d874 281fed31 45fb0a51 1f0ae1ac 6f4d794b',
    );
    // Vector 3: the last bit of the key is one. Vector 5: the last bit of the nonce is two.
    const oneBit = Int32Array.from([0, 0, 0, 0, 0, 0, 0, 0x01000000]);
    expect(hex(chachaBlock({ key: oneBit, plane: 0, stream: 0 }, 1, 20))).toBe(
      '2452eb3a 9249f8ec 8d829d9b ddd4ceb1 e8252083 60818b01 f38422b8 5aaa49c9 ' +
        'bb00ca8e da3ba7b4 c4b592d1 fdf2732f 4436274e 2561b3c8 ebdd4aa6 a0136c00',
    );
    expect(hex(chachaBlock({ key: zero, plane: 0, stream: 0x02000000 }, 0, 20))).toBe(
      '374dc6c2 3736d58c b904e24a cd3f93ef 88228b1a 96a4dfb3 5b76ab72 c727ee54 ' +
        '0e0e978a f3145c95 1b748ea8 f786c297 99c28f5f 628314e8 398a19fa 6ded1b53',
    );
  });

  test('counts blocks in 64 bits: word 13 is the high half', () => {
    const zero = new Int32Array(8);
    const address = { key: zero, plane: 0, stream: 0 };
    const low = chachaBlock(address, 7);
    const high = chachaBlock(address, 2 ** 32 + 7);
    expect(hex(high)).not.toBe(hex(low));
    const bulk = new Int32Array(64);
    fillSuperblocks(bulk, address, 2 ** 30); // blocks 2³², …
    expect(bulk[0]).toBe(chachaBlock(address, 2 ** 32)[0]);
  });

  test('written out for bulk gives the same eight-round blocks, four interleaved', () => {
    const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 8, maxLength: 8 }),
        word,
        word,
        fc.oneof(fc.nat(1000), fc.constant(2 ** 30 - 1), fc.constant(2 ** 40)),
        (key, stream, plane, first) => {
          const address = { key: Int32Array.from(key), stream, plane };
          const bulk = new Int32Array(128);
          fillSuperblocks(bulk, address, first);
          for (let block = 0; block < 8; block++) {
            const single = chachaBlock(address, first * 4 + block);
            for (let k = 0; k < 16; k++) {
              expect(bulk[(block >> 2) * 64 + 4 * k + (block & 3)]).toBe(single[k]);
            }
            const alone = new Int32Array(16);
            fillBlock(alone, address, first * 4 + block);
            expect(alone).toEqual(single);
          }
        },
      ),
      { seed: 1984, numRuns: 50 },
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesAt, openStream, runKey } from '../random/streams.ts';
import { tagsEqual } from './compare.ts';
import { absorb, finish, openGhash } from './ghash.ts';
import { planSubstitution, substituteFor } from './truncation.ts';
import { wegmanCarterTag } from './wegman-carter.ts';

const TAG_BITS = 8;
/** The field's one: multiplying by it leaves the second secret out. */
const ONE = Uint8Array.of(128, ...new Uint8Array(15));
const coins = openStream(runKey(1984), 'test/truncation');

function hashOf(h: Uint8Array, text: Uint8Array): Uint8Array {
  const ghash = openGhash(h);
  absorb(ghash, text);
  return finish(ghash);
}

function sameTag(second: Uint8Array, mask: Uint8Array, hashes: readonly Uint8Array[]): boolean {
  const key = { h: ONE, second, tagBits: TAG_BITS };
  const [a, b] = hashes.map((hash) => wegmanCarterTag(hash, key, mask));
  return tagsEqual(a!, b!, TAG_BITS);
}

test('the quiet bits stay for every key, every text and every choice', () => {
  const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(
      bytes,
      bytes.filter((choice) => choice.some((byte) => byte !== 0)),
      fc.integer({ min: 64, max: 1200 }),
      fc.nat(3),
      (h, choice, textBytes, draw) => {
        const keptBytes = 30;
        const plan = planSubstitution({ textBytes, keptBytes, tagBits: TAG_BITS });
        const text = bytesAt(coins, 100 * draw, textBytes);
        const other = substituteFor(text, plan, choice);
        expect(other).not.toEqual(text);
        expect(other.slice(0, keptBytes)).toEqual(text.slice(0, keptBytes));
        const genuine = hashOf(h, text);
        const difference = hashOf(h, other)[0]! ^ genuine[0]!;
        expect(difference >> (8 - plan.quietBits)).toBe(0);
      },
    ),
    { numRuns: 60, seed: 1984 },
  );
});

test('twice the length quiets one bit more, up to the whole tag', () => {
  const quiet = [32, 63, 64, 127, 128, 255, 256, 512, 2048].map((blocks) => {
    const terms = { textBytes: 16 * blocks, keptBytes: 0, tagBits: TAG_BITS };
    return planSubstitution(terms).quietBits;
  });
  // 127 blocks and the length block make 128 = 2^7: seven blocks to alter, six bits kept quiet.
  expect(quiet).toEqual([4, 5, 5, 6, 6, 7, 7, 8, 8]);
});

test('an altered letter keeps its 8-bit tag for one key in four, and with the second secret for one in 256', () => {
  const text = bytesAt(coins, 0, 16 * 159);
  const plan = planSubstitution({ textBytes: text.length, keptBytes: 0, tagBits: TAG_BITS });
  const KEYS = 4000;
  let withoutSecond = 0;
  let withSecond = 0;
  for (let k = 0; k < KEYS; k++) {
    const secrets = bytesAt(coins, 1000 + k, 49);
    const other = substituteFor(text, plan, secrets.slice(33));
    const hashes = [text, other].map((one) => hashOf(secrets.slice(0, 16), one));
    const mask = secrets.slice(32, 33);
    if (sameTag(ONE, mask, hashes)) withoutSecond++;
    if (sameTag(secrets.slice(16, 32), mask, hashes)) withSecond++;
  }
  expect(plan.quietBits).toBe(6);
  // Standard errors √(p(1−p)/4000): 0.0068 at 1/4 and 0.00099 at 1/256; we allow 4.
  expect(Math.abs(withoutSecond / KEYS - 1 / 4)).toBeLessThan(4 * 0.0068);
  expect(Math.abs(withSecond / KEYS - 1 / 256)).toBeLessThan(4 * 0.00099);
});

test('a text of eight kilobytes keeps its 8-bit tag under every key', () => {
  const text = bytesAt(coins, 0, 16 * 512);
  const plan = planSubstitution({ textBytes: text.length, keptBytes: 0, tagBits: TAG_BITS });
  for (let k = 0; k < 100; k++) {
    const secrets = bytesAt(coins, 1000 + k, 33);
    const other = substituteFor(text, plan, secrets.slice(0, 16));
    const hashes = [text, other].map((one) => hashOf(secrets.slice(16, 32), one));
    expect(sameTag(ONE, secrets.slice(32), hashes)).toBe(true);
  }
});

test('a text with nothing to alter, and a choice that alters nothing, are refused', () => {
  const terms = { textBytes: 15, keptBytes: 0, tagBits: 8 };
  expect(() => planSubstitution(terms)).toThrow('textBytes');
  expect(() => planSubstitution({ ...terms, textBytes: 64, keptBytes: 64 })).toThrow('textBytes');
  expect(() => planSubstitution({ ...terms, textBytes: 64, tagBits: 4 })).toThrow('tagBits');
  const plan = planSubstitution({ ...terms, textBytes: 64 });
  expect(() => substituteFor(new Uint8Array(64), plan, new Uint8Array(16))).toThrow('choice');
  expect(() => substituteFor(new Uint8Array(63), plan, ONE)).toThrow('text');
});

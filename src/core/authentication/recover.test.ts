import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { bytesAt, openStream, runKey } from '../random/streams.ts';
import { absorb, finish, openGhash } from './ghash.ts';
import { hashKeyCandidates, maskOf } from './recover.ts';

const coins = openStream(runKey(1984), 'test/recover');

function seal(h: Uint8Array, mask: Uint8Array, text: Uint8Array) {
  const ghash = openGhash(h);
  absorb(ghash, text);
  return { text, tag: finish(ghash).map((byte, i) => byte ^ mask[i]!) };
}

const sixteen = fc.uint8Array({ minLength: 16, maxLength: 16 });
const text = fc.uint8Array({ maxLength: 80 });

test('meets gmac.forbidden: the point, and the tag forged with it', () => {
  const { inputs, expected } = anchor<
    Readonly<Record<'a1' | 't1' | 'a2' | 't2' | 'a3', string>>,
    { readonly H: string; readonly forged_tag: string }
  >('gmac.forbidden');
  const one = { text: hexToBytes(inputs.a1), tag: hexToBytes(inputs.t1) };
  const two = { text: hexToBytes(inputs.a2), tag: hexToBytes(inputs.t2) };
  const found = hashKeyCandidates(one, two);
  expect(found.map(bytesToHex)).toEqual([expected.H]);
  const mask = maskOf(found[0]!, one.text, one.tag);
  expect(bytesToHex(seal(found[0]!, mask, hexToBytes(inputs.a3)).tag)).toBe(expected.forged_tag);
});

test('finds the point among its candidates, each of which gives both tags one mask', () => {
  fc.assert(
    fc.property(sixteen, sixteen, text, text, (h, mask, one, two) => {
      fc.pre(bytesToHex(one) !== bytesToHex(two));
      const [a, b] = [seal(h, mask, one), seal(h, mask, two)];
      const found = hashKeyCandidates(a, b);
      expect(found.map(bytesToHex)).toContain(bytesToHex(h));
      expect(new Set(found.map(bytesToHex)).size).toBe(found.length);
      for (const root of found) {
        expect(maskOf(root, a.text, a.tag)).toEqual(maskOf(root, b.text, b.tag));
      }
    }),
    { numRuns: 60, seed: 1984 },
  );
});

test('finds every point that fits, once each', () => {
  // The texts differ by h⁴ + h² = h²(h + 1)² and the tags not at all: exactly 0 and 1 fit, both twice.
  const one = Uint8Array.of(128, ...new Uint8Array(15));
  const a = { text: Uint8Array.of(...one, ...new Uint8Array(16), ...one), tag: new Uint8Array(16) };
  const b = { text: new Uint8Array(48), tag: new Uint8Array(16) };
  const found = hashKeyCandidates(a, b).map(bytesToHex).sort();
  expect(found).toEqual([new Uint8Array(16), one].map(bytesToHex));
});

test('a letter of a kilobyte gives it away as well, and a third letter tells the point', () => {
  const [h, mask, other] = [0, 1, 2].map((n) => bytesAt(coins, n, 16));
  const letters = [10, 40, 70].map((at) => bytesAt(coins, at, 1000 + at));
  const [a, b] = letters.slice(0, 2).map((letter) => seal(h!, mask!, letter));
  const third = seal(h!, other!, letters[2]!);
  const fourth = seal(h!, other!, bytesAt(coins, 100, 50));
  const fits = hashKeyCandidates(a!, b!).filter(
    (root) =>
      bytesToHex(maskOf(root, third.text, third.tag)) ===
      bytesToHex(maskOf(root, fourth.text, fourth.tag)),
  );
  expect(fits.map(bytesToHex)).toEqual([bytesToHex(h!)]);
});

test('fresh masks give no candidate that is the point', () => {
  for (let n = 0; n < 10; n++) {
    const [h, one, two] = [0, 1, 2].map((i) => bytesAt(coins, 200 + 3 * n + i, 16));
    const found = hashKeyCandidates(
      seal(h!, one!, Uint8Array.of(n)),
      seal(h!, two!, Uint8Array.of(n, 1)),
    );
    expect(found.map(bytesToHex)).not.toContain(bytesToHex(h!));
  }
});

test('the same text twice tells nothing, and a tag cut short is refused', () => {
  const sealed = { text: Uint8Array.of(1, 2), tag: new Uint8Array(16).fill(3) };
  expect(hashKeyCandidates(sealed, sealed)).toEqual([]);
  expect(hashKeyCandidates(sealed, { ...sealed, tag: new Uint8Array(16) })).toEqual([]);
  expect(() => hashKeyCandidates(sealed, { ...sealed, tag: new Uint8Array(8) })).toThrow(
    RangeError,
  );
  expect(() => maskOf(sealed.tag, sealed.text, new Uint8Array(8))).toThrow('tag');
});

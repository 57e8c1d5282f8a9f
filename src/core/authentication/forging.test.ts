import { expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { bytesAt, openStream, runKey } from '../random/streams.ts';
import { tagsEqual } from './compare.ts';
import { chanceOfForging, guessTag } from './forging.ts';
import { absorb, finish, openGhash } from './ghash.ts';
import { wegmanCarterTag } from './wegman-carter.ts';

test.each(['wc.twotime.8', 'wc.twotime.16'])('repeated guessing meets %s', (id) => {
  const { inputs, expected } = anchor<{ readonly t: number; readonly N: number }, number>(id);
  expect(Math.abs(chanceOfForging(inputs.N, inputs.t) / expected - 1)).toBeLessThan(1e-12);
});

test('a guess has the bits it was given, and no more than the tag holds', () => {
  expect(guessTag(Uint8Array.of(0xff, 0xff, 0xff), 12)).toEqual(Uint8Array.of(0xff, 0xf0));
  expect(guessTag(Uint8Array.of(1, 2, 3), 16)).toEqual(Uint8Array.of(1, 2));
  expect(() => guessTag(Uint8Array.of(1), 12)).toThrow(RangeError);
  expect(() => guessTag(Uint8Array.of(1), 4)).toThrow(RangeError);
});

test('a whole tag is not forged in a lifetime of tries', () => {
  expect(chanceOfForging(2 ** 50, 128)).toBe(2 ** -78);
  expect(chanceOfForging(0, 8)).toBe(0);
  expect(() => chanceOfForging(1, 300)).toThrow(RangeError);
});

test('an 8-bit tag lets one forgery in 256 through, guessed or kept from the genuine letter', () => {
  // 65,536 altered letters, p = 1/256: standard error √(p(1−p)/n) = 0.000244; we allow 4.
  const KEYS = 64;
  const LETTERS = 1024;
  const tagBits = 8;
  const coins = openStream(runKey(1984), 'test/forging');
  const bytes = (address: number, length: number) => bytesAt(coins, address, length);
  let guessed = 0;
  let kept = 0;
  for (let k = 0; k < KEYS; k++) {
    const secrets = bytes(k, 49);
    const key = { h: secrets.slice(0, 16), second: secrets.slice(16, 32), tagBits };
    const mask = secrets.slice(32, 33);
    const tagOf = (text: Uint8Array) => {
      const ghash = openGhash(key.h);
      absorb(ghash, text);
      return wegmanCarterTag(finish(ghash), key, mask);
    };
    const letter = secrets.slice(33);
    const genuine = tagOf(letter);
    expect(tagsEqual(genuine, tagOf(letter), tagBits)).toBe(true);
    for (let i = 0; i < LETTERS; i++) {
      const drawn = bytes(KEYS + k * LETTERS + i, 40);
      const expected = tagOf(drawn.slice(0, 39));
      if (tagsEqual(expected, guessTag(drawn.subarray(39), tagBits), tagBits)) guessed++;
      if (tagsEqual(expected, genuine, tagBits)) kept++;
    }
  }
  const tries = KEYS * LETTERS;
  expect(Math.abs(guessed / tries - 1 / 256)).toBeLessThan(4 * 0.000244);
  expect(Math.abs(kept / tries - 1 / 256)).toBeLessThan(4 * 0.000244);
});

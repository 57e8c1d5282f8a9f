import { expect, test } from 'vitest';
import { bitOf } from '../../core/bits/bits.ts';
import { changeOneInput } from './one-input.ts';

const trial = { seed: 7, inputBits: 300, outputBits: 120 } as const;

test('among the first bits only its own output follows; among the rest about half of all', () => {
  for (const position of [0, 1, 60, 119]) {
    expect(changeOneInput({ ...trial, position }).flipped).toEqual([position]);
  }
  let flips = 0;
  const rest = Array.from({ length: 180 }, (_, i) => 120 + i);
  for (const position of rest) {
    const { before, after, flipped } = changeOneInput({ ...trial, position });
    const places = Array.from({ length: 120 }, (_, i) => i);
    expect(places.filter((i) => bitOf(before, i) !== bitOf(after, i))).toEqual(flipped);
    flips += flipped.length;
  }
  // 299 coins, each counted up to 120 times: a standard error of ½·120·√299 ÷ (120·180) = 0.048 at most.
  expect(Math.abs(flips / (120 * 180) - 0.5)).toBeLessThan(0.15);
});

test('the input stays, whichever bit is turned over', () => {
  const [one, other] = [130, 290].map((position) => changeOneInput({ ...trial, position }));
  expect(one!.before).toEqual(other!.before);
  expect(one!.after).not.toEqual(other!.after);
  for (const position of [-1, 300, 1.5]) {
    expect(() => changeOneInput({ ...trial, position })).toThrow(RangeError);
  }
});

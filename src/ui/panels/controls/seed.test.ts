import { expect, test } from 'vitest';
import { nextSeed, readSeed } from './seed.ts';

test('digits are a number, anything else is a text', () => {
  expect(readSeed('1984')).toBe(1984);
  expect(readSeed(' 0 ')).toBe(0);
  expect(readSeed('monday class')).toBe('monday class');
  expect(readSeed('“1984”')).toBe('1984');
});

test('a number too large and a text too long are no seeds', () => {
  expect(readSeed('4294967295')).toBe(4294967295);
  expect(readSeed('4294967296')).toBeNull();
  expect(readSeed('')).toBeNull();
  expect(readSeed('x'.repeat(65))).toBeNull();
});

test('the next seed is always another one', () => {
  for (const seed of [0, 1984, 0xffff_ffff, 'monday']) expect(nextSeed(seed)).not.toBe(seed);
});

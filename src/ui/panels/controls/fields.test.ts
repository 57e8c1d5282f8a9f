import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../../scenarios/config-parse.ts';
import { nextSeed, problemAt, readSeed, setElsewhere } from './fields.ts';

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

test('a problem is found at its own field', () => {
  const problems = [
    { code: 'config/out-of-range', path: '/eve/fraction', message: 'got 2, allowed 0…1' },
  ] as const;
  expect(problemAt(problems, 'eve.fraction')).toBe('got 2, allowed 0…1');
  expect(problemAt(problems, 'eve')).toBeUndefined();
});

test('what a link set without a control here is named', () => {
  expect(setElsewhere(DEFAULT_CONFIG)).toEqual([]);
  const config = {
    ...DEFAULT_CONFIG,
    exchange: { ...DEFAULT_CONFIG.exchange, announce: 'early' },
  } as const;
  expect(setElsewhere(config)).toEqual([{ path: 'config.exchange.announce', value: 'early' }]);
});

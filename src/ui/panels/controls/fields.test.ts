import { expect, test } from 'vitest';
import { say } from '../../../content/words/use-words.ts';
import { fields } from '../../../scenarios/config-fields.ts';
import { DEFAULT_CONFIG } from '../../../scenarios/config-parse.ts';
import {
  CHANGED_NAMES,
  nextSeed,
  problemAt,
  readSeed,
  setElsewhere,
  settingText,
  valueWord,
} from './fields.ts';

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

test('a setting is told in words: a list by what is in it, decoys by how strong they are', () => {
  const decoys = [
    { meanPhotonNumber: 0.1, probability: 0.2 },
    { meanPhotonNumber: 0, probability: 0.1 },
  ];
  expect(settingText(say, decoys)).toBe('0.1, 0');
  expect(settingText(say, ['isolator', 'random-gating'])).toBe('isolator, random gates');
  expect(settingText(say, [])).toBe('none');
  expect(settingText(say, 'weak-coherent')).toBe('laser pulses');
  expect(settingText(say, false)).toBe('Off');
  expect(settingText(say, 12)).toBe('12');
});

test('every field that acts on a session has a name, and every value of a choice', () => {
  const ELSEWHERE = /^(rndl|delivery)\.|^exchange\.protocol$/;
  const named = Object.keys(fields).filter((path) => !ELSEWHERE.test(path));
  expect(named.filter((path) => !(path in CHANGED_NAMES))).toEqual([]);
  const values = named.flatMap((path) => {
    const rule = fields[path]!;
    return rule.kind === 'choice' || rule.kind === 'set' ? rule.values : [];
  });
  expect(values.filter((value) => valueWord(value) === null)).toEqual([]);
});

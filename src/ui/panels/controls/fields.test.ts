import { expect, test } from 'vitest';
import { say } from '../../../content/words/use-words.ts';
import { fields } from '../../../scenarios/config-fields.ts';
import { DEFAULT_CONFIG } from '../../../scenarios/config-parse.ts';
import { CHANGED_NAMES, problemAt, setElsewhere, settingText, valueWord } from './fields.ts';

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

import { describe, expect, test } from 'vitest';
import { missChance, repeatTests } from './repeat-tests.ts';

const listening = { testedBits: 60, fraction: 0.4, limit: 0.11, times: 4000 } as const;

describe('as often as reckoned', () => {
  test.each([
    ['a part of the photons', {}],
    ['one basis of two', { basis: 'rectilinear' }],
    [
      'one basis, and the line leans to it',
      { basis: 'rectilinear', basisBias: 0.6, fraction: 0.8 },
    ],
    ['midway', { basis: 'breidbart' }],
    ['a noisy line', { flipProbability: 0.03, fraction: 0.2 }],
    ['nobody', { fraction: 0, flipProbability: 0.08 }],
    ['a test that ends inside a word', { testedBits: 7, limit: 0.15 }],
    ['a test of thousands', { testedBits: 3000, fraction: 0.43, times: 300 }],
  ] as const)('%s', (_, differences) => {
    const trial = { ...listening, ...differences };
    const chance = missChance(trial);
    expect(chance).toBeGreaterThan(0.02);
    expect(chance).toBeLessThan(0.98);
    const { passed, times } = repeatTests({ seed: 42, ...trial });
    const error = Math.sqrt((chance * (1 - chance)) / times);
    expect(Math.abs(passed / times - chance)).toBeLessThan(4 * error);
  });

  test('and each test shows as many errors as the line makes', () => {
    const { errors } = repeatTests({ seed: 3, ...listening });
    const mean = errors.reduce((sum, count) => sum + count, 0) / errors.length;
    // 0.4 of the photons, half of them in the wrong basis, half of those wrong: 6 of 60.
    expect(Math.abs(mean - 6)).toBeLessThan(4 * Math.sqrt((60 * 0.1 * 0.9) / errors.length));
    const spread = errors.reduce((sum, count) => sum + (count - mean) ** 2, 0) / errors.length;
    expect(Math.abs(spread / 5.4 - 1)).toBeLessThan(4 * Math.sqrt(2 / errors.length));
  });
});

test('without a test nobody can object', () => {
  expect(missChance({ ...listening, testedBits: 0 })).toBe(1);
  expect(repeatTests({ seed: 1, ...listening, testedBits: 0, times: 5 }).passed).toBe(5);
  expect(repeatTests({ seed: 1, ...listening, times: 0 })).toMatchObject({ times: 0, passed: 0 });
});

test('the same trial gives the same tests, its continuation others', () => {
  const trial = { seed: 'a', ...listening, times: 50 };
  const one = repeatTests(trial).errors;
  expect(repeatTests(trial).errors).toEqual(one);
  expect(repeatTests({ ...trial, times: 20 }).errors).toEqual(one.slice(0, 20));
  expect(repeatTests({ ...trial, from: 50 }).errors).not.toEqual(one);
});

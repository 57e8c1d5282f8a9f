import { expect, test } from 'vitest';
import { forgeSeals } from './forgery.ts';

const METHODS = ['wegman-carter', 'hmac-sha-256'] as const;

test.each(METHODS)('forged eight-bit seals of %s pass once in 256', (method) => {
  // 8,192 attempts: 32 expected, standard error 5.6; we allow 4.
  const attempts = 8192;
  const { passed, odds } = forgeSeals({ seed: 1984, method, tagBits: 8, from: 0, attempts });
  expect(odds).toBe(1 / 256);
  expect(Math.abs(passed - attempts / 256)).toBeLessThan(4 * Math.sqrt(attempts / 256));
});

test.each(METHODS)('a trial of %s may be continued: two halves are the whole', (method) => {
  const trial = { seed: 'again', method, tagBits: 8 } as const;
  const first = forgeSeals({ ...trial, from: 0, attempts: 700 });
  const rest = forgeSeals({ ...trial, from: 700, attempts: 900 });
  const whole = forgeSeals({ ...trial, from: 0, attempts: 1600 });
  expect(first.passed + rest.passed).toBe(whole.passed);
});

test('whole seals do not pass', () => {
  for (const method of METHODS) {
    expect(forgeSeals({ seed: 1, method, tagBits: 128, from: 0, attempts: 200 }).passed).toBe(0);
  }
});

import { expect, test } from 'vitest';
import { forgeSeals } from './forgery.ts';

const METHODS = ['wegman-carter', 'hmac-sha-256', 'gmac'] as const;
const ATTACKS = ['guess', 'linearised'] as const;

/** |passed − n·p| within 4 standard errors √(np(1 − p)). */
function expectShare(passed: number, attempts: number, p: number): void {
  expect(Math.abs(passed - attempts * p)).toBeLessThan(4 * Math.sqrt(attempts * p * (1 - p)));
}

test.each(METHODS)('guessed eight-bit seals of %s pass once in 256', (method) => {
  // 8,192 attempts: 32 expected, standard error 5.6.
  const attempts = 8192;
  const { passed, odds } = forgeSeals({ seed: 1984, method, tagBits: 8, from: 0, attempts });
  expect(odds).toBe(1 / 256);
  expectShare(passed, attempts, odds);
});

test.each([
  ['wegman-carter', true, 1 / 256],
  ['wegman-carter', false, 1 / 4],
  ['gmac', true, 1 / 4],
  ['hmac-sha-256', true, 1 / 256],
] as const)(
  'an altered letter of 160 blocks keeps its eight-bit seal: %s, second secret %s, odds %d',
  (method, secondElement, expected) => {
    // 4,000 attempts: standard error 27.4 of 1,000 at 1/4 and 3.9 of 15.6 at 1/256.
    const attempts = 4000;
    const trial = { seed: 1984, method, tagBits: 8, from: 0, attempts, secondElement };
    const { passed, odds } = forgeSeals({ ...trial, attack: 'linearised' });
    expect(odds).toBe(expected);
    expectShare(passed, attempts, odds);
  },
);

test.each(METHODS)('a trial of %s may be continued: two halves are the whole', (method) => {
  for (const attack of ATTACKS) {
    const trial = { seed: 'again', method, tagBits: 8, attack, secondElement: false };
    const first = forgeSeals({ ...trial, from: 0, attempts: 300 });
    const rest = forgeSeals({ ...trial, from: 300, attempts: 500 });
    const whole = forgeSeals({ ...trial, from: 0, attempts: 800 });
    expect(first.passed + rest.passed).toBe(whole.passed);
  }
});

test.each(METHODS)('whole seals of %s do not pass', (method) => {
  for (const attack of ATTACKS) {
    const trial = { seed: 1, method, tagBits: 128, from: 0, attempts: 200, attack };
    expect(forgeSeals(trial).passed).toBe(0);
  }
});

test('four bits more are sixteen times harder: what the attack wins is a factor', () => {
  const trial = { seed: 3, method: 'wegman-carter', from: 0, attack: 'linearised' } as const;
  const attempts = 4000;
  const { passed, odds } = forgeSeals({ ...trial, tagBits: 12, attempts, secondElement: false });
  expect(odds).toBe(1 / 64);
  expectShare(passed, attempts, odds);
});

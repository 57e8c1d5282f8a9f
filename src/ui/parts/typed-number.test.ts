import { expect, test } from 'vitest';
import { readTyped } from './typed-number.ts';

const photons = { min: 1, max: 1e9, whole: true, perUnit: 1, unit: '' };
const share = { min: 0, max: 1, whole: false, perUnit: 0.01, unit: '%' };

test('reads the ways people write large numbers', () => {
  for (const [text, value] of [
    ['4000', 4000],
    ['4,000', 4000],
    ['1,000,000', 1e6],
    ['10k', 1e4],
    ['1.5M', 1.5e6],
    ['1e6', 1e6],
    ['1 000 000', 1e6],
  ] as const) {
    expect(readTyped(text, photons)).toEqual({ ok: true, value });
  }
});

test('reads percent as a fraction, with or without its sign', () => {
  expect(readTyped('25', share)).toEqual({ ok: true, value: 0.25 });
  expect(readTyped('25 %', share)).toEqual({ ok: true, value: 0.25 });
  expect(readTyped('12.5%', share)).toEqual({ ok: true, value: 0.125 });
});

test('says apart what is no number and what is out of range', () => {
  expect(readTyped('', photons)).toEqual({ ok: false, reason: 'not-a-number' });
  expect(readTyped('many', photons)).toEqual({ ok: false, reason: 'not-a-number' });
  expect(readTyped('1.5', photons)).toEqual({ ok: false, reason: 'not-a-number' });
  expect(readTyped('0', photons)).toEqual({ ok: false, reason: 'out-of-range' });
  expect(readTyped('2e9', photons)).toEqual({ ok: false, reason: 'out-of-range' });
  expect(readTyped('101%', share)).toEqual({ ok: false, reason: 'out-of-range' });
  expect(readTyped('1e999', photons)).toEqual({ ok: false, reason: 'not-a-number' });
});

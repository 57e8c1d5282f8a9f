import { expect, test } from 'vitest';
import { formatAsOf } from './as-of.ts';

test('a date says as much as its reference gives', () => {
  expect(formatAsOf('2026-11-24')).toBe('24 November 2026');
  expect(formatAsOf('2024-01')).toBe('January 2024');
  expect(formatAsOf('2025')).toBe('2025');
});

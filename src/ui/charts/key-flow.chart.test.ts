import { expect, test } from 'vitest';
import { keyFlow } from './key-flow.chart.ts';

test('every bit of the key has one place, in the order in which bits are taken', () => {
  const { parts } = keyFlow({ pool: 100, message: 300, left: 600 }, 500);
  expect(parts.map(({ part, x, width }) => [part, x, width])).toEqual([
    ['pool', 0, 50],
    ['message', 50, 150],
    ['left', 200, 300],
  ]);
  expect(parts.map(({ place }) => Math.round(place))).toEqual([83, 250, 417]);
});

test('a key that the pool takes whole leaves nothing, and no part is lost', () => {
  const { parts } = keyFlow({ pool: 7, message: 0, left: 0 }, 500);
  expect(parts.map(({ width }) => width)).toEqual([500, 0, 0]);
});

import { expect, test } from 'vitest';
import { poolChart } from './pool.chart.ts';

const picture = { width: 210, height: 110, rounds: 20, target: 4096, reserve: 512 } as const;

test('a full pool is at the top, an empty one at the bottom, the reserve in between', () => {
  const full = poolChart({ ...picture, levels: [4096], forecast: { kind: 'steady' } });
  const empty = poolChart({ ...picture, levels: [0], forecast: { kind: 'dry-now' } });
  expect(full.tip?.y).toBe(6);
  expect(empty.tip?.y).toBe(empty.bottom);
  expect(full.reserveY).toBeGreaterThan(6);
  expect(full.reserveY).toBeLessThan(full.bottom);
  expect(full.forecast).toBeNull();
});

test('the forecast meets the reserve after as many rounds as it says', () => {
  const chart = poolChart({
    ...picture,
    levels: [4096, 3584, 3072],
    forecast: { kind: 'dry', attempts: 5 },
  });
  // 210 px less 2 and 8 at the sides: ten a round, and round 7 is where it is dry.
  expect(chart.tip?.x).toBe(22);
  expect(chart.forecast?.end).toEqual({ x: 72, y: chart.reserveY });
});

test('a forecast beyond the last round ends there, above the reserve', () => {
  const chart = poolChart({
    ...picture,
    levels: new Array(19).fill(4000),
    forecast: { kind: 'dry', attempts: 10 },
  });
  expect(chart.forecast?.end).toBeNull();
  expect(chart.forecast?.path).toMatch(/L202,/);
});

test('where no level is known nothing is drawn of it', () => {
  const chart = poolChart({ ...picture, levels: [null, null], forecast: { kind: 'unknown' } });
  expect(chart.line).toBe('');
  expect(chart.tip).toBeNull();
});

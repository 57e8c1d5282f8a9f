import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ErrorRateView } from '../../scenarios/knowledge/view.ts';
import { FIRST_KEPT, qberChart, readings } from './qber.chart.ts';

const point = (kept: number, errors: number): ErrorRateView => ({
  kept,
  errors,
  low: Math.max(0, errors / kept - 0.1),
  high: Math.min(1, errors / kept + 0.1),
});
const size = { width: 292, height: 132, tests: [], limit: 0.11 };

test('25 % stands in the middle of the height, and 10 kept bits at the left edge', () => {
  const chart = qberChart({
    ...size,
    series: [{ id: 'all', points: [point(10, 5), point(1000, 250)] }],
  });
  expect(chart.series[0]?.tip).toEqual({ x: chart.right, y: (chart.top + chart.bottom) / 2 });
  expect(chart.series[0]?.line.startsWith(`M${chart.left},${chart.top}`)).toBe(true);
});

test('nothing leaves the plot, however wild the first bits are', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 1e9 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (kept, share) => {
        const chart = qberChart({
          ...size,
          series: [{ id: 'all', points: [point(kept, Math.round(kept * share))] }],
        });
        const tip = chart.series[0]?.tip;
        expect(tip).toBeDefined();
        if (!tip) return;
        expect(tip.x).toBeGreaterThanOrEqual(chart.left);
        expect(tip.x).toBeLessThanOrEqual(chart.right);
        expect(tip.y).toBeGreaterThanOrEqual(chart.top);
        expect(tip.y).toBeLessThanOrEqual(chart.bottom);
      },
    ),
  );
});

test('fewer than ten kept bits draw no line', () => {
  expect(qberChart({ ...size, series: [{ id: 'all', points: [point(9, 3)] }] }).series).toEqual([]);
});

test('the axis ends at a whole decade and labels no more decades than fit', () => {
  const columns = (kept: number) =>
    qberChart({ ...size, series: [{ id: 'all', points: [point(kept, 1)] }] }).columns.map(
      (c) => c.kept,
    );
  expect(columns(804)).toEqual([10, 100, 1000]);
  expect(columns(1001)).toEqual([10, 100, 1000, 10_000]);
  const long = columns(4e8);
  expect(long.at(-1)).toBe(1e9);
  expect(long.length).toBeLessThanOrEqual(6);
});

test('the label of a limit near the floor stands above its line', () => {
  const low = qberChart({ ...size, limit: 0.02, series: [] }).limit;
  const usual = qberChart({ ...size, limit: 0.11, series: [] }).limit;
  expect(low && low.labelY < low.y).toBe(true);
  expect(usual && usual.labelY > usual.y).toBe(true);
});

test('a tested sample stands at its own number of bits with its own interval', () => {
  const [sample] = qberChart({ ...size, series: [], tests: [point(100, 25)] }).tests;
  expect(sample && sample.high < sample.y && sample.y < sample.low).toBe(true);
});

test('ten readings at most, evenly over the picture, the last one always', () => {
  const points = Array.from({ length: 2000 }, (_, i) => point(i + 1, 1));
  const chosen = readings(points);
  expect(chosen).toHaveLength(10);
  expect(chosen[0]?.kept).toBe(FIRST_KEPT);
  expect(chosen.at(-1)?.kept).toBe(2000);
});

test('the limit of a run of this size is drawn where it is the lower one, under one label above both', () => {
  const given = { width: 292, height: 128, series: [], tests: [], limit: 0.11 };
  const { limit, finiteLimit } = qberChart({ ...given, finiteLimit: 0.04 });
  expect(finiteLimit?.y).toBeGreaterThan(limit?.y ?? Infinity);
  expect(limit?.labelY).toBeLessThan(limit?.y ?? 0);
  expect(qberChart({ ...given, finiteLimit: 0.2 }).finiteLimit).toBeNull();
  expect(qberChart({ ...given, finiteLimit: null }).finiteLimit).toBeNull();
});

import { expect, test } from 'vitest';
import { polariserChart, standardError } from './polariser.chart.ts';

const cosSquared = (angle: number) => Math.cos((angle * Math.PI) / 180) ** 2;
const size = { width: 400, height: 200, angle: 45 };

test('the curve of H starts at certain, crosses the middle at 45°, and ends where it began', () => {
  const chart = polariserChart({ ...size, series: [{ chanceOfZero: cosSquared, measured: [] }] });
  expect(chart.series[0]?.curve.startsWith(`M${chart.left},${chart.top}`)).toBe(true);
  expect(chart.series[0]?.curve.endsWith(`${chart.right},${chart.top}`)).toBe(true);
  expect(chart.now.y).toBeCloseTo((chart.top + chart.bottom) / 2, 1);
});

test('a measured share stands with one standard error to each side', () => {
  expect(standardError({ zeros: 250, ones: 750 })).toBeCloseTo(0.0137, 4);
  const chart = polariserChart({
    ...size,
    series: [{ chanceOfZero: cosSquared, measured: [{ angle: 60, zeros: 250, ones: 750 }] }],
  });
  const [point] = chart.series[0]?.points ?? [];
  expect(point && point.high < point.y && point.y < point.low).toBe(true);
});

test('an angle without a photon has no point', () => {
  const chart = polariserChart({
    ...size,
    series: [{ chanceOfZero: cosSquared, measured: [{ angle: 10, zeros: 0, ones: 0 }] }],
  });
  expect(chart.series[0]?.points).toEqual([]);
});

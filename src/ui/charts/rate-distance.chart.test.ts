import { expect, test } from 'vitest';
import { kmAt, rateDistanceChart } from './rate-distance.chart.ts';

const frame = { width: 640, height: 320, mostKm: 200, km: 50, order: ['a', 'b', 'c'] as const };

function chart(given: Partial<Parameters<typeof rateDistanceChart<'a' | 'b' | 'c', 'f'>>[0]> = {}) {
  return rateDistanceChart<'a' | 'b' | 'c', 'f'>({ ...frame, points: [], lines: [], ...given });
}

test('ten times the rate is one row up, whatever the rate', () => {
  const rates = [1e-2, 1e-3, 1e-6];
  const { marks, rows } = chart({
    points: rates.map((rate) => ({ series: 'a', km: 50, rate, error: null })),
  });
  expect(marks.map(({ y }) => y)).toEqual(
    [-2, -3, -6].map((power) => rows.find((row) => row.power === power)?.y),
  );
});

test('no key lies on the floor, each series in its own row, without a bar', () => {
  const { marks, floor, bottom } = chart({
    points: frame.order.map((series) => ({ series, km: 100, rate: 0, error: 0 })),
  });
  expect(new Set(marks.map(({ y }) => y)).size).toBe(3);
  for (const { y, onFloor, bar } of marks) {
    expect(onFloor).toBe(true);
    expect(bar).toBe(null);
    expect(y).toBeGreaterThan(floor.top);
    expect(y).toBeLessThan(floor.bottom);
  }
  expect(floor.top).toBeGreaterThan(bottom);
});

test('the smallest rate is still above the floor, and a bar below zero ends at the axis', () => {
  const { marks, bottom } = chart({
    points: [
      { series: 'a', km: 10, rate: 1e-12, error: null },
      { series: 'a', km: 20, rate: 1e-5, error: 2e-5 },
    ],
  });
  expect(marks[0]).toMatchObject({ y: bottom, onFloor: false, bar: null });
  expect(marks[1]?.bar?.low).toBe(bottom);
  expect(marks[1]!.bar!.high).toBeLessThan(marks[1]!.y);
});

test('a rate below the lowest row gets a row of its own', () => {
  const { marks, rows, bottom } = chart({
    points: [{ series: 'a', km: 180, rate: 2e-8, error: null }],
  });
  expect(rows.at(-1)?.power).toBe(-8);
  expect(marks[0]!.y).toBeLessThan(bottom);
});

test('a bar that its mark would hide is not drawn', () => {
  const { marks } = chart({ points: [{ series: 'a', km: 10, rate: 1e-3, error: 1e-5 }] });
  expect(marks[0]?.bar).toBe(null);
});

test('a line ends where its key ends, and never goes on below', () => {
  const values = Array.from({ length: 101 }, (_, i) => ({ km: 2 * i, rate: 1e-3 * (1 - i / 50) }));
  const { lines, left, right, bottom } = chart({ lines: [{ id: 'f', values, reachKm: 100 }] });
  const numbers = lines[0]!.path.match(/[\d.]+/g)!.map(Number);
  const [endX, endY] = numbers.slice(-2);
  expect(endX).toBeCloseTo((left + right) / 2, 1);
  expect(endY).toBe(bottom);
  const none = values.map(({ km }) => ({ km, rate: -1e-4 }));
  expect(chart({ lines: [{ id: 'f', values: none, reachKm: 0 }] }).lines).toEqual([]);
});

test('the handle is where its length is, and a place gives its length back', () => {
  for (const km of [0, 37, 200]) expect(kmAt(chart({ km }).handleX, frame.width, 200)).toBe(km);
  expect(kmAt(-500, frame.width, 200)).toBe(0);
  expect(kmAt(5_000, frame.width, 200)).toBe(200);
});

test('a high rate gets a row more, so that nothing is drawn at the edge', () => {
  const high = chart({ points: [{ series: 'a', km: 0, rate: 0.3, error: 0.01 }] });
  expect(high.rows[0]?.power).toBe(0);
  expect(high.marks[0]!.y).toBeGreaterThan(high.top);
  expect(chart().rows[0]?.power).toBe(-1);
});

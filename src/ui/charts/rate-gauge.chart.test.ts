import { expect, test } from 'vitest';
import { rateGauge } from './rate-gauge.chart.ts';

const plain = { width: 528, limit: 0.11, finite: null, sample: null };

test('the ruler runs from 0 to 25 %, or to 50 % where the sample shows more', () => {
  expect(rateGauge(plain).end).toBe(0.25);
  const sample = { rate: 0.26, low: 0.24, high: 0.28 };
  expect(rateGauge({ ...plain, sample }).end).toBe(0.5);
  expect(rateGauge({ ...plain, limit: 0.4 }).end).toBe(0.5);
});

test('rates stand in proportion, and nothing leaves the ruler', () => {
  const gauge = rateGauge({ ...plain, sample: { rate: 0.125, low: 0.1, high: 0.3 } });
  expect(gauge.sample).toEqual({ x: 264, low: 214, high: 514 });
  expect(gauge.limit.x).toBe(234);
  expect(gauge.ticks.map(({ x }) => x)).toEqual([14, 114, 214, 314, 414, 514]);
});

test('the limit of the key’s length shows only where it is the tighter one', () => {
  expect(rateGauge({ ...plain, finite: 0.041 }).finite?.x).toBe(96);
  expect(rateGauge({ ...plain, finite: 0.12 }).finite).toBeNull();
  expect(rateGauge({ ...plain, finite: 0 }).finite).toEqual({ x: 14, anchor: 'start' });
});

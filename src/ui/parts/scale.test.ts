import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linearScale, logScale } from './scale.ts';

test('a value on a step comes back from its position', () => {
  const scale = linearScale({ min: 0, max: 1, step: 0.05 });
  for (let position = 0; position <= scale.steps; position++) {
    expect(scale.position(scale.value(position))).toBe(position);
  }
  expect(scale.value(6)).toBe(0.3);
});

test('a logarithmic slider reaches both its ends', () => {
  const scale = logScale({ min: 1, max: 1e9 });
  expect(scale.value(0)).toBe(1);
  expect(scale.value(scale.steps)).toBe(1e9);
  expect(scale.position(1)).toBe(0);
  expect(scale.position(1e9)).toBe(scale.steps);
});

test('a logarithmic slider gives whole numbers with two digits', () => {
  const scale = logScale({ min: 1, max: 1e9 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: scale.steps }), (position) => {
      const value = scale.value(position);
      expect(Number.isInteger(value)).toBe(true);
      expect(Number(value.toPrecision(2))).toBe(value);
    }),
  );
});

test('a stepper goes 1, 2, 5, 10 and back', () => {
  const scale = logScale({ min: 1, max: 1e9 });
  const up: number[] = [];
  for (let value = 1; value < 1000; ) {
    value = scale.nudge(value, 1);
    up.push(value);
  }
  expect(up).toEqual([2, 5, 10, 20, 50, 100, 200, 500, 1000]);
  expect(scale.nudge(4000, 1)).toBe(5000);
  expect(scale.nudge(4000, -1)).toBe(2000);
  expect(scale.nudge(1000, -1)).toBe(500);
  expect(scale.nudge(1, -1)).toBe(1);
  expect(scale.nudge(1e9, 1)).toBe(1e9);
});

test('a stepper leaves a value between two steps for the nearer step', () => {
  const scale = linearScale({ min: 0, max: 10, step: 1 });
  expect(scale.nudge(2.5, 1)).toBe(3);
  expect(scale.nudge(2.5, -1)).toBe(2);
  expect(scale.nudge(0, -1)).toBe(0);
});

import { expect, test } from 'vitest';
import {
  angleOf,
  axisAngle,
  countsAt,
  measuredOf,
  pointerAngle,
  withVolley,
} from './experiment.ts';

test('volleys at one angle add up, and another state keeps its own counts', () => {
  const first = withVolley(new Map(), { prepare: 'D', angle: 0, zeros: 1, ones: 0 });
  const tally = withVolley(first, { prepare: 'D', angle: 0, zeros: 490, ones: 510 });
  expect(countsAt(tally, 'D', 0)).toEqual({ angle: 0, zeros: 491, ones: 510 });
  expect(countsAt(tally, 'mixture-HV', 0)).toEqual({ zeros: 0, ones: 0 });
  expect(countsAt(first, 'D', 0)).toEqual({ angle: 0, zeros: 1, ones: 0 });
});

test('measured angles stay in order', () => {
  let tally = withVolley(new Map(), { prepare: 30, angle: 90, zeros: 1, ones: 0 });
  tally = withVolley(tally, { prepare: 30, angle: 15, zeros: 0, ones: 1 });
  expect(measuredOf(tally, 30).map(({ angle }) => angle)).toEqual([15, 90]);
});

test('a mixture has no axis', () => {
  expect(angleOf('mixture-HV')).toBeNull();
  expect([angleOf('H'), angleOf('D'), angleOf('V'), angleOf('A'), angleOf(22)]).toEqual([
    0, 45, 90, 135, 22,
  ]);
});

test('an axis turned by half a circle is the same axis', () => {
  expect(axisAngle(180)).toBe(0);
  expect(axisAngle(-45)).toBe(135);
  expect(pointerAngle(10, -10)).toBe(45);
  expect(pointerAngle(-10, 10)).toBe(45);
  expect(pointerAngle(0, 10)).toBe(90);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cosDegrees, cosSquaredDegrees } from './angle.ts';
import { referenceCosDegrees, relativeError, times } from './reference.ts';

const angle = fc.double({ min: 0, max: 360, noNaN: true });
const ULP = 2.22e-16;

test('cosine is exact where it is rational, and √½ at odd multiples of 45°', () => {
  const exact: [number, number][] = [
    [0, 1],
    [60, 0.5],
    [90, 0],
    [120, -0.5],
    [180, -1],
    [240, -0.5],
    [270, 0],
    [300, 0.5],
  ];
  for (const [degrees, cosine] of exact) {
    for (const turn of [-720, -360, 0, 360, 3.6e6]) expect(cosDegrees(degrees + turn)).toBe(cosine);
  }
  expect(cosDegrees(45)).toBe(Math.SQRT1_2);
  expect(cosDegrees(135)).toBe(-Math.SQRT1_2);
});

test('squared cosine is exact at multiples of 30° and 45°', () => {
  const exact: [number, number][] = [
    [0, 1],
    [30, 0.75],
    [45, 0.5],
    [60, 0.25],
    [90, 0],
    [135, 0.5],
    [150, 0.75],
    [180, 1],
    [225, 0.5],
    [270, 0],
    [315, 0.5],
  ];
  for (const [degrees, part] of exact) {
    for (const turn of [-360, -180, 0, 180, 1.8e6]) {
      expect(cosSquaredDegrees(degrees + turn)).toBe(part);
    }
  }
});

test('cosine is within 0.7 units in the last place', () => {
  fc.assert(
    fc.property(angle, (degrees) => {
      fc.pre(degrees % 90 !== 0);
      expect(relativeError(cosDegrees(degrees), referenceCosDegrees(degrees))).toBeLessThan(
        0.7 * ULP,
      );
    }),
    { numRuns: 1000, seed: 1984 },
  );
});

test('squared cosine is within 1.8 units in the last place', () => {
  fc.assert(
    fc.property(angle, (degrees) => {
      fc.pre(degrees % 90 !== 0);
      const cosine = referenceCosDegrees(degrees);
      expect(relativeError(cosSquaredDegrees(degrees), times(cosine, cosine))).toBeLessThan(
        1.8 * ULP,
      );
    }),
    { numRuns: 1000, seed: 1984 },
  );
});

test('what a polariser passes and what it stops add up to exactly 1', () => {
  const eighths = fc.integer({ min: -8 * 720, max: 8 * 720 }).map((n) => n / 8);
  fc.assert(
    fc.property(eighths, (degrees) => {
      expect(cosSquaredDegrees(degrees) + cosSquaredDegrees(degrees + 90)).toBe(1);
    }),
    { numRuns: 2000, seed: 1984 },
  );
});

test('the Breidbart basis at 22.5° guesses right with probability 0.8535533905932737', () => {
  // cos²(π/8) = (2 + √2)/4 = 0.85355339059327376220…, OEIS A201488.
  expect(cosSquaredDegrees(22.5)).toBe(0.8535533905932737);
});

test('an angle that is not a number has no cosine', () => {
  for (const wrong of [Number.NaN, Infinity]) {
    expect(() => cosDegrees(wrong)).toThrow(RangeError);
    expect(() => cosSquaredDegrees(wrong)).toThrow(RangeError);
  }
});

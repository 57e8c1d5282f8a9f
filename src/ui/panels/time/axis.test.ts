import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisMarks, cellAt, durationOf, MINUTES_PER_YEAR, minutesAt, roundAt } from './axis.ts';

const axis = { rounds: 20, startUpMinutes: 3, lifeYears: 3 };

test('begins with the start-up, ends with the life, and multiplies in between', () => {
  expect(minutesAt(0, axis)).toBe(3);
  expect(minutesAt(20, axis)).toBeCloseTo(3 * MINUTES_PER_YEAR, 3);
  const ratio = minutesAt(8, axis) / minutesAt(7, axis);
  expect(minutesAt(15, axis) / minutesAt(14, axis)).toBeCloseTo(ratio, 9);
});

test('a duration is said in its largest unit', () => {
  expect(durationOf(3)).toEqual({ n: 3, unit: 'minutes' });
  expect(durationOf(90)).toEqual({ n: 1.5, unit: 'hours' });
  expect(durationOf(6 * 24 * 60)).toEqual({ n: 6, unit: 'days' });
  expect(durationOf(3 * MINUTES_PER_YEAR)).toEqual({ n: 3, unit: 'years' });
  // A whole year stays one, however its minutes were added up.
  expect(durationOf(MINUTES_PER_YEAR - 1e-6)).toEqual({ n: 1, unit: 'years' });
});

test('marks stand in order and never touch, on any axis', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 200, max: 1600 }),
      (startUpMinutes, lifeYears, width) => {
        const marks = axisMarks({ rounds: 20, startUpMinutes, lifeYears }, width);
        marks.forEach(({ part }, i) => {
          const before = i === 0 ? 0 : marks[i - 1]!.part * width + 27;
          expect(part * width - 27).toBeGreaterThanOrEqual(before - 1e-6);
          expect(part * width + 27).toBeLessThanOrEqual(width + 1e-6);
        });
      },
    ),
    { seed: 1984 },
  );
});

test('a cell is found again from any point in it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 280, max: 1600 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (rounds, width, part) => {
        const round = Math.floor(part * (rounds + 1));
        const { x, width: wide } = cellAt(round, rounds, width);
        expect(wide).toBeGreaterThan(0);
        expect(roundAt(x + wide * part, rounds, width)).toBe(round);
      },
    ),
    { seed: 1984 },
  );
  expect(roundAt(-5, 20, 600)).toBe(0);
  expect(roundAt(700, 20, 600)).toBe(20);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Step } from '../../../scenarios/actors.ts';
import type { Timeline } from '../../../scenarios/knowledge/view.ts';
import { nextStepFrom, scrubScale, stepTicks } from './scrub.ts';

/** A run whose five steps begin at these instants. */
function timelineOf(length: number, starts: Partial<Record<Step, number>>): Timeline {
  const at = (step: Step) => (step === 1 ? 0 : (starts[step] ?? null));
  return {
    length,
    eventAt: (instant) => ({ kind: 'pulse', pulse: instant }),
    pulsesBefore: (instant) => instant,
    instantOfPulse: (pulse) => pulse,
    stepStart: at,
    stepAt: (instant) =>
      ([5, 4, 3, 2] as const).find((step) => (at(step) ?? Infinity) <= instant) ?? 1,
  };
}

const stopped = timelineOf(4020, { 2: 4016 });
const whole = timelineOf(1_040_020, {
  2: 1_000_064,
  3: 1_000_068,
  4: 1_040_015,
  5: 1_040_018,
});

test('ticks stand where a step begins that the run reached', () => {
  expect(stepTicks(stopped)).toEqual([{ step: 2, instant: 4016 }]);
  expect(stepTicks(whole).map(({ step }) => step)).toEqual([2, 3, 4, 5]);
});

test('the next step is the next one reached, then the end', () => {
  expect(nextStepFrom(stopped, 0)).toBe(4016);
  expect(nextStepFrom(stopped, 4016)).toBe(4020);
  expect(nextStepFrom(whole, 1_040_017)).toBe(1_040_018);
});

test('a short run can be scrubbed to every event', () => {
  const { position, instant } = scrubScale(stopped);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4020 }), (at) => {
      expect(instant(position(at))).toBe(at);
    }),
    { seed: 4 },
  );
});

test('each step has room on the slider, however few its letters after a million photons', () => {
  const { position, steps } = scrubScale(whole);
  const starts = [0, 1_000_064, 1_000_068, 1_040_015, 1_040_018, whole.length];
  for (const [i, start] of starts.slice(0, -1).entries()) {
    expect(position(starts[i + 1]!) - position(start)).toBeGreaterThanOrEqual(steps * 0.079);
  }
});

test('the slider only ever moves one way, and reaches both ends', () => {
  const { position, instant, steps } = scrubScale(whole);
  expect([instant(0), instant(steps)]).toEqual([0, whole.length]);
  expect([position(0), position(whole.length)]).toEqual([0, steps]);
  fc.assert(
    fc.property(fc.nat(steps), fc.nat(steps), (one, other) => {
      expect(
        Math.sign(instant(other) - instant(one)) * Math.sign(other - one),
      ).toBeGreaterThanOrEqual(0);
    }),
    { seed: 4 },
  );
});

test('an arrow key always leads to another event, and back over none twice', () => {
  const { next } = scrubScale(whole);
  fc.assert(
    fc.property(fc.nat(whole.length), (at) => {
      if (at < whole.length) expect(next(at, 1)).toBeGreaterThan(at);
      if (at > 0) expect(next(at, -1)).toBeLessThan(at);
      expect(next(at, 1)).toBeLessThanOrEqual(whole.length);
    }),
    { seed: 4 },
  );
  // Four letters of Check: four presses.
  expect([0, 1, 2, 3].reduce((at) => next(at, 1), 1_000_064)).toBe(1_000_068);
});

test('an empty run stays at its start', () => {
  const { position, instant, steps } = scrubScale(timelineOf(0, {}));
  expect([position(0), instant(0), steps]).toEqual([0, 0, 0]);
});

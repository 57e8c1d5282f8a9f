import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Timeline } from '../../../scenarios/knowledge/view.ts';
import { nextStepFrom, scrubInstant, scrubPosition, scrubSteps, stepTicks } from './scrub.ts';

const timeline: Timeline = {
  length: 4020,
  eventAt: (instant) => ({ kind: 'pulse', pulse: instant }),
  pulsesBefore: (instant) => instant,
  instantOfPulse: (pulse) => pulse,
  stepStart: (step) => ({ 1: 0, 2: 4016, 3: null, 4: null, 5: null })[step],
  stepAt: (instant) => (instant < 4016 ? 1 : 2),
};

test('ticks stand where a step begins that the run reached', () => {
  expect(stepTicks(timeline)).toEqual([{ step: 2, instant: 4016 }]);
});

test('the next step is the next one reached, then the end', () => {
  expect(nextStepFrom(timeline, 0)).toBe(4016);
  expect(nextStepFrom(timeline, 4016)).toBe(4020);
});

test('a short run can be scrubbed to every event', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4020 }), (instant) => {
      expect(scrubInstant(scrubPosition(instant, 4020), 4020)).toBe(instant);
    }),
  );
});

test('a long run reaches both its ends, and every position its own place', () => {
  const length = 1e9 + 77;
  expect(scrubInstant(0, length)).toBe(0);
  expect(scrubInstant(scrubSteps(length), length)).toBe(length);
  for (let position = 0; position <= scrubSteps(length); position += 97) {
    expect(scrubPosition(scrubInstant(position, length), length)).toBe(position);
  }
});

test('an empty run stays at its start', () => {
  expect(scrubPosition(0, 0)).toBe(0);
  expect(scrubInstant(0, 0)).toBe(0);
});

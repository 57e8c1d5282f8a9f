import { expect, test } from 'vitest';
import type { Timeline } from '../../../scenarios/knowledge/view.ts';
import { stepMarks } from './step-states.ts';

const timeline: Timeline = {
  length: 4903,
  eventAt: (instant) => ({ kind: 'pulse', pulse: instant }),
  pulsesBefore: (instant) => instant,
  instantOfPulse: (pulse) => pulse,
  stepStart: (step) => ({ 1: 0, 2: 4016, 3: 4019, 4: 4900, 5: null })[step],
  stepAt: (instant) => (instant < 4016 ? 1 : instant < 4019 ? 2 : instant < 4900 ? 3 : 4),
};
const marksOf = (given: Partial<Parameters<typeof stepMarks>[0]> & { readonly instant: number }) =>
  stepMarks({ timeline, furthest: given.instant, verdict: null, useFrom: null, ...given });
const states = (given: Parameters<typeof marksOf>[0]) => marksOf(given).map(({ state }) => state);

test('a step can be pressed once the playhead has been there', () => {
  expect(marksOf({ instant: 100 }).map(({ instant }) => instant)).toEqual([
    0,
    null,
    null,
    null,
    null,
  ]);
  expect(marksOf({ instant: 100, furthest: 4500 }).map(({ instant }) => instant)).toEqual([
    0,
    4016,
    4019,
    null,
    null,
  ]);
});

test('the steps ahead say nothing about where the run will end', () => {
  const short: Timeline = { ...timeline, stepStart: (step) => (step === 1 ? 0 : null) };
  const expected = ['now', 'ahead', 'ahead', 'ahead', 'ahead'];
  expect(states({ instant: 10 })).toEqual(expected);
  expect(states({ instant: 10, timeline: short })).toEqual(expected);
});

test('a step in the past that was gone back from stays reached', () => {
  expect(states({ instant: 4017, furthest: 4903 })).toEqual([
    'done',
    'now',
    'done',
    'done',
    'ahead',
  ]);
});

test('a stop marks its step and greys the rest, once it has happened', () => {
  const verdict = {
    kind: 'verdict',
    verdict: 'stopped-errors',
    stoppedBy: 'bob',
    step: 3,
  } as const;
  expect(states({ instant: 4903, verdict })).toEqual(['done', 'done', 'stopped', 'never', 'never']);
  expect(states({ instant: 4800 })[2]).toBe('now');
});

test('a key in use is step 5, with or without a letter', () => {
  const verdict = { kind: 'verdict', verdict: 'key', stoppedBy: null, step: null } as const;
  const marks = marksOf({ instant: 4903, verdict, useFrom: 4903 });
  expect(marks.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done', 'now']);
  expect(marks[4]?.instant).toBe(4903);
});

test('a step that was switched off is left out, once a later one has begun', () => {
  const without: Timeline = {
    ...timeline,
    stepStart: (step) => ({ 1: 0, 2: 4016, 3: null, 4: 4019, 5: null })[step],
    stepAt: (instant) => (instant < 4016 ? 1 : instant < 4019 ? 2 : 4),
  };
  expect(states({ instant: 4017, timeline: without })[2]).toBe('ahead');
  expect(states({ instant: 4100, timeline: without })).toEqual([
    'done',
    'done',
    'left-out',
    'now',
    'ahead',
  ]);
});

test('a host that shows the step before, to its end, marks that one', () => {
  expect(states({ instant: 4019, shown: 2 })).toEqual(['done', 'now', 'done', 'ahead', 'ahead']);
});

import { expect, test } from 'vitest';
import type { Timeline } from '../../../scenarios/knowledge/view.ts';
import { stepMarks } from './step-states.ts';

const timeline: Timeline = {
  length: 4020,
  eventAt: (instant) => ({ kind: 'pulse', pulse: instant }),
  pulsesBefore: (instant) => instant,
  instantOfPulse: (pulse) => pulse,
  stepStart: (step) => ({ 1: 0, 2: 4016, 3: null, 4: null, 5: null })[step],
  stepAt: (instant) => (instant < 4016 ? 1 : 2),
};
const states = (given: Omit<Parameters<typeof stepMarks>[0], 'timeline'>) =>
  stepMarks({ timeline, ...given }).map(({ state }) => state);

test('a step can be pressed once the playhead has been there', () => {
  const early = stepMarks({ timeline, instant: 100, furthest: 100, verdict: null });
  expect(early.map(({ instant }) => instant)).toEqual([0, null, null, null, null]);
  const back = stepMarks({ timeline, instant: 100, furthest: 4018, verdict: null });
  expect(back.map(({ instant }) => instant)).toEqual([0, 4016, null, null, null]);
});

test('the later three steps say that the run ends there for now', () => {
  expect(states({ instant: 10, furthest: 10, verdict: null })).toEqual([
    'now',
    'ahead',
    'not-built',
    'not-built',
    'not-built',
  ]);
});

test('a stop marks its step and greys the rest, once it has happened', () => {
  const verdict = {
    kind: 'verdict',
    verdict: 'stopped-errors',
    stoppedBy: 'bob',
    step: 2,
  } as const;
  expect(states({ instant: 4020, furthest: 4020, verdict })).toEqual([
    'done',
    'stopped',
    'never',
    'never',
    'never',
  ]);
  expect(states({ instant: 4020, furthest: 4020, verdict: null })[1]).toBe('now');
});

test('a run that ends before a step is marked there, and only there', () => {
  const verdict = { kind: 'verdict', verdict: 'stopped-short', stoppedBy: null, step: 3 } as const;
  expect(states({ instant: 4020, furthest: 4020, verdict })).toEqual([
    'done',
    'done',
    'stopped',
    'never',
    'never',
  ]);
});

test('a key, or a fooled pair, stops nothing', () => {
  const verdict = { kind: 'verdict', verdict: 'key', stoppedBy: null, step: null } as const;
  expect(states({ instant: 4020, furthest: 4020, verdict })[1]).toBe('now');
});

import { expect, test } from 'vitest';
import { configFromDifferences } from '../../../scenarios/config-parse.ts';
import { runConfig } from '../../../scenarios/execute.ts';
import { timelineOf } from '../../../scenarios/knowledge/timeline.ts';
import type { KnowledgeView } from '../../../scenarios/knowledge/view.ts';
import { viewOf } from '../../../scenarios/knowledge/view-of.ts';
import type { Run } from '../../../scenarios/run.ts';
import { fullTrustKit } from '../../../scenarios/trust/full-kit.ts';
import { furthestLine, lineEnd, timelineFor } from './line-steps.ts';

function runOf(differences: Readonly<Record<string, unknown>>): Run {
  const parsed = configFromDifferences({ 'exchange.photons': 6000, ...differences });
  if (!parsed.ok) throw new TypeError(parsed.problems[0]?.message);
  return runConfig(parsed.config, { kit: fullTrustKit });
}

const endFor = (run: Run, observer: KnowledgeView['observer'], link: 0 | 1 = 0) =>
  lineEnd(viewOf(run, observer, run.length), run, link);

test('a stop in the exchange is told by its own reason', () => {
  const dry = runOf({ 'exchange.photons': 20_000, 'authentication.sealing': 'letter' });
  expect(endFor(dry, 'everyone')).toEqual({ step: 1, why: 'pool-dry' });
  const forged = runOf({ 'eve.attack': 'man-in-the-middle' });
  expect(endFor(forged, 'alice')).toEqual({ step: 1, why: 'seal' });
  // On Bob's line nobody said a word.
  expect(endFor(forged, 'bob')).toEqual({ step: 1, why: 'silence' });
  expect(endFor(runOf({}), 'everyone')).toBeNull();
});

test('nothing is said of a stop before it comes', () => {
  const dark = runOf({ 'channel.lossDb': 60 });
  expect(lineEnd(viewOf(dark, 'everyone', 100), dark, 0)).toBeNull();
  expect(endFor(dark, 'everyone')).toEqual({ step: 2, why: 'nothing-left' });
});

test('with one key stolen an end is shown its own line, the viewer the one that went furthest', () => {
  const run = runOf({
    'exchange.photons': 20_000,
    'eve.attack': 'man-in-the-middle',
    'authentication.method': 'ed25519',
    'authentication.broken': 'private-key-stolen',
    'authentication.stolenFrom': 'alice',
  });
  const whole = timelineOf(run);
  const stepOf = (observer: KnowledgeView['observer']) =>
    timelineFor(run, whole, observer).stepAt(run.length);
  const far = furthestLine(run);
  const near = far === 0 ? 1 : 0;
  expect(run.links[far]?.use).not.toBeNull();
  expect(run.links[near]?.use).toBeNull();
  const [robbed, served] = near === 0 ? (['alice', 'bob'] as const) : (['bob', 'alice'] as const);
  expect(stepOf('everyone')).toBe(5);
  expect(stepOf(served)).toBe(5);
  expect(stepOf(robbed)).toBe(endFor(run, robbed)?.step);
  expect(stepOf(robbed)).toBeLessThan(5);
  expect(endFor(run, served)).toBeNull();
  expect(endFor(run, 'everyone', near)?.step).toBe(stepOf(robbed));
});

import { describe, expect, test } from 'vitest';
import { timeWords } from '../../../content/words/en/time.ts';
import { learnWords, say } from '../../../content/words/use-words.ts';
import type { Observer } from '../../../scenarios/actors.ts';
import type { LifecycleEvent } from '../../../scenarios/config.ts';
import { configFromDifferences } from '../../../scenarios/config-parse.ts';
import { lifeSeenBy } from '../../../scenarios/knowledge/life-view.ts';
import { runLifecycle } from '../../../scenarios/lifecycle/lifecycle.ts';
import { marksOf } from './marks.ts';
import { growsFromHers, outcomeOf, tallyOf } from './outcome.ts';
import { whyOf } from './why.ts';

const ROUNDS = 6;
learnWords(timeWords);

function live(events: readonly LifecycleEvent[], rest: Readonly<Record<string, unknown>> = {}) {
  const parsed = configFromDifferences({
    scenario: 'lifecycle',
    'lifecycle.rounds': ROUNDS,
    'lifecycle.events': events,
    ...rest,
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  const life = runLifecycle(parsed.config);
  return (observer: Observer) => lifeSeenBy(life, observer);
}

const keysOf = (view: ReturnType<ReturnType<typeof live>>, upTo = ROUNDS) =>
  outcomeOf(view, upTo).map(({ key }) => key);
const whys = (view: ReturnType<ReturnType<typeof live>>) =>
  view.rounds.map((round) => whyOf(view, round).key);

describe('a break after the start-up', () => {
  const life = live([{ round: 3, event: 'trust-anchor-broken' }]);

  test('is told as what it did to the keys: nothing', () => {
    expect(keysOf(life('everyone'))).toEqual(['time.out.all-secret']);
    expect(whys(life('everyone')).slice(2, 4)).toEqual([
      'time.why.secret',
      'time.why.broken-since',
    ]);
    expect(outcomeOf(life('everyone'), 2)[0]?.values).toEqual({ secret: 3 });
  });

  test('Alice and Bob say only what they have', () => {
    expect(keysOf(life('alice'))).toEqual(['time.out.own']);
    expect(marksOf(say, life('bob'), ROUNDS)).toEqual([]);
  });
});

describe('Eve in the start-up', () => {
  const life = live([
    { round: 0, event: 'trust-anchor-broken' },
    { round: 0, event: 'eve-arrives' },
    { round: 5, event: 'eve-leaves' },
  ]);

  test('later keys grow from hers; when she goes, the pools are out of step', () => {
    expect(keysOf(life('everyone'), 4)).toEqual(['time.out.grown']);
    expect(keysOf(life('everyone'), 0)).toEqual(['time.out.all-known']);
    expect(keysOf(life('everyone'))).toEqual(['time.out.mixed', 'time.out.out-of-step']);
    expect(whys(life('everyone'))).toEqual([
      'time.why.fooled-start',
      ...new Array(4).fill('time.why.grown'),
      'time.why.out-of-step',
      'time.why.out-of-step',
    ]);
  });

  test('what the ends say of it names neither her nor what she did', () => {
    for (const who of ['alice', 'bob'] as const) {
      const view = life(who);
      const sentences = view.rounds.map((round) => whyOf(view, round));
      for (const { key, values } of [...sentences, ...outcomeOf(view, ROUNDS)]) {
        expect(say(key, values)).not.toMatch(/\bEve\b|her/);
      }
    }
  });

  test('two events of one round share one line', () => {
    const marks = marksOf(say, life('everyone'), ROUNDS);
    expect(marks.map(({ round }) => round)).toEqual([0, 5]);
    expect(marks[0]?.text).toContain(',');
  });
});

describe('a cut fibre', () => {
  const life = live(
    [
      { round: 2, event: 'jam-starts' },
      { round: 5, event: 'jam-stops' },
    ],
    { 'lifecycle.poolTarget': 1536 },
  );

  test('the window opens again, and again, until the line is mended', () => {
    const view = life('everyone');
    expect(tallyOf(view, ROUNDS)).toMatchObject({ secret: 4, known: 0, never: 3 });
    expect(tallyOf(view, ROUNDS).starts).toBeGreaterThan(2);
    expect(keysOf(view)).toEqual(['time.out.mixed', 'time.out.window-again']);
    expect(whys(view)).toContain('time.why.jammed');
    expect(whys(view)).toContain('time.why.jammed-start');
    expect(marksOf(say, view, ROUNDS).at(-1)?.tone).toBe('ink');
  });
});

test('a box that is read gives its keys away, without Eve on the line', () => {
  const life = live([
    { round: 2, event: 'endpoint-compromised' },
    { round: 4, event: 'endpoint-restored' },
  ]);
  expect(whys(life('everyone')).slice(1, 5)).toEqual([
    'time.why.secret',
    'time.why.read-out',
    'time.why.read-out',
    'time.why.secret',
  ]);
  expect(keysOf(life('eve'))).toEqual(['time.out.eve']);
  // Read, not grown: no thread leads from one to the next.
  const { rounds } = life('everyone');
  expect(rounds.some((round) => growsFromHers(rounds, round))).toBe(false);
});

test('a round without a key says whether photons or seals were missing', () => {
  const short = live([], { 'exchange.photons': 4_000 })('everyone');
  expect(whys(short)[1]).toBe('time.why.short');
  const thin = live([], { 'exchange.photons': 8_000 })('everyone');
  expect(whys(thin)[1]).toBe('time.why.thin');
  const dry = live([], { 'lifecycle.poolTarget': 1024 });
  for (const who of ['everyone', 'alice'] as const) expect(whys(dry(who))[1]).toBe('time.why.dry');
  const noisy = live([], { 'channel.flipProbability': 0.2 })('bob');
  expect(whys(noisy)[0]).toBe('time.why.errors');
});

test('no sentence is longer than eighteen words', () => {
  for (const [key, text] of Object.entries(timeWords)) {
    // A case of a message stands for one word.
    const plain = text.replaceAll(/\{[^{}]*\{[\s\S]*?\}\}/g, 'x').replaceAll(/\{[^}]*\}/g, 'x');
    for (const sentence of plain.split(/[.?:]\s/)) {
      expect(sentence.split(/\s+/).length, key).toBeLessThanOrEqual(18);
    }
  }
});

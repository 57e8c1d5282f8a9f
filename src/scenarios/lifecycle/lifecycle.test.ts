import { describe, expect, test } from 'vitest';
import type { LifecycleEvent } from '../config.ts';
import { configFromDifferences } from '../config-parse.ts';
import type { LifecycleRun } from '../run.ts';
import { fullTrustKit } from '../trust/full-kit.ts';
import { runLifecycle } from './lifecycle.ts';

function live(
  events: readonly LifecycleEvent[],
  rest: Readonly<Record<string, unknown>> = {},
): LifecycleRun {
  const parsed = configFromDifferences({
    scenario: 'lifecycle',
    'authentication.method': 'wegman-carter',
    'authentication.trustAnchor': 'pki',
    'lifecycle.rounds': 12,
    'lifecycle.events': events,
    ...rest,
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return runLifecycle(parsed.config, { kit: fullTrustKit });
}

const keys = ({ rounds }: LifecycleRun) => rounds.map(({ key }) => key);

describe('a quiet life', () => {
  const life = live([]);

  test('is sealed by the anchor once and from its own keys ever after', () => {
    expect(keys(life)).toEqual(new Array(13).fill('secret'));
    expect(life.rounds.map(({ sealedBy }) => sealedBy)).toEqual([
      'anchor',
      ...new Array(12).fill('pool'),
    ]);
    expect(life.rounds.every(({ inStep }) => inStep)).toBe(true);
  });

  test('keeps its books: every level follows from the one before', () => {
    life.rounds.forEach((round, i) => {
      if (i === 0) return;
      const before = life.rounds[i - 1]!.pool;
      const target = life.config.lifecycle.poolTarget;
      // Bits come in pairs, one for each direction.
      const expected = Math.min(target, before - round.spent + round.earned);
      expect(Math.abs(round.pool - expected)).toBeLessThanOrEqual(1);
    });
  });

  test('is the same life again', () => {
    expect(live([]).receipt).toEqual(life.receipt);
  });
});

test('a break after the start-up harms no key, made before or made after', () => {
  const life = live([{ round: 5, event: 'authentication-broken' }]);
  expect(keys(life)).toEqual(new Array(13).fill('secret'));
  expect(life.rounds.map(({ earned }) => earned)).toEqual(
    live([]).rounds.map(({ earned }) => earned),
  );
});

test('Eve live in the start-up with a broken anchor owns that key and every later one', () => {
  const life = live([
    { round: 0, event: 'trust-anchor-broken' },
    { round: 0, event: 'eve-arrives' },
  ]);
  expect(keys(life)).toEqual(new Array(13).fill('known-to-eve'));
});

test('Eve who arrives too late cannot seal', () => {
  const life = live([
    { round: 5, event: 'authentication-broken' },
    { round: 5, event: 'eve-arrives' },
    { round: 7, event: 'eve-leaves' },
  ]);
  expect(keys(life).slice(0, 5)).toEqual(new Array(5).fill('secret'));
  expect(life.rounds[5]).toMatchObject({ verdict: 'stopped-seal', key: 'never-made' });
  // They skip the masks she made them waste, and go on.
  expect(keys(life).slice(7)).toEqual(new Array(6).fill('secret'));
});

test('a middleman who leaves is noticed: the two pools are not one', () => {
  const life = live([
    { round: 0, event: 'trust-anchor-broken' },
    { round: 0, event: 'eve-arrives' },
    { round: 4, event: 'eve-leaves' },
  ]);
  expect(keys(life).slice(0, 4)).toEqual(new Array(4).fill('known-to-eve'));
  expect(life.rounds[4]).toMatchObject({ verdict: 'stopped-seal', inStep: false });
});

describe('a jammed line', () => {
  const jam = [
    { round: 3, event: 'jam-starts' },
    { round: 11, event: 'jam-stops' },
  ] as const;

  test('empties the pool, and the window opens again', () => {
    const life = live(jam);
    const jammed = life.rounds.slice(3, 11);
    expect(jammed.every(({ key }) => key === 'never-made')).toBe(true);
    expect(jammed[0]!.spent).toBeGreaterThan(0);
    const again = life.rounds.slice(3).filter(({ sealedBy }) => sealedBy === 'anchor');
    expect(again.length).toBeGreaterThan(0);
    expect(life.rounds.at(-1)).toMatchObject({ key: 'secret' });
  });

  test('with Eve waiting at that window, everything after it is hers', () => {
    const life = live(
      [...jam, { round: 3, event: 'trust-anchor-broken' }, { round: 11, event: 'eve-arrives' }],
      { 'lifecycle.rounds': 14 },
    );
    expect(life.rounds[2]!.key).toBe('secret');
    expect(life.rounds.slice(11).map(({ key }) => key)).toContain('known-to-eve');
  });

  test('or ends for good, if they choose to stop', () => {
    const life = live(jam, { 'lifecycle.onDry': 'stop' });
    expect(life.rounds.slice(3).every(({ key }) => key === 'never-made')).toBe(true);
    expect(life.rounds.filter(({ sealedBy }) => sealedBy === 'anchor')).toHaveLength(1);
  });
});

test('what a box gives away while somebody reads it is known, and nothing before', () => {
  const life = live([
    { round: 4, event: 'endpoint-compromised' },
    { round: 6, event: 'endpoint-restored' },
  ]);
  expect(keys(life)).toEqual([
    ...new Array(4).fill('secret'),
    'known-to-eve',
    'known-to-eve',
    ...new Array(7).fill('secret'),
  ]);
});

test.each(['ed25519', 'ml-dsa-65'])('%s seals the start-up only', (method) => {
  const life = live([], { 'authentication.method': method, 'lifecycle.rounds': 2 });
  expect(keys(life)).toEqual(['secret', 'secret', 'secret']);
});

test.each(['hmac-sha-256', 'gmac'])('%s takes a fresh key from the pool every round', (method) => {
  const life = live([], {
    'authentication.method': method,
    'authentication.trustAnchor': 'pre-shared-key',
    'lifecycle.rounds': 3,
  });
  expect(keys(life)).toEqual(new Array(4).fill('secret'));
  expect(life.rounds.slice(1).map(({ spent }) => spent)).toEqual([256, 256, 256]);
});

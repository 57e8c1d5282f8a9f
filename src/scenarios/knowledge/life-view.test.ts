import { describe, expect, test } from 'vitest';
import type { LifecycleEvent } from '../config.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runLifecycle } from '../lifecycle/lifecycle.ts';
import { fullTrustKit } from '../trust/full-kit.ts';
import { lifeSeenBy } from './life-view.ts';

function live(events: readonly LifecycleEvent[], rest: Readonly<Record<string, unknown>> = {}) {
  const parsed = configFromDifferences({
    scenario: 'lifecycle',
    'lifecycle.rounds': 5,
    'lifecycle.events': events,
    ...rest,
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return runLifecycle(parsed.config, { kit: fullTrustKit });
}

describe('Eve live at the start-up, gone after round 3', () => {
  const life = live([
    { round: 0, event: 'trust-anchor-broken' },
    { round: 0, event: 'eve-arrives' },
    { round: 4, event: 'eve-leaves' },
  ]);
  const everyone = lifeSeenBy(life, 'everyone');

  test('everyone sees that she has the keys, and why no seal fits afterwards', () => {
    expect(everyone.rounds.map(({ key }) => key)).toEqual([
      ...new Array(4).fill('known-to-eve'),
      'never-made',
      'never-made',
    ]);
    expect(everyone.rounds[4]).toMatchObject({ inStep: false, eveActs: false });
    expect(everyone.rounds[3]!.pools.alice).toMatchObject({ heldByEve: true });
  });

  test.each(['alice', 'bob'] as const)('%s sees keys and one pool, and nothing of Eve', (who) => {
    const own = lifeSeenBy(life, who);
    expect(own.rounds.map(({ key }) => key)).toEqual([
      ...new Array(4).fill('made'),
      'never-made',
      'never-made',
    ]);
    expect(own.rounds.slice(0, 4).every(({ verdict }) => verdict === 'key')).toBe(true);
    expect(own.events).toEqual([]);
    const other = who === 'alice' ? 'bob' : 'alice';
    for (const round of own.rounds) {
      expect(round.pools[other]).toBeNull();
      expect(round.pools[who]).toMatchObject({ heldByEve: false });
      expect(round).toMatchObject({ eveActs: null, jammed: null, inStep: null });
    }
    // Names of fields apart, she does not occur.
    const values = JSON.stringify(own).replaceAll(/"(eveActs|heldByEve)":/g, '');
    expect(values).not.toMatch(/\beve\b|fooled/i);
  });

  test('Eve knows the pools that she shares', () => {
    const hers = lifeSeenBy(life, 'eve');
    expect(hers.rounds[2]).toMatchObject({ key: 'known-to-eve', verdict: 'fooled' });
    expect(hers.rounds[2]!.pools.bob).toEqual({
      bits: life.rounds[2]!.pools.bob,
      heldByEve: true,
    });
  });
});

describe('Eve who arrives too late', () => {
  const life = live([{ round: 3, event: 'eve-arrives' }]);

  test('knows that keys were made, and no bit of a pool', () => {
    const hers = lifeSeenBy(life, 'eve');
    expect(hers.rounds.map(({ key }) => key)).toEqual([
      'not-hers',
      'not-hers',
      'not-hers',
      'never-made',
      'never-made',
      'never-made',
    ]);
    for (const round of hers.rounds) {
      expect(round.pools).toEqual({ alice: null, bob: null });
    }
    expect(hers.events).toHaveLength(1);
  });

  test('Eve reads in the letters who stopped and what the seals took, of a key not its length', () => {
    const hers = lifeSeenBy(life, 'eve');
    expect(life.rounds[3]!.stoppedBy).not.toBeNull();
    expect(hers.rounds.map(({ stoppedBy }) => stoppedBy)).toEqual(
      life.rounds.map(({ stoppedBy }) => stoppedBy),
    );
    expect(hers.rounds.map(({ spent }) => spent)).toEqual(life.rounds.map(({ spent }) => spent));
    expect(hers.rounds.map(({ earned }) => earned)).toEqual([null, null, null, 0, 0, 0]);
  });

  test('the end that did not stop hears nothing more, and knows its own bill alone', () => {
    const stopper = life.rounds[3]!.stoppedBy;
    const other = stopper === 'alice' ? 'bob' : 'alice';
    expect(lifeSeenBy(life, stopper as 'alice' | 'bob').rounds[3]).toMatchObject({
      verdict: 'stopped-seal',
      stoppedBy: stopper,
    });
    const silent = lifeSeenBy(life, other).rounds[4]!;
    expect(silent).toMatchObject({ verdict: 'silence', stoppedBy: null });
    expect(silent.spent).toBe(life.rounds[3]!.pools[other] - life.rounds[4]!.pools[other]);
  });
});

test('with one private key stolen, the robbed end has no key and the other one does', () => {
  const life = live(
    [
      { round: 0, event: 'trust-anchor-broken' },
      { round: 0, event: 'eve-arrives' },
    ],
    {
      'lifecycle.rounds': 0,
      'authentication.trustAnchor': 'pki',
      'authentication.broken': 'private-key-stolen',
      'authentication.stolenFrom': 'alice',
    },
  );
  expect(lifeSeenBy(life, 'alice').rounds[0]).toMatchObject({
    key: 'never-made',
    verdict: 'stopped-seal',
  });
  expect(lifeSeenBy(life, 'bob').rounds[0]).toMatchObject({ key: 'made', verdict: 'key' });
});

test('a link that stopped at its reserve is idle: no attempt, no bill', () => {
  const life = live([{ round: 1, event: 'jam-starts' }], {
    'lifecycle.poolTarget': 1024,
    'lifecycle.onDry': 'stop',
  });
  const { rounds } = lifeSeenBy(life, 'everyone');
  expect(rounds.map(({ idle }) => idle)).toEqual([false, false, true, true, true, true]);
  expect(rounds[1]).toMatchObject({ jammed: true, key: 'never-made' });
});

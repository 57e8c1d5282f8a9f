import { expect, test } from 'vitest';
import { OBSERVERS } from '../actors.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runRelay } from '../relay/relay.ts';
import { fullTrustKit } from '../trust/full-kit.ts';
import { relaySeenBy } from './relay-view.ts';

function chain(differences: Readonly<Record<string, unknown>> = {}) {
  const parsed = configFromDifferences({
    scenario: 'relay',
    'exchange.photons': 60_000,
    'channel.lengthKm': 30,
    'relay.nodes': 2,
    ...differences,
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return runRelay(parsed.config, { kit: fullTrustKit });
}

const alone = chain();
const read = chain({ 'relay.readOut': 2 });
const stopped = chain({ 'relay.nodes': 0, 'channel.lengthKm': 600 });

test('the viewer sees every key, and which box holds it', () => {
  const view = relaySeenBy(alone, 'everyone');
  expect(view.boxes.map(({ kind, number }) => [kind, number])).toEqual([
    ['alice', 0],
    ['relay', 1],
    ['relay', 2],
    ['bob', 0],
  ]);
  expect(view.boxes.every(({ holds, read }) => holds && !read)).toBe(true);
  expect(view).toMatchObject({ ending: 'key', equal: true, eveBits: 0, readOut: 0 });
  expect(view.keys.alice).toEqual(view.keys.bob);
  expect(view.keys.eve).toBeNull();
  expect(view.hops.map(({ lengthKm }) => lengthKm)).toEqual([10, 10, 10]);
});

test('a read relay gives Eve the key of both ends, and she and the viewer know it', () => {
  for (const observer of ['everyone', 'eve'] as const) {
    const view = relaySeenBy(read, observer);
    expect(view.keys.eve).not.toBeNull();
    expect(view.keys).toMatchObject({ alice: view.keys.eve, bob: view.keys.eve });
    expect(view).toMatchObject({ ending: 'fooled', eveBits: view.keyBits, readOut: 2 });
    expect(view.boxes.map((box) => box.read)).toEqual([false, false, true, false]);
  }
});

test.each(['alice', 'bob'] as const)('%s cannot tell whether a relay was read', (observer) => {
  expect(relaySeenBy(read, observer)).toEqual(relaySeenBy(alone, observer));
  const { keys, equal, eveBits, readOut, ending } = relaySeenBy(read, observer);
  expect({ equal, eveBits, readOut, ending }).toEqual({
    equal: null,
    eveBits: null,
    readOut: null,
    ending: 'key',
  });
  expect(Object.entries(keys).filter(([, key]) => key !== null)).toEqual([
    [observer, read[observer]],
  ]);
});

test('without a read relay Eve knows no key, though all that is published is hers', () => {
  const view = relaySeenBy(alone, 'eve');
  expect(view.published).toEqual(alone.published);
  expect(view.published).toHaveLength(2);
  expect(view).toMatchObject({ eveBits: 0, keys: { alice: null, bob: null, eve: null } });
});

test.each(OBSERVERS)('where no key came, %s sees none in any box', (observer) => {
  const view = relaySeenBy(stopped, observer);
  expect(view.ending).not.toBe('key');
  expect(view).toMatchObject({ keyBits: 0, rate: 0, equal: null });
  expect(view.keys).toEqual({ alice: null, bob: null, eve: null });
  expect(view.boxes.some(({ holds }) => holds)).toBe(false);
});

test('why a hop made no key, the ends cannot tell', () => {
  const attacked = chain({ 'eve.attack': 'intercept-resend' });
  const all = OBSERVERS.map((observer) => relaySeenBy(attacked, observer));
  expect(all.map(({ ending }) => ending)).toEqual(OBSERVERS.map(() => 'stopped-errors'));
  expect(Object.fromEntries(all.map(({ observer, attacked }) => [observer, attacked]))).toEqual({
    everyone: true,
    eve: true,
    alice: null,
    bob: null,
  });
});

test('a line that is given by its loss has no lengths', () => {
  const parsed = configFromDifferences({
    scenario: 'relay',
    'exchange.photons': 60_000,
    'channel.lossDb': 6,
    'relay.nodes': 2,
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  const { hops } = relaySeenBy(runRelay(parsed.config, { kit: fullTrustKit }), 'everyone');
  expect(hops.map(({ lengthKm, lossDb }) => [lengthKm, lossDb])).toEqual([
    [null, 2],
    [null, 2],
    [null, 2],
  ]);
});

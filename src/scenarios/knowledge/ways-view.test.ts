import { expect, test } from 'vitest';
import { OBSERVERS, type Observer } from '../actors.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runRndl } from '../rndl/rndl.ts';
import { fullTrustKit } from '../trust/full-kit.ts';
import { isFooled, waySeenBy } from './ways-view.ts';

function session(means: string, more: Readonly<Record<string, unknown>> = {}) {
  const parsed = configFromDifferences({
    scenario: 'rndl',
    'exchange.photons': 8_000,
    'eve.attack': 'man-in-the-middle',
    'rndl.keyEstablishment': means,
    ...more,
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return runRndl(parsed.config, { kit: fullTrustKit });
}

const bare = session('x25519', { 'authentication.method': 'none' });
const sealed = session('x25519');
const leaked = session('qkd', { 'authentication.broken': 'key-leaked' });
const seen = (run: typeof bare) =>
  Object.fromEntries(OBSERVERS.map((who) => [who, waySeenBy(run, who)])) as Record<
    Observer,
    ReturnType<typeof waySeenBy>
  >;

test('only Eve and Everyone see that a pair is fooled, and whose keys she holds', () => {
  const { everyone, eve, alice, bob } = seen(bare);
  expect([everyone, eve, alice, bob].map(isFooled)).toEqual([true, true, false, false]);
  expect(everyone.eveHolds).toEqual(['alice', 'bob']);
  expect(eve.prints).toEqual(everyone.prints);
  expect(alice.prints).toEqual({ alice: everyone.prints.alice, bob: null });
  expect(bob.prints).toEqual({ alice: null, bob: everyone.prints.bob });
  expect([alice.eveHolds, bob.eveHolds]).toEqual([null, null]);
});

test('an end sees one line, and letters by the other end', () => {
  for (const run of [bare, sealed, leaked]) {
    const { everyone, alice, bob } = seen(run);
    expect(everyone.twoLinks).toBe(true);
    for (const end of [alice, bob]) {
      expect(end.twoLinks).toBe(false);
      for (const card of [end.cards.near, end.cards.far]) expect(card?.writtenBy).not.toBe('eve');
    }
  }
});

test('the letter that breaks the session is the same for all; what it shows of its seal is not', () => {
  const { everyone, eve } = seen(sealed);
  expect(everyone.cards.near).toMatchObject({ writtenBy: 'eve', seal: 'broken' });
  expect(eve.cards.near).toMatchObject({ writtenBy: 'eve', seal: 'sealed' });
  expect(eve.cards.near?.content).toEqual(everyone.cards.near?.content);
  expect(everyone.eveHolds).toEqual([]);
});

test('a seal that Eve could make fits for the end, and wrongly for who knows', () => {
  const { everyone, bob } = seen(leaked);
  expect(everyone.cards.far).toMatchObject({ writtenBy: 'eve', seal: 'fits-wrongly' });
  expect(bob.cards.near).toMatchObject({ writtenBy: 'alice', seal: 'fits' });
  expect(everyone.pulses).toBe(8_000);
});

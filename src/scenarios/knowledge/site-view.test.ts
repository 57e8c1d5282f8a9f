import { describe, expect, test } from 'vitest';
import { OBSERVERS } from '../actors.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runDelivery } from '../delivery/delivery.ts';
import { fullTrustKit } from '../trust/full-kit.ts';
import { repeatsSeenBy, siteSeenBy } from './site-view.ts';

function run(differences: Readonly<Record<string, unknown>> = {}) {
  const parsed = configFromDifferences({
    scenario: 'delivery',
    'delivery.insiderRate': 0,
    ...differences,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  return runDelivery(parsed.config, { kit: fullTrustKit });
}

const LATER = { 'rndl.qDay': false };
const opened = run();
const closed = run(LATER);
/** The delivered key as it stands in a container. */
const keyIn = (messages: unknown) => /"key":"([^"]+)"/.exec(JSON.stringify(messages))?.[1] ?? null;

describe('an exposed hop', () => {
  test('Everyone sees all that was said', () => {
    const view = siteSeenBy(opened, 'everyone');
    expect(view.messages.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(view.messages.every(({ known }) => known === 'full')).toBe(true);
    expect(view).toMatchObject({ outcome: 'hop', insiders: 3, exposedHops: 1, sameKey: true });
    expect(view.hops[1]).toEqual(opened.hops[1]);
  });

  test('Alice sees site A and the card, and nothing of what Eve makes of it', () => {
    const view = siteSeenBy(opened, 'alice');
    expect(view.messages.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(view).toMatchObject({ insiders: 3, exposedHops: 1, corrupt: null, outcome: null });
    expect(view.hops[1]).toMatchObject({ state: 'exposed', recorded: null, opened: null });
    expect(view.text).toBe(opened.config.use.message);
    expect(view).toEqual(siteSeenBy(run(), 'alice'));
    // Her view is the same whether or not Eve opened it, but for the assumption the viewer set.
    expect({ ...siteSeenBy(closed, 'alice'), qDay: true }).toEqual(view);
  });

  test('Bob sees site B and the card, and nothing of site A', () => {
    const view = siteSeenBy(opened, 'bob');
    expect(view.messages.map(({ number }) => number)).toEqual([3, 4]);
    expect(view.hops).toEqual([null, null]);
    expect(view).toMatchObject({ insiders: null, exposedHops: null, corrupt: null, outcome: null });
    expect(view.text).toBe(opened.read);
  });

  test('Eve reads the card always, and the hop only once she opened it', () => {
    const before = siteSeenBy(closed, 'eve');
    expect(before.messages.map(({ number, known }) => [number, known])).toEqual([
      [1, 'existence'],
      [2, 'existence'],
      [3, 'full'],
    ]);
    expect(keyIn(before.messages)).toBeNull();
    expect(JSON.stringify(before)).not.toContain(closed.config.use.message);
    expect(before.hops[1]!.recorded).toBeGreaterThan(200);
    expect(before.outcome).toBe('closed');

    const after = siteSeenBy(opened, 'eve');
    expect(keyIn(after.messages)).toBe(keyIn(opened.messages));
    expect(after.messages.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(after).toMatchObject({ outcome: 'hop', text: opened.config.use.message });
    expect(after.insiders).toBeNull();
  });
});

test('behind a wall Eve has the card and the envelope, and no hop', () => {
  const view = siteSeenBy(run({ 'delivery.wall': 'building' }), 'eve');
  expect(view.messages.map(({ method }) => method)).toEqual(['CARD']);
  expect(view.hops).toEqual([null, null]);
  expect(view).toMatchObject({ exposedHops: 0, outcome: 'closed', text: null, corrupt: [] });
  expect(view.envelope).toBeGreaterThan(0);
});

test('a corrupt insider is Eve’s to know, and nobody’s at the site', () => {
  const bought = run({ 'delivery.wall': 'same-box', 'delivery.insiderRate': 1 });
  const by = OBSERVERS.map((observer) => siteSeenBy(bought, observer));
  for (const { observer, corrupt, outcome } of by) {
    const told = observer === 'everyone' || observer === 'eve';
    expect([corrupt, outcome], observer).toEqual(told ? [[0], 'insider'] : [null, null]);
  }
});

test('who held the key of the link needs no delivery', () => {
  const view = siteSeenBy(
    run({
      'delivery.wall': 'same-box',
      'eve.attack': 'man-in-the-middle',
      'authentication.method': 'none',
    }),
    'eve',
  );
  expect(view.outcome).toBe('link');
});

test('nothing sent is nothing to read, for anybody', () => {
  const empty = run({ 'delivery.fault': 'pool-empty', 'delivery.insiderRate': 1 });
  for (const observer of OBSERVERS) {
    expect(siteSeenBy(empty, observer)).toMatchObject({
      envelope: null,
      keyId: null,
      text: null,
      outcome: null,
    });
  }
  // Another application's requests stay between it and the store.
  expect(siteSeenBy(empty, 'eve').messages.every(({ from }) => from === 'sae-a')).toBe(true);
});

test('repeats: counted as they went, and only for who can tell', () => {
  const many = run({
    'exchange.photons': 1200,
    'amplification.accounting': 'asymptotic',
    'authentication.method': 'none',
    'delivery.size': 64,
    'delivery.wall': 'campus',
    'delivery.insiderRate': 0.05,
    'delivery.repeats': 40,
  });
  const seen = repeatsSeenBy(many, 'eve')!;
  expect(seen.opened).toBe(seen.byInsider);
  expect(seen.byHop).toBe(0);
  expect(seen.byInsider).toBeGreaterThan(0);
  expect(seen.sent).toBe(many.repeats.filter(({ sent }) => sent).length);
  expect(seen.expectedByInsider).toBeCloseTo(1 - 0.95 ** 40, 12);
  expect(repeatsSeenBy(many, 'alice')).toBeNull();
  expect(repeatsSeenBy(many, 'bob')).toBeNull();
  expect(repeatsSeenBy(many, 'everyone')).toEqual(seen);
});

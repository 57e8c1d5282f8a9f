import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LifecycleEvent } from '../config.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import type { LifecycleRun } from '../run.ts';
import type { PublicKeyAnchor } from '../trust/contract.ts';
import { fullTrustKit } from '../trust/full-kit.ts';
import { runLifecycle } from './lifecycle.ts';
import { roundConfig } from './round.ts';

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

  test('is the same life again', () => {
    expect(live([]).receipt).toEqual(life.receipt);
  });
});

test('a long quiet life never runs one direction dry, though Alice seals more than Bob', () => {
  const life = live([], { 'lifecycle.rounds': 60 });
  expect(keys(life)).toEqual(new Array(61).fill('secret'));
  expect(life.rounds.filter(({ sealedBy }) => sealedBy === 'anchor')).toHaveLength(1);
});

test('a level above the reserve that gives no seal is dry all the same', () => {
  for (const [method, target] of [
    ['wegman-carter', 4096],
    ['hmac-sha-256', 700],
  ] as const) {
    const life = live([{ round: 2, event: 'jam-starts' }], {
      'authentication.method': method,
      'authentication.trustAnchor': 'pre-shared-key',
      'lifecycle.poolTarget': target,
      'lifecycle.reserveBits': 0,
    });
    const { rounds } = life;
    expect(rounds[1]).toMatchObject({ sealedBy: 'pool', key: 'secret' });
    expect(rounds.at(-1)).toMatchObject({ sealedBy: 'anchor' });
    // No round is spent doing nothing.
    expect(rounds.every(({ spent }) => spent > 0)).toBe(true);
  }
});

test('the books balance in every kind of life: level = level before − spent + added', () => {
  const event = fc.constantFrom(
    ...(['authentication-broken', 'endpoint-compromised', 'endpoint-restored'] as const),
    ...(['eve-arrives', 'eve-leaves', 'jam-starts', 'jam-stops'] as const),
  );
  fc.assert(
    fc.property(
      fc.array(fc.record({ round: fc.nat(9), event }), { maxLength: 6 }),
      fc.constantFrom('wegman-carter', 'gmac'),
      fc.constantFrom(1001, 4096),
      fc.constantFrom('stop', 'start-again'),
      (events, method, target, onDry) => {
        const life = live(events, {
          'authentication.method': method,
          'authentication.trustAnchor': 'pre-shared-key',
          'exchange.photons': 9000,
          'lifecycle.rounds': 9,
          'lifecycle.poolTarget': target,
          'lifecycle.onDry': onDry,
        });
        life.rounds.forEach(({ round, sealedBy, spent, earned, pool, pools, inStep }, i) => {
          expect(pool).toBeGreaterThanOrEqual(0);
          expect(pool).toBeLessThanOrEqual(Math.min(pools.alice, pools.bob));
          if (sealedBy === 'anchor' || i === 0) return;
          const before = life.rounds[i - 1]!;
          const added = pool - before.pool + spent;
          // While the two pools are one, what fits under the target goes in, and the rest to applications.
          const room = 2 * Math.floor(target / 2) - (before.pool - spent);
          if (inStep && before.inStep) expect(added, `round ${round}`).toBe(Math.min(earned, room));
          expect(added).toBeGreaterThanOrEqual(0);
          expect(added).toBeLessThanOrEqual(earned);
        });
        const { keyLedger } = life.receipt;
        const sum = (name: 'spent' | 'earned') =>
          life.rounds.reduce((total, round) => total + round[name], 0);
        expect(keyLedger.spentOnSeals).toBe(sum('spent'));
        expect(keyLedger.made).toBe(sum('earned'));
      },
    ),
    { seed: 4, numRuns: 20 },
  );
});

test('who is who is settled once: a link that starts again shows the certificates it had', () => {
  const parsed = configFromDifferences({
    scenario: 'lifecycle',
    'authentication.method': 'ed25519',
    'lifecycle.rounds': 3,
    'lifecycle.events': [{ round: 0, event: 'jam-starts' }],
    'exchange.photons': 100,
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  const seeds: unknown[] = [];
  const { pki } = fullTrustKit.anchors;
  const counting: PublicKeyAnchor = {
    register(terms) {
      seeds.push(terms.seed);
      return pki.register(terms);
    },
  };
  const kit = { ...fullTrustKit, anchors: { ...fullTrustKit.anchors, pki: counting } };
  const life = runLifecycle(parsed.config, { kit });
  expect(life.rounds.every(({ sealedBy }) => sealedBy === 'anchor')).toBe(true);
  expect(seeds).toEqual([1984]);
});

test('what she knows of a key is counted where the bound leaves her anything', () => {
  const life = live([], {
    'authentication.method': 'none',
    'exchange.photons': 1500,
    'amplification.accounting': 'asymptotic',
    'lifecycle.rounds': 0,
  });
  const alone = runConfig(roundConfig(life.config, 0, 'anchor')).receipt.eve;
  expect(alone.keyBitsKnown).toBeGreaterThan(0);
  expect(life.receipt.eve).toEqual({ ...alone, keyBitsKnownBy: 'rank' });
});

describe('a break after the start-up', () => {
  const YEAR = 5;
  const quiet = live([]);

  test.each(['authentication-broken', 'trust-anchor-broken'] as const)(
    'harms no key, made before or made after: %s, and not a figure of the receipt is another',
    (event) => {
      const life = live([{ round: YEAR, event }]);
      expect(keys(life)).toEqual(new Array(13).fill('secret'));
      const { config, ...figures } = life.receipt;
      const { config: _, ...before } = quiet.receipt;
      expect(figures).toEqual(before);
      expect(config.lifecycle.events).toHaveLength(1);
    },
  );

  test('even with Eve on the line from then on leaves the earlier rounds as they were', () => {
    const life = live([
      { round: YEAR, event: 'authentication-broken' },
      { round: YEAR, event: 'eve-arrives' },
    ]);
    expect(life.rounds.slice(0, YEAR)).toEqual(quiet.rounds.slice(0, YEAR));
    expect(keys(life)).not.toContain('known-to-eve');
  });
});

describe.each([
  ['wegman-carter', 'pre-shared-key'],
  ['hmac-sha-256', 'pre-shared-key'],
  ['gmac', 'web-of-trust'],
  ['ed25519', 'pki'],
])('Eve live in the start-up: %s under %s', (method, anchor) => {
  const there = { round: 0, event: 'eve-arrives' } as const;
  const setup = {
    'authentication.method': method,
    'authentication.trustAnchor': anchor,
    'lifecycle.rounds': 3,
  };

  test('with a broken anchor owns that key and every later one', () => {
    const life = live([{ round: 0, event: 'trust-anchor-broken' }, there], setup);
    expect(keys(life)).toEqual(new Array(4).fill('known-to-eve'));
    expect(life.rounds.map(({ sealedBy }) => sealedBy)).toEqual(['anchor', 'pool', 'pool', 'pool']);
    expect(life.rounds.every(({ eveHoldsPool }) => eveHoldsPool)).toBe(true);
    // She must stay: once she leaves, the two ends' pools are seen to be two.
    const left = live(
      [{ round: 0, event: 'trust-anchor-broken' }, there, { round: 2, event: 'eve-leaves' }],
      setup,
    );
    expect(left.rounds[2]).toMatchObject({ verdict: 'stopped-seal', key: 'never-made' });
    expect(left.rounds[2]?.inStep).toBe(false);
  });

  test('with the anchor sound gets no key made', () => {
    const life = live([there], setup);
    expect(keys(life)).toEqual(new Array(4).fill('never-made'));
    expect(life.rounds.map(({ verdict }) => verdict)).toEqual(new Array(4).fill('stopped-seal'));
  });
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

describe('what Eve read out of a box', () => {
  const reading = [
    { round: 3, event: 'endpoint-compromised' },
    { round: 4, event: 'endpoint-restored' },
  ] as const;
  const life = live([...reading, { round: 5, event: 'eve-arrives' }]);

  test('serves her later too, since letters say where the masks have got to', () => {
    expect(life.rounds[4]).toMatchObject({ key: 'secret', eveHoldsPool: true });
    expect(life.rounds[5]).toMatchObject({ key: 'known-to-eve', verdict: 'fooled' });
  });

  test('and no longer than it lasts: what came to the pool without her she does not hold', () => {
    // Round 4 put 1,152 bits into the pool that she never saw. When it is their turn she can only guess.
    const refused = life.rounds.findIndex(({ verdict }) => verdict === 'stopped-seal');
    expect(refused).toBeGreaterThan(5);
    expect(life.rounds[refused]).toMatchObject({ key: 'never-made', stoppedBy: 'alice' });
  });

  test('is hers in the receipt of a life that ends so', () => {
    const { receipt } = live([{ round: 2, event: 'endpoint-compromised' }], {
      'lifecycle.rounds': 2,
    });
    const { verdict, keys, eve } = receipt;
    expect(verdict).toBe('fooled');
    expect(eve.keyBitsKnown).toBe(keys.bob?.bits);
    expect(keys.eve.map(({ sha256 }) => sha256)).toEqual([keys.alice?.sha256, keys.bob?.sha256]);
  });
});

test('Eve on the line alone, who learns all of one key, does not hold the pool it goes to', () => {
  // Everything in one basis, and nothing shrunk: a test that cannot see her.
  const life = live(
    [
      { round: 3, event: 'eve-arrives' },
      { round: 4, event: 'eve-leaves' },
    ],
    {
      'eve.attack': 'intercept-resend',
      'eve.basis': 'rectilinear',
      'exchange.basisBias': 1,
      'exchange.photons': 3000,
      'reconciliation.method': 'none',
      'amplification.method': 'none',
      'lifecycle.rounds': 4,
    },
  );
  expect(keys(life)).toEqual(['secret', 'secret', 'secret', 'known-to-eve', 'secret']);
  expect(life.rounds[3]).toMatchObject({ verdict: 'fooled', eveHoldsPool: false });
});

describe('a jammed line', () => {
  const jam = [
    { round: 3, event: 'jam-starts' },
    { round: 11, event: 'jam-stops' },
  ] as const;

  test('empties the pool, and the window opens again', () => {
    const life = live(jam, { 'authentication.method': 'ed25519' });
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
      { 'lifecycle.rounds': 14, 'authentication.method': 'ed25519' },
    );
    expect(life.rounds[2]!.key).toBe('secret');
    expect(life.rounds.slice(11).map(({ key }) => key)).toContain('known-to-eve');
  });

  test('or ends for good, if they choose to stop', () => {
    const life = live(jam, { 'lifecycle.onDry': 'stop' });
    expect(life.rounds.slice(3).every(({ key }) => key === 'never-made')).toBe(true);
    expect(life.rounds.filter(({ sealedBy }) => sealedBy === 'anchor')).toHaveLength(1);
    // The last round did nothing, so the receipt holds nothing of an earlier one.
    const { verdict, counts, keys: held, eve, seals, qber } = life.receipt;
    expect(verdict).toBe('stopped-short');
    expect(counts).toMatchObject({ sent: 0, sifted: 0 });
    expect(held).toMatchObject({ alice: null, bob: null, eve: [] });
    expect([eve.keyBitsKnown, seals.made, qber.actual]).toEqual([0, 0, null]);
  });

  test('what a new start throws away is in the ledger', () => {
    const life = live(jam, { 'authentication.method': 'ed25519' });
    const starts = life.rounds.filter(({ sealedBy, round }) => round > 0 && sealedBy === 'anchor');
    const thrown = starts.reduce((sum, { round }) => sum + life.rounds[round - 1]!.pool, 0);
    expect(thrown).toBeGreaterThan(0);
    expect(life.receipt.keyLedger.discarded).toBe(thrown);
    // Where one end alone has a pool, its own is what goes.
    const fooled = live(
      [
        { round: 0, event: 'trust-anchor-broken' },
        { round: 0, event: 'eve-arrives' },
      ],
      {
        'authentication.method': 'ed25519',
        'authentication.stolenFrom': 'alice',
        'lifecycle.rounds': 1,
      },
    );
    expect(fooled.rounds[0]).toMatchObject({ pool: 0, pools: { alice: 0 } });
    expect(fooled.receipt.keyLedger.discarded).toBe(fooled.rounds[0]!.pools.bob);
    expect(fooled.receipt.keyLedger.discarded).toBeGreaterThan(0);
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

/** Every method under every anchor with every loss of trust, by run: only real losses let Eve in. */
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../core/authentication/fingerprint.ts';
import { configFromDifferences } from './config-parse.ts';
import { runConfig } from './execute.ts';
import type { Run } from './run.ts';
import type { PublicKeyAnchor, Registered } from './trust/contract.ts';
import { fullTrustKit } from './trust/full-kit.ts';
import { sealingKeyOf } from './trust/pre-shared-key.ts';

const MACS = ['wegman-carter', 'hmac-sha-256', 'gmac'] as const;
const SIGNATURES = ['ed25519', 'ml-dsa-65'] as const;
const BREAKS = {
  'pre-shared-key': ['key-leaked'],
  pki: ['private-key-stolen', 'rogue-ca', 'wrong-registration'],
  'web-of-trust': ['private-key-stolen', 'introducers-collude', 'wrong-registration'],
} as const;
type Anchor = keyof typeof BREAKS;

/** Enough light for a key with textbook accounting, and no more. */
const SMALL = {
  'exchange.photons': 3000,
  'amplification.accounting': 'asymptotic',
  'eve.attack': 'man-in-the-middle',
} as const;

/** All cells have one seed, so what an anchor registered for one serves the others. */
function registeredOnce(anchor: PublicKeyAnchor): PublicKeyAnchor {
  const made = new Map<string, Registered>();
  return {
    register(terms) {
      const id = JSON.stringify(terms);
      const known = made.get(id) ?? anchor.register(terms);
      made.set(id, known);
      return known;
    },
  };
}

const { pki, 'web-of-trust': web } = fullTrustKit.anchors;
const kit = {
  ...fullTrustKit,
  anchors: { pki: registeredOnce(pki), 'web-of-trust': registeredOnce(web) },
};

function runOf(differences: Readonly<Record<string, unknown>>): Run {
  const parsed = configFromDifferences({ ...SMALL, ...differences });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return runConfig(parsed.config, { kit });
}

function cell(method: string, anchor: Anchor, broken: string, rest = {}): Run {
  return runOf({
    'authentication.method': method,
    'authentication.trustAnchor': anchor,
    'authentication.broken': broken,
    ...rest,
  });
}

const cells = (Object.keys(BREAKS) as Anchor[]).flatMap((anchor) =>
  [...MACS, ...(anchor === 'pre-shared-key' ? [] : SIGNATURES)].map((method) => ({
    method,
    anchor,
  })),
);

describe.each(cells)('$method under $anchor', ({ method, anchor }) => {
  test('keeps Eve out while its assumption holds', () => {
    const { receipt } = cell(method, anchor, 'none');
    expect(receipt.verdict).toBe('stopped-seal');
    expect(receipt.keys).toMatchObject({ alice: null, bob: null, eve: [] });
  });

  test.each(BREAKS[anchor])('lets her in once it has lost it: %s', (broken) => {
    const { receipt } = cell(method, anchor, broken);
    expect(receipt.verdict).toBe('fooled');
    expect(receipt.seals.failed).toBe(0);
    // Each end shares a key with Eve, and the two keys are not one.
    expect(receipt.keys.eve.map(({ sharedWith }) => sharedWith)).toEqual(['alice', 'bob']);
    expect(receipt.keys.eve[0]?.sha256).toBe(receipt.keys.alice?.sha256);
    expect(receipt.keys.eve[1]?.sha256).toBe(receipt.keys.bob?.sha256);
    expect(receipt.keys.equal).toBe(false);
  });

  if (anchor === 'pre-shared-key') return;

  test('gives her nothing for a copied public key', () => {
    const { receipt } = cell(method, anchor, 'public-key-copied');
    expect(receipt.verdict).toBe('stopped-seal');
    expect(receipt.seals.failed).toBeGreaterThan(0);
  });

  test('with one private key stolen, fools the other end only', () => {
    for (const stolenFrom of ['alice', 'bob'] as const) {
      const run = cell(method, anchor, 'private-key-stolen', {
        'authentication.stolenFrom': stolenFrom,
      });
      const other = stolenFrom === 'alice' ? 'bob' : 'alice';
      expect(run.receipt.verdict).toBe('fooled');
      expect(run.receipt.keys.eve.map(({ sharedWith }) => sharedWith)).toEqual([other]);
      expect(run.receipt.keys[other]).not.toBeNull();
      expect(run.receipt.keys[stolenFrom]).toBeNull();
      const robbed = run.links[stolenFrom === 'alice' ? 0 : 1]!;
      expect(robbed.stop?.verdict).toBe('stopped-seal');
      expect(robbed.stop?.by).toBe(stolenFrom);
      // What she meets is a seal that does not fit, not a name she cannot place.
      expect(run.receipt.seals.failed).toBe(1);
      expect(run.introductions.every(({ judged }) => judged.accepted)).toBe(true);
    }
  });

  test('without Eve ends with a key', () => {
    const { receipt } = cell(method, anchor, 'none', { 'eve.attack': 'none' });
    expect(receipt.verdict).toBe('key');
    expect(receipt.keys.equal).toBe(true);
  });
});

test('any certificate is good enough for who pins no root', () => {
  const run = cell('ed25519', 'pki', 'none', { 'authentication.fault': 'unpinned' });
  expect(run.receipt.verdict).toBe('fooled');
});

test.each([
  ['gmac', 'nonce-reused'],
  ['wegman-carter', 'mask-reused'],
] as const)(
  '%s: two tags under one number give Eve the hash key, and with it the link',
  (method, fault) => {
    const run = cell(method, 'pre-shared-key', 'none', { 'authentication.fault': fault });
    expect(run.receipt.verdict).toBe('fooled');
    expect(run.recovered).toBe(fingerprintOf(sealingKeyOf(run.config).hash));
    expect(run.receipt.seals.failed).toBe(0);
    const honest = cell(method, 'pre-shared-key', 'none', {
      'authentication.fault': fault,
      'eve.attack': 'none',
    });
    expect(honest.recovered).toBeNull();
    expect(honest.receipt.verdict).toBe('key');
  },
);

test('no seals, no defence: whatever stands behind them', () => {
  expect(runOf({ 'authentication.method': 'none' }).receipt.verdict).toBe('fooled');
});

test.each(SIGNATURES)('%s under a pre-shared key is a contradiction', (method) => {
  const parsed = configFromDifferences({
    'authentication.method': method,
    'authentication.trustAnchor': 'pre-shared-key',
  });
  expect(parsed.ok).toBe(false);
  expect(!parsed.ok && parsed.problems[0]).toMatchObject({
    code: 'config/contradiction',
    path: '/authentication/trustAnchor',
  });
});

test('Eve who never heard Alice has no message of hers to send on', () => {
  const run = cell('ed25519', 'pki', 'private-key-stolen', {
    'authentication.stolenFrom': 'alice',
    'use.cipher': 'one-time-pad',
  });
  expect(run.receipt.keys.bob).not.toBeNull();
  expect(run.links[1]!.use).toMatchObject({ ciphertext: null, read: null, spent: 0 });
  expect(run.receipt.use).toBeNull();
});

test('a store without a single mask ends both of Eve’s links while she still passes letters on', () => {
  const run = cell('wegman-carter', 'pre-shared-key', 'none', {
    'authentication.fault': 'mask-reused',
    'authentication.preSharedBits': 256,
  });
  expect(run.receipt.verdict).toBe('stopped-short');
  expect(run.stop).toMatchObject({ by: 'alice', verdict: 'stopped-short' });
  expect(run.receipt.counts.sent).toBe(0);
});

test('the odds of a seal are those of the longest letter under it, not under the signature before', () => {
  // The same letters under the same method, but the certificates are longer than all of them.
  const odds = (anchor: Anchor) =>
    cell('wegman-carter', anchor, 'none', { 'eve.attack': 'none' }).receipt.seals.forgeryOdds;
  expect(odds('pki')).toBe(odds('pre-shared-key'));
});

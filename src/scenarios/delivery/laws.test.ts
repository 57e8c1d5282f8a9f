/** What no delivery may break, whoever stood on the link, in the wall or at the hop. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../core/random/streams.ts';
import type { RunConfig } from '../config.ts';
import { configFromDifferences, parseConfig } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import { textOf } from '../knowledge/utf8-text.ts';
import type { DeliveryRun } from '../run.ts';
import { fullTrustKit } from '../trust/full-kit.ts';
import { keysIn } from './conversation.ts';
import { runDelivery } from './delivery.ts';

type Differences = Readonly<Record<string, unknown>>;

function configOf(differences: Differences): RunConfig {
  const parsed = configFromDifferences({ scenario: 'delivery', ...differences });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  return parsed.config;
}

const runOf = (differences: Differences): DeliveryRun =>
  runDelivery(configOf(differences), { kit: fullTrustKit });

const LINK: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  seed: fc.nat(0xffffffff),
  'exchange.photons': fc.constantFrom(1, 700, 3000, 8000, 20_000, 20_000),
  'exchange.basisBias': fc.constantFrom(0.5, 0.5, 1),
  'channel.flipProbability': fc.constantFrom(0, 0, 0.01, 0.3),
  'eve.attack': fc.constantFrom('none', 'none', 'intercept-resend', 'man-in-the-middle'),
  'eve.basis': fc.constantFrom('random', 'rectilinear'),
  'eve.forgesTo': fc.constantFrom('alice', 'bob'),
  'authentication.method': fc.constantFrom('none', 'wegman-carter', 'hmac-sha-256'),
  'authentication.broken': fc.constantFrom('none', 'none', 'key-leaked'),
  'estimation.abortAbove': fc.constantFrom(0.11, 0.5),
  'reconciliation.method': fc.constantFrom('cascade', 'cascade', 'none'),
  'amplification.method': fc.constantFrom('toeplitz', 'none'),
  'amplification.accounting': fc.constantFrom('asymptotic', 'finite-key'),
};

const SITE: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'delivery.wall': fc.constantFrom('same-box', 'rack', 'rack', 'building', 'campus'),
  'delivery.hop': fc.constantFrom('none', 'tls-dh', 'tls-hybrid'),
  'delivery.insiderRate': fc.constantFrom(0, 0, 0.1, 1),
  'delivery.repeats': fc.constantFrom(1, 1, 1, 2),
  'delivery.number': fc.constantFrom(1, 1, 2, 7, 128),
  'delivery.size': fc.constantFrom(64, 72, 256, 256, 264, 1024),
  'delivery.fault': fc.constantFrom(
    'none',
    'none',
    'unknown-id',
    'wrong-application',
    'already-delivered',
    'pool-empty',
  ),
  'use.message': fc.constantFrom('9', 'né 🙂', '\ud800, alone', 'x'.repeat(4096)),
  'rndl.qDay': fc.boolean(),
  'rndl.whatIf': fc.subarray(['ml-kem-broken', 'aes-256-broken']),
};

const anySite = fc.record(SITE);
const anyDelivery = fc.record({ ...LINK, ...SITE });

/** Keys that one application was given, and whatever it was refused. */
function answersTo({ messages }: DeliveryRun, sae: string, ask: string) {
  const answers = messages.filter(({ from, path }) => from === sae && path.endsWith(ask));
  return {
    given: answers.filter(({ status }) => status === 200).map(({ response }) => keysIn(response)),
    refused: answers.filter(({ status }) => status !== 200).map(({ status }) => status),
  };
}

describe('of every delivery', () => {
  test('what B is given is what A was given, once, and the message comes through', () => {
    const seen = new Set<unknown>();
    fc.assert(
      fc.property(anyDelivery, (differences) => {
        const run = runOf(differences);
        const { delivery, verdict } = run.receipt;
        const { number, size, fault } = run.config.delivery;
        const ofA = answersTo(run, 'sae-a', 'enc_keys').given;
        const ofB = answersTo(run, 'sae-b', 'dec_keys');
        expect(ofA.length).toBeLessThanOrEqual(1);
        expect(ofB.given.length).toBeLessThanOrEqual(ofA.length);
        for (const keys of ofA) {
          expect(keys).toHaveLength(number);
          expect(new Set(keys.map(({ keyId }) => keyId)).size).toBe(number);
          for (const { key } of keys) expect(key).toHaveLength(size / 8);
        }
        const sameKey = ofA.length === 1 && JSON.stringify(ofA) === JSON.stringify(ofB.given);
        expect(delivery!.sameKey).toBe(sameKey);
        if (verdict === 'key') expect(sameKey).toBe(ofA.length === 1);
        expect(run.read).toBe(sameKey ? textOf(utf8(run.config.use.message)) : null);
        expect(run.envelope !== null).toBe(ofA.length === 1);
        if (fault === 'pool-empty') {
          expect(answersTo(run, 'sae-a', 'enc_keys').refused).toEqual([503]);
        } else if (sameKey) {
          seen.add(fault);
          const strangers = answersTo(run, 'sae-c', 'dec_keys');
          expect(strangers.given).toEqual([]);
          expect([...ofB.refused, ...strangers.refused]).toEqual(
            { none: [], 'wrong-application': [401] }[fault as string] ?? [400],
          );
        }
      }),
      { seed: 61, numRuns: 120 },
    );
    expect(seen.size).toBe(4);
  });

  test('no more bits are handed out at a site than its device accepted and its seals left', () => {
    fc.assert(
      fc.property(anyDelivery, (differences) => {
        const run = runOf(differences);
        const handedOut = ['sae-a', 'sae-d'].flatMap((sae) =>
          answersTo(run, sae, 'enc_keys').given.flat(),
        );
        const bits = handedOut.reduce((sum, { key }) => sum + 8 * key.length, 0);
        const { refilled = 0 } = run.link.links[0]!.use ?? {};
        expect(bits).toBeLessThanOrEqual(
          Math.max(0, (run.receipt.keys.alice?.bits ?? 0) - refilled),
        );
      }),
      { seed: 62, numRuns: 60 },
    );
  });

  test('the envelope opens by the hop or an insider if and only if what that takes is there', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anySite, (site) => {
        const { config, repeats, receipt } = runOf(site);
        const { wall, hop } = config.delivery;
        const { qDay, whatIf } = config.rndl;
        const falls = {
          none: true,
          'tls-dh': qDay,
          'tls-hybrid': qDay && whatIf.includes('ml-kem-broken'),
        }[hop];
        for (const { sent, corrupt, openedBy } of repeats) {
          expect(openedBy).toMatchObject({
            hop: sent && wall === 'rack' && falls,
            insider: sent && corrupt.length > 0,
          });
          if (sent) seen.add(`${wall} ${hop} ${openedBy.hop}`);
        }
        const opened = repeats.filter(({ openedBy }) => Object.values(openedBy).includes(true));
        expect(receipt.delivery!.openedShare).toBe(opened.length / repeats.length);
      }),
      { seed: 63, numRuns: 120 },
    );
    for (const way of [
      'rack none true',
      'rack tls-dh true',
      'rack tls-dh false',
      'rack tls-hybrid true',
      'rack tls-hybrid false',
      'campus none false',
    ]) {
      expect(seen).toContain(way);
    }
  });

  test('nothing at the site changes the link', () => {
    fc.assert(
      fc.property(fc.record(LINK), anySite, (link, site) => {
        const { config: _, delivery, rndl, ...ran } = runOf({ ...link, ...site }).receipt;
        const alone = configOf({ ...link, scenario: 'link', 'use.cipher': 'none' });
        const { config: __, ...same } = runConfig(alone).receipt;
        expect(ran).toEqual(same);
        expect([delivery === undefined, rndl]).toEqual([false, undefined]);
      }),
      { seed: 64, numRuns: 50 },
    );
  });

  test('the receipt is plain JSON, and its configuration gives it again', () => {
    fc.assert(
      fc.property(anyDelivery, (differences) => {
        const { receipt } = runOf(differences);
        const read = JSON.parse(JSON.stringify(receipt));
        expect(read).toStrictEqual(receipt);
        const echo = parseConfig(read.config);
        expect(echo.ok && runDelivery(echo.config, { kit: fullTrustKit }).receipt).toEqual(receipt);
      }),
      { seed: 65, numRuns: 40 },
    );
  });
});

/** What no recording may break, whoever made the key and whatever is assumed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../core/random/streams.ts';
import type { RunConfig } from '../config.ts';
import { configFromDifferences, parseConfig } from '../config-parse.ts';
import { textOf } from '../knowledge/utf8-text.ts';
import type { RndlRun } from '../run.ts';
import { fullTrustKit } from '../trust/full-kit.ts';
import { runRndl } from './rndl.ts';

type Differences = Readonly<Record<string, unknown>>;

function configOf(differences: Differences): RunConfig {
  const parsed = configFromDifferences({ scenario: 'rndl', ...differences });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  return parsed.config;
}

const runOf = (differences: Differences): RndlRun =>
  runRndl(configOf(differences), { kit: fullTrustKit });

const WHAT_IF = ['ml-kem-broken', 'aes-256-broken', 'delivered-over-dh', 'device-read-out'];

/** Small sessions of every kind, often attacked and often without seals; the smallest group. */
const anyRecording: fc.Arbitrary<Differences> = fc
  .record({
    seed: fc.nat(0xffffffff),
    'exchange.photons': fc.constantFrom(1, 33, 200, 700, 1500, 3000, 3000),
    'exchange.basisBias': fc.constantFrom(0, 0.5, 0.5, 1),
    'channel.flipProbability': fc.constantFrom(0, 0, 0.01, 0.3),
    'channel.lossDb': fc.constantFrom(0, 0, 10),
    'eve.attack': fc.constantFrom('none', 'intercept-resend', 'man-in-the-middle'),
    'eve.fraction': fc.constantFrom(0.2, 1, 1),
    'eve.basis': fc.constantFrom('random', 'rectilinear', 'breidbart'),
    'eve.forgesTo': fc.constantFrom('alice', 'bob'),
    'authentication.method': fc.constantFrom('none', 'none', 'wegman-carter', 'gmac', 'ed25519'),
    'authentication.preSharedBits': fc.constantFrom(256, 512, 4096, 100_000),
    'authentication.sealing': fc.constantFrom('phase', 'phase', 'phase', 'phase', 'letter'),
    'authentication.stolenFrom': fc.constantFrom('both', 'alice', 'bob'),
    'estimation.abortAbove': fc.constantFrom(0.11, 0.5),
    'reconciliation.method': fc.constantFrom('cascade', 'cascade', 'none'),
    'amplification.method': fc.constantFrom('toeplitz', 'none'),
    'amplification.accounting': fc.constantFrom('asymptotic', 'finite-key'),
    'devices.eraseKeys': fc.boolean(),
    'rndl.groupBits': fc.constant(32),
    'rndl.message': fc.constantFrom('9', 'né 🙂', '\ud800, alone', '\u0000\n', 'x'.repeat(100)),
    'rndl.qDay': fc.boolean(),
    'rndl.whatIf': fc.subarray(WHAT_IF),
    made: fc.constantFrom('dh-toy', 'x25519', 'ml-kem-768', 'qkd', 'qkd', 'qkd/pad', 'hybrid'),
    trustLost: fc.boolean(),
  })
  .map(({ made, trustLost, ...differences }) => ({
    ...differences,
    'rndl.keyEstablishment': made.replace('/pad', ''),
    'rndl.cipher': made === 'qkd/pad' ? 'one-time-pad' : 'aes-256-gcm',
    ...(trustLost && {
      'authentication.broken':
        differences['authentication.method'] === 'ed25519' ? 'private-key-stolen' : 'key-leaked',
    }),
  }));

const heap = ({ shelf }: RndlRun, wanted: string) => shelf.find(({ kind }) => kind === wanted);

describe('of every recording', () => {
  test('opened says that the message was read, through a door, by a tool that was there', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyRecording, (differences) => {
        const run = runOf(differences);
        const { config, receipt, attempts } = run;
        const { opened, how, plaintext, doors, candidateKeys } = receipt.rndl!;
        const { qDay, whatIf, message, keyEstablishment, cipher } = config.rndl;
        seen.add(how ?? 'nothing');
        expect(plaintext).toBe(opened ? textOf(utf8(message)) : null);
        expect(how !== null).toBe(opened);
        expect(doors.key === 'found').toBe(opened && how !== 'aes-oracle');
        expect(doors.cipher === 'found').toBe(attempts.some(({ tool }) => tool === 'aes-oracle'));
        if (attempts.some(({ fits }) => fits)) expect(opened).toBe(true);
        const left = candidateKeys ?? 256;
        const there: Readonly<Record<string, boolean>> = {
          nothing: true,
          'held-session': config.eve.attack === 'man-in-the-middle',
          'discrete-log': qDay && keyEstablishment === 'dh-toy',
          'discrete-log-oracle': qDay && keyEstablishment === 'x25519',
          'ml-kem-oracle':
            whatIf.includes('ml-kem-broken') &&
            (keyEstablishment === 'ml-kem-768' || (keyEstablishment === 'hybrid' && left <= 12)),
          'linear-relations': keyEstablishment === 'qkd' && left === 0,
          'every-candidate': keyEstablishment === 'qkd' && left > 0 && left <= 12,
          'delivery-hop': qDay && whatIf.includes('delivered-over-dh'),
          'device-read-out': whatIf.includes('device-read-out') && !config.devices.eraseKeys,
          'aes-oracle': whatIf.includes('aes-256-broken') && cipher === 'aes-256-gcm',
        };
        expect([how, there[how ?? 'nothing']]).toEqual([how, true]);
      }),
      { seed: 51, numRuns: 150 },
    );
    for (const tool of ['held-session', 'linear-relations', 'aes-oracle', 'device-read-out']) {
      expect(seen).toContain(tool);
    }
  });

  test('the shelf holds what crossed the line, and the count is of the envelope on it', () => {
    fc.assert(
      fc.property(anyRecording, (differences) => {
        const run = runOf(differences);
        const { receipt, config, key } = run;
        const { recorded, candidateKeys, guessAgreement } = receipt.rndl!;
        expect(recorded).toBe(receipt.messages.bytes + (heap(run, 'hop')?.bytes ?? 0));
        const sent = heap(run, 'envelope') !== undefined;
        expect([candidateKeys !== null, guessAgreement !== null]).toEqual([sent, sent]);
        if (candidateKeys === null) return;
        const { alice, bob, eve } = receipt.keys;
        expect(candidateKeys).toBeGreaterThanOrEqual(0);
        expect(candidateKeys).toBeLessThanOrEqual(key!.bits);
        const byLight = config.rndl.keyEstablishment === 'qkd';
        if (eve.some(({ sharedWith }) => sharedWith === 'alice')) expect(candidateKeys).toBe(0);
        if (!byLight || !alice || !bob || config.eve.attack === 'man-in-the-middle') return;
        const known = receipt.eve.keyBitsKnown;
        // Of a part she knows at most what she knows of the whole, and lacks at most what she lacks.
        expect(key!.bits - candidateKeys).toBeLessThanOrEqual(known);
        expect(candidateKeys).toBeLessThanOrEqual(alice.bits - known);
        if (candidateKeys === 0) expect([guessAgreement, receipt.rndl!.opened]).toEqual([1, true]);
      }),
      { seed: 52, numRuns: 150 },
    );
  });

  test('every bit of the accepted key is spent, kept for the next envelope, or thrown away', () => {
    fc.assert(
      fc.property(anyRecording, (differences) => {
        const { receipt, session, config } = runOf(differences);
        const { keys, keyLedger, verdict } = receipt;
        const accepted = keys.bob ?? keys.alice;
        if (verdict === 'key' || verdict === 'fooled') expect(accepted).not.toBeNull();
        if (accepted === null) {
          expect(keyLedger).toMatchObject({ made: 0, spentOnMessages: 0, discarded: 0 });
          return;
        }
        expect(accepted.bits).toBeGreaterThan(0);
        const { links } = session;
        const { refilled, spent, left } = (keys.bob === null ? links[0]! : links.at(-1)!).use!;
        expect(keyLedger.spentOnMessages).toBe(spent);
        const next =
          config.rndl.keyEstablishment === 'hybrid' ? 256 - spent : Math.min(left, spent);
        expect(refilled + spent + next + keyLedger.discarded).toBe(keyLedger.made);
      }),
      { seed: 53, numRuns: 150 },
    );
  });

  test('what is assumed of later days changes nothing of the day it was made', () => {
    fc.assert(
      fc.property(anyRecording, fc.subarray(WHAT_IF), (differences, whatIf) => {
        const { rndl: _one, readOut: _then, config: _c, ...one } = runOf(differences).receipt;
        const {
          rndl: _other,
          readOut: _now,
          config: _d,
          ...other
        } = runOf({
          ...differences,
          'rndl.whatIf': whatIf,
          'rndl.qDay': differences['rndl.qDay'] !== true,
          'devices.eraseKeys': differences['devices.eraseKeys'] !== true,
        }).receipt;
        expect(other).toEqual(one);
        expect(_other!.candidateKeys).toBe(_one!.candidateKeys);
      }),
      { seed: 54, numRuns: 40 },
    );
  });

  test('the receipt is plain JSON, and its configuration gives it again', () => {
    fc.assert(
      fc.property(anyRecording, (differences) => {
        const { receipt } = runOf(differences);
        const read = JSON.parse(JSON.stringify(receipt));
        expect(read).toStrictEqual(receipt);
        const echo = parseConfig(read.config);
        expect(echo.ok && runRndl(echo.config, { kit: fullTrustKit }).receipt).toEqual(receipt);
      }),
      { seed: 55, numRuns: 60 },
    );
  });
});

describe('at the edge', () => {
  const MIDDLEMAN = { 'eve.attack': 'man-in-the-middle', 'authentication.method': 'none' };

  test.each([{}, MIDDLEMAN])('too little light makes no hybrid key %j', (eve) => {
    const { receipt } = runOf({
      ...eve,
      'rndl.keyEstablishment': 'hybrid',
      'exchange.photons': 200,
      'amplification.method': 'none',
    });
    expect(receipt).toMatchObject({
      verdict: 'stopped-short',
      keys: { alice: null, bob: null, eve: [] },
      keyLedger: { made: 0 },
      rndl: { opened: false, candidateKeys: null },
    });
  });

  test('a pad as long as the key is sent, and one byte more is not', () => {
    const light = { 'rndl.keyEstablishment': 'qkd' };
    const { refilled, spent, left } = runOf(light).session.links[0]!.use!;
    expect(refilled).toBeGreaterThan(0);
    const most = Math.floor((spent + left) / 8);
    const pad = (bytes: number) =>
      runOf({ ...light, 'rndl.cipher': 'one-time-pad', 'rndl.message': 'x'.repeat(bytes) }).receipt;
    expect(pad(most)).toMatchObject({
      verdict: 'key',
      rndl: { candidateKeys: 8 * most, doors: { key: 'not-recorded', cipher: 'not-recorded' } },
      keyLedger: { spentOnMessages: 8 * most, discarded: 0 },
    });
    expect(pad(most + 1)).toMatchObject({
      verdict: 'stopped-short',
      use: null,
      rndl: { candidateKeys: null },
    });
  });

  test('a pad under a key with wrong bits is not read, however close Eve comes to it', () => {
    const { rndl } = runOf({
      ...MIDDLEMAN,
      'rndl.keyEstablishment': 'qkd',
      'rndl.cipher': 'one-time-pad',
      'channel.flipProbability': 0.03,
      'reconciliation.method': 'none',
      'amplification.method': 'none',
    }).receipt;
    expect(rndl).toMatchObject({ opened: false, plaintext: null, how: null });
    expect(rndl!.guessAgreement).toBeGreaterThan(0.9);
    expect(rndl!.guessAgreement).toBeLessThan(1);
  });

  test('a key too long to count is tried: she measured nearly all of it', () => {
    const { rndl } = runOf({
      'rndl.keyEstablishment': 'qkd',
      'exchange.photons': 60_000,
      'exchange.basisBias': 0.9999,
      'channel.flipProbability': 0.001,
      'eve.attack': 'intercept-resend',
      'eve.basis': 'rectilinear',
      'eve.fraction': 0.999,
      'amplification.method': 'none',
    }).receipt;
    expect(rndl).toMatchObject({ opened: true, how: 'linear-relations', guessAgreement: 1 });
  });
});

/** What no configuration may break: laws over many small runs of every kind. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskOf } from '../core/authentication/recover.ts';
import { bitOf } from '../core/bits/bits.ts';
import { letterBytes, sessionOf } from './channels/letters.ts';
import type { RunConfig } from './config.ts';
import { configFromDifferences, parseConfig } from './config-parse.ts';
import { runConfig, runSession } from './execute.ts';
import type { Run } from './run.ts';
import { sealingKeyOf } from './trust/pre-shared-key.ts';

type Differences = Readonly<Record<string, unknown>>;

function configOf(differences: Differences): RunConfig {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  return parsed.config;
}

const runOf = (differences: Differences): Run => runConfig(configOf(differences));

/** Short runs under a pre-shared key: everything that needs no certificate. */
const anyRun: fc.Arbitrary<Differences> = fc.record({
  seed: fc.nat(0xffffffff),
  'exchange.photons': fc.constantFrom(1, 2, 7, 31, 33, 100, 200, 700, 3000),
  'exchange.basisBias': fc.constantFrom(0, 0.2, 0.5, 0.5, 0.9, 1),
  'channel.lossDb': fc.constantFrom(0, 0, 1, 20),
  'channel.flipProbability': fc.constantFrom(0, 0, 0.01, 0.05, 0.3, 0.5),
  'detector.darkCountProbability': fc.constantFrom(0, 0, 0.05),
  'eve.attack': fc.constantFrom('none', 'intercept-resend', 'man-in-the-middle'),
  'eve.fraction': fc.constantFrom(0, 0.2, 1),
  'eve.basis': fc.constantFrom('random', 'rectilinear', 'breidbart'),
  'eve.forgesTo': fc.constantFrom('alice', 'bob'),
  'authentication.method': fc.constantFrom('none', 'wegman-carter', 'hmac-sha-256', 'gmac'),
  'authentication.tagBits': fc.constantFrom(8, 64, 128),
  'authentication.sealing': fc.constantFrom('phase', 'letter'),
  'authentication.broken': fc.constantFrom('none', 'key-leaked'),
  'authentication.preSharedBits': fc.constantFrom(256, 640, 1280, 2048, 4096, 100_000),
  'estimation.sampleFraction': fc.constantFrom(0, 0.25, 0.25, 0.9),
  'estimation.abortAbove': fc.constantFrom(0, 0.11, 0.5),
  'reconciliation.method': fc.constantFrom('cascade', 'cascade', 'none'),
  'reconciliation.variant': fc.constantFrom('efficient', 'textbook'),
  'reconciliation.schedule': fc.constantFrom('sequential', 'parallel'),
  'reconciliation.passes': fc.constantFrom(1, 4, 14),
  'amplification.method': fc.constantFrom('toeplitz', 'toeplitz', 'none'),
  'amplification.accounting': fc.constantFrom('asymptotic', 'finite-key'),
  'use.cipher': fc.constantFrom('none', 'one-time-pad', 'aes-256-gcm'),
  'use.message': fc.constantFrom('9', 'né 🙂', 'x'.repeat(300)),
  'use.sealed': fc.boolean(),
});

const RUNS = { seed: 41, numRuns: 300 } as const;

describe('of every run', () => {
  test('verdict, keys, ledger and budget say the same', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyRun, (differences) => {
        const { receipt, links, stop } = runOf(differences);
        const { verdict, keys, keyLedger, eve, amplification, seals, use } = receipt;
        const accepted = keys.bob ?? keys.alice;
        seen.add(verdict);
        expect(accepted !== null).toBe(verdict === 'key' || verdict === 'fooled');
        expect(verdict === 'fooled').toBe(keys.eve.length > 0);
        if (verdict === 'key') {
          expect(keys).toMatchObject({ equal: true, agreement: 1, bob: keys.alice });
          expect(eve.keyBitsKnown).toBeLessThan(accepted!.bits);
        } else if (verdict === 'fooled') expect(eve.keyBitsKnown).toBe(accepted!.bits);
        expect(stop === null).toBe(accepted !== null);
        expect(stop?.verdict ?? verdict).toBe(verdict);
        expect(keyLedger.made).toBe(accepted?.bits ?? 0);
        expect(keyLedger.spentOnSeals).toBe(seals.keyBitsSpent);
        const carrier = keys.bob === null && keys.alice !== null ? links[0]! : links.at(-1)!;
        if (accepted) {
          const { refilled, spent, left } = carrier.use!;
          expect(refilled + spent + left).toBe(accepted.bits);
          expect(keyLedger.spentOnMessages).toBe(spent);
        } else expect([keyLedger.spentOnMessages, use]).toEqual([0, null]);
        if (amplification) {
          const { inputBits, phaseErrorBits, leakedBits, marginBits, outputBits } = amplification;
          const left = inputBits - phaseErrorBits - leakedBits - marginBits;
          expect(outputBits).toBe(Math.max(0, left));
          expect(leakedBits).toBe(receipt.reconciliation?.leakedBits ?? 0);
          if (accepted) expect(accepted.bits).toBe(outputBits);
        }
      }),
      RUNS,
    );
    expect([...seen].sort()).toEqual([
      'fooled',
      'key',
      'stopped-errors',
      'stopped-seal',
      'stopped-short',
    ]);
  });

  test('the configuration it echoes is valid and gives the receipt again', () => {
    fc.assert(
      fc.property(anyRun, (differences) => {
        const { receipt } = runOf(differences);
        const echo = parseConfig(JSON.parse(JSON.stringify(receipt.config)));
        expect(echo.ok && runConfig(echo.config).receipt).toEqual(receipt);
      }),
      { seed: 42, numRuns: 60 },
    );
  });

  test('a key is accepted by two ends that compared if and only if the comparison was passed', () => {
    let unequal = 0;
    const anyCorrected = anyRun.map((differences) => ({
      ...differences,
      'eve.attack': 'none',
      'authentication.method': 'none',
      'reconciliation.method': 'cascade',
      'amplification.method': 'none',
      'estimation.abortAbove': 0.5,
    }));
    fc.assert(
      fc.property(anyCorrected, (differences) => {
        const { talk, keys, run } = runSession(configOf(differences));
        const { correction, light } = talk.links[0]!;
        if (!correction || correction.verified === null) return;
        const { sender } = light!.key;
        const same = Array.from({ length: sender.length }, (_, i) => i).every(
          (i) => bitOf(sender, i) === bitOf(correction.reconciled.corrected, i),
        );
        if (!same) unequal++;
        expect(correction.verified).toBe(same);
        expect(keys.alice !== null && keys.equal).toBe(same);
        if (!same) expect(run.receipt.verdict).toBe('stopped-errors');
      }),
      RUNS,
    );
    // One pass leaves errors now and then; without such runs the law would be empty.
    expect(unequal).toBeGreaterThan(3);
  });
});

describe('the leak', () => {
  const sealedEach = {
    'exchange.photons': 900,
    'channel.flipProbability': 0.04,
    'authentication.sealing': 'letter',
    'reconciliation.variant': 'textbook',
  } as const;

  test('is the parities in the log, wherever a dry pool breaks Correct off', () => {
    const whole = runOf({ ...sealedEach, 'authentication.preSharedBits': 100_000 });
    const { log, rounds } = whole.links[0]!.correction!;
    expect(whole.receipt.reconciliation?.leakedBits).toBe(log!.parity.length);
    const told = new Set<number>();
    for (let masks = 8; masks < 60; masks += 3) {
      const bits = 128 + 2 * 128 * masks;
      const run = runOf({ ...sealedEach, 'authentication.preSharedBits': bits });
      const { correction } = run.links[0]!;
      if (!correction || correction.verified !== null) continue;
      // Bob's half or Alice's runs out first: each has `masks` seals, and the letter that finds none
      // was written all the same.
      const sealsBy = (who: 'alice' | 'bob') =>
        run.letters.filter(({ claimedFrom, seal }) => claimedFrom === who && seal !== null).length;
      const left = { alice: masks - sealsBy('alice'), bob: masks - sealsBy('bob') };
      let said = 0;
      for (let r = 0; r < rounds; r++) {
        if (log!.opening[r] === 0 && left.bob-- === 0) break;
        said = log!.roundStart[r + 1]!;
        if (left.alice-- === 0) break;
      }
      expect(run.receipt.verdict).toBe('stopped-short');
      expect(run.receipt.reconciliation).toMatchObject({ leakedBits: said, verified: false });
      told.add(said);
    }
    expect(told.size).toBeGreaterThan(5);
  });
});

test('no key bit is used twice: masks, refill and message come from bits of their own', () => {
  const message = 'Meet at 9.';
  // Five masks in Alice's half, all used when her envelope asks for a sixth: the first of the refill.
  const config = configOf({
    'authentication.preSharedBits': 128 + 2 * 5 * 128,
    'use.cipher': 'one-time-pad',
    'use.message': message,
  });
  const run = runConfig(config);
  const { letters, links } = run;
  const names = letters.flatMap(({ seal, claimedFrom }) =>
    seal ? [`${claimedFrom} ${seal.maskNumber}`] : [],
  );
  expect(new Set(names).size).toBe(names.length);
  const key = links[0]!.keyPreview!;
  const keyBit = (i: number) => (key.near[i >>> 3]! >>> (i & 7)) & 1;
  const bitsOfKey = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => keyBit(from + i));
  const unpacked = (bytes: Uint8Array) =>
    [...bytes].flatMap((byte) => Array.from({ length: 8 }, (_, i) => (byte >>> (7 - i)) & 1));

  const envelope = letters.find(({ kind }) => kind === 'envelope')!;
  if (envelope.content.kind !== 'envelope') throw new Error('an envelope holds one');
  const { ciphertext } = envelope.content;
  const text = new TextEncoder().encode(message);
  const { refilled } = links[0]!.use!;
  const pad = ciphertext.map((byte, i) => byte ^ text[i]!);
  expect(unpacked(pad)).toEqual(bitsOfKey(refilled, 80));

  const { kind, claimedFrom, step, sequence, range } = envelope;
  const session = sessionOf(config.seed);
  const bytes = letterBytes({ kind, claimedFrom, step, session, sequence, range }, [ciphertext]);
  expect(envelope.seal?.maskNumber).toBe(5);
  const mask = maskOf(sealingKeyOf(config).hash, bytes, envelope.seal!.tag);
  expect(unpacked(mask)).toEqual(bitsOfKey(0, 128));
  expect(refilled).toBeGreaterThanOrEqual(128);
});

describe('one switch', () => {
  const base = {
    'exchange.photons': 4000,
    'channel.flipProbability': 0.03,
    'channel.lossDb': 1,
    'amplification.accounting': 'asymptotic',
  } as const;
  const before = runOf(base);

  test.each([
    ['authentication.method', 'none'],
    ['authentication.method', 'gmac'],
    ['authentication.tagBits', 8],
    ['authentication.sealing', 'letter'],
    ['authentication.preSharedBits', 100_000],
    ['reconciliation.schedule', 'parallel'],
    ['reconciliation.passes', 9],
    ['reconciliation.method', 'none'],
    ['amplification.method', 'none'],
    ['amplification.accounting', 'finite-key'],
    ['amplification.failure', 0.01],
    ['use.cipher', 'one-time-pad'],
    ['use.sealed', false],
    ['estimation.abortAbove', 0.5],
    ['eve.basis', 'diagonal'],
    ['lifecycle.rounds', 3],
  ])('%s = %s leaves the light alone', (path, value) => {
    const more = path === 'authentication.sealing' ? { 'authentication.preSharedBits': 1e6 } : {};
    const after = runOf({ ...base, ...more, [path]: value });
    expect(after.links[0]!.trace).toEqual(before.links[0]!.trace);
    expect(after.links[0]!.material).toEqual(before.links[0]!.material);
    expect(after.receipt.counts).toEqual(before.receipt.counts);
  });

  test('Eve on or off leaves every coin of Alice and Bob: where she does not act, nothing differs', () => {
    const { sender, receiver } = runSession(configOf(base)).talk.links[0]!.light!.key;
    const heard = runSession(
      configOf({
        ...base,
        'eve.attack': 'intercept-resend',
        'eve.basis': 'rectilinear',
        'estimation.abortAbove': 0.5,
      }),
    ).talk.links[0]!.light!.key;
    expect(heard.sender).toEqual(sender);
    // In her basis she changes nothing, so whatever differs is a bit that she is not certain of.
    let changed = 0;
    for (let i = 0; i < sender.length; i++) {
      if (bitOf(heard.receiver, i) === bitOf(receiver, i)) continue;
      changed++;
      expect(bitOf(heard.certain!, i)).toBe(0);
    }
    expect(changed).toBeGreaterThan(sender.length / 8);
  });
});

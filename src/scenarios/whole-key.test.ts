/** From photons to a key in use: what must hold of every run that gets there. */
import { describe, expect, test } from 'vitest';
import { binaryEntropy } from '../core/elementary/entropy.ts';
import { configFromDifferences } from './config-parse.ts';
import { runConfig } from './execute.ts';
import type { Run } from './run.ts';

function runOf(differences: Readonly<Record<string, unknown>> = {}): Run {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return runConfig(parsed.config);
}

const noisy = { 'exchange.photons': 60_000, 'channel.flipProbability': 0.02 } as const;

describe('a noisy line without Eve', () => {
  const run = runOf(noisy);
  const { receipt } = run;
  const { reconciliation, amplification } = receipt;

  test('ends with one key, of which she knows nothing', () => {
    expect(receipt.verdict).toBe('key');
    expect(receipt.keys.equal).toBe(true);
    expect(receipt.keys.alice).toEqual(receipt.keys.bob);
    expect(receipt.eve.keyBitsKnown).toBe(0);
  });

  test('corrects what differed, and says how much that cost', () => {
    const { material, correction } = run.links[0]!;
    expect(reconciliation?.verified).toBe(true);
    const actual = receipt.qber.actual! * receipt.counts.sifted - receipt.counts.testErrors;
    expect(reconciliation?.errorsCorrected).toBe(Math.round(actual));
    expect(reconciliation?.leakedBits).toBe(correction?.log?.parity.length);
    const limit = material!.bits * binaryEntropy(actual / material!.bits);
    expect(reconciliation?.efficiency).toBeCloseTo(reconciliation!.leakedBits / limit, 12);
  });

  test('pays for it from the length', () => {
    const { inputBits, phaseErrorBits, leakedBits, marginBits, outputBits } = amplification!;
    expect(inputBits).toBe(receipt.counts.sifted - receipt.counts.tested);
    expect(leakedBits).toBe(reconciliation?.leakedBits);
    expect(outputBits).toBe(inputBits - phaseErrorBits - leakedBits - marginBits);
    expect(receipt.keys.alice?.bits).toBe(outputBits);
  });

  test('seals each phase once, however many letters it has', () => {
    expect(receipt.messages.number).toBeGreaterThan(2 * reconciliation!.roundTrips);
    expect(receipt.seals).toMatchObject({ made: 9, checked: 9, failed: 0 });
    expect(receipt.seals.keyBitsSpent).toBe(128 + 9 * 128);
  });
});

test('the parallel schedule leaves the same key bits in far fewer round trips', () => {
  const one = runOf(noisy).receipt;
  const other = runOf({ ...noisy, 'reconciliation.schedule': 'parallel' }).receipt;
  expect(other.reconciliation?.errorsCorrected).toBe(one.reconciliation?.errorsCorrected);
  expect(other.reconciliation!.roundTrips).toBeLessThan(one.reconciliation!.roundTrips / 4);
  expect(other.counts).toEqual(one.counts);
});

test.each([
  ['amplification.accounting', 'asymptotic'],
  ['reconciliation.variant', 'textbook'],
  ['use.cipher', 'aes-256-gcm'],
  ['authentication.method', 'hmac-sha-256'],
  ['estimation.abortAbove', 0.2],
])('one switch, %s, leaves every photon alone', (path, value) => {
  const before = runOf(noisy).receipt;
  const after = runOf({ ...noisy, [path]: value }).receipt;
  expect(after.counts).toEqual(before.counts);
  expect(after.qber).toEqual(before.qber);
});

test('too many errors that Correct is told to bear leave nothing to shrink to', () => {
  const { receipt } = runOf({ ...noisy, 'channel.flipProbability': 0.095 });
  expect(receipt.verdict).toBe('stopped-short');
  expect(receipt.amplification?.outputBits).toBe(0);
  expect(receipt.keys.alice).toBeNull();
});

test('an average over the bases would hide her; the length does not', () => {
  const { receipt } = runOf({
    'exchange.photons': 100_000,
    'exchange.basisBias': 0.8,
    'eve.attack': 'intercept-resend',
    'eve.basis': 'rectilinear',
  });
  expect(receipt.qber.estimated).toBeLessThan(0.11);
  expect(receipt.verdict).toBe('stopped-short');
});

test('a partial listener is bounded, not noticed', () => {
  const { receipt } = runOf({
    'exchange.photons': 60_000,
    'eve.attack': 'intercept-resend',
    'eve.fraction': 0.1,
  });
  expect(receipt.verdict).toBe('key');
  expect(receipt.eve.siftedBitsKnown).toBeGreaterThan(1000);
  expect(receipt.eve.keyBitsKnown).toBe(0);
});

test('extracting more than she is missing is seen by the count', () => {
  const { receipt } = runOf({
    'exchange.photons': 3000,
    'eve.attack': 'intercept-resend',
    'eve.fraction': 0.5,
    'estimation.abortAbove': 0.5,
    'amplification.method': 'none',
  });
  expect(receipt.verdict).toBe('key');
  expect(receipt.eve.keyBitsKnown).toBeGreaterThan(receipt.eve.siftedBitsKnown / 2);
  expect(receipt.eve.keyBitsKnownBy).toBe('rank');
});

describe('use', () => {
  const quiet = { 'exchange.photons': 30_000 } as const;

  test('a pad takes as many bits as the text, after the pool is filled again', () => {
    const { receipt, links } = runOf({ ...quiet, 'use.cipher': 'one-time-pad' });
    const use = links[0]!.use!;
    expect(receipt.use).toMatchObject({ accepted: true, altered: false });
    expect(use.read && new TextDecoder().decode(use.read)).toBe(use.message);
    expect(receipt.keyLedger.spentOnMessages).toBe(8 * receipt.use!.bytes);
    expect(use.refilled + use.spent + use.left).toBe(receipt.keyLedger.made);
    expect(use.refilled).toBeGreaterThan(0);
  });

  test('without a seal Eve turns one bit over, and only GCM minds', () => {
    const open = { ...quiet, 'use.sealed': false } as const;
    const pad = runOf({ ...open, 'use.cipher': 'one-time-pad' });
    expect(pad.receipt.use).toMatchObject({ accepted: true, altered: true });
    const use = pad.links[0]!.use!;
    const text = new TextEncoder().encode(use.message);
    const turned = [...use.read!].map((byte, i) => byte ^ text[i]!).filter((byte) => byte !== 0);
    expect(turned).toEqual([1]);
    const gcm = runOf({ ...open, 'use.cipher': 'aes-256-gcm' });
    expect(gcm.receipt.use).toMatchObject({ accepted: false, altered: true });
  });

  test('a key too short for the pad sends nothing', () => {
    const { receipt } = runOf({
      ...quiet,
      'use.cipher': 'one-time-pad',
      'use.message': 'x'.repeat(4096),
    });
    expect(receipt.verdict).toBe('key');
    expect(receipt.use).toBeNull();
    expect(receipt.keyLedger.spentOnMessages).toBe(0);
  });

  test('in the middle she reads it and seals it on', () => {
    const { receipt, links } = runOf({
      ...quiet,
      'eve.attack': 'man-in-the-middle',
      'authentication.method': 'none',
      'use.cipher': 'one-time-pad',
    });
    expect(receipt.verdict).toBe('fooled');
    expect(new TextDecoder().decode(links[0]!.use!.read!)).toBe(links[1]!.use!.message);
  });

  test('in the middle she changes nothing on its way to herself, and sends on what she read', () => {
    for (const cipher of ['one-time-pad', 'aes-256-gcm']) {
      const { receipt, links } = runOf({
        ...quiet,
        'eve.attack': 'man-in-the-middle',
        'authentication.method': 'none',
        'use.cipher': cipher,
        'use.sealed': false,
      });
      expect(receipt.use).toMatchObject({ accepted: true, altered: false });
      for (const { use } of links) expect(new TextDecoder().decode(use!.read!)).toBe(use!.message);
    }
  });
});

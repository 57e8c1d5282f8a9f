import { describe, expect, test } from 'vitest';
import { decibelsToTransmittance } from '../../../core/elementary/exponential.ts';
import type { RunConfig } from '../../config.ts';
import { configFromDifferences, parseConfig } from '../../config-parse.ts';
import { runConfig } from '../../execute.ts';
import { replayOf } from '../../knowledge/replay.ts';
import { countLight } from '../../link/count.ts';

type Differences = Readonly<Record<string, unknown>>;

function configOf(differences: Differences): RunConfig {
  const parsed = configFromDifferences({ 'eve.attack': 'detector-blinding', ...differences });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
}

/** Within four standard errors of a share p of n. */
function expectShare(hits: number, n: number, p: number, what: string): void {
  const off = Math.abs(hits - n * p);
  const deviation = Math.sqrt(n * p * (1 - p));
  expect(off, `${what}: ${hits} of ${n}, expected ${p}`).toBeLessThanOrEqual(4 * deviation + 1e-9);
}

const laser = {
  'exchange.source': 'weak-coherent',
  'exchange.decoys': [
    { meanPhotonNumber: 0.1, probability: 0.2 },
    { meanPhotonNumber: 0, probability: 0.1 },
  ],
};

describe('half of the pulses click without loss, and a quarter is kept', () => {
  test.each([
    [0.5, 'random', 0.5, 0.25],
    // Bias: clicks Σ p_B·p_E, kept Σ p_A·p_B·p_E.
    [0.8, 'random', 0.5, 0.5 * (0.64 + 0.04)],
    [0.8, 'rectilinear', 0.8, 0.64],
    [0.8, 'diagonal', 0.2, 0.04],
  ])('share of + %d, her basis %s', (basisBias, basis, clicks, kept) => {
    const photons = 400_000;
    const run = countLight(
      configOf({
        'exchange.photons': photons,
        'exchange.basisBias': basisBias,
        'eve.basis': basis,
        'channel.flipProbability': 0.05,
      }),
    );
    expectShare(run.detected, photons, clicks, 'clicks');
    expectShare(run.sifted, photons, kept, 'kept');
    expect([run.errors, run.knownToEve]).toEqual([0, run.sifted]);
  });
});

test.each([
  { 'channel.lossDb': 3.1 },
  { 'channel.lossDb': 10 },
  { 'channel.lossDb': 13, 'exchange.photons': 2_000_000 },
  { 'channel.lossDb': 13, 'exchange.photons': 2_000_000, 'detector.darkCountProbability': 0.01 },
  { 'channel.lossDb': 6, 'eve.fraction': 0.3, 'detector.darkCountProbability': 0.01 },
  { 'channel.lossDb': 16, 'exchange.photons': 2_000_000, 'eve.fraction': 0.3 },
  { 'channel.lossDb': 6, ...laser, 'detector.darkCountProbability': 0.001 },
  { 'channel.lossDb': 13, ...laser, 'exchange.photons': 2_000_000, 'eve.fraction': 0.6 },
])('behind three decibels or more the clicks are those of the honest line: %o', (differences) => {
  const some = { 'exchange.photons': 400_000, ...differences };
  const { photons } = configOf(some).exchange;
  const blinded = countLight(configOf(some));
  const honest = countLight(configOf({ ...some, 'eve.attack': 'none' }));
  const share = honest.detected / photons;
  const deviation = Math.sqrt(2 * photons * share * (1 - share));
  expect(Math.abs(blinded.detected - honest.detected)).toBeLessThan(4 * deviation);
  expectShare(blinded.sifted, blinded.detected, 0.5, 'kept of the clicks');
  if (!('eve.fraction' in some)) {
    expect([blinded.errors, blinded.knownToEve]).toEqual([0, blinded.sifted]);
  } else {
    // Of pulses she leaves alone she knows nothing.
    expectShare(blinded.knownToEve, blinded.sifted, some['eve.fraction'], 'known');
    const { 'eve.fraction': fraction } = some;
    expect(blinded.errors).toBeLessThan(honest.errors * (1 - fraction) * 1.2 + 1);
  }
});

test('two dB of loss do not hide her, and weak pulses need more', () => {
  const photons = 200_000;
  const near = countLight(configOf({ 'exchange.photons': photons, 'channel.lossDb': 2 }));
  expectShare(near.detected, photons, 0.5, 'clicks');
  expect(0.5).toBeLessThan(decibelsToTransmittance(2));
  const weak = countLight(
    configOf({ 'exchange.photons': photons, 'exchange.source': 'weak-coherent' }),
  );
  expectShare(weak.detected, photons, (1 - Math.exp(-0.5)) / 2, 'weak clicks');
});

describe('the lesson', () => {
  const lesson = { 'exchange.photons': 100_000, 'channel.lossDb': 10 };

  test('nobody is warned, and she has the whole key', () => {
    const { receipt } = runConfig(configOf(lesson));
    expect(receipt.verdict).toBe('fooled');
    expect(receipt.qber.actual).toBe(0);
    expect(receipt.eve.siftedBitsKnown).toBe(receipt.counts.sifted);
    expect(receipt.eve.siftedBitsGuessedRight).toBe(receipt.counts.sifted);
    expect(receipt.keys.eve[0]!.sha256).toBe(receipt.keys.alice!.sha256);
  });

  test('a monitor of the photocurrent stops them before a bit is said', () => {
    const fixed = { ...lesson, 'devices.fixes': ['photocurrent-monitor'] };
    const run = runConfig(configOf(fixed));
    expect(run.receipt.verdict).toBe('stopped-alarm');
    expect(run.stop).toMatchObject({ by: 'bob', step: 1, verdict: 'stopped-alarm' });
    expect(run.letters.map(({ kind }) => kind)).toEqual(['decision']);
    expect(run.letters[0]!.content).toMatchObject({ go: false, reason: 'alarm' });
    expect(run.receipt.keys).toMatchObject({ alice: null, bob: null, eve: [] });
    expect(run.receipt.eve.keyBitsKnown).toBe(0);
  });

  test('the monitor is silent on the light of others', () => {
    const fixed = { ...lesson, 'devices.fixes': ['photocurrent-monitor'] };
    for (const attack of ['none', 'intercept-resend', 'photon-number-splitting']) {
      const { verdict } = runConfig(configOf({ ...fixed, 'eve.attack': attack })).receipt;
      expect(verdict).not.toBe('stopped-alarm');
    }
    const { verdict } = runConfig(configOf({ ...fixed, 'eve.fraction': 0 })).receipt;
    expect(verdict).toBe('key');
  });
});

test.each([
  { 'exchange.photons': 40_000, 'channel.lossDb': 4 },
  { 'exchange.photons': 1_100_000, 'channel.lossDb': 13 },
  { 'exchange.photons': 40_000, 'channel.lossDb': 4, ...laser },
  { 'exchange.photons': 1_100_000, 'channel.lossDb': 13, ...laser },
])('any pulse alone: a click of hers is her result in her basis: %o', (differences) => {
  const run = runConfig(
    configOf({
      'eve.fraction': 0.7,
      'detector.darkCountProbability': 0.01,
      'channel.flipProbability': 0.03,
      ...differences,
    }),
  );
  const [link] = replayOf(run);
  const counted = { clicks: 0, known: 0, signals: 0, dark: 0 };
  const pulses = 30_000;
  for (let pulse = 0; pulse < pulses; pulse++) {
    const record = link!.record(pulse);
    if (record.intensity === 0) {
      counted.signals++;
      if (record.photons === 0) counted.dark++;
    }
    if (record.certain) counted.known++;
    if (!record.tapActs || !record.detected) continue;
    counted.clicks++;
    expect(record.askedBasis).toBe(record.tapBasis);
    expect(record.gotBit).toBe(record.tapBit);
    expect([record.dark, record.double]).toEqual([false, false]);
    expect(record.photons).toBeGreaterThan(0);
    // Kept: then her basis was Alice's too, and her result is the bit.
    if (record.kept) expect(record.tapBit).toBe(record.sentBit);
    expect(record.certain).toBe(record.kept);
  }
  expect(counted.clicks).toBeGreaterThan(100);
  expect(link!.totals(pulses).known).toBe(counted.known);
  if ('exchange.source' in differences) {
    expectShare(counted.dark, counted.signals, Math.exp(-0.5), 'empty signals');
  }
});

test('the basis midway has no faked states', () => {
  const parsed = parseConfig({ eve: { attack: 'detector-blinding', basis: 'breidbart' } });
  expect(parsed.ok).toBe(false);
  if (!parsed.ok) expect(parsed.problems[0]!.path).toBe('/eve/basis');
});

import { expect, test } from 'vitest';
import type { RunConfig } from '../config.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import { expectedRate } from './expectation.ts';

function configOf(differences: Readonly<Record<string, unknown>>): RunConfig {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
}

const weak = {
  'exchange.source': 'weak-coherent',
  'exchange.meanPhotonNumber': 0.5,
  'exchange.decoys': [
    { meanPhotonNumber: 0.15, probability: 0.25 },
    { meanPhotonNumber: 0, probability: 0.15 },
  ],
};
const noise = { 'channel.flipProbability': 0.02, 'detector.darkCountProbability': 1e-5 };

test.each([
  ['single photons, finite', { 'exchange.photons': 200_000 }],
  [
    'single photons, endless, biased bases',
    {
      'exchange.photons': 100_000,
      'exchange.basisBias': 0.8,
      'amplification.accounting': 'asymptotic',
    },
  ],
  [
    'weak pulses with two decoys, finite, far',
    {
      ...weak,
      'exchange.photons': 20_000_000,
      'channel.lossDb': 7,
      'channel.flipProbability': 0.002,
    },
  ],
  [
    'weak pulses with two decoys, endless, far',
    {
      ...weak,
      'exchange.photons': 10_000_000,
      'channel.lossDb': 13,
      'amplification.accounting': 'asymptotic',
    },
  ],
  [
    'weak pulses without decoys, endless',
    {
      ...weak,
      'exchange.decoys': [],
      'exchange.photons': 1_000_000,
      'exchange.meanPhotonNumber': 0.1,
      'amplification.accounting': 'asymptotic',
    },
  ],
  [
    'weak pulses taken for single photons',
    {
      ...weak,
      'exchange.photons': 1_000_000,
      'channel.lossDb': 10,
      'amplification.accounting': 'single-photons-assumed',
    },
  ],
])('%s: the mean of executed runs', (_, given) => {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
  const config = { ...noise, ...given };
  const expected = expectedRate(configOf(config))!;
  const runs = seeds.map((seed) => runConfig(configOf({ ...config, seed })).receipt);
  const rates = runs.map(({ amplification, counts }) => amplification!.outputBits / counts.sent);
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / seeds.length;
  const spread = Math.sqrt(
    rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / (seeds.length - 1),
  );
  const error = spread / Math.sqrt(seeds.length);
  // Correct leaks within three per cent of what is expected of it.
  const leaked = runs[0]!.amplification!.leakedBits / runs[0]!.counts.sent;
  expect(expected).toBeGreaterThan(0);
  expect(error + 0.03 * leaked).toBeLessThan(0.08 * expected);
  expect(Math.abs(mean - expected), `${mean}, expected ${expected} ± ${error}`).toBeLessThan(
    4 * error + 0.03 * leaked,
  );
});

test('is not above zero where no run has a key', () => {
  const far = { ...noise, ...weak, 'exchange.photons': 10_000_000, 'channel.lossDb': 40 };
  expect(expectedRate(configOf(far))!).toBeLessThanOrEqual(0);
  const bright = { ...far, 'exchange.decoys': [], 'channel.lossDb': 10 };
  const endless = { ...bright, 'amplification.accounting': 'asymptotic' };
  expect(expectedRate(configOf(endless))!).toBeLessThanOrEqual(0);
  expect(expectedRate(configOf({ 'exchange.photons': 500 }))!).toBeLessThan(0);
});

test('is unknown where Eve, a dead time or an angle has a say', () => {
  for (const other of [
    { 'eve.attack': 'intercept-resend' },
    { 'detector.deadTimePulses': 10 },
    { 'exchange.prepare': 'H' },
    { 'amplification.method': 'none' },
  ]) {
    expect(expectedRate(configOf(other))).toBeNull();
  }
});

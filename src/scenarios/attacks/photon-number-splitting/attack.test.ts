import { expect, test } from 'vitest';
import { anchor } from '../../../core/anchors.ts';
import { splittingTransmittance } from '../../../core/decoys/side-channels.ts';
import { splittingRule } from '../../../core/optics/splitting.ts';
import { VERIFICATION_BITS } from '../../../core/reconciliation/verification.ts';
import type { Observer } from '../../actors.ts';
import { planLinks } from '../../channels/plan.ts';
import type { RunConfig } from '../../config.ts';
import { configFromDifferences } from '../../config-parse.ts';
import { runConfig } from '../../execute.ts';
import { factsOf } from '../../knowledge/facts.ts';
import { photonView } from '../../knowledge/photons.ts';
import { replayOf } from '../../knowledge/replay.ts';
import { countLight } from '../../link/count.ts';

type Differences = Readonly<Record<string, unknown>>;

function configOf(differences: Differences): RunConfig {
  const parsed = configFromDifferences({
    'exchange.source': 'weak-coherent',
    'eve.attack': 'photon-number-splitting',
    ...differences,
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
}

const decoys = [
  { meanPhotonNumber: 0.1, probability: 0.2 },
  { meanPhotonNumber: 0, probability: 0.1 },
];
const lesson = { 'exchange.photons': 1_000_000, 'channel.lossDb': 10 };
const naive = { ...lesson, 'amplification.accounting': 'single-photons-assumed' };

/** Within four standard errors of a share p of n. */
function expectShare(hits: number, n: number, p: number, what: string): void {
  const off = Math.abs(hits - n * p);
  const deviation = Math.sqrt(n * p * (1 - p));
  expect(off, `${what}: ${hits} of ${n}, expected ${p}`).toBeLessThanOrEqual(4 * deviation + 1e-9);
}

test('who reckons weak pulses as single photons is fooled, at the usual clicks and errors', () => {
  const { receipt } = runConfig(configOf(naive));
  const honest = runConfig(configOf({ ...naive, 'eve.attack': 'none' })).receipt;
  expect(receipt.verdict).toBe('fooled');
  expect(receipt.eve.siftedBitsKnown).toBe(receipt.counts.sifted);
  expect(receipt.eve.keyBitsKnown).toBe(receipt.keys.alice!.bits);
  expect(receipt.qber.actual).toBe(honest.qber.actual);
  expectShare(receipt.counts.detected, 1e6, 1 - Math.exp(-0.05), 'clicks');
  expectShare(receipt.counts.sifted, receipt.counts.detected, 0.5, 'sifted');
  // Without her it is a key; this accounting does not pay for the comparison's bits.
  expect(honest.verdict).toBe('key');
  expect(honest.eve.keyBitsKnown).toBeLessThanOrEqual(VERIFICATION_BITS);
});

test('counted honestly nothing is left without decoys; with decoys only where Eve has been', () => {
  const asymptotic = { ...lesson, 'amplification.accounting': 'asymptotic' };
  expect(runConfig(configOf(asymptotic)).receipt.verdict).toBe('stopped-short');
  const counted = { ...asymptotic, 'exchange.decoys': decoys };
  expect(runConfig(configOf(counted)).receipt.verdict).toBe('stopped-short');
  expect(runConfig(configOf({ ...counted, 'eve.attack': 'none' })).receipt.verdict).toBe('key');
});

// Every regime: splits part of the pulses, blocks part of the single photons, blocks part of what she split.
test.each([
  { 'channel.lossDb': 0.5, 'exchange.meanPhotonNumber': 1.2 },
  { 'channel.lossDb': 3 },
  { 'channel.lossDb': 6, 'detector.efficiency': 0.3 },
  { 'channel.lossDb': 12, 'exchange.decoys': decoys },
  { 'channel.lossDb': 12, 'exchange.photons': 2_000_000, 'exchange.decoys': decoys },
  { 'channel.lossDb': 4, 'eve.fraction': 0.4, 'exchange.decoys': decoys },
])('Bob’s detectors click as often, and err as often, as without her: %o', (differences) => {
  const noisy = {
    'exchange.photons': 600_000,
    'channel.flipProbability': 0.02,
    'detector.darkCountProbability': 1e-4,
    ...differences,
  };
  const split = countLight(configOf(noisy));
  const honest = countLight(configOf({ ...noisy, 'eve.attack': 'none' }));
  const { photons } = configOf(noisy).exchange;
  // Two runs, each with its own deviation.
  const clicks = honest.detected / photons;
  const deviation = Math.sqrt(2 * photons * clicks * (1 - clicks));
  expect(Math.abs(split.detected - honest.detected)).toBeLessThan(4 * deviation);
  const rate = honest.errors / honest.sifted;
  // More photons a pulse put a few more double clicks among the errors: under a tenth of the rate here.
  const off = 4 * Math.sqrt(2 * honest.sifted * rate) + 0.1 * honest.errors;
  expect(Math.abs(split.errors - honest.errors)).toBeLessThan(off);
});

test('below the critical transmittance no single photon passes', () => {
  const { inputs } = anchor<{ mu: number }, unknown>('pns.critical.mu0.1');
  const critical = splittingTransmittance(inputs.mu);
  const rule = (transmittance: number, efficiency = 1) =>
    splittingRule(
      [{ meanPhotonNumber: inputs.mu, probability: 1 }],
      { transmittance, efficiency, misalignment: 0 },
      1,
    );
  expect(rule(critical * 0.999)).toMatchObject({ single: 0, split: 1 });
  expect(rule(critical * 1.001).single).toBeGreaterThan(0);
  expect(rule(critical * 0.999).forward).toBeLessThan(1);
  // Perfect detectors do not miss the photon that she keeps; others would, so she lets those pulses be.
  expect(rule(1).split).toBe(1);
  expect(rule(1, 0.5)).toMatchObject({ single: 1, forward: 1 });
  expect(rule(1, 0.5).split).toBeCloseTo(0, 9);
});

test.each([
  { 'exchange.photons': 30_000, 'channel.lossDb': 4 },
  { 'exchange.photons': 1_100_000, 'channel.lossDb': 20 },
])('any pulse alone shows what she holds, and its photons: %o', (differences) => {
  const config = configOf({
    'exchange.meanPhotonNumber': 0.8,
    'exchange.decoys': decoys,
    'channel.flipProbability': 0.05,
    'detector.darkCountProbability': 0.001,
    ...differences,
  });
  const run = runConfig(config);
  const [link] = replayOf(run);
  const pulses = Math.min(config.exchange.photons, 30_000);
  const numbers = [0, 0, 0, 0];
  let signals = 0;
  let certain = 0;
  for (let pulse = 0; pulse < pulses; pulse++) {
    const record = link!.record(pulse);
    if (record.tapActs) {
      // She keeps one only where there are two or more, and learns what Alice sent.
      expect(record.photons).toBeGreaterThanOrEqual(2);
      expect([record.tapBasis, record.tapBit]).toEqual([record.sentBasis, record.sentBit]);
    }
    if (record.certain) certain++;
    expect(record.certain).toBe(record.kept && record.tapActs);
    if (record.intensity !== 0) continue;
    signals++;
    numbers[Math.min(3, record.photons)]!++;
  }
  expect(link!.totals(pulses).known).toBe(certain);
  expect(certain).toBeGreaterThan(0);
  // Over all signals the numbers are Poisson's, whatever she did and Bob saw.
  const poisson = [1, 0.8, 0.32].map((term) => term * Math.exp(-0.8));
  for (const n of [0, 1, 2]) expectShare(numbers[n]!, signals, poisson[n]!, `${n} photons`);
});

test('single photons cannot be split: the run is that without her', () => {
  const single = { 'exchange.source': 'single', 'channel.lossDb': 3 };
  const [with_, without] = ['photon-number-splitting', 'none'].map(
    (attack) => runConfig(configOf({ ...single, 'eve.attack': attack })).receipt,
  );
  expect({ ...with_, config: null }).toEqual({ ...without, config: null });
  expect(planLinks(configOf(single))[0]!.weak).toBeNull();
});

test('she counts the photons of every pulse as it passes; nobody else does', () => {
  const config = configOf({ 'exchange.photons': 5_000, 'channel.lossDb': 6 });
  const run = runConfig(config);
  const facts = factsOf(run);
  const weakOf = (observer: Observer, now: number, pulse: number) =>
    photonView({ run, facts, observer, now, pulsesSent: now }, pulse).weak;
  const link = replayOf(run)[0]!;
  for (let pulse = 0; pulse < 200; pulse++) {
    const { photons } = link.record(pulse);
    expect(weakOf('eve', 300, pulse)!.photons).toBe(photons);
    expect(weakOf('alice', 300, pulse)!.photons).toBeNull();
    expect(weakOf('bob', 300, pulse)!.photons).toBeNull();
  }
  expect(weakOf('eve', 100, 200)!.photons).toBeNull();
});

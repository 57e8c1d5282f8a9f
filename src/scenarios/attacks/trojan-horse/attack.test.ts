import { expect, test } from 'vitest';
import { anchor } from '../../../core/anchors.ts';
import { reflectedAt } from '../../channels/full-plan.ts';
import { planLinks } from '../../channels/plan.ts';
import type { RunConfig } from '../../config.ts';
import { configFromDifferences } from '../../config-parse.ts';
import { runConfig } from '../../execute.ts';
import { replayOf } from '../../knowledge/replay.ts';

function configOf(differences: Readonly<Record<string, unknown>>): RunConfig {
  const parsed = configFromDifferences({
    'eve.attack': 'trojan-horse',
    'exchange.photons': 200_000,
    ...differences,
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
}

/** Within four standard errors of a share p of n. */
function expectShare(hits: number, n: number, p: number, what: string): void {
  const off = Math.abs(hits - n * p);
  const deviation = Math.sqrt(n * p * (1 - p));
  expect(off, `${what}: ${hits} of ${n}, expected ${p}`).toBeLessThanOrEqual(4 * deviation);
}

const isolated = { 'devices.fixes': ['isolator'] };

test('the published isolation leaves the published light', () => {
  const { expected } = anchor<unknown, { mu_out: number }>('trojan');
  const { devices, eve } = configOf(isolated);
  expect(reflectedAt(devices, eve.trojanPhotons)).toBeCloseTo(expected.mu_out, 15);
});

test.each([
  {},
  { 'exchange.source': 'weak-coherent', 'channel.lossDb': 3 },
  { 'channel.lossDb': 10, 'exchange.photons': 2_000_000 },
  { 'eve.trojanPhotons': 1e10, 'eve.fraction': 0.5 },
])('she tells 1 − e^(−2μ) of the bits, and disturbs none: %o', (differences) => {
  const config = configOf({ ...differences, 'channel.flipProbability': 0.01 });
  const { receipt } = runConfig(config);
  const honest = runConfig({ ...config, eve: { ...config.eve, attack: 'none' } }).receipt;
  expect(receipt.counts).toEqual(honest.counts);
  expect(receipt.qber).toEqual(honest.qber);
  const mu = reflectedAt(config.devices, config.eve.trojanPhotons);
  const tells = config.eve.fraction * (1 - Math.exp(-2 * mu));
  const { sifted } = receipt.counts;
  expectShare(receipt.eve.siftedBitsKnown, sifted, tells, 'known');
  expectShare(receipt.eve.siftedBitsGuessedRight, sifted, (1 + tells) / 2, 'guessed');
});

test('bright enough she has the key, which both ends accept', () => {
  const { receipt } = runConfig(configOf({ 'devices.isolationDb': 90 }));
  expect(receipt.verdict).toBe('fooled');
  expect(receipt.qber.actual).toBe(0);
});

test('an isolator leaves her next to nothing, and Shrink pays for that', () => {
  const { receipt } = runConfig(configOf(isolated));
  const open = runConfig(configOf({ 'eve.attack': 'none' })).receipt;
  expect(receipt.verdict).toBe('key');
  expect(receipt.eve.siftedBitsKnown).toBeLessThanOrEqual(6);
  expect(receipt.eve.keyBitsKnown).toBe(0);
  const paid = receipt.amplification!.phaseErrorBits - open.amplification!.phaseErrorBits;
  // n·h(10⁻⁶), a bit and a half for 75,000.
  expect(paid).toBe(2);
  expect(open.amplification!.outputBits - receipt.amplification!.outputBits).toBe(paid);
  const poor = runConfig(configOf({ ...isolated, 'devices.isolatorDb': 0 })).receipt;
  expect(poor.verdict).toBe('stopped-short');
});

test('any pulse alone: what she reads is what Alice set', () => {
  const config = configOf({
    'exchange.photons': 1_100_000,
    'channel.lossDb': 12,
    'exchange.source': 'weak-coherent',
  });
  const link = replayOf(runConfig(config))[0]!;
  let read = 0;
  let known = 0;
  const pulses = 20_000;
  for (let pulse = 0; pulse < pulses; pulse++) {
    const record = link.record(pulse);
    if (record.certain) known++;
    if (!record.tapActs) continue;
    read++;
    expect([record.tapBasis, record.tapBit]).toEqual([record.sentBasis, record.sentBit]);
    expect(record.certain).toBe(record.kept);
  }
  expectShare(read, pulses, 1 - Math.exp(-2), 'read');
  expect(link.totals(pulses).known).toBe(known);
  expect(planLinks(config)[0]!.odds.tap).toBeNull();
});

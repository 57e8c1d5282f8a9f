import { expect, test } from 'vitest';
import type { RunConfig } from '../../config.ts';
import { configFromDifferences } from '../../config-parse.ts';
import { runConfig } from '../../execute.ts';
import { replayOf } from '../../knowledge/replay.ts';

function configOf(differences: Readonly<Record<string, unknown>>): RunConfig {
  const parsed = configFromDifferences({ 'eve.attack': 'block', ...differences });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
}

const sources = [
  {},
  { 'exchange.source': 'weak-coherent' },
  { 'exchange.photons': 1_200_000, 'channel.lossDb': 10 },
  { 'exchange.photons': 1_200_000, 'channel.lossDb': 10, 'exchange.source': 'weak-coherent' },
];

test.each(sources)('nothing arrives, and nobody has a key: %o', (differences) => {
  const { receipt } = runConfig(configOf(differences));
  expect(receipt.verdict).toBe('stopped-short');
  expect(receipt.counts).toMatchObject({ detected: 0, sifted: 0 });
  expect(receipt.eve).toMatchObject({ siftedBitsKnown: 0, keyBitsKnown: 0 });
});

test.each(sources)('half a cut leaves the other pulses as they were: %o', (differences) => {
  const half = runConfig(configOf({ ...differences, 'eve.fraction': 0.5 }));
  const whole = runConfig(configOf({ ...differences, 'eve.attack': 'none' }));
  const { detected } = whole.receipt.counts;
  const off = Math.abs(half.receipt.counts.detected - detected / 2);
  expect(off).toBeLessThan(4 * Math.sqrt(detected / 4));
  const [cut, open] = [replayOf(half)[0]!, replayOf(whole)[0]!];
  const { coinsByDetection } = half;
  for (let pulse = 0; pulse < 20_000; pulse += 7) {
    const record = cut.record(pulse);
    if (record.blocked) expect(record.detected).toBe(false);
    else if (!coinsByDetection || record.detected) expect(record).toEqual(open.record(pulse));
    expect(record.certain).toBe(false);
  }
});

import { expect, test } from 'vitest';
import { anchor } from '../../../core/anchors.ts';
import type { RunConfig } from '../../config.ts';
import { configFromDifferences } from '../../config-parse.ts';
import { runConfig } from '../../execute.ts';
import { replayOf } from '../../knowledge/replay.ts';

const { inputs, expected } = anchor<{ r: number }, { p_guess: number }>('timeshift.0.2');
const shifted = {
  'eve.attack': 'time-shift',
  'detector.mismatch': inputs.r,
  'exchange.photons': 200_000,
};

function configOf(differences: Readonly<Record<string, unknown>>): RunConfig {
  const parsed = configFromDifferences({ ...shifted, ...differences });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
}

/** Within four standard errors of a share p of n. */
function expectShare(hits: number, n: number, p: number, what: string): void {
  const off = Math.abs(hits - n * p);
  const deviation = Math.sqrt(n * p * (1 - p));
  expect(off, `${what}: ${hits} of ${n}, expected ${p}`).toBeLessThanOrEqual(4 * deviation);
}

test.each([{}, { 'channel.lossDb': 10, 'exchange.photons': 2_000_000 }])(
  'she guesses 1/(1 + r) of the bits, and nobody sees an error or a bias: %o',
  (differences) => {
    const { receipt } = runConfig(configOf(differences));
    const { counts, eve, qber, verdict } = receipt;
    expectShare(eve.siftedBitsGuessedRight, counts.sifted, expected.p_guess, 'guessed');
    expectShare(counts.zeros, counts.detected, 0.5, 'zeros');
    expect([qber.actual, eve.siftedBitsKnown, verdict]).toEqual([0, 0, 'key']);
    const { detected } = runConfig(configOf({ ...differences, 'eve.attack': 'none' })).receipt
      .counts;
    expect(Math.abs(counts.detected - detected)).toBeLessThan(4 * Math.sqrt(2 * detected));
  },
);

test('Bob’s own coin for his detectors leaves her with hers', () => {
  const fixed = { 'devices.fixes': ['random-gating'] };
  for (const attack of ['time-shift', 'none']) {
    const { receipt } = runConfig(configOf({ ...fixed, 'eve.attack': attack }));
    const { counts, eve } = receipt;
    expectShare(eve.siftedBitsGuessedRight, counts.sifted, 0.5, 'guessed');
    expectShare(counts.zeros, counts.detected, 0.5, 'zeros');
  }
});

test('equal detectors give her nothing to shift', () => {
  const equal = { 'detector.mismatch': 1 };
  const [with_, without] = ['time-shift', 'none'].map(
    (attack) => runConfig(configOf({ ...equal, 'eve.attack': attack })).receipt,
  );
  expect({ ...with_, config: null }).toEqual({ ...without, config: null });
});

test.each([
  { 'exchange.photons': 30_000 },
  { 'exchange.photons': 1_100_000, 'channel.lossDb': 12, 'exchange.source': 'weak-coherent' },
])('any pulse alone shows which way she moved it, and that is her guess: %o', (differences) => {
  const run = runConfig(configOf(differences));
  const link = replayOf(run)[0]!;
  const seen = { zero: 0, kept: 0, right: 0 };
  const pulses = 30_000;
  for (let pulse = 0; pulse < pulses; pulse++) {
    const { favours, kept, sentBit } = link.record(pulse);
    expect(favours).not.toBeNull();
    if (favours === 0) seen.zero++;
    if (!kept) continue;
    seen.kept++;
    if (favours === sentBit) seen.right++;
  }
  expectShare(seen.zero, pulses, 0.5, 'moved to either side');
  expectShare(seen.right, seen.kept, expected.p_guess, 'right');
});

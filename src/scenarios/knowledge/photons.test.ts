import { describe, expect, test } from 'vitest';
import { configFromDifferences } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import type { Run } from '../run.ts';
import { type PulseRecord, replayOf } from './replay.ts';
import { timelineOf } from './timeline.ts';
import { viewOf } from './view-of.ts';

type Differences = Readonly<Record<string, unknown>>;

function runOf(differences: Differences): Run {
  const parsed = configFromDifferences({ 'exchange.source': 'weak-coherent', ...differences });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return runConfig(parsed.config);
}

const decoy = (meanPhotonNumber: number, probability: number) => ({
  meanPhotonNumber,
  probability,
});

/** Within four standard errors of a share p of n. */
function expectShare(hits: number, n: number, p: number, what: string): void {
  const off = Math.abs(hits - n * p);
  const deviation = Math.sqrt(n * p * (1 - p));
  expect(off, `${what}: ${hits} of ${n}, expected ${p}`).toBeLessThanOrEqual(4 * deviation);
}

const MEANS = [1.2, 0.4, 0];
const laser = {
  'exchange.meanPhotonNumber': MEANS[0],
  'exchange.decoys': [decoy(MEANS[1]!, 0.3), decoy(MEANS[2]!, 0.1)],
  'channel.flipProbability': 0.1,
  'detector.darkCountProbability': 0.002,
};

describe.each([
  ['lane by lane', { 'exchange.photons': 200_000, 'channel.lossDb': 4 }],
  [
    'lane by lane, Eve on half',
    {
      'exchange.photons': 200_000,
      'channel.lossDb': 4,
      'eve.attack': 'intercept-resend',
      'eve.fraction': 0.5,
    },
  ],
  ['listed', { 'exchange.photons': 1_000_001, 'channel.lossDb': 14 }],
  [
    'listed, Eve on half, detectors with dead time',
    {
      'exchange.photons': 1_000_001,
      'channel.lossDb': 14,
      'detector.deadTimePulses': 20,
      'eve.attack': 'intercept-resend',
      'eve.fraction': 0.5,
    },
  ],
  [
    'lane by lane, each detector with a dead time of its own',
    {
      'exchange.photons': 200_000,
      'detector.deadTimePulses': 3,
      'detector.jointDeadTime': false,
    },
  ],
  [
    'unequal detectors, Eve on half',
    {
      'exchange.photons': 200_000,
      'channel.lossDb': 2,
      'detector.mismatch': 0.3,
      'eve.attack': 'intercept-resend',
      'eve.fraction': 0.5,
    },
  ],
  [
    'listed, unequal detectors',
    { 'exchange.photons': 1_000_001, 'channel.lossDb': 14, 'detector.mismatch': 0 },
  ],
])('every pulse inspected alone: %s', (_, differences) => {
  const run = runOf({ ...laser, ...differences });
  const [replay] = replayOf(run);
  const pulses = replay!.plan.pulses;
  const sums = MEANS.map(() => ({ sent: 0, detected: 0, sifted: 0, errors: 0 }));
  const numbers = MEANS.map(() => [0, 0, 0, 0]);
  let known = 0;
  let wrongly = 0;
  const spread: PulseRecord[] = [];
  // From the last to the first, so that nothing can rest on the order of the visits.
  for (let pulse = pulses - 1; pulse >= 0; pulse--) {
    const record = replay!.record(pulse);
    const { intensity, photons, detected, kept, sentBit, gotBit, certain, tapBit } = record;
    const sum = sums[intensity]!;
    sum.sent++;
    if (detected) sum.detected++;
    if (kept) sum.sifted++;
    if (kept && sentBit !== gotBit) sum.errors++;
    const number = numbers[intensity]!;
    number[Math.min(3, photons)]!++;
    if (certain) known++;
    if (record.tapActs && photons === 0) wrongly++;
    if (certain && tapBit !== sentBit) wrongly++;
    if (detected && !record.dark && photons === 0) wrongly++;
    if (record.double && photons + (record.dark ? 1 : 0) < 2 && !record.dark) wrongly++;
    if (pulse % 1009 === 0) spread.push(record);
  }

  test('gives the run’s counts of every intensity', () => {
    expect(sums).toEqual(
      run.receipt.counts.byIntensity!.map(({ sent, detected, sifted, errors }) => ({
        sent,
        detected,
        sifted,
        errors,
      })),
    );
    expect(known).toBe(run.receipt.eve.siftedBitsKnown);
  });

  test('has Poisson’s number of photons, detected or not', () => {
    MEANS.forEach((mean, k) => {
      const zero = Math.exp(-mean);
      const shares = [zero, mean * zero, (mean * mean * zero) / 2];
      shares.push(1 - shares.reduce((a, b) => a + b));
      shares.forEach((p, n) => {
        expectShare(numbers[k]![n]!, sums[k]!.sent, Math.max(0, p), `${n} photons of ${mean}`);
      });
    });
  });

  test('clicks without photons only in the dark, and Eve sees nothing where nothing was', () => {
    expect(wrongly).toBe(0);
  });

  test('is the same when it is asked for again, and in order', () => {
    const again = replayOf(run)[0]!;
    spread.reverse().forEach((record, i) => {
      expect(again.record(i * 1009)).toEqual(record);
    });
    for (const at of [0, 1, 33_000, 77_777, pulses]) {
      let detected = 0;
      if (at <= 33_000) {
        for (let pulse = 0; pulse < at; pulse++) detected += again.record(pulse).detected ? 1 : 0;
        expect(again.totals(at).detected).toBe(detected);
      }
    }
    expect(again.totals(pulses).detected).toBe(run.receipt.counts.detected);
  });
});

describe('what is seen of a laser pulse beside its state', () => {
  const run = runOf({
    ...laser,
    'exchange.photons': 2000,
    'authentication.method': 'none',
    'eve.attack': 'intercept-resend',
    'eve.fraction': 0.5,
  });
  const [replay] = replayOf(run);
  const pulses = Array.from({ length: 400 }, (_, i) => i * 5);

  test('the viewer sees strength and photon number at once', () => {
    for (const pulse of pulses) {
      const at = timelineOf(run).instantOfPulse(pulse);
      const { intensity, photons } = replay!.record(pulse);
      expect(viewOf(run, 'everyone', at).photon(pulse).weak).toEqual({ intensity, photons });
    }
  });

  test('Alice knows the strength as she sends; Bob and Eve once she has named it, of what clicked', () => {
    const bases = run.letters.filter(({ kind }) => kind === 'bases');
    for (const pulse of pulses) {
      const { intensity, detected } = replay!.record(pulse);
      const at = timelineOf(run).instantOfPulse(pulse);
      expect(viewOf(run, 'alice', at).photon(pulse).weak).toEqual({ intensity, photons: null });
      const { at: named } = bases.find(({ range }) => pulse < range!.to)!;
      for (const observer of ['bob', 'eve'] as const) {
        const seen = (instant: number) => viewOf(run, observer, instant).photon(pulse).weak;
        expect(seen(named)).toEqual({ intensity: null, photons: null });
        expect(seen(named + 1)).toEqual({ intensity: detected ? intensity : null, photons: null });
      }
    }
  });

  test('single photons have nothing of the kind', () => {
    const single = runOf({ ...laser, 'exchange.source': 'single', 'exchange.photons': 500 });
    expect('weak' in viewOf(single, 'everyone', 3).photon(2)).toBe(false);
    expect(replayOf(single)[0]!.record(2)).toMatchObject({ intensity: 0, photons: 1 });
  });
});

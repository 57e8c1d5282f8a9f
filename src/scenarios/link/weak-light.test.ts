import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bitsOf, onesBefore } from '../../core/bits/bits.ts';
import { basesBody } from '../channels/letters.ts';
import { planLinks } from '../channels/plan.ts';
import type { RunConfig } from '../config.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import { openColumnDigest, openLogHash } from './digest.ts';
import { shine } from './light.ts';

type Differences = Readonly<Record<string, unknown>>;

const decoy = (meanPhotonNumber: number, probability: number) => ({
  meanPhotonNumber,
  probability,
});

const laser = {
  'exchange.source': 'weak-coherent',
  'exchange.decoys': [decoy(0.1, 0.2), decoy(0, 0.1)],
  'channel.flipProbability': 0.02,
  'detector.darkCountProbability': 0.001,
};
/** One lane a pulse, and one lane a detection. */
const DENSE = { ...laser, 'exchange.photons': 100_000, 'channel.lossDb': 3 };
const LISTED = { ...laser, 'exchange.photons': 1_300_000, 'channel.lossDb': 13 };

function configOf(differences: Differences): RunConfig {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
}

function lightOf(differences: Differences) {
  const config = configOf(differences);
  const [plan] = planLinks(config);
  const hash = openLogHash();
  const decoys = plan!.weak!.levels.length - 1;
  const digest = openColumnDigest(hash, 0, plan!.pulses, { tapped: false, decoys });
  const light = shine(plan!, config.exchange.pulsesPerLetter, digest, () => {});
  return { light, log: Buffer.from(hash.digest()).toString('hex') };
}

describe.each([
  ['lane by lane', DENSE],
  ['listed', LISTED],
])('%s', (_, differences) => {
  const { light, log } = lightOf(differences);
  const levels = light.byIntensity!;

  test('counts by intensity add up to the link’s own', () => {
    const sum = (pick: (level: (typeof levels)[number]) => number) =>
      levels.reduce((total, level) => total + pick(level), 0);
    const { tally, plan, key, tested } = light;
    expect(sum(({ sent }) => sent)).toBe(plan.pulses);
    expect(sum(({ detected }) => detected)).toBe(tally.detected);
    expect(sum(({ rectilinear }) => rectilinear.sifted)).toBe(tally.siftedRectilinear);
    expect(sum(({ rectilinear }) => rectilinear.errors)).toBe(tally.errorsRectilinear);
    expect(sum(({ rectilinear }) => rectilinear.tested)).toBe(tally.testedRectilinear);
    expect(sum(({ rectilinear }) => rectilinear.testErrors)).toBe(tally.testErrorsRectilinear);
    expect(sum(({ diagonal }) => diagonal.sifted)).toBe(tally.sifted - tally.siftedRectilinear);
    expect(sum(({ diagonal }) => diagonal.errors)).toBe(tally.errors - tally.errorsRectilinear);
    expect(sum(({ diagonal }) => diagonal.tested)).toBe(tally.tested - tally.testedRectilinear);
    expect(
      sum(({ diagonal }) => diagonal.sifted - diagonal.tested) +
        sum(({ rectilinear }) => rectilinear.sifted - rectilinear.tested),
    ).toBe(key.sender.length);
    expect(tested.sender.length).toBe(tally.tested);
  });

  test('letters say the same strengths, however the pulses are parted among them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5_000, max: 200_000 }), (pulsesPerLetter) => {
        const other = lightOf({ ...differences, 'exchange.pulsesPerLetter': pulsesPerLetter });
        expect(other.log).toBe(log);
        const sent = [0, 0, 0];
        const detected = [0, 0, 0];
        for (const { range, count, intensities, ...matter } of other.light.letters) {
          const { sent: here, dimmer } = intensities!;
          expect(here.reduce((a, b) => a + b)).toBe(range.to - range.from);
          const weaker = dimmer.map(({ words, length }) => onesBefore(words, length));
          const each = [count - weaker[0]!, weaker[0]! - weaker[1]!, weaker[1]!];
          for (let k = 0; k < 3; k++) {
            sent[k]! += here[k]!;
            detected[k]! += each[k]!;
          }
          // Alice's bases still end the letter, where readers look for them.
          const body = Buffer.concat(basesBody({ range, count, intensities, ...matter }));
          const bytes = (count + 7) >>> 3;
          expect(body.length).toBe(4 + 3 * 4 + 3 * bytes);
          const last = bitsOf(body.subarray(body.length - bytes), count);
          expect(last).toEqual(matter.senderBasis);
        }
        expect(sent).toEqual(levels.map((level) => level.sent));
        expect(detected).toEqual(levels.map((level) => level.detected));
      }),
      { seed: 1984, numRuns: 4 },
    );
  });
});

test('a receipt lists the intensities of weak pulses, and only of those', () => {
  const { receipt, links } = runConfig(configOf(DENSE));
  const { byIntensity, ...counts } = receipt.counts;
  expect(byIntensity!.map(({ meanPhotonNumber }) => meanPhotonNumber)).toEqual([0.5, 0.1, 0]);
  for (const name of ['sent', 'detected', 'sifted'] as const) {
    expect(byIntensity!.reduce((sum, level) => sum + level[name], 0)).toBe(counts[name]);
  }
  const errors = byIntensity!.reduce((sum, level) => sum + level.errors, 0);
  expect(errors / counts.sifted).toBe(receipt.qber.actual);
  expect(links[0]!.byIntensity!.map(({ sent }) => sent)).toEqual(
    byIntensity!.map(({ sent }) => sent),
  );
  const single = runConfig(configOf({ ...DENSE, 'exchange.source': 'single' }));
  expect('byIntensity' in single.receipt.counts).toBe(false);
  expect(single.links[0]!.byIntensity).toBeNull();
});

test('without decoys the letters are those of single photons, and every pulse is signal', () => {
  const { light } = lightOf({ ...DENSE, 'exchange.decoys': [] });
  expect(light.letters.every(({ intensities }) => intensities === null)).toBe(true);
  expect(light.byIntensity).toHaveLength(1);
  expect(light.byIntensity![0]!.sent).toBe(100_000);
});

test('Eve in the middle sends pulses of her own, with strengths of her own', () => {
  const { receipt } = runConfig(
    configOf({
      ...DENSE,
      'eve.attack': 'man-in-the-middle',
      'authentication.method': 'none',
      'amplification.accounting': 'single-photons-assumed',
    }),
  );
  const [near, far] = receipt.counts.links!;
  expect(receipt.verdict).toBe('fooled');
  expect(near!.byIntensity!.map(({ sent }) => sent)).not.toEqual(
    far!.byIntensity!.map(({ sent }) => sent),
  );
  receipt.counts.byIntensity!.forEach((level, k) => {
    for (const name of ['sent', 'detected', 'sifted', 'errors'] as const) {
      expect(level[name]).toBe(near!.byIntensity![k]![name] + far!.byIntensity![k]![name]);
    }
  });
});

test('intercept–resend on weak pulses: a quarter of the kept bits wrong, half of them hers', () => {
  const { receipt } = runConfig(
    configOf({
      'exchange.source': 'weak-coherent',
      'exchange.photons': 400_000,
      'eve.attack': 'intercept-resend',
      'estimation.abortAbove': 0.5,
    }),
  );
  const { counts, qber, eve } = receipt;
  // Two photons of one pulse can light both detectors where her basis was wrong: a coin there too.
  expect(Math.abs(qber.actual! - 0.25)).toBeLessThan(4 * Math.sqrt(0.1875 / counts.sifted));
  const share = eve.siftedBitsKnown / counts.sifted;
  expect(Math.abs(share - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / counts.sifted));
});

test('dead time takes clicks away at the renewal formula’s rate, on either way of counting', () => {
  for (const [differences, pulses] of [
    [{ ...DENSE, 'exchange.photons': 400_000 }, 7],
    [{ ...LISTED, 'exchange.photons': 4_000_000 }, 40],
  ] as const) {
    const clicks = (deadTimePulses: number) => {
      const dead = { 'detector.deadTimePulses': deadTimePulses };
      return lightOf({ ...differences, ...dead }).light.tally.detected;
    };
    const p = clicks(0) / differences['exchange.photons'];
    const n = differences['exchange.photons'];
    const cycle = pulses + 1 / p;
    // Cycles of a fixed and a geometric part; twice that, since p is a measured value.
    const deviation = Math.sqrt((n * (1 - p)) / p ** 2 / cycle ** 3);
    expect(Math.abs(clicks(pulses) - n / cycle)).toBeLessThan(8 * deviation);
  }
});

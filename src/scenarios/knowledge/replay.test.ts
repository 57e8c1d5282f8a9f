import { describe, expect, test } from 'vitest';
import { configFromDifferences } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import type { Run } from '../run.ts';
import { type LinkReplay, type PulseRecord, replayOf } from './replay.ts';

type Differences = Readonly<Record<string, unknown>>;

function runOf(differences: Differences): Run {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return runConfig(parsed.config);
}

const recordsOf = (differences: Differences, link = 0): readonly PulseRecord[] => {
  const run = runOf(differences);
  const replay = replayOf(run).at(link)!;
  return Array.from({ length: replay.plan.pulses }, (_, pulse) => replay.record(pulse));
};

describe('one switch leaves every other coin where it was, photon by photon', () => {
  const base = {
    'exchange.photons': 3000,
    'channel.lossDb': 2,
    'channel.flipProbability': 0.05,
    'eve.attack': 'intercept-resend',
    'eve.fraction': 0.5,
  } as const;
  const before = recordsOf(base);

  /** Fields of both runs must be equal; a record that has no value for a field must not be asked. */
  function expectSame(
    after: readonly PulseRecord[],
    fields: readonly (keyof PulseRecord)[],
    where: (old: PulseRecord, now: PulseRecord) => boolean = () => true,
  ): void {
    let compared = 0;
    for (const [pulse, now] of after.entries()) {
      const old = before[pulse]!;
      if (!where(old, now)) continue;
      compared++;
      for (const field of fields) expect(now[field], `${field} of ${pulse}`).toBe(old[field]);
    }
    expect(compared).toBeGreaterThan(200);
  }

  const ALICE = ['sentBit', 'sentBasis'] as const;
  const BOB = ['askedBasis'] as const;
  const LINE = ['detected', 'double', 'dark'] as const;
  const bothTapped = (old: PulseRecord, now: PulseRecord) => old.tapActs && now.tapActs;
  const neither = (old: PulseRecord, now: PulseRecord) => !old.tapActs && !now.tapActs;

  test('seals: nothing of the light changes', () => {
    for (const switched of [
      { 'authentication.method': 'none' },
      { 'authentication.method': 'hmac-sha-256' },
      { 'authentication.sealing': 'letter' },
    ]) {
      expect(recordsOf({ ...base, ...switched, 'authentication.preSharedBits': 1e5 })).toEqual(
        before,
      );
    }
  });

  test('Eve: away, or on more pulses, or in another basis', () => {
    const away = recordsOf({ ...base, 'eve.attack': 'none' });
    expectSame(away, [...ALICE, ...BOB, ...LINE, 'kept', 'sampled']);
    expectSame(away, ['gotBit'], (old) => !old.tapActs && old.detected);
    const more = recordsOf({ ...base, 'eve.fraction': 0.8 });
    expectSame(more, [...ALICE, ...BOB, ...LINE, 'tapBasis', 'tapBit', 'gotBit'], bothTapped);
    expectSame(more, ['gotBit'], neither);
    // What she did before she still does.
    expectSame(more, ['tapActs'], (old) => old.tapActs);
    const always = recordsOf({ ...base, 'eve.basis': 'rectilinear' });
    expectSame(always, [...ALICE, ...BOB, ...LINE, 'tapActs', 'kept', 'sampled']);
    expectSame(always, ['tapBit', 'gotBit'], (old) => old.tapActs && old.tapBasis === 0);
    expectSame(recordsOf({ ...base, 'eve.basis': 'breidbart' }), [
      ...ALICE,
      ...BOB,
      ...LINE,
      'tapActs',
    ]);
  });

  test('Eve in the middle: Alice sends and Bob asks as without her', () => {
    const middle = { ...base, 'eve.attack': 'man-in-the-middle', 'authentication.method': 'none' };
    expectSame(recordsOf(middle, 0), [...ALICE]);
    expectSame(recordsOf(middle, -1), [...BOB, 'detected']);
  });

  test('the line: loss takes photons, flips turn bits, dark counts add clicks', () => {
    const lossy = recordsOf({ ...base, 'channel.lossDb': 3 });
    expectSame(lossy, [...ALICE, ...BOB, 'tapActs', 'tapBasis', 'tapBit']);
    expectSame(lossy, ['gotBit', 'detected'], (_, now) => now.detected);
    const quiet = recordsOf({ ...base, 'channel.flipProbability': 0 });
    expectSame(quiet, [...ALICE, ...BOB, ...LINE, 'tapActs', 'kept', 'sampled', 'certain']);
    const flipped = quiet.filter((now, i) => now.detected && now.gotBit !== before[i]!.gotBit);
    expect(flipped.length).toBeGreaterThan(30);
    const dark = recordsOf({ ...base, 'detector.darkCountProbability': 0.05 });
    expectSame(dark, [...ALICE, ...BOB, 'tapActs', 'tapBasis', 'tapBit']);
    expectSame(dark, ['gotBit', 'detected'], (old, now) => old.detected && !now.dark);
  });

  test('the number of photons, and the sample', () => {
    expectSame(recordsOf({ ...base, 'exchange.photons': 2999 }), Object.keys(before[0]!) as never);
    const sampled = recordsOf({ ...base, 'estimation.sampleFraction': 0.5 });
    expectSame(sampled, [...ALICE, ...BOB, ...LINE, 'tapActs', 'kept', 'gotBit', 'certain']);
    expectSame(sampled, ['sampled'], (old) => old.sampled);
  });

  test('the bias: bases only turn one way', () => {
    const biased = recordsOf({ ...base, 'exchange.basisBias': 0.8 });
    expectSame(biased, ['sentBit', 'detected', 'tapActs']);
    expectSame(biased, ['sentBasis'], (old) => old.sentBasis === 0);
    expectSame(biased, ['askedBasis'], (old) => old.askedBasis === 0);
  });
});

interface Sums {
  readonly detected: Uint32Array;
  readonly kept: Uint32Array;
  readonly errors: Uint32Array;
  readonly known: Uint32Array;
}

/** Counts over pulses [0, p) for every p, one photon after the other, and everything else summed. */
function walk({ plan, record }: LinkReplay) {
  const column = () => new Uint32Array(plan.pulses + 1);
  const sums: Sums = { detected: column(), kept: column(), errors: column(), known: column() };
  const all = { zeros: 0, tested: 0, testErrors: 0, keptPlus: 0, errorsPlus: 0 };
  for (let pulse = 0; pulse < plan.pulses; pulse++) {
    const r = record(pulse);
    const wrong = r.kept && r.sentBit !== r.gotBit;
    sums.detected[pulse + 1] = sums.detected[pulse]! + (r.detected ? 1 : 0);
    sums.kept[pulse + 1] = sums.kept[pulse]! + (r.kept ? 1 : 0);
    sums.errors[pulse + 1] = sums.errors[pulse]! + (wrong ? 1 : 0);
    sums.known[pulse + 1] = sums.known[pulse]! + (r.certain ? 1 : 0);
    if (r.detected && r.gotBit === 0) all.zeros++;
    if (r.kept && r.sampled) all.tested++;
    if (wrong && r.sampled) all.testErrors++;
    if (r.kept && r.sentBasis === 0) all.keptPlus++;
    if (wrong && r.sentBasis === 0) all.errorsPlus++;
    // What a record says of itself.
    if (r.kept !== (r.detected && r.sentBasis === r.askedBasis)) throw new Error(`kept: ${pulse}`);
    const certain = r.kept && r.tapActs && r.tapBasis === r.sentBasis;
    if (plan.odds.tap?.basis !== 'breidbart' && r.certain !== certain) {
      throw new Error(`certain: ${pulse}`);
    }
    if (r.double && !(r.dark && r.detected)) throw new Error(`double: ${pulse}`);
    if (r.certain && r.tapBit !== r.sentBit) throw new Error(`certain and wrong: ${pulse}`);
  }
  return { sums, all };
}

describe('photon by photon, scrubbed and in bulk a run is the same', () => {
  const noise = { 'channel.flipProbability': 0.02, 'estimation.abortAbove': 0.5 } as const;
  const listening = { 'eve.attack': 'intercept-resend', 'eve.fraction': 0.6 } as const;
  const runs: readonly (readonly [string, Differences])[] = [
    ['alone', { 'exchange.photons': 40_000 }],
    ['a word and a bit', { 'exchange.photons': 33 }],
    ['listening', { ...noise, ...listening, 'exchange.photons': 100_001, 'channel.lossDb': 1 }],
    ['midway', { ...listening, 'eve.basis': 'breidbart', 'exchange.photons': 33_001 }],
    [
      'in the middle, dark',
      {
        ...noise,
        'eve.attack': 'man-in-the-middle',
        'authentication.method': 'none',
        'exchange.photons': 50_000,
        'detector.darkCountProbability': 0.1,
        'channel.lossDb': 4,
      },
    ],
    [
      'stopped in the exchange',
      {
        'authentication.sealing': 'letter',
        'authentication.preSharedBits': 1500,
        'exchange.photons': 40_000,
      },
    ],
    [
      // 2²⁰ pulses and some more; about 22 % of them click, so each list chunk has several batches.
      'listed by detection',
      { ...noise, ...listening, 'exchange.photons': 1_100_000, 'channel.lossDb': 6.5 },
    ],
    [
      'listed, dark',
      {
        ...noise,
        ...listening,
        'exchange.photons': 1_060_000,
        'channel.lossDb': 12,
        'detector.darkCountProbability': 0.01,
      },
    ],
  ];

  test.each(runs)('%s', (_, differences) => {
    const run = runOf(differences);
    const { counts, qber } = run.receipt;
    replayOf(run).forEach((replay, link) => {
      const { sums, all } = walk(replay);
      const n = replay.plan.pulses;
      const told = counts.links?.[link] ?? counts;
      const rate = qber.links?.[link] ?? qber;
      expect(n).toBe(told.sent);
      expect(sums.detected[n]).toBe(told.detected);
      expect(all.zeros).toBe(told.zeros);
      if (run.links[link]!.reached !== 'exchange') {
        expect(sums.kept[n]).toBe(told.sifted);
        expect(sums.errors[n]! / sums.kept[n]!).toBe(rate.actual);
        expect(all.errorsPlus / all.keptPlus).toBe(rate.rectilinear.actual);
        expect(all.tested).toBe(told.tested);
        expect(all.testErrors).toBe(told.testErrors);
      }
      if (run.links.length === 1 && told.sifted > 0) {
        expect(sums.known[n]).toBe(run.receipt.eve.siftedBitsKnown);
      }
      // Totals: at random places, at the ends, and around every border of a chunk and of a batch.
      const places = [0, 1, n - 1, n];
      for (let border = 32_768; border < n; border += 32_768)
        places.push(border - 1, border, border + 1);
      for (let i = 1; i <= 100; i++) places.push((i * 7_368_787) % (n + 1));
      for (const p of places.filter((place) => place >= 0 && place <= n)) {
        expect(replay.totals(p), `before ${p}`).toEqual({
          detected: sums.detected[p],
          kept: sums.kept[p],
          errors: sums.errors[p],
          known: sums.known[p],
        });
      }
      // Backwards and at random, from a cold start.
      const cold = replayOf({ ...run })[link]!;
      for (let i = 1; i <= 60; i++) {
        const pulse = n - 1 - ((i * 104_729 * i) % n);
        expect(cold.record(pulse)).toEqual(replay.record(pulse));
        expect(cold.record(pulse).detected).toBe(sums.detected[pulse + 1]! > sums.detected[pulse]!);
      }
    });
  });

  test('the trace has the counts that were reached when it says', () => {
    for (const [, differences] of runs) {
      const run = runOf({ ...differences, 'exchange.photons': 30_000 });
      replayOf(run).forEach((replay, link) => {
        const { sums } = walk(replay);
        const { trace } = run.links[link]!;
        trace.pulse.forEach((pulse, i) => {
          expect(trace.kept[i]).toBe(sums.kept[pulse]);
          expect(trace.errors[i]).toBe(sums.errors[pulse]);
          expect(sums.kept[pulse - 1]).toBe(trace.kept[i]! - 1);
        });
      });
    }
  });
});

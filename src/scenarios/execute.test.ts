import { describe, expect, test } from 'vitest';
import { anchor } from '../core/anchors.ts';
import { singlePhotonClicks } from '../core/optics/formula.ts';
import type { RunConfig } from './config.ts';
import { configFromDifferences } from './config-parse.ts';
import { runConfig } from './execute.ts';
import type { Letter } from './messages.ts';
import type { Counts, Receipt } from './receipt.ts';
import type { Progress, Run } from './run.ts';

function configOf(differences: Readonly<Record<string, unknown>>): RunConfig {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
}

const runOf = (differences: Readonly<Record<string, unknown>>): Run =>
  runConfig(configOf(differences));
const receiptOf = (differences: Readonly<Record<string, unknown>>): Receipt =>
  runOf(differences).receipt;

/** Within four standard errors √(p(1−p)/n) of a share p of n. */
function expectShare(share: number | null, n: number, p: number, what = ''): void {
  expect(n, what).toBeGreaterThan(0);
  const error = Math.sqrt((p * (1 - p)) / n);
  expect(Math.abs(share! - p), `${what}: ${share}, expected ${p} ± ${error}`).toBeLessThanOrEqual(
    4 * error,
  );
}

const middle = { 'eve.attack': 'man-in-the-middle' } as const;
const listening = { 'eve.attack': 'intercept-resend' } as const;
/** Neither corrected nor shrunk: the kept bits themselves are the key. */
const raw = { 'reconciliation.method': 'none', 'amplification.method': 'none' } as const;

describe('nobody on the line', () => {
  test('both ends accept one key, three quarters of the kept bits shrunk', () => {
    const { verdict, counts, keys, qber, eve, seals, amplification } = receiptOf({});
    expect(verdict).toBe('key');
    expect(counts.detected).toBe(20_000);
    expectShare(counts.sifted / counts.sent, counts.sent, 0.5, 'sifted');
    expectShare(counts.tested / counts.sifted, counts.sifted, 0.25, 'tested');
    expect(keys.alice).toEqual(keys.bob);
    expect(amplification?.inputBits).toBe(counts.sifted - counts.tested);
    expect(keys.alice?.bits).toBe(amplification?.outputBits);
    expect(receiptOf(raw).keys.alice?.bits).toBe(amplification?.inputBits);
    expect(keys).toMatchObject({ equal: true, agreement: 1, eve: [] });
    expect(qber).toMatchObject({ estimated: 0, actual: 0 });
    expect(eve.siftedBitsKnown).toBe(0);
    expectShare(eve.siftedBitsGuessedRight / counts.sifted, counts.sifted, 0.5, 'guessed');
    // Two seals in Exchange, three in Check, two each in Correct and Shrink; 128 bits for the hash and
    // 128 for each mask.
    expect(seals).toMatchObject({ made: 9, checked: 9, failed: 0, keyBitsSpent: 128 + 9 * 128 });
  });

  test('the same configuration gives the same receipt, another seed another log', () => {
    expect(receiptOf({})).toEqual(receiptOf({}));
    expect(receiptOf({ seed: 1985 }).log.sha256).not.toBe(receiptOf({}).log.sha256);
  });

  test('a receipt’s configuration gives the receipt again', () => {
    for (const differences of [
      listening,
      { ...middle, 'authentication.method': 'none', 'channel.lengthKm': 10 },
      { seed: 'a word', 'exchange.photons': 777, 'eve.basis': 'breidbart', ...listening },
    ]) {
      const receipt = receiptOf(differences);
      expect(runConfig(receipt.config).receipt).toEqual(receipt);
    }
  });
});

describe('intercept–resend', () => {
  test('of 10⁶ photons: a quarter of the kept bits differ, Eve is certain of half', () => {
    // About 500,000 kept bits: standard error 0.0006 of the error rate, 0.0007 of her share.
    const { verdict, counts, qber, eve, keys } = receiptOf({
      ...listening,
      'exchange.photons': 1_000_000,
    });
    expect(verdict).toBe('stopped-errors');
    expectShare(counts.sifted / counts.sent, counts.sent, 0.5, 'sifted');
    expectShare(qber.actual, counts.sifted, 0.25, 'error rate');
    expectShare(qber.estimated, counts.tested, 0.25, 'estimate');
    expectShare(qber.rectilinear.actual, counts.sifted / 2.1, 0.25, 'rectilinear');
    expectShare(qber.diagonal.actual, counts.sifted / 2.1, 0.25, 'diagonal');
    expectShare(eve.siftedBitsKnown / counts.sifted, counts.sifted, 0.5, 'certain');
    expectShare(eve.siftedBitsGuessedRight / counts.sifted, counts.sifted, 0.75, 'guessed');
    expect(keys).toMatchObject({ alice: null, bob: null, eve: [], equal: false, agreement: null });
  });

  test('always in one basis hides in the average and shows in the other basis', () => {
    const { expected } = anchor<
      unknown,
      Readonly<Record<'qber' | 'qber_Z' | 'qber_X' | 'sifted_fraction', number>>
    >('ir.qber.f1.pz0.9.qz1');
    const known = anchor<unknown, number>('ir.known.f1.pz0.9.qz1').expected;
    const { counts, qber, eve, verdict } = receiptOf({
      ...listening,
      'eve.basis': 'rectilinear',
      'exchange.basisBias': 0.9,
      'exchange.photons': 400_000,
    });
    expectShare(counts.sifted / counts.sent, counts.sent, expected.sifted_fraction, 'sifted');
    expectShare(qber.actual, counts.sifted, expected.qber, 'pooled');
    expect(qber.rectilinear.actual).toBe(expected.qber_Z);
    expectShare(qber.diagonal.actual, counts.sifted * 0.012, expected.qber_X, 'diagonal');
    expectShare(eve.siftedBitsKnown / counts.sifted, counts.sifted, known, 'certain');
    // The pooled test lets it pass; the length, reckoned for each basis, does not.
    expect(qber.estimated).toBeLessThan(0.11);
    expect(verdict).toBe('stopped-short');
  });

  test('in the only basis that is used leaves no error, and Eve owns the key', () => {
    for (const [bias, basis] of [
      [1, 'rectilinear'],
      [0, 'diagonal'],
    ] as const) {
      const blind = { ...listening, 'eve.basis': basis, 'exchange.basisBias': bias };
      // Nothing was tested in the other basis, so nothing is known of her: no key in any accounting.
      expect(receiptOf(blind).verdict).toBe('stopped-short');
      expect(receiptOf({ ...blind, 'amplification.accounting': 'asymptotic' }).verdict).toBe(
        'stopped-short',
      );
      const { verdict, counts, qber, eve, keys } = receiptOf({ ...blind, ...raw });
      expect(counts.sifted).toBe(20_000);
      expect(qber.actual).toBe(0);
      expect(qber[bias === 1 ? 'diagonal' : 'rectilinear']).toEqual({
        estimated: null,
        interval: null,
        actual: null,
      });
      expect(eve.siftedBitsKnown).toBe(counts.sifted);
      expect(eve.keyBitsKnown).toBe(keys.alice?.bits);
      expect(keys.eve).toEqual([{ sharedWith: 'alice', ...keys.alice }]);
      expect(verdict).toBe('fooled');
    }
  });

  test('in the other basis makes half of the bits wrong and tells her nothing', () => {
    const { qber, counts, eve } = receiptOf({
      ...listening,
      'eve.basis': 'diagonal',
      'exchange.basisBias': 1,
    });
    expectShare(qber.actual, counts.sifted, 0.5, 'error rate');
    expect(eve.siftedBitsKnown).toBe(0);
    expectShare(eve.siftedBitsGuessedRight / counts.sifted, counts.sifted, 0.5, 'guessed');
  });

  test('midway between the bases guesses most and is certain of nothing', () => {
    const { expected } = anchor<unknown, { readonly p_guess: number; readonly qber: number }>(
      'ir.breidbart',
    );
    const { qber, counts, eve } = receiptOf({
      ...listening,
      'eve.basis': 'breidbart',
      'exchange.photons': 200_001,
    });
    expectShare(qber.actual, counts.sifted, expected.qber, 'error rate');
    expect(eve.siftedBitsKnown).toBe(0);
    expectShare(
      eve.siftedBitsGuessedRight / counts.sifted,
      counts.sifted,
      expected.p_guess,
      'guessed',
    );
  });

  test('behind a lossy line Eve is certain of her share of what arrived, no more', () => {
    const { counts, eve, qber } = receiptOf({
      ...listening,
      'eve.fraction': 0.4,
      'channel.lossDb': 6,
      'exchange.photons': 400_000,
    });
    expectShare(counts.detected / counts.sent, counts.sent, 10 ** -0.6, 'detected');
    expectShare(eve.siftedBitsKnown / counts.sifted, counts.sifted, 0.2, 'certain');
    expectShare(qber.actual, counts.sifted, 0.1, 'error rate');
  });
});

describe('a man in the middle', () => {
  test('without seals owns both keys, which agree with each other by chance only', () => {
    const receipt = receiptOf({ ...middle, 'authentication.method': 'none' });
    const { verdict, keys, qber, counts, seals } = receipt;
    expect(verdict).toBe('fooled');
    expect(keys.eve).toEqual([
      { sharedWith: 'alice', ...keys.alice },
      { sharedWith: 'bob', ...keys.bob },
    ]);
    expect(keys.alice?.sha256).not.toBe(keys.bob?.sha256);
    expect(keys.equal).toBe(false);
    expectShare(keys.agreement, Math.min(keys.alice!.bits, keys.bob!.bits), 0.5, 'agreement');
    const { expected } = anchor<unknown, Readonly<Record<string, unknown>>>('behaviour.mitm.off');
    expect(expected['qber_alice_side']).toBe(qber.links?.[0]?.actual);
    expect(expected['qber_bob_side']).toBe(qber.links?.[1]?.actual);
    expect(seals).toEqual({
      made: 0,
      checked: 0,
      failed: 0,
      keyBitsSpent: 0,
      forgeryOdds: 0,
      kind: 'none',
    });
    // The outer figures are over both links.
    const [near, far] = counts.links!;
    for (const name of ['sent', 'detected', 'sifted', 'tested', 'testErrors', 'zeros'] as const) {
      expect(counts[name]).toBe(near![name] + far![name]);
    }
    expect(counts.links!.map(({ ends }) => ends)).toEqual([
      ['alice', 'eve'],
      ['eve', 'bob'],
    ]);
  });

  test('is stopped by the first seal she forges, whoever she answers first', () => {
    for (const method of ['wegman-carter', 'hmac-sha-256']) {
      for (const sealing of ['phase', 'letter']) {
        for (const forgesTo of ['alice', 'bob']) {
          const run = runOf({
            ...middle,
            'authentication.method': method,
            'authentication.sealing': sealing,
            'eve.forgesTo': forgesTo,
          });
          const { verdict, keys, seals } = run.receipt;
          expect(verdict).toBe('stopped-seal');
          expect(run.stop).toMatchObject({ by: forgesTo, step: 1, verdict: 'stopped-seal' });
          expect(seals.failed).toBe(1);
          expect(keys).toMatchObject({ alice: null, bob: null, eve: [] });
          const refused = run.letters[run.stop!.letter!]!;
          expect(refused).toMatchObject({ writtenBy: 'eve', to: forgesTo, check: 'rejected' });
          // No forged letter was checked before it, and nothing but the stop follows it.
          expect(run.letters.filter(({ check }) => check === 'accepted')).toEqual([]);
          expect(run.letters.length).toBe(run.stop!.letter! + 2);
          expect(run.letters.at(-1)).toMatchObject({
            writtenBy: forgesTo,
            content: { kind: 'decision', go: false, reason: 'seal' },
          });
        }
      }
    }
  });

  test('with the leaked key makes seals that fit, and owns both keys', () => {
    for (const method of ['wegman-carter', 'hmac-sha-256']) {
      const { verdict, keys, seals } = receiptOf({
        ...middle,
        'authentication.method': method,
        'authentication.broken': 'key-leaked',
      });
      expect(verdict).toBe('fooled');
      expect(seals).toMatchObject({ made: 18, checked: 18, failed: 0 });
      expect(keys.eve.map(({ sha256 }) => sha256)).toEqual([keys.alice?.sha256, keys.bob?.sha256]);
    }
  });

  test('imitates the line she replaced: both ends see its loss and its noise', () => {
    const { counts, qber, eve } = receiptOf({
      ...middle,
      'authentication.method': 'none',
      'channel.lossDb': 3,
      'channel.flipProbability': 0.02,
      'exchange.photons': 200_000,
    });
    for (const { sent, detected } of counts.links!) {
      expectShare(detected / sent, sent, 10 ** -0.3, 'detected');
    }
    counts.links!.forEach(({ sifted }, i) => {
      expectShare(qber.links![i]!.actual, sifted, 0.02, 'error rate');
    });
    // On such a line she cannot tell which of her bits were turned, so she is certain of none.
    expect(eve.siftedBitsKnown).toBe(0);
    expect(eve.siftedBitsGuessedRight).toBe(
      counts.sifted - Math.round(qber.actual! * counts.sifted),
    );
  });

  test('on a noisy line fools whichever end holds her very bits, and only that one', () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 60; seed++) {
      const run = runOf({
        ...middle,
        ...raw,
        seed,
        'authentication.method': 'none',
        'channel.flipProbability': 0.01,
        'exchange.photons': 150,
        'estimation.sampleFraction': 0,
      });
      const { keys, qber, verdict, eve } = run.receipt;
      const clean = qber.links!.map(({ actual }) => actual === 0);
      expect([keys.alice !== null, keys.bob !== null]).toEqual(clean);
      expect(keys.eve.map(({ sharedWith }) => sharedWith)).toEqual(
        (['alice', 'bob'] as const).filter((_, i) => clean[i]),
      );
      expect(verdict).toBe(clean.includes(true) ? 'fooled' : 'stopped-errors');
      expect(run.stop === null).toBe(clean.includes(true));
      expect(keys.agreement === null).toBe(clean.includes(false));
      expect(eve.keyBitsKnown).toBe((keys.bob ?? keys.alice)?.bits ?? 0);
      seen.add(clean.join());
    }
    expect(seen.size).toBe(4);
  });

  test.each(['wegman-carter', 'hmac-sha-256'])(
    'passes one forged %s seal of eight bits in 256, over 4,096 seeds',
    (method) => {
      // p = 1/256 (the bound for a truncated hash is 2⁻⁸ + L·2⁻¹²⁸): 16 expected, standard error 4.
      let passed = 0;
      const seeds = 4096;
      for (let seed = 0; seed < seeds; seed++) {
        const { letters } = runOf({
          ...middle,
          seed,
          'exchange.photons': 16,
          'authentication.method': method,
          'authentication.tagBits': 8,
        });
        const first = letters.find((letter) => letter.writtenBy === 'eve' && letter.seal !== null)!;
        expect(first.seal?.tag).toHaveLength(1);
        if (first.check === 'accepted') passed++;
      }
      expect(passed).toBeGreaterThan(0);
      expectShare(passed / seeds, seeds, 1 / 256, `${passed} forged seals passed`);
    },
  );
});

describe('a run stops', () => {
  test('when more of the sample differs than allowed, and not when as much does', () => {
    const noisy = { ...raw, 'channel.flipProbability': 0.1, 'exchange.photons': 4000 };
    const { qber } = receiptOf({ ...noisy, 'estimation.abortAbove': 0.5 });
    const rate = qber.estimated!;
    const at = runOf({ ...noisy, 'estimation.abortAbove': rate });
    expect(at.stop?.step).toBe(3); // only the unequal bits stop it
    const below = runOf({ ...noisy, 'estimation.abortAbove': rate - 1e-9 });
    expect(below.stop).toMatchObject({ step: 2, by: 'bob', verdict: 'stopped-errors' });
    expect(below.receipt.verdict).toBe('stopped-errors');
    expect(below.letters.at(-1)?.content).toMatchObject({ go: false, reason: 'errors' });
  });

  test('as too short when nothing arrives', () => {
    for (const differences of [
      { 'channel.lossDb': 100, 'exchange.photons': 1000 },
      { 'detector.efficiency': 0 },
      { 'channel.lossDb': 100, 'exchange.photons': 3_000_000 },
    ]) {
      const { verdict, counts, qber, keys } = receiptOf(differences);
      expect(verdict).toBe('stopped-short');
      expect(counts).toMatchObject({ detected: 0, sifted: 0, tested: 0, zeros: 0 });
      expect(qber).toMatchObject({ estimated: null, interval: null, actual: null });
      expect(keys.alice).toBeNull();
    }
  });

  test('as too short when somebody measures for show', () => {
    for (const differences of [
      { 'exchange.prepare': 'H' },
      { 'exchange.measure': 22.5 },
      { 'exchange.prepare': 'mixture-HV', 'exchange.measure': 'diagonal', ...listening },
    ]) {
      const run = runOf(differences);
      expect(run.receipt.verdict).toBe('stopped-short');
      expect(run.receipt.counts).toMatchObject({ detected: 20_000, sifted: 0 });
      expect(run.letters).toEqual([]);
      expect(run.length).toBe(20_000);
    }
    // Zeros of an H photon at 22.5°: cos² 22.5°.
    const { counts } = receiptOf({ 'exchange.prepare': 'H', 'exchange.measure': 22.5 });
    expectShare(counts.zeros / counts.sent, counts.sent, Math.cos(Math.PI / 8) ** 2, 'zeros');
  });

  test('before the talk for a man in the middle too, when somebody measures for show', () => {
    const run = runOf({ ...middle, 'exchange.measure': 'diagonal' });
    expect(run.receipt.verdict).toBe('stopped-short');
    expect(run.receipt.counts.links).toHaveLength(2);
    expect(run.receipt.keys).toMatchObject({ alice: null, bob: null, eve: [] });
  });

  test('with unequal keys as errors when nothing was sampled', () => {
    const clean = receiptOf({ ...raw, 'estimation.sampleFraction': 0 });
    expect(clean.verdict).toBe('key');
    expect(clean.counts.tested).toBe(0);
    expect(clean.keys.alice?.bits).toBe(clean.counts.sifted);
    // Without a test nothing bounds what Eve knows, so Shrink leaves nothing of it.
    expect(receiptOf({ 'estimation.sampleFraction': 0 }).verdict).toBe('stopped-short');
    const heard = runOf({ ...raw, 'estimation.sampleFraction': 0, ...listening });
    expect(heard.receipt.verdict).toBe('stopped-errors');
    expect(heard.stop).toMatchObject({ step: 3, letter: null });
    expect(heard.receipt.keys).toMatchObject({ alice: null, bob: null });
  });

  test('in the middle of the exchange when the sealing key runs dry, and no photon follows', () => {
    const run = runOf({
      'authentication.sealing': 'letter',
      'authentication.preSharedBits': 1024,
      'exchange.photons': 20_000,
    });
    // (1024 − 128)/2 = 448 bits a direction: three masks, so three reports and three letters of bases.
    const { receipt, stop, letters, length } = run;
    expect(receipt.verdict).toBe('stopped-short');
    expect(stop).toMatchObject({ step: 1, by: 'bob', verdict: 'stopped-short' });
    expect(letters.map(({ kind, check }) => [kind, check])).toEqual([
      ['detections', 'accepted'],
      ['bases', 'accepted'],
      ['detections', 'accepted'],
      ['bases', 'accepted'],
      ['detections', 'accepted'],
      ['bases', 'accepted'],
      ['detections', 'not-checked'],
      ['decision', 'not-checked'],
    ]);
    expect(receipt.counts.sent).toBe(4 * 512);
    expect(length).toBe(4 * 512 + letters.length);
    expect(receipt.log.events).toBe(length);
    expect(stop?.at).toBe(letters[6]!.at + 1);
    expect(receipt.seals).toMatchObject({ made: 6, checked: 6, keyBitsSpent: 128 + 6 * 128 });
    // The photons that were sent are those of the whole run.
    const whole = runOf({
      'authentication.sealing': 'letter',
      'authentication.preSharedBits': 1e6,
    });
    expect(run.links[0]!.trace.errors.length).toBeGreaterThan(0);
    const upTo = run.links[0]!.trace.pulse.length;
    expect(whole.links[0]!.trace.pulse.subarray(0, upTo)).toEqual(run.links[0]!.trace.pulse);
  });

  test('never a single seal when the store holds no mask', () => {
    const run = runOf({ 'authentication.preSharedBits': 256 });
    expect(run.receipt.verdict).toBe('stopped-short');
    expect(run.receipt.seals).toMatchObject({ made: 0, keyBitsSpent: 0, kind: 'none' });
    expect(
      runOf({ 'authentication.preSharedBits': 256, 'authentication.method': 'hmac-sha-256' })
        .receipt.verdict,
    ).toBe('key');
  });
});

describe('a large lossy run, whose coins are numbered by detection', () => {
  const lossy = { 'exchange.photons': 3_000_000, 'channel.lossDb': 10 } as const;

  test('says so; up to a million pulses, or above a quarter of them detected, it is by pulse', () => {
    expect(runOf(lossy).coinsByDetection).toBe(true);
    expect(runOf({ ...lossy, 'exchange.photons': 1_000_000 }).coinsByDetection).toBe(false);
    expect(runOf({ ...lossy, 'channel.lossDb': 5 }).coinsByDetection).toBe(false);
  });

  // n ≈ 3·10⁶ pulses; click, error and double rates within four standard errors of the closed form.
  test.each([
    [10, 0, 0],
    [10, 0.03, 0.01],
    [20, 0.01, 1e-3],
    [30, 0, 1e-4],
    [60, 0, 0.02],
    [7, 0.02, 0.1],
  ])(
    'at %d dB, flips %d and dark counts %d clicks and errs as the formula says',
    (lossDb, flip, dark) => {
      const { counts, qber } = receiptOf({
        ...raw,
        ...lossy,
        'channel.lossDb': lossDb,
        'channel.flipProbability': flip,
        'detector.darkCountProbability': dark,
        'estimation.abortAbove': 0.5,
      });
      const formula = singlePhotonClicks({
        transmittance: 10 ** (-lossDb / 10),
        misalignment: flip,
        darkCountProbability: dark,
      });
      expectShare(counts.detected / counts.sent, counts.sent, formula.click, 'click');
      expectShare(counts.sifted / counts.detected, counts.detected, 0.5, 'sifted');
      expectShare(qber.actual, counts.sifted, formula.qber!, 'error rate');
      expectShare(counts.zeros / counts.detected, counts.detected, 0.5, 'zeros');
    },
  );

  test('listens and hears as a small run does', () => {
    const { counts, qber, eve } = receiptOf({ ...lossy, ...listening, 'eve.fraction': 0.3 });
    expectShare(qber.actual, counts.sifted, 0.075, 'error rate');
    expectShare(eve.siftedBitsKnown / counts.sifted, counts.sifted, 0.15, 'certain');
    expectShare(qber.estimated, counts.tested, 0.075, 'estimate');
  });

  test('keeps chunk counters, letters and receipt in step, across list chunks and their batches', () => {
    // 7 dB and a dark count in ten: more than a batch of 32,768 detections in each list chunk.
    for (const extra of [{}, { 'channel.lossDb': 7, 'detector.darkCountProbability': 0.01 }]) {
      const run = runOf({
        ...lossy,
        ...extra,
        'exchange.photons': 2_500_000,
        'exchange.pulsesPerLetter': 100_000, // straddles chunks and batches
        'estimation.abortAbove': 0.5,
      });
      const { counts, trace } = run.links[0]!;
      const sum = (column: Uint32Array) => column.reduce((total, n) => total + n, 0);
      expect(counts.detected).toHaveLength(3);
      expect(sum(counts.detected)).toBe(run.receipt.counts.detected);
      expect(sum(counts.sifted)).toBe(run.receipt.counts.sifted);
      const reported = run.letters.flatMap(({ content }) =>
        content.kind === 'detections' ? [content.detected] : [],
      );
      expect(reported).toHaveLength(25);
      expect(reported.reduce((total, n) => total + n, 0)).toBe(run.receipt.counts.detected);
      expect(trace.kept.every((n, i) => i === 0 || n > trace.kept[i - 1]!)).toBe(true);
      expect(trace.pulse.every((n, i) => i === 0 || n > trace.pulse[i - 1]!)).toBe(true);
    }
  });

  test('stopped in the middle of the exchange sends nothing more', () => {
    const run = runOf({
      ...lossy,
      'authentication.sealing': 'letter',
      'authentication.preSharedBits': 512,
    });
    const perLetter = 65_536;
    expect(run.receipt.verdict).toBe('stopped-short');
    expect(run.receipt.counts.sent).toBe(2 * perLetter);
    expect(run.coinsByDetection).toBe(true);
    const whole = runOf(lossy);
    const reports = (letters: readonly Letter[]) =>
      letters.flatMap(({ content }) => (content.kind === 'detections' ? [content.detected] : []));
    expect(reports(run.letters)).toEqual(reports(whole.letters).slice(0, 2));
  });
});

test('a run tells how far it is, and never goes back', () => {
  const told = (differences: Readonly<Record<string, unknown>>) => {
    const list: Progress[] = [];
    runConfig(configOf(differences), { onProgress: (progress) => list.push(progress) });
    return list;
  };
  const whole = told({ 'exchange.photons': 200_000, ...middle });
  expect(whole.length).toBeGreaterThan(6);
  expect(whole.every(({ pulses }) => pulses === 400_000)).toBe(true);
  expect(whole.at(-1)).toEqual({ pulsesDone: 400_000, pulses: 400_000, step: 2 });
  const stopped = told({
    'exchange.photons': 200_000,
    'authentication.sealing': 'letter',
    'authentication.preSharedBits': 512,
  });
  for (const list of [whole, stopped]) {
    expect(
      list.every(({ pulsesDone }, i) => i === 0 || pulsesDone >= list[i - 1]!.pulsesDone),
    ).toBe(true);
  }
});

test('counts of every kind of run fit together', () => {
  const wholes = (counts: Counts) => {
    expect(counts.detected).toBeLessThanOrEqual(counts.sent);
    expect(counts.sifted).toBeLessThanOrEqual(counts.detected);
    expect(counts.zeros).toBeLessThanOrEqual(counts.detected);
    expect(counts.tested).toBeLessThanOrEqual(counts.sifted);
    expect(counts.testErrors).toBeLessThanOrEqual(counts.tested);
  };
  for (const attack of ['none', 'intercept-resend', 'man-in-the-middle']) {
    for (const photons of [1, 2, 31, 32, 33, 511, 513, 2048, 32_767, 32_769]) {
      const run = runOf({
        'eve.attack': attack,
        'exchange.photons': photons,
        'authentication.method': 'none',
        'channel.lossDb': 2,
        'detector.darkCountProbability': 0.05,
      });
      const { counts, log, messages } = run.receipt;
      wholes(counts);
      for (const link of counts.links ?? []) wholes(link);
      expect(log.events).toBe(photons + messages.number);
      // Round trips of Correct are one event each, and two letters unless the sender opens a pass.
      const rounds = run.links.reduce((sum, { correction }) => sum + (correction?.rounds ?? 0), 0);
      const inRounds = run.links.reduce((sum, link) => sum + (link.correction?.letters ?? 0), 0);
      expect(messages.number).toBe(run.letters.length + inRounds);
      expect(run.length).toBe(photons + run.letters.length + rounds);
      const roundsBefore = (at: number) =>
        run.links.reduce((sum, { correction }) => {
          const done = correction ? Math.min(correction.rounds, at - correction.at) : 0;
          return sum + Math.max(0, done);
        }, 0);
      expect(run.letters.map(({ at }, i) => at - i - roundsBefore(at))).toEqual([
        ...run.letterPulses,
      ]);
    }
  }
});

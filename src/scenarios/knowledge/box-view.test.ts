import { describe, expect, test } from 'vitest';
import { anchor } from '../../core/anchors.ts';
import type { RunConfig } from '../config.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import { type BoxRun, boxSeenBy, noticedIn } from './box-view.ts';

type Differences = Readonly<Record<string, unknown>>;

function runOf(differences: Differences): BoxRun {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  const config: RunConfig = parsed.config;
  const { receipt, links } = runConfig(config);
  return { config, receipt, finiteLimit: links[0]!.finiteLimit };
}

const lossy = { 'exchange.photons': 100_000, 'channel.lossDb': 10 };
const laser = {
  'exchange.photons': 1_000_000,
  'exchange.source': 'weak-coherent',
  'channel.lossDb': 10,
  'amplification.accounting': 'single-photons-assumed',
};
const counted = {
  ...laser,
  'exchange.decoys': [
    { meanPhotonNumber: 0.1, probability: 0.2 },
    { meanPhotonNumber: 0, probability: 0.1 },
  ],
  'amplification.accounting': 'asymptotic',
};
const splits = { 'eve.attack': 'photon-number-splitting' };

describe('the lesson', () => {
  const a = runOf({ ...laser, ...splits });
  const a0 = runOf(laser);

  test('splitting: nothing looks wrong, and she holds every kept bit', () => {
    const view = boxSeenBy(a, 'everyone');
    const usual = boxSeenBy(a0, 'everyone');
    expect(view.ending).toBe('fooled');
    expect(view.known! / view.sifted).toBeGreaterThan(0.9);
    expect(view.keyKnown).toBe(view.keyBits);
    expect(view.errorRate).toBeLessThan(view.limit);
    expect(view.alarm).toBe('no-monitor');
    const nothing = { errors: 'as-usual', clicks: 'as-usual', strength: null };
    expect(noticedIn(view, usual)).toEqual(nothing);
    expect(view.formula).toMatchObject({ kind: 'splitting', expected: 1, executed: 1 });
    expect([usual.ending, usual.known]).toEqual(['key', 0]);
  });

  test('an end is fooled and does not know; only Eve and the viewer see her share', () => {
    for (const end of ['alice', 'bob'] as const) {
      const view = boxSeenBy(a, end);
      expect(view).toMatchObject({ ending: 'key', known: null, keyKnown: null, formula: null });
      expect(view.guessedRight).toBeNull();
      expect(view.keyBits).toBe(a.receipt.keys.alice!.bits);
    }
    const eve = boxSeenBy(a, 'eve');
    expect(eve).toMatchObject({ ending: 'fooled', guessedRight: null, alarm: null });
    expect(eve.known).toBe(a.receipt.counts.sifted);
  });

  test('decoys and honest counting leave no key beside her, and one without her', () => {
    const b = boxSeenBy(runOf({ ...counted, ...splits }), 'bob');
    const b0 = boxSeenBy(runOf(counted), 'bob');
    expect([b.ending, b.keyBits]).toEqual(['stopped-short', null]);
    expect(b0.ending).toBe('key');
    expect(b0.decoys).toBeGreaterThan(290_000);
    const { clicks, strength } = noticedIn(b, b0);
    // All pulses together click as often; the weaker ones do not.
    expect(clicks).toBe('as-usual');
    expect(strength!.at).toBe(0.1);
    expect(strength!.share).toBeLessThan(strength!.usual);
  });
});

describe('blinding', () => {
  test('behind ten decibels nothing shows; the monitor stops it', () => {
    const c = boxSeenBy(runOf({ ...lossy, 'eve.attack': 'detector-blinding' }), 'everyone');
    expect(c).toMatchObject({ ending: 'fooled', errorRate: 0, known: c.sifted });
    expect(noticedIn(c, boxSeenBy(runOf(lossy), 'everyone')).clicks).toBe('as-usual');
    const watched = { ...lossy, 'devices.fixes': ['photocurrent-monitor'] };
    const run = runOf({ ...watched, 'eve.attack': 'detector-blinding' });
    for (const observer of ['alice', 'bob', 'eve', 'everyone'] as const) {
      const view = boxSeenBy(run, observer);
      expect(view).toMatchObject({ ending: 'stopped-alarm', alarm: 'rang', keyBits: null });
    }
    const quiet = runOf(watched);
    expect(boxSeenBy(quiet, 'bob').alarm).toBe('silent');
    expect(boxSeenBy(quiet, 'eve').alarm).toBeNull();
  });

  test('where the line loses less than three decibels the clicks fall', () => {
    const near = { ...lossy, 'channel.lossDb': 1 };
    const view = boxSeenBy(runOf({ ...near, 'eve.attack': 'detector-blinding' }), 'alice');
    expect(noticedIn(view, boxSeenBy(runOf(near), 'alice'))).toMatchObject({
      errors: 'as-usual',
      clicks: 'fewer',
    });
  });
});

/** Within four standard errors of a share p of n. */
function expectShare(executed: number | null, n: number, p: number): void {
  expect(Math.abs(executed! - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / n));
}

test('light that comes back: her share is that of the formula, and the isolator is paid for', () => {
  const trojan = { ...lossy, 'eve.attack': 'trojan-horse' };
  const open = boxSeenBy(runOf(trojan), 'everyone');
  expect(open.formula!.detail).toBeCloseTo(1, 12);
  expectShare(open.formula!.executed, open.sifted, open.formula!.expected!);
  expect(open.ending).toBe('key');
  expect(open.keyKnown).toBeGreaterThan(100);
  const fixed = { 'devices.fixes': ['isolator'], 'devices.isolatorDb': 30 };
  const shut = boxSeenBy(runOf({ ...trojan, ...fixed }), 'everyone');
  expect(shut.formula!.detail).toBeCloseTo(1e-3, 12);
  expectShare(shut.formula!.executed, shut.sifted, shut.formula!.expected!);
  expect(shut.keyKnown).toBe(0);
  expect(shut.paid).toBeGreaterThan(open.paid!);
  expect(shut.keyBits).toBeLessThan(open.keyBits!);
});

test('shifted arrival times: certain of nothing, right more often; gating makes it a coin again', () => {
  const { inputs, expected } = anchor<{ r: number }, { p_guess: number; info: number }>(
    'timeshift.0.2',
  );
  const shift = { ...lossy, 'detector.mismatch': inputs.r, 'eve.attack': 'time-shift' };
  const view = boxSeenBy(runOf(shift), 'everyone');
  expect(view.formula!.expected).toBeCloseTo(expected.p_guess, 9);
  expect(view.formula!.detail).toBeCloseTo(expected.info, 9);
  expectShare(view.formula!.executed, view.sifted, view.formula!.expected!);
  expect(view.known).toBe(0);
  const gated = boxSeenBy(runOf({ ...shift, 'devices.fixes': ['random-gating'] }), 'everyone');
  expectShare(gated.formula!.executed, gated.sifted, 0.5);
  expect(boxSeenBy(runOf(shift), 'eve').formula!.executed).toBeNull();
});

test('bases said too early: everything without an error; said afterwards: a quarter of errors', () => {
  const early = { ...lossy, 'exchange.announce': 'early', 'eve.attack': 'intercept-resend' };
  const view = boxSeenBy(runOf(early), 'everyone');
  expect(view).toMatchObject({ ending: 'fooled', errorRate: 0, known: view.sifted });
  const late = { ...early, 'exchange.announce': 'after' };
  const after = boxSeenBy(runOf(late), 'everyone');
  expect(after.ending).toBe('stopped-errors');
  expectShare(after.formula!.executed, after.tested, 0.25);
  const usual = boxSeenBy(runOf(lossy), 'everyone');
  expect(noticedIn(after, usual).errors).toBe('more');
});

test('a cut fibre: no bit is known, and none is made', () => {
  const view = boxSeenBy(runOf({ ...lossy, 'eve.attack': 'block' }), 'everyone');
  expect(view).toMatchObject({ detected: 0, sifted: 0, known: 0, errorRate: null, keyBits: null });
  expect(noticedIn(view, boxSeenBy(runOf(lossy), 'everyone'))).toMatchObject({
    errors: null,
    clicks: 'fewer',
  });
});

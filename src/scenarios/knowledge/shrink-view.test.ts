import { describe, expect, test } from 'vitest';
import { OBSERVERS } from '../actors.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import './key-views.ts';
import type { Run } from '../run.ts';
import { viewOf } from './view-of.ts';

function runOf(differences: Readonly<Record<string, unknown>>): Run {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return runConfig(parsed.config);
}

const noisy = {
  'exchange.photons': 900,
  'channel.flipProbability': 0.02,
  'amplification.accounting': 'asymptotic',
} as const;

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('a key out of corrected bits', () => {
  const run = runOf(noisy);
  const { budget } = run.links[0]!.shrink!;
  const letter = run.letters.find(({ kind }) => kind === 'shrink')!;
  const shrinkAt = (at: number, observer: (typeof OBSERVERS)[number] = 'everyone') =>
    viewOf(run, observer, at).shrink();

  test('each output bit is the sum of the input bits that its row marks', () => {
    const view = shrinkAt(letter.at + 1)!;
    expect([view.inputBits, view.outputBits]).toEqual([budget.inputBits, budget.outputBits]);
    expect(view.outputBits).toBeGreaterThan(20);
    for (const i of upTo(view.outputBits)) {
      let sum = 0;
      for (const j of upTo(view.inputBits)) sum ^= view.entry(i, j)! & view.input(j)!;
      expect(view.output(i)).toBe(sum);
    }
    const { preview } = viewOf(run, 'everyone', run.length).key('alice')!;
    expect(preview.map((_, i) => view.output(i))).toEqual(preview);
  });

  test('the matrix: a diagonal has one value, and beyond it there is none', () => {
    const { entry, inputBits: n, outputBits: m } = shrinkAt(letter.at + 1)!;
    let ones = 0;
    let broken = 0;
    for (const i of upTo(m - 1)) {
      for (const j of upTo(n - 1)) {
        if (j !== m - 1 && entry(i + 1, j + 1) !== entry(i, j)) broken++;
        if (j >= m) ones += entry(i, j)!;
      }
    }
    expect(broken).toBe(0);
    // Fair coins: within five standard errors, counting one coin a diagonal.
    const coins = n - 1;
    expect(Math.abs(ones / ((m - 1) * (n - 1 - m)) - 0.5)).toBeLessThan(2.5 / Math.sqrt(coins));
    for (const [i, j] of [
      [m, 0],
      [0, n],
      [-1, 0],
      [0, -1],
      [0.5, 0],
    ] as const) {
      expect(entry(i, j)).toBeNull();
    }
  });

  test('nothing of the matrix before its seed has come', () => {
    for (const observer of OBSERVERS) {
      expect(shrinkAt(letter.at - 1, observer)).toBeNull();
      const under = shrinkAt(letter.at, observer)!;
      expect([under.entry(0, 0), under.output(0)]).toEqual([null, null]);
      expect(under.budget).toEqual(budget);
    }
  });

  test('each end its own bits, and to Eve what follows: no key', () => {
    const everyone = shrinkAt(run.length)!;
    for (const actor of ['alice', 'bob'] as const) {
      const view = shrinkAt(run.length, actor)!;
      for (const i of upTo(view.outputBits)) expect(view.output(i)).toBe(everyone.output(i));
      for (const j of upTo(view.inputBits)) {
        expect(view.input(j)).toBe(everyone.input(j));
        expect(view.eveKnows(j)).toBeNull();
      }
    }
    const eve = shrinkAt(run.length, 'eve')!;
    let known = 0;
    for (const j of upTo(eve.inputBits)) {
      expect(eve.input(j)).toBe(eve.eveKnows(j) ? everyone.input(j) : null);
      expect(everyone.eveKnows(j)).toBe(eve.eveKnows(j));
      if (eve.eveKnows(j)) known++;
    }
    expect(known).toBeGreaterThan(0);
    expect(known).toBeLessThan(eve.inputBits);
    for (const i of upTo(eve.outputBits)) expect(eve.output(i)).toBeNull();
  });
});

test('in the middle Eve has both keys', () => {
  const run = runOf({
    ...noisy,
    'eve.attack': 'man-in-the-middle',
    'authentication.method': 'none',
  });
  for (const link of [0, 1] as const) {
    const eve = viewOf(run, 'eve', run.length).shrink(link)!;
    const end = viewOf(run, link === 0 ? 'alice' : 'bob', run.length).shrink()!;
    expect(eve.outputBits).toBeGreaterThan(20);
    for (const i of upTo(eve.outputBits)) expect(eve.output(i)).toBe(end.output(i));
  }
});

test('nothing left: the budget says why, and there is no matrix', () => {
  const run = runOf({ ...noisy, 'amplification.accounting': 'finite-key' });
  for (const observer of OBSERVERS) {
    const view = viewOf(run, observer, run.length).shrink()!;
    expect(view.outputBits).toBe(0);
    const { inputBits, phaseErrorBits, leakedBits, marginBits } = view.budget;
    expect(inputBits - phaseErrorBits - leakedBits - marginBits).toBeLessThanOrEqual(0);
    expect([view.entry(0, 0), view.output(0)]).toEqual([null, null]);
  }
});

test('of an input too long to be kept the first bits of the key are still those of the run', () => {
  const run = runOf({ ...noisy, 'exchange.photons': 180_000 });
  const view = viewOf(run, 'everyone', run.length).shrink()!;
  expect(view.inputBits).toBeGreaterThan(view.shownBits);
  const { preview } = viewOf(run, 'bob', run.length).key('bob')!;
  expect(preview.map((_, i) => view.output(i))).toEqual(preview);
  expect(view.entry(3, 3)).toBe(1);
  expect(view.entry(view.outputBits - 1, view.outputBits)).toBeNull();
  expect(view.entry(0, view.inputBits - 1)).toBe((run.links[0]!.shrink!.seed[0]! & 1) as 0 | 1);
});

import { expect, test } from 'vitest';
import { openStream, runKey, type Stream } from '../../core/random/streams.ts';
import { configFromDifferences } from '../config-parse.ts';
import './full-light.ts';
import type { LinkPlan } from './link-plan.ts';
import { planLinks, transmittanceOf } from './plan.ts';

function plansOf(attack: string): readonly LinkPlan[] {
  const parsed = configFromDifferences({ 'eve.attack': attack });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return planLinks(parsed.config);
}

test('no two coins of a run share an address: labels and their ids are unique', () => {
  const streams = new Map<string, Stream>();
  for (const attack of ['none', 'intercept-resend', 'man-in-the-middle']) {
    for (const plan of plansOf(attack)) {
      const own = [...Object.values(plan.streams), ...Object.values(plan.lostStreams)] as Stream[];
      expect(new Set(own.map(({ label }) => label)).size).toBe(own.length);
      for (const stream of [...own, plan.guess]) streams.set(stream.label, stream);
    }
  }
  const key = runKey(1984);
  // Opened elsewhere: the store, the sample's seed, and what Eve puts where a tag should be.
  for (const label of [
    'trust/pre-shared-key',
    'alice/sample-seed',
    'eve.as-alice/sample-seed',
    'eve.as-alice/forged-tag',
    'eve.as-bob/forged-tag',
  ]) {
    streams.set(label, openStream(key, label));
  }
  const ids = [...streams.values()].map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(40);
  expect(new Set(ids).size).toBe(ids.length);
});

test('Alice’s coins are hers and Bob’s his, whoever stands in the middle', () => {
  const [alone] = plansOf('none');
  const [near, far] = plansOf('man-in-the-middle');
  const label = (plan: LinkPlan | undefined, name: keyof LinkPlan['streams']) =>
    plan!.streams[name].label;
  for (const name of ['sentBit', 'sentBasis'] as const) {
    expect(label(near, name)).toBe(label(alone, name));
    expect(label(far, name)).not.toBe(label(alone, name));
  }
  for (const name of ['askedBasis', 'receiverCoin', 'darkZero', 'darkOne', 'double'] as const) {
    expect(label(far, name)).toBe(label(alone, name));
    expect(label(near, name)).not.toBe(label(alone, name));
  }
  // Nothing that happens on her side of the line is decided by the other side's coins.
  const shared = Object.values(near!.streams)
    .map(({ label: name }) => name as string)
    .filter((name) => Object.values(far!.streams).some((stream) => stream.label === name));
  expect(shared.every((name) => name.startsWith('eve.intercept-resend/'))).toBe(true);
});

test('a fibre loses as a line of the same decibels', () => {
  const fibre = transmittanceOf({ lengthKm: 50, lossDbPerKm: 0.2, flipProbability: 0 });
  expect(fibre).toBe(transmittanceOf({ lossDb: 10, flipProbability: 0 }));
  expect(fibre).toBeCloseTo(0.1, 12);
});

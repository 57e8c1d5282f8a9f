import { describe, expect, test } from 'vitest';
import { type Line, thresholdLine } from '../../core/decoys/line.ts';
import { furthest, infiniteDecoyRate, taggedRate } from '../../core/decoys/rates.ts';
import { decibelsToTransmittance } from '../../core/elementary/exponential.ts';
import { endlessRate, finiteRate, type RunModel } from './evidence.ts';
import { publishedSystems, systemLine } from './systems.ts';

const fibre = (km: number): Line =>
  thresholdLine({
    transmittance: 0.2 * decibelsToTransmittance(0.2 * km),
    misalignment: 0.01,
    darkCountProbability: 1e-7,
  });
const run: RunModel = {
  pulses: 1e10,
  intensities: [
    { meanPhotonNumber: 0.5, probability: 0.7 },
    { meanPhotonNumber: 0.1, probability: 0.2 },
    { meanPhotonNumber: 0, probability: 0.1 },
  ],
  basisBias: 0.5,
  sampleFraction: 0.25,
  correction: 1.16,
};

test('a finite run comes near the endless one as it grows, from below', () => {
  const endless = endlessRate(fibre(50), run);
  let before = -Infinity;
  for (const pulses of [1e8, 1e9, 1e10, 1e12, 1e14]) {
    const rate = finiteRate(fibre(50), { ...run, pulses }, 1e-10)!;
    expect(rate).toBeGreaterThan(before);
    before = rate;
  }
  // The finite bound counts bits without a photon too, which the endless one leaves out.
  expect(before / endless).toBeGreaterThan(0.98);
  expect(before / endless).toBeLessThan(1.01);
});

test('falls below zero at some distance, earlier the shorter the run', () => {
  const reach = (pulses: number) =>
    furthest((km) => finiteRate(fibre(km), { ...run, pulses }, 1e-10)!, 400);
  const endless = furthest((km) => endlessRate(fibre(km), run), 400);
  expect(reach(1e8)).toBeLessThan(reach(1e10));
  expect(reach(1e10)).toBeLessThan(reach(1e12));
  expect(reach(1e12)).toBeLessThan(endless + 1);
  expect(finiteRate(fibre(399), run, 1e-10)!).toBeLessThan(0);
});

test('the sample and the decoys cost what they take', () => {
  const processing = { sifting: 0.5, efficiency: run.correction };
  const ideal = infiniteDecoyRate(fibre(20), 0.5, processing);
  const rate = endlessRate(fibre(20), run);
  expect(rate).toBeLessThan(0.75 * ideal);
  expect(rate).toBeGreaterThan(0.75 * 0.7 * 0.9 * ideal);
});

test('without decoys it is the tagged rate of the bits kept', () => {
  const alone = { ...run, intensities: [{ meanPhotonNumber: 0.01, probability: 1 }] };
  const tagged = taggedRate(fibre(10), 0.01, { sifting: 0.5, efficiency: run.correction });
  expect(endlessRate(fibre(10), alone) / (0.75 * tagged)).toBeCloseTo(1, 9);
});

describe.each(publishedSystems)('$id', (system) => {
  test('has falling intensities that two decoys can use, and a key at its door', () => {
    expect(system.signal).toBeGreaterThan(system.decoys[0]! + system.decoys[1]!);
    const processing = { sifting: 0.5, efficiency: system.correction };
    const rate = (km: number) =>
      infiniteDecoyRate(systemLine(system, km), system.signal, processing);
    expect(rate(0)).toBeGreaterThan(1e-3);
    expect(furthest(rate, 400)).toBeGreaterThan(100);
    expect(furthest(rate, 400)).toBeLessThan(250);
  });
});

test('gys-2004 is the detector of the gys rows', () => {
  const gys = publishedSystems.find((one) => one.id === 'gys-2004')!;
  const { gain, error } = systemLine(gys, 50).pulse(gys.signal);
  // gys.50km
  expect(gain / 0.0019249502059680568).toBeCloseTo(1, 9);
  expect(error / gain / 0.03341242625265587).toBeCloseTo(1, 9);
});

import { describe, expect, test } from 'vitest';
import { anchor } from '../../core/anchors.ts';
import { configFromDifferences } from '../config-parse.ts';
import {
  type Curve,
  curveAt,
  curves,
  reachKm,
  settingOfConfig,
  settingOfSystem,
} from './curves.ts';
import { expectedRate } from './expectation.ts';
import { publishedSystems } from './systems.ts';

const gys = settingOfSystem(publishedSystems.find((one) => one.id === 'gys-2004')!);

function settingOf(differences: Readonly<Record<string, unknown>>) {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return settingOfConfig(parsed.config);
}

describe('the curves of the published detector', () => {
  test.each([0, 20, 50, 80, 120])('meet gys.%dkm', (km) => {
    const { expected } = anchor<
      unknown,
      { readonly R_vacuum_weak: number; readonly R_infinite: number }
    >(`gys.${km}km`);
    expect(Math.abs(curveAt('decoys', gys, km)! / expected.R_vacuum_weak - 1)).toBeLessThan(1e-9);
    expect(Math.abs(curveAt('infinite-decoys', gys, km)! / expected.R_infinite - 1)).toBeLessThan(
      1e-9,
    );
  });

  test('end where gys.maxdist and gys.gllp.maxdist say', () => {
    const { expected } = anchor<
      unknown,
      { readonly infinite: number; readonly vacuum_weak: number }
    >('gys.maxdist');
    const { expected: without, tolerance } = anchor<unknown, number>('gys.gllp.maxdist');
    expect(Math.abs(reachKm('infinite-decoys', gys) - expected.infinite)).toBeLessThan(0.01);
    expect(Math.abs(reachKm('decoys', gys) - expected.vacuum_weak)).toBeLessThan(0.01);
    expect(Math.abs(reachKm('without-decoys', gys) - without)).toBeLessThan(tolerance.value!);
  });

  test('are ordered at every length: one photon, all known, two decoys, none', () => {
    const endless = curves.filter((curve) => curve !== 'finite');
    for (let km = 0; km <= 180; km += 10) {
      const at = (curve: Curve) => Math.max(0, curveAt(curve, gys, km)!);
      const rates = endless.map(at);
      expect(rates).toEqual([...rates].sort((a, b) => b - a));
      expect(at('finite')).toBeLessThanOrEqual(at('decoys'));
    }
    expect(reachKm('single-photons', gys)).toBeGreaterThan(reachKm('infinite-decoys', gys) + 10);
  });
});

describe('the curves of a configuration', () => {
  const weak = {
    'exchange.source': 'weak-coherent',
    'exchange.meanPhotonNumber': 0.48,
    'exchange.decoys': [
      { meanPhotonNumber: 0.05, probability: 0.1 },
      { meanPhotonNumber: 0, probability: 0.1 },
    ],
    'channel.lengthKm': 5,
    'channel.lossDbPerKm': 0.21,
    'channel.flipProbability': 0.033,
    'detector.efficiency': 0.045,
    'detector.darkCountProbability': 8.5e-7,
  };

  test('hardly differ from the published ones for the same boxes', () => {
    // Two models of the detectors, and another efficiency of correcting: both are small at 20 km.
    const ours = settingOf(weak);
    const same = { ...ours, processing: gys.processing };
    for (const curve of curves) {
      if (curve === 'finite') continue; // of runs of different sizes
      expect(curveAt(curve, same, 20)! / curveAt(curve, gys, 20)!).toBeCloseTo(1, 2);
    }
    expect(ours.processing.sifting).toBe(0.5);
    expect(settingOf({ ...weak, 'exchange.basisBias': 0.9 }).processing.sifting).toBeCloseTo(0.82);
  });

  test('draw the finite curve of the run that would be executed', () => {
    const given = { ...weak, 'exchange.photons': 1_000_000_000, 'detector.efficiency': 0.5 };
    const parsed = configFromDifferences(given);
    if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
    const rate = curveAt('finite', settingOfConfig(parsed.config), 5)!;
    expect(rate).toBeGreaterThan(0);
    expect(rate / expectedRate(parsed.config)!).toBeCloseTo(1, 9);
  });

  test('need two decoys for the curve of decoys', () => {
    const one = settingOf({
      ...weak,
      'exchange.decoys': [{ meanPhotonNumber: 0.05, probability: 0.1 }],
    });
    expect(curveAt('decoys', one, 20)).toBeNull();
    expect(curveAt('finite', one, 20)).toBeNull();
    expect(reachKm('decoys', one)).toBe(0);
  });

  test('never end without dark counts and without errors', () => {
    const ideal = settingOf({
      ...weak,
      'channel.flipProbability': 0,
      'detector.darkCountProbability': 0,
    });
    expect(reachKm('single-photons', ideal, 500)).toBe(500);
  });
});

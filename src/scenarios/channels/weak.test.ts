import { describe, expect, test } from 'vitest';
import { anchor } from '../../core/anchors.ts';
import { thresholdLine } from '../../core/decoys/line.ts';
import { decibelsToTransmittance } from '../../core/elementary/exponential.ts';
import type { RunConfig } from '../config.ts';
import { configFromDifferences } from '../config-parse.ts';
import { countLight } from '../link/count.ts';
import './full-light.ts';
import { planLinks } from './plan.ts';
import { openPulses, visitChunk } from './quantum.ts';

type Differences = Readonly<Record<string, unknown>>;

function configOf(differences: Differences): RunConfig {
  const parsed = configFromDifferences({ 'exchange.source': 'weak-coherent', ...differences });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
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

/** Gains and error rates of every intensity against the exact model; returns the counts. */
function expectModel(differences: Differences) {
  const config = configOf(differences);
  const { channel, detector } = config;
  const lossDb = 'lossDb' in channel ? channel.lossDb : channel.lengthKm * channel.lossDbPerKm;
  const line = thresholdLine({
    transmittance: decibelsToTransmittance(lossDb) * detector.efficiency,
    misalignment: channel.flipProbability,
    darkCountProbability: detector.darkCountProbability,
  });
  const [levels] = countLight(config).byIntensity;
  for (const level of levels!) {
    const { meanPhotonNumber, probability, sent, detected, rectilinear, diagonal } = level;
    const { gain, error } = line.pulse(meanPhotonNumber);
    const sifted = rectilinear.sifted + diagonal.sifted;
    const errors = rectilinear.errors + diagonal.errors;
    expectShare(sent, config.exchange.photons, probability, `sent at ${meanPhotonNumber}`);
    expectShare(detected, sent, gain, `gain at ${meanPhotonNumber}`);
    expectShare(sifted, detected, 0.5, `sifted at ${meanPhotonNumber}`);
    expectShare(rectilinear.sifted, sifted, 0.5, `rectilinear at ${meanPhotonNumber}`);
    expectShare(errors, sifted, error / gain, `error rate at ${meanPhotonNumber}`);
  }
  return levels!;
}

describe('gains and error rates of each intensity, within four standard errors', () => {
  // Pulses such that the signal's gain is known to about half a percent.
  test.each([
    [0, 1e7],
    [20, 2e7],
    [50, 1e8],
    [80, 4e8],
  ])('at %i km, the published detector', (lengthKm, photons) => {
    const { inputs, expected } = anchor<
      {
        alpha_dB_km: number;
        e_detector: number;
        Y0: number;
        eta_Bob: number;
        mu: number;
        nu: number;
      },
      { Q_mu: number; E_mu: number }
    >(`gys.${lengthKm}km`);
    const [signal] = expectModel({
      'exchange.photons': photons,
      'exchange.meanPhotonNumber': inputs.mu,
      'exchange.decoys': [decoy(inputs.nu, 0.2), decoy(0, 0.1)],
      'channel.lengthKm': lengthKm,
      'channel.lossDbPerKm': inputs.alpha_dB_km,
      'channel.flipProbability': inputs.e_detector,
      'detector.efficiency': inputs.eta_Bob,
      // Y0 is a click of either detector.
      'detector.darkCountProbability': inputs.Y0 / 2,
    });
    // The paper adds background and light and lets two photons never part: far below one standard error.
    const { sent, detected, rectilinear, diagonal } = signal!;
    expectShare(detected, sent, expected.Q_mu, 'the published gain');
    const sifted = rectilinear.sifted + diagonal.sifted;
    expectShare(
      rectilinear.errors + diagonal.errors,
      sifted,
      expected.E_mu,
      'the published error rate',
    );
  });

  test('at 50 km, the two-detector model', () => {
    const { inputs, expected } = anchor<
      { L_km: number; e_d: number; dark: number; eta_det: number; mu: number },
      { coherent: [number, number, number] }
    >('det.model.50km');
    const [signal] = expectModel({
      'exchange.photons': 4e7,
      'exchange.meanPhotonNumber': inputs.mu,
      'channel.lengthKm': inputs.L_km,
      'channel.flipProbability': inputs.e_d,
      'detector.efficiency': inputs.eta_det,
      'detector.darkCountProbability': inputs.dark,
    });
    expectShare(signal!.detected, signal!.sent, expected.coherent[0], 'the published gain');
  });

  // Bright pulses light both detectors; more than a quarter arrives, so every pulse has a lane.
  test.each([
    { 'exchange.photons': 900_000 },
    { 'exchange.photons': 3_000_000 },
    { 'exchange.photons': 500_000, 'channel.lossDb': 13 },
    { 'exchange.photons': 2_000_000, 'channel.lossDb': 13 },
  ])('of bright pulses with four decoys in noise: %o', (differences) => {
    expectModel({
      'exchange.meanPhotonNumber': 5,
      'exchange.decoys': [decoy(2, 0.3), decoy(1, 0.2), decoy(0.3, 0.15), decoy(0, 0.1)],
      'channel.flipProbability': 0.08,
      'detector.efficiency': 0.7,
      'detector.darkCountProbability': 0.01,
      ...differences,
    });
  });
});

test('double clicks are as frequent as the two detectors’ independent photons make them', () => {
  for (const lossDb of [0, 12]) {
    const [plan] = planLinks(
      configOf({
        'exchange.photons': 1_500_000,
        'exchange.meanPhotonNumber': 2,
        'channel.flipProbability': 0.1,
        'channel.lossDb': lossDb,
      }),
    );
    const x = 2 * decibelsToTransmittance(lossDb);
    const lit = (mean: number) => 1 - Math.exp(-mean);
    const counts = { equal: 0, other: 0, equalDouble: 0, otherDouble: 0, otherZeros: 0 };
    const source = openPulses(plan!);
    for (let chunk = 0; chunk < source.chunks; chunk++) {
      visitChunk(source, chunk, {}, ({ columns, lanes }) => {
        for (let i = 0; i < lanes; i++) {
          const at = (column: Int32Array) => (column[i >>> 5]! >>> (i & 31)) & 1;
          if (at(columns.detected) === 0) continue;
          const equal = at(columns.sentBasis) === at(columns.askedBasis);
          if (equal) counts.equal++;
          else {
            counts.other++;
            counts.otherZeros += 1 - at(columns.gotBit);
          }
          counts[equal ? 'equalDouble' : 'otherDouble'] += at(columns.double);
        }
        return false;
      });
    }
    const click = lit(x);
    expectShare(counts.equalDouble, counts.equal, (lit(x * 0.9) * lit(x * 0.1)) / click, 'equal');
    expectShare(counts.otherDouble, counts.other, lit(x / 2) ** 2 / click, 'other');
    expectShare(counts.otherZeros, counts.other, 0.5, 'a coin in the other basis');
  }
});

test('decoys and Eve leave Alice’s and Bob’s other coins alone', () => {
  const columnsOf = (differences: Differences) => {
    const [plan] = planLinks(
      configOf({ 'exchange.photons': 20_000, 'channel.lossDb': 3, ...differences }),
    );
    const kept: Record<string, number[]> = {};
    visitChunk(openPulses(plan!), 0, { sample: true }, ({ columns, sampled, weak }) => {
      const { sentBit, sentBasis, askedBasis } = columns;
      const all = { sentBit, sentBasis, askedBasis, sampled, weaker: weak!.columns.dimmer[0] };
      for (const [name, column] of Object.entries(all)) kept[name] = [...(column ?? [])];
      return false;
    });
    return kept;
  };
  const plain = columnsOf({});
  const { weaker, ...rest } = columnsOf({ 'exchange.decoys': [decoy(0.1, 0.3)] });
  expect(weaker!.some((word) => word !== 0)).toBe(true);
  expect({ ...rest, weaker: [] }).toEqual(plain);
  const tapped = {
    'exchange.decoys': [decoy(0.1, 0.3)],
    'eve.attack': 'intercept-resend',
    'detector.darkCountProbability': 0.01,
  };
  expect(columnsOf(tapped)).toEqual({ ...rest, weaker });
});

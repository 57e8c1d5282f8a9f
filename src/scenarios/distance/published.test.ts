/** Runs of the published detector: gain and error rate of the signal, and the key that is left. */
import { expect, test } from 'vitest';
import { anchor } from '../../core/anchors.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import { expectedRate } from './expectation.ts';

interface Inputs {
  readonly alpha_dB_km: number;
  readonly e_detector: number;
  readonly Y0: number;
  readonly eta_Bob: number;
  readonly mu: number;
  readonly nu: number;
}
interface Expected {
  readonly Q_mu: number;
  readonly E_mu: number;
  readonly R_vacuum_weak: number;
  readonly R_infinite: number;
}

const SEEDS = [1, 2, 3, 4, 5, 6];

/** Four standard errors of a share p of n. */
const fourErrors = (p: number, n: number) => 4 * Math.sqrt((p * (1 - p)) / n);

// Pulses such that the rate is known to some per cent.
test.each([
  [0, 1e7],
  [20, 2e7],
  [50, 1e8],
  [80, 4e8],
])(
  'at %i km gain and error rate are the published ones, and the rate is what a run should keep',
  (lengthKm, photons) => {
    const { inputs, expected } = anchor<Inputs, Expected>(`gys.${lengthKm}km`);
    const configs = SEEDS.map((seed) => {
      const parsed = configFromDifferences({
        seed,
        'exchange.photons': photons,
        'exchange.source': 'weak-coherent',
        'exchange.meanPhotonNumber': inputs.mu,
        'exchange.decoys': [
          { meanPhotonNumber: inputs.nu, probability: 0.3 },
          { meanPhotonNumber: 0, probability: 0.15 },
        ],
        'channel.lengthKm': lengthKm,
        'channel.lossDbPerKm': inputs.alpha_dB_km,
        'channel.flipProbability': inputs.e_detector,
        'detector.efficiency': inputs.eta_Bob,
        // Y0 is a click of either detector.
        'detector.darkCountProbability': inputs.Y0 / 2,
        'estimation.sampleFraction': 0.5,
        'amplification.accounting': 'asymptotic',
      });
      if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
      return parsed.config;
    });
    const receipts = configs.map((config) => runConfig(config).receipt);
    const signals = receipts.map(({ counts }) => counts.byIntensity![0]!);
    const sum = (name: 'sent' | 'detected' | 'sifted' | 'errors') =>
      signals.reduce((all, signal) => all + signal[name], 0);

    const gain = sum('detected') / sum('sent');
    expect(Math.abs(gain - expected.Q_mu)).toBeLessThan(fourErrors(expected.Q_mu, sum('sent')));
    const error = sum('errors') / sum('sifted');
    expect(Math.abs(error - expected.E_mu)).toBeLessThan(fourErrors(expected.E_mu, sum('sifted')));

    const rates = receipts.map(
      ({ amplification, counts }) => amplification!.outputBits / counts.sent,
    );
    const rate = rates.reduce((all, one) => all + one, 0) / rates.length;
    const spread = rates.reduce((all, one) => all + (one - rate) ** 2, 0) / (rates.length - 1);
    const standardError = Math.sqrt(spread / rates.length);
    const model = expectedRate(configs[0]!)!;
    // Correct leaks within three per cent of what is expected of it.
    const leaked = receipts[0]!.amplification!.leakedBits / photons;
    expect(standardError + 0.03 * leaked).toBeLessThan(0.15 * model);
    expect(Math.abs(rate - model), `${rate} ± ${standardError}, expected ${model}`).toBeLessThan(
      4 * standardError + 0.03 * leaked,
    );
    // The published rate gives away the sample and every decoy.
    expect(rate).toBeLessThan(0.5 * expected.R_infinite);
  },
  120_000,
);

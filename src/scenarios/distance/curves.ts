/**
 * Curves: secret bits per pulse against the length of a fibre.
 *
 *   single-photons     a source of one photon a pulse
 *   without-decoys     weak pulses, tagged (GLLP), the signal chosen anew at every length
 *   decoys             weak pulses, bounds from the decoys given; null with fewer than two
 *   infinite-decoys    weak pulses, single photons' yield and errors known
 *   finite             weak pulses, bounds for a run's size, its sample and decoys paid for; null
 *                      unless two decoys fit their signal
 *
 * All but the last are of endless runs whose sample and decoys cost nothing, as textbooks draw them.
 * A value of zero or less is "no key", never a rate.
 */
import type { Line } from '../../core/decoys/line.ts';
import {
  bestTaggedSignal,
  decoyRate,
  furthest,
  infiniteDecoyRate,
  type Processing,
  singlePhotonRate,
} from '../../core/decoys/rates.ts';
import type { RunConfig } from '../config.ts';
import { EXPECTED_EFFICIENCY } from '../link/accounting.ts';
import { finiteRate, type RunModel, withDecoys } from './evidence.ts';
import { lineOf } from './expectation.ts';
import { type PublishedSystem, systemLine } from './systems.ts';

export type Curve = 'single-photons' | 'infinite-decoys' | 'decoys' | 'finite' | 'without-decoys';
export const curves: readonly Curve[] = [
  'single-photons',
  'infinite-decoys',
  'decoys',
  'finite',
  'without-decoys',
];

/** What curves are drawn of. */
export interface Setting {
  readonly lineAt: (lengthKm: number) => Line;
  /** Mean photon number of the signal. */
  readonly signal: number;
  /** Mean photon numbers, falling. */
  readonly decoys: readonly number[];
  readonly processing: Processing;
  /** The run of the curve `finite`; its first intensity is the signal. */
  readonly run: RunModel;
  /** ε_sec of that run. */
  readonly failure: number;
}

/** The run that `finite` is drawn of where a paper gives none: ten seconds at a gigahertz. */
const SYSTEM_RUN = { pulses: 1e10, decoyProbability: 0.15, sampleFraction: 0.25, failure: 1e-10 };

/** As its paper draws it: half of the clicks sifted. */
export function settingOfSystem(system: PublishedSystem): Setting {
  return {
    lineAt: (lengthKm) => systemLine(system, lengthKm),
    signal: system.signal,
    decoys: system.decoys,
    processing: { sifting: 0.5, efficiency: system.correction },
    run: {
      pulses: SYSTEM_RUN.pulses,
      intensities: withDecoys(
        system.signal,
        system.decoys.map((meanPhotonNumber) => ({
          meanPhotonNumber,
          probability: SYSTEM_RUN.decoyProbability,
        })),
      ),
      basisBias: 0.5,
      sampleFraction: SYSTEM_RUN.sampleFraction,
      correction: system.correction,
    },
    failure: SYSTEM_RUN.failure,
  };
}

/** A configuration's boxes on fibres of other lengths; `lossDbPerKm` where it gives the loss as a whole. */
export function settingOfConfig(config: RunConfig, lossDbPerKm = 0.2): Setting {
  const { channel, exchange, detector } = config;
  const { flipProbability } = channel;
  const perKm = 'lossDbPerKm' in channel ? channel.lossDbPerKm : lossDbPerKm;
  const { basisBias } = exchange;
  return {
    lineAt: (lengthKm) =>
      lineOf({ detector, channel: { lengthKm, lossDbPerKm: perKm, flipProbability } }),
    signal: exchange.meanPhotonNumber,
    decoys: exchange.decoys.map((one) => one.meanPhotonNumber),
    processing: {
      sifting: basisBias * basisBias + (1 - basisBias) * (1 - basisBias),
      efficiency: EXPECTED_EFFICIENCY,
    },
    run: {
      pulses: exchange.photons,
      intensities: withDecoys(exchange.meanPhotonNumber, exchange.decoys),
      basisBias,
      sampleFraction: config.estimation.sampleFraction,
      correction: EXPECTED_EFFICIENCY,
    },
    failure: config.amplification.failure,
  };
}

/** Secret bits per pulse; null where the curve does not exist. */
export function curveAt(curve: Curve, setting: Setting, lengthKm: number): number | null {
  const { signal, decoys, processing } = setting;
  const line = setting.lineAt(lengthKm);
  switch (curve) {
    case 'single-photons':
      return singlePhotonRate(line, processing);
    case 'without-decoys':
      return bestTaggedSignal(line, processing).rate;
    case 'decoys':
      return decoys.length < 2 ? null : decoyRate(line, { signal, decoys }, processing);
    case 'finite':
      return finiteRate(line, setting.run, setting.failure);
    case 'infinite-decoys':
      return infiniteDecoyRate(line, signal, processing);
    default:
      curve satisfies never;
      return null;
  }
}

/** Length of fibre up to which a curve gives a key, km; 0 if it never does, `most` if it always does. */
export function reachKm(curve: Curve, setting: Setting, most = 1000): number {
  return furthest((lengthKm) => curveAt(curve, setting, lengthKm) ?? 0, most);
}

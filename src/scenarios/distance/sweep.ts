/**
 * Sweeps: the same boxes on fibres of many lengths, executed. A sweep is a list of configurations; who
 * executes which, and when, changes no number of it.
 *
 *   single-photons   a source of one photon a pulse
 *   decoys           weak pulses, signal and decoys as set
 *   without-decoys   weak pulses of the signal alone, chosen anew at every length, as its curve is;
 *                    of the signal as set where weak pulses are reckoned as single photons
 */
import type { Line } from '../../core/decoys/line.ts';
import { bestTaggedSignal } from '../../core/decoys/rates.ts';
import type { DecoyConfig, ParsedConfig, RunConfig, Seed } from '../config.ts';
import { configFromDifferences } from '../config-parse.ts';
import { EXPECTED_EFFICIENCY } from '../link/accounting.ts';
import { lineOf } from './expectation.ts';

export type SeriesId = 'single-photons' | 'decoys' | 'without-decoys';
export const SERIES: readonly SeriesId[] = ['single-photons', 'decoys', 'without-decoys'];

export interface SweepSetting {
  readonly seed: Seed;
  readonly lossDbPerKm: number;
  readonly efficiency: number;
  /** Per detector and pulse. */
  readonly darkCountProbability: number;
  /** Chance that an arriving photon goes to the wrong detector. */
  readonly misalignment: number;
  /** Mean photon number of the signal. */
  readonly signal: number;
  readonly decoys: readonly DecoyConfig[];
  /** Of a run with clicks enough; see `MOST_TIMES`. */
  readonly pulses: number;
  /** Runs of each point, each with a seed of its own. */
  readonly repeats: number;
  /** Between two points; they begin at 0. */
  readonly stepKm: number;
  readonly accounting: RunConfig['amplification']['accounting'];
}

/** Where a sweep ends, km. */
export const FURTHEST_KM = 200;

const DECOYS: readonly DecoyConfig[] = [
  { meanPhotonNumber: 0.1, probability: 0.15 },
  { meanPhotonNumber: 0, probability: 0.1 },
];

export const FIRST_SETTING: SweepSetting = {
  seed: 1984,
  lossDbPerKm: 0.2,
  efficiency: 0.1,
  darkCountProbability: 1e-6,
  misalignment: 0.01,
  signal: 0.5,
  decoys: DECOYS,
  pulses: 2e7,
  repeats: 3,
  stepKm: 20,
  accounting: 'asymptotic',
};

export interface Place {
  readonly series: SeriesId;
  readonly km: number;
}

export interface SweepJob extends Place {
  readonly config: RunConfig;
}

/** Where clicks are few, a run takes more pulses: at most this many times as set, and 10⁹. */
export const MOST_TIMES = 50;
/** Clicks that a run is given pulses for; counts of fewer scatter too much for a rate. */
const ENOUGH_CLICKS = 1e5;

/** One run of a sweep; its seed names series, length and repeat, so that no two share their chance. */
export function configAt(
  setting: SweepSetting,
  { series, km }: Place,
  repeat: number,
): ParsedConfig {
  const single = series === 'single-photons';
  const differences = (meanPhotonNumber: number, photons: number) => ({
    seed: `${setting.seed} ${series} ${km} km ${repeat}`,
    'exchange.photons': photons,
    'exchange.source': single ? 'single' : 'weak-coherent',
    'exchange.meanPhotonNumber': meanPhotonNumber,
    'exchange.decoys': series === 'decoys' ? setting.decoys : [],
    'channel.lengthKm': km,
    'channel.lossDbPerKm': setting.lossDbPerKm,
    'channel.flipProbability': setting.misalignment,
    'detector.efficiency': setting.efficiency,
    'detector.darkCountProbability': setting.darkCountProbability,
    'amplification.accounting': setting.accounting,
  });
  const asSet = configFromDifferences(differences(setting.signal, setting.pulses));
  if (!asSet.ok) return asSet;
  const line = lineOf(asSet.config);
  const alone = series === 'without-decoys' ? signalAlone(setting, line) : null;
  const signal = alone || setting.signal;
  const { gain } = single ? line.single : line.pulse(signal);
  // Where no signal gives a key, the one set is as good as any, and more pulses show no more.
  const most = alone === 0 ? 1 : MOST_TIMES;
  const times = Math.min(most, Math.max(1, ENOUGH_CLICKS / (gain * setting.pulses)));
  const pulses = Math.min(1e9, Math.round(setting.pulses * times));
  return configFromDifferences(differences(signal, pulses));
}

/** The best for this line; 0 where none gives a key. */
function signalAlone({ accounting, signal }: SweepSetting, line: Line): number {
  if (accounting === 'single-photons-assumed') return signal;
  const processing = { sifting: 0.5, efficiency: EXPECTED_EFFICIENCY };
  const { meanPhotonNumber } = bestTaggedSignal(line, processing);
  return Number(meanPhotonNumber.toPrecision(3));
}

/** Lengths of a sweep, km. */
export function lengthsOf({ stepKm }: SweepSetting): readonly number[] {
  const count = Math.floor(FURTHEST_KM / stepKm) + 1;
  return Array.from({ length: count }, (_, i) => i * stepKm);
}

/** All runs at these lengths, near ones first: they take longest. Throws a TypeError for what the checker refuses. */
export function jobsAt(setting: SweepSetting, lengthsKm: readonly number[]): readonly SweepJob[] {
  return lengthsKm.flatMap((km) =>
    SERIES.flatMap((series) =>
      Array.from({ length: setting.repeats }, (_, repeat): SweepJob => {
        const parsed = configAt(setting, { series, km }, repeat);
        if (!parsed.ok) throw new TypeError(parsed.problems.map((one) => one.message).join('; '));
        return { series, km, config: parsed.config };
      }),
    ),
  );
}

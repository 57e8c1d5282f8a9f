/** The polariser experiment: single photons in a chosen state meet a chosen analyser. */
import { chanceOfZero, STATE_ANGLES } from '../../core/optics/angled.ts';
import { planLinks } from '../channels/plan.ts';
import { openPulses, visitChunk } from '../channels/quantum.ts';
import type { Measurement, Preparation, Seed } from '../config.ts';
import { DEFAULT_CONFIG } from '../config-parse.ts';
import type { Odds } from '../knowledge/view.ts';

export interface Volley {
  readonly seed: Seed;
  readonly prepare: Exclude<Preparation, 'random'>;
  readonly measure: Exclude<Measurement, 'random'>;
  /** Number of the first photon, so that firing one by one and all at once give the same results. */
  readonly from: number;
  readonly count: number;
}

export interface Hits {
  readonly zeros: number;
  readonly ones: number;
  /** Result of the last photon. */
  readonly last: 0 | 1;
}

/** Fires photons number from … from+count−1 of this seed; count at least 1. */
export function firePhotons({ seed, prepare, measure, from, count }: Volley): Hits {
  const { exchange } = DEFAULT_CONFIG;
  const photons = from + count;
  const [plan] = planLinks({
    ...DEFAULT_CONFIG,
    seed,
    exchange: { ...exchange, photons, prepare, measure },
  });
  const source = openPulses(plan!);
  let ones = 0;
  let last: 0 | 1 = 0;
  const first = Math.floor(from / source.pulsesPerChunk);
  for (let chunk = first; chunk < source.chunks; chunk++) {
    visitChunk(source, chunk, {}, (batch) => {
      for (let pulse = Math.max(from, batch.from); pulse < batch.to; pulse++) {
        const lane = pulse - batch.from;
        last = ((batch.columns.gotBit[lane >>> 5]! >>> (lane & 31)) & 1) as 0 | 1;
        ones += last;
      }
    });
  }
  return { zeros: count - ones, ones, last };
}

/** Axis of outcome 0, degrees. */
export function axisOf(measure: Exclude<Measurement, 'random'>): number {
  if (typeof measure === 'number') return measure;
  return measure === 'diagonal' ? 45 : 0;
}

/** Born's rule for this pair of state and measurement. */
export function polariserOdds(
  prepare: Exclude<Preparation, 'random'>,
  measure: Exclude<Measurement, 'random'>,
): Odds {
  const axis = axisOf(measure);
  const zero =
    prepare === 'mixture-HV'
      ? (chanceOfZero(0, axis) + chanceOfZero(90, axis)) / 2
      : chanceOfZero(typeof prepare === 'number' ? prepare : STATE_ANGLES[prepare], axis);
  return { zero, one: 1 - zero };
}

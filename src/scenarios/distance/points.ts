/**
 * Executed points: what the runs of one place of a sweep gave, put together.
 *
 * A run without a key counts as zero bits, never as less. The bar is the standard error of the mean over
 * the runs: how far another such mean may lie, not how far single runs do.
 */
import type { RunConfig } from '../config.ts';
import type { Receipt, Verdict } from '../receipt.ts';
import type { Place, SweepJob } from './sweep.ts';

/** What a sweep keeps of a run. */
export interface Sample {
  readonly verdict: Verdict;
  /** Secret bits per pulse; 0 without a key. */
  readonly rate: number;
  /** Clicks per pulse, of signal pulses where there are decoys. */
  readonly gain: number;
  /** Of the compared bits; null where none was compared. */
  readonly qber: number | null;
}

export interface Point extends Place {
  /** Runs that are there; the rest of the place has not been executed. */
  readonly runs: number;
  readonly withKey: number;
  readonly pulses: number;
  readonly rate: number;
  /** Standard error of `rate`; null with fewer than two runs. */
  readonly error: number | null;
  readonly gain: number;
  readonly qber: number | null;
}

export function sampleOf({ verdict, amplification, counts, qber, config }: Receipt): Sample {
  const signal = counts.byIntensity?.[0] ?? counts;
  return {
    verdict,
    rate: verdict === 'key' ? (amplification?.outputBits ?? 0) / config.exchange.photons : 0,
    gain: signal.sent === 0 ? 0 : signal.detected / signal.sent,
    qber: qber.estimated,
  };
}

/** In the order of the jobs, whatever the order in which their samples came. */
export function pointsOf(
  jobs: readonly SweepJob[],
  sample: (config: RunConfig) => Sample | undefined,
): readonly Point[] {
  const places = new Map<string, { job: SweepJob; samples: Sample[] }>();
  for (const job of jobs) {
    const found = sample(job.config);
    if (!found) continue;
    const key = `${job.series} ${job.km}`;
    const place = places.get(key);
    if (place) place.samples.push(found);
    else places.set(key, { job, samples: [found] });
  }
  return [...places.values()].map(({ job, samples }) => pointOf(job, samples));
}

function pointOf({ series, km, config }: SweepJob, samples: readonly Sample[]): Point {
  const runs = samples.length;
  const rate = mean(samples.map((one) => one.rate));
  const compared = samples.flatMap(({ qber }) => (qber === null ? [] : [qber]));
  const squares = samples.reduce((sum, one) => sum + (one.rate - rate) * (one.rate - rate), 0);
  return {
    series,
    km,
    runs,
    withKey: samples.filter((one) => one.rate > 0).length,
    pulses: config.exchange.photons,
    rate,
    error: runs < 2 ? null : Math.sqrt(squares / (runs - 1) / runs),
    gain: mean(samples.map((one) => one.gain)),
    qber: compared.length === 0 ? null : mean(compared),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Distance beside the run on screen: the same boxes on fibres of many lengths. Every run of a sweep is
 * kept by its configuration, so going back to a setting shows what was executed there.
 */
import { createStore } from 'zustand/vanilla';
import type { RunConfig, Seed } from '../scenarios/config.ts';
import { type FormulaValue, sweepCsv } from '../scenarios/distance/csv.ts';
import { curveAt, curves } from '../scenarios/distance/curves.ts';
import { expectedAt, textbookOf } from '../scenarios/distance/lines.ts';
import { type Point, pointsOf, type Sample, sampleOf } from '../scenarios/distance/points.ts';
import {
  configAt,
  FIRST_SETTING,
  FURTHEST_KM,
  lengthsOf,
  SERIES,
  type SweepJob,
  type SweepSetting,
} from '../scenarios/distance/sweep.ts';
import { type PublishedSystem, publishedSystems } from '../scenarios/distance/systems.ts';
import type { Run } from '../scenarios/run.ts';
import type { RunFailure } from '../worker/client.ts';
import { type Pool, pagePool } from '../worker/pool.ts';
import { keyOf } from './config-key.ts';
import { planAt } from './distance-plans.ts';

export interface Distance {
  readonly setting: SweepSetting;
  /** Published system that the setting was taken from; null once something else was set. */
  readonly system: PublishedSystem['id'] | null;
  /** The length that is looked at. */
  readonly km: number;
  /** Lengths that were looked at beside those of the sweep. */
  readonly visited: readonly number[];
  /** What finished runs gave, by their configuration. */
  readonly samples: Readonly<Record<string, Sample>>;
  /** Share of the sweep under way that is done; null: none is. */
  readonly progress: number | null;
  /** Runs at the length looked at are under way. */
  readonly looking: boolean;
  /** How the last sweep ended; null before one. */
  readonly ended: 'finished' | 'cancelled' | null;
  /** A short run of these weak pulses, for their picture; null until it has been executed. */
  readonly laser: Run | null;
  /** No worker starts here; the page itself computes. */
  readonly withoutWorker: boolean;
  /** For copying into a report: what went wrong, with the configuration. */
  readonly failure: string | null;
}

/** Picture only: samples that are kept before the oldest are forgotten. */
const MOST_SAMPLES = 2_000;
/** Pulses of the run whose first ones are drawn. */
const LASER_PULSES = 64;
export const MOST_KM = FURTHEST_KM;

export const distanceStore = createStore<Distance>(() => ({
  setting: FIRST_SETTING,
  system: null,
  km: 50,
  visited: [],
  samples: {},
  progress: null,
  looking: false,
  ended: null,
  laser: null,
  withoutWorker: false,
  failure: null,
}));

let pool: Pool | null = null;
/** Ways to stop what is under way, by its kind. */
const stops: Partial<Record<'sweep' | 'look' | 'laser', () => void>> = {};

/** Tests put their own in the page's place. */
export function distanceWith(own: Pool): void {
  pool = own;
}

/** The boxes under this seed. */
export function distanceOn(seed: Seed): void {
  const { setting } = distanceStore.getState();
  if (setting.seed !== seed) set({ ...setting, seed }, distanceStore.getState().system);
}

export function changeDistance(changes: Partial<Omit<SweepSetting, 'seed'>>): void {
  const { setting, system } = distanceStore.getState();
  // Pulses, repeats and steps are the sweep's own; a published system says nothing of them.
  const own = Object.keys(changes).every((name) => ['pulses', 'repeats', 'stepKm'].includes(name));
  set({ ...setting, ...changes }, own ? system : null);
}

/** A published system as set: its paper's line and intensities, each decoy in 15 of 100 pulses. */
export function choosePreset(system: PublishedSystem['id'] | null): void {
  const { seed, stepKm, repeats } = distanceStore.getState().setting;
  const own = { seed, stepKm, repeats };
  const found = publishedSystems.find(({ id }) => id === system);
  if (!found) {
    set({ ...FIRST_SETTING, ...own }, null);
    return;
  }
  const { lossDbPerKm, efficiency, darkCountProbability, misalignment, signal, decoys } = found;
  const finite = found.id === 'lim-2014';
  set(
    {
      ...own,
      lossDbPerKm,
      efficiency,
      darkCountProbability,
      misalignment,
      signal,
      decoys: decoys.map((meanPhotonNumber) => ({ meanPhotonNumber, probability: 0.15 })),
      accounting: finite ? 'finite-key' : 'asymptotic',
      pulses: finite ? 1e8 : FIRST_SETTING.pulses,
    },
    found.id,
  );
}

export function lookAt(km: number): void {
  distanceStore.setState({ km: Math.min(MOST_KM, Math.max(0, Math.round(km))) });
}

function set(setting: SweepSetting, system: Distance['system']): void {
  cancelSweep();
  stops.look?.();
  distanceStore.setState({
    setting,
    system,
    visited: [],
    ended: null,
    looking: false,
    failure: null,
  });
}

/** Executes what is missing of the sweep; all of it is kept, whatever is cancelled later. */
export function runSweep(): void {
  if (distanceStore.getState().progress !== null) return;
  const { setting } = distanceStore.getState();
  distanceStore.setState({ progress: 0, ended: null, failure: null });
  work('sweep', lengthsOf(setting), {
    onProgress: (progress) => distanceStore.setState({ progress }),
    onEnd: (ended) => distanceStore.setState({ progress: null, ended }),
  });
}

/** Ends the sweep and its workers; what is finished stays. */
export function cancelSweep(): void {
  if (distanceStore.getState().progress === null) return;
  stops.sweep?.();
  distanceStore.setState({ progress: null, ended: 'cancelled' });
}

/** Executes what is missing at this length. */
export function runHere(km: number): void {
  const { visited } = distanceStore.getState();
  stops.look?.();
  if (!visited.includes(km)) distanceStore.setState({ visited: [...visited, km] });
  distanceStore.setState({ looking: true });
  work('look', [km], {
    onProgress: () => undefined,
    onEnd: () => distanceStore.setState({ looking: false }),
  });
}

function work(
  kind: 'sweep' | 'look',
  lengthsKm: readonly number[],
  told: { onProgress(share: number): void; onEnd(how: Distance['ended']): void },
): void {
  const { setting, samples } = distanceStore.getState();
  try {
    const missing = planAt(setting, lengthsKm).filter(({ config }) => !samples[keyOf(config)]);
    pool ??= pagePool();
    stops[kind] = pool.runAll(
      missing.map(({ config }) => config),
      {
        onRun: (index, { receipt }) => keep(missing[index]!, sampleOf(receipt)),
        onProgress: told.onProgress,
        onDone: () => told.onEnd('finished'),
        onFailed(failure, config) {
          told.onEnd(null);
          distanceStore.setState({ failure: described(failure, config) });
        },
        onWithoutWorker: () => distanceStore.setState({ withoutWorker: true }),
      },
    );
  } catch (error) {
    told.onEnd(null);
    distanceStore.setState({ failure: error instanceof Error ? error.message : String(error) });
  }
}

function keep({ config }: SweepJob, sample: Sample): void {
  distanceStore.setState(({ samples }) => {
    const old = Object.entries(samples).slice(-MOST_SAMPLES);
    return { samples: { ...Object.fromEntries(old), [keyOf(config)]: sample } };
  });
}

function described(failure: RunFailure, config: RunConfig): string {
  const what = failure.kind === 'crashed' ? failure.message : failure.kind;
  return `${what}\n${keyOf(config)}`;
}

/** Executes the short run whose pulses are drawn. */
export function runLaser(): void {
  const { setting, km } = distanceStore.getState();
  const parsed = configAt(setting, { series: 'decoys', km }, 0);
  if (!parsed.ok) return;
  const { exchange } = parsed.config;
  const config = { ...parsed.config, exchange: { ...exchange, photons: LASER_PULSES } };
  pool ??= pagePool();
  stops.laser?.();
  stops.laser = pool.runAll([config], {
    onRun: (_, laser) => distanceStore.setState({ laser }),
    onProgress: () => undefined,
    onDone: () => undefined,
    onFailed: (failure) => distanceStore.setState({ failure: described(failure, config) }),
    onWithoutWorker: () => distanceStore.setState({ withoutWorker: true }),
  });
}

type Executed = Pick<Distance, 'setting' | 'samples' | 'visited'>;

/** The runs of a setting that are finished, those of lengths looked at included. */
function jobsOf({ setting, visited }: Executed): readonly SweepJob[] {
  const lengths = new Set([...lengthsOf(setting), ...visited]);
  return planAt(
    setting,
    [...lengths].toSorted((a, b) => a - b),
  );
}

export function executedPoints(state: Executed): readonly Point[] {
  try {
    return pointsOf(jobsOf(state), (config) => state.samples[keyOf(config)]);
  } catch {
    // The checker refuses this setting; `problemOf` says why.
    return [];
  }
}

/** Why this setting cannot be executed; null if it can. */
export function problemOf(setting: SweepSetting): string | null {
  const parsed = configAt(setting, { series: 'decoys', km: 0 }, 0);
  return parsed.ok ? null : parsed.problems.map(({ message }) => message).join('; ');
}

/** Runs of the sweep, and how many of them are there. */
export function sweepSize({ setting, samples }: Executed): { runs: number; executed: number } {
  const jobs = problemOf(setting) === null ? planAt(setting, lengthsOf(setting)) : [];
  const executed = jobs.filter(({ config }) => samples[keyOf(config)]).length;
  return { runs: jobs.length, executed };
}

/** All that is drawn, as a table for other programs. */
export function distanceTable(state: Executed & Pick<Distance, 'system'>): string {
  const { setting, samples, system } = state;
  const runs = jobsOf(state).flatMap((job) => {
    const sample = samples[keyOf(job.config)];
    return sample ? [{ ...job, sample }] : [];
  });
  const lengths = Array.from({ length: MOST_KM / 5 + 1 }, (_, i) => i * 5);
  const expected = SERIES.flatMap((series) =>
    lengths.map(
      (km): FormulaValue => ({
        kind: 'formula',
        series,
        km,
        rate: expectedAt(setting, { series, km }),
      }),
    ),
  );
  const textbook = textbookOf(setting, system);
  const drawn = !textbook
    ? []
    : curves.flatMap((series) =>
        lengths.flatMap((km): FormulaValue[] => {
          const rate = curveAt(series, textbook, km);
          return rate === null ? [] : [{ kind: 'textbook', series, km, rate }];
        }),
      );
  return sweepCsv({ runs, points: executedPoints(state), formulas: [...expected, ...drawn] });
}

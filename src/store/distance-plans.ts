/** Plans and names of a sweep's runs, each worked out once: they are asked for after every run. */
import type { RunConfig } from '../scenarios/config.ts';
import { configDifferences } from '../scenarios/config-parse.ts';
import { jobsAt, type SweepJob, type SweepSetting } from '../scenarios/distance/sweep.ts';

const plans = new WeakMap<SweepSetting, Map<number, readonly SweepJob[]>>();

/** As `jobsAt`. */
export function planAt(setting: SweepSetting, lengthsKm: readonly number[]): readonly SweepJob[] {
  const plan = plans.get(setting) ?? new Map<number, readonly SweepJob[]>();
  plans.set(setting, plan);
  return lengthsKm.flatMap((km) => {
    const jobs = plan.get(km) ?? jobsAt(setting, [km]);
    plan.set(km, jobs);
    return jobs;
  });
}

const keys = new WeakMap<RunConfig, string>();

/** Runs are kept under this name. */
export function keyOf(config: RunConfig): string {
  const key = keys.get(config) ?? JSON.stringify(configDifferences(config));
  keys.set(config, key);
  return key;
}

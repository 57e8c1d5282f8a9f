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

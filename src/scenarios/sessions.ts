/** Scenarios that are sessions and nothing more. The smaller worker has these only. */
import type { RunConfig } from './config.ts';
import { runConfig, type Surroundings } from './execute.ts';
import { runLifecycle } from './lifecycle/lifecycle.ts';
import type { LifecycleRun, Run } from './run.ts';

export function runSessions(
  config: RunConfig,
  surroundings: Surroundings = {},
): Run | LifecycleRun {
  switch (config.scenario) {
    case 'link':
      return runConfig(config, surroundings);
    case 'lifecycle':
      return runLifecycle(config, surroundings);
    default:
      throw new Error(`${config.scenario} needs the larger engine`);
  }
}

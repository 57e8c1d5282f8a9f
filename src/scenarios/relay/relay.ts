import type { RunConfig } from '../config.ts';
import type { Surroundings } from '../execute.ts';
import type { RelayRun } from '../run.ts';

export function runRelay(_config: RunConfig, _surroundings: Surroundings = {}): RelayRun {
  throw new Error('being built');
}

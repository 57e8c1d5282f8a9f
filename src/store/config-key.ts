import type { RunConfig } from '../scenarios/config.ts';
import { configDifferences } from '../scenarios/config-parse.ts';

/** Stores ask at every look, and configurations are never changed in place. */
const keys = new WeakMap<RunConfig, string>();

/** Name under which the outcome of a configuration is kept: what differs from the defaults, in their order. */
export function keyOf(config: RunConfig): string {
  let key = keys.get(config);
  if (key === undefined) {
    key = JSON.stringify(configDifferences(config));
    keys.set(config, key);
  }
  return key;
}

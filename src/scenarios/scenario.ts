/** One door for every scenario: a configuration in, what the screen and the command line need out. */
import type { RunConfig } from './config.ts';
import { runDelivery } from './delivery/delivery.ts';
import type { Surroundings } from './execute.ts';
import { runRelay } from './relay/relay.ts';
import { runRndl } from './rndl/rndl.ts';
import type { Outcome } from './run.ts';
import { runSessions } from './sessions.ts';

export function runScenario(config: RunConfig, surroundings: Surroundings = {}): Outcome {
  switch (config.scenario) {
    case 'link':
    case 'lifecycle':
      return runSessions(config, surroundings);
    case 'rndl':
      return runRndl(config, surroundings);
    case 'delivery':
      return runDelivery(config, surroundings);
    case 'relay':
      return runRelay(config, surroundings);
    default:
      config.scenario satisfies never;
      throw new Error('no such scenario');
  }
}

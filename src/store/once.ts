import type { RunConfig } from '../scenarios/config.ts';
import type { Receipt } from '../scenarios/receipt.ts';
import type {
  DeliveryRun,
  LifecycleRun,
  Outcome,
  Progress,
  RelayRun,
  RndlRun,
  Run,
} from '../scenarios/run.ts';
import { pageRunner, type Runner } from '../worker/client.ts';

/** A run as a promise. One that is superseded or cancelled never settles, and nobody waits for it. */
export function execute(
  runner: Runner,
  config: RunConfig,
  onStarted: (stop: () => void) => void = () => undefined,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const stop = runner.run(config, {
      onProgress: () => undefined,
      onFinished: resolve,
      onFailed: (failure) =>
        reject(new Error(failure.kind === 'crashed' ? failure.message : failure.kind)),
      onRestarted: () => undefined,
      onWithoutWorker: () => undefined,
    });
    onStarted(stop);
  });
}

interface Hooks {
  readonly onStarted?: (stop: () => void) => void;
  readonly onProgress?: (progress: Progress) => void;
}

/** Every other scenario; the caller says which of its configuration. */
function executeTold<T extends Exclude<Outcome, Run>>(
  runner: Runner,
  config: RunConfig,
  { onStarted = () => undefined, onProgress = () => undefined }: Hooks,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = runner.run(config, {
      onProgress,
      onFinished: () => reject(new Error(`a link in place of ${config.scenario}`)),
      // A scenario gives its own kind of outcome (runScenario).
      onTold: (outcome) => resolve(outcome as T),
      onFailed: (failure) =>
        reject(new Error(failure.kind === 'crashed' ? failure.message : failure.kind)),
      onRestarted: () => undefined,
      onWithoutWorker: () => undefined,
    });
    onStarted(stop);
  });
}

export const executeLifecycle = (
  runner: Runner,
  config: RunConfig,
  hooks: Hooks = {},
): Promise<LifecycleRun> => executeTold(runner, { ...config, scenario: 'lifecycle' }, hooks);

export const executeRndl = (
  runner: Runner,
  config: RunConfig,
  hooks: Hooks = {},
): Promise<RndlRun> => executeTold(runner, { ...config, scenario: 'rndl' }, hooks);

export const executeDelivery = (
  runner: Runner,
  config: RunConfig,
  hooks: Hooks = {},
): Promise<DeliveryRun> => executeTold(runner, { ...config, scenario: 'delivery' }, hooks);

export const executeRelay = (
  runner: Runner,
  config: RunConfig,
  hooks: Hooks = {},
): Promise<RelayRun> => executeTold(runner, { ...config, scenario: 'relay' }, hooks);

let runner: Runner | null = null;

/** Executes a configuration beside the run on screen and gives its receipt. */
export async function receiptOf(config: RunConfig): Promise<Receipt> {
  runner ??= pageRunner();
  switch (config.scenario) {
    case 'link':
      return (await execute(runner, config)).receipt;
    case 'lifecycle':
      return (await executeLifecycle(runner, config)).receipt;
    case 'rndl':
      return (await executeRndl(runner, config)).receipt;
    case 'delivery':
      return (await executeDelivery(runner, config)).receipt;
    case 'relay':
      return (await executeRelay(runner, config)).receipt;
    default:
      config.scenario satisfies never;
      throw new Error('no such scenario');
  }
}

import type { RunConfig } from '../scenarios/config.ts';
import type { Receipt } from '../scenarios/receipt.ts';
import type { LifecycleRun, Run } from '../scenarios/run.ts';
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

/** The same for the scenario `lifecycle`. */
export function executeLifecycle(
  runner: Runner,
  config: RunConfig,
  {
    onStarted = () => undefined,
    onProgress = () => undefined,
  }: {
    readonly onStarted?: (stop: () => void) => void;
    /** Share of the rounds that are done, 0…1. */
    readonly onProgress?: (done: number) => void;
  } = {},
): Promise<LifecycleRun> {
  return new Promise((resolve, reject) => {
    const stop = runner.run(config, {
      onProgress: ({ pulsesDone, pulses }) => onProgress(pulses === 0 ? 0 : pulsesDone / pulses),
      onFinished: () => reject(new Error('a link in place of a lifecycle')),
      onLived: resolve,
      onFailed: (failure) =>
        reject(new Error(failure.kind === 'crashed' ? failure.message : failure.kind)),
      onRestarted: () => undefined,
      onWithoutWorker: () => undefined,
    });
    onStarted(stop);
  });
}

let runner: Runner | null = null;

/** Executes a configuration beside the run on screen and gives its receipt. */
export async function receiptOf(config: RunConfig): Promise<Receipt> {
  runner ??= pageRunner();
  if (config.scenario === 'lifecycle') return (await executeLifecycle(runner, config)).receipt;
  return (await execute(runner, config)).receipt;
}

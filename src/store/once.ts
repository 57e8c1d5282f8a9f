import type { RunConfig } from '../scenarios/config.ts';
import type { Receipt } from '../scenarios/receipt.ts';
import type { Run } from '../scenarios/run.ts';
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

let runner: Runner | null = null;

/** Executes a configuration beside the run on screen and gives its receipt. */
export async function receiptOf(config: RunConfig): Promise<Receipt> {
  runner ??= pageRunner();
  return (await execute(runner, config)).receipt;
}

import type { RunConfig } from '../scenarios/config.ts';
import type { Surroundings } from '../scenarios/execute.ts';
import { isRun, type Outcome } from '../scenarios/run.ts';
import type { TrustKit } from '../scenarios/trust/kit.ts';
import { buffersOf, type FromWorker, type ToWorker } from './protocol.ts';

/** Adapter only: what it calls is tested without it. Stopping a run means ending the worker. */
export function serve(
  run: (config: RunConfig, surroundings: Surroundings) => Outcome,
  kit: TrustKit | null,
): void {
  const post = (message: FromWorker, transfer: Transferable[] = []) =>
    self.postMessage(message, { transfer });

  self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    if (data.type === 'ping') {
      post({ type: 'pong' });
      return;
    }
    const { runId, config } = data;
    try {
      const outcome = run(config, {
        kit,
        onProgress: (progress) => post({ type: 'progress', runId, progress }),
      });
      if (isRun(outcome)) post({ type: 'finished', runId, run: outcome }, buffersOf(outcome));
      else post({ type: 'told', runId, outcome });
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      post({ type: 'crashed', runId, message });
    }
  };
}

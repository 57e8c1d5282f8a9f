import { runConfig } from '../scenarios/execute.ts';
import { buffersOf, type FromWorker, type ToWorker } from './protocol.ts';

/** Adapter only: what it calls is tested without it. Stopping a run means ending the worker. */
const post = (message: FromWorker, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer });

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'ping') {
    post({ type: 'pong' });
    return;
  }
  const { runId, config } = data;
  try {
    const run = runConfig(config, (progress) => post({ type: 'progress', runId, progress }));
    post({ type: 'finished', runId, run }, buffersOf(run));
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    post({ type: 'crashed', runId, message });
  }
};

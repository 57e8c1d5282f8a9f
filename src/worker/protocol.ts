import type { RunConfig } from '../scenarios/config.ts';
import type { Outcome, Progress, Run } from '../scenarios/run.ts';

/** Counts runs since the page was opened; a reply that carries an old number is dropped. */
export type RunId = number;

export type ToWorker =
  | { readonly type: 'ping' }
  | { readonly type: 'run'; readonly runId: RunId; readonly config: RunConfig };

export type FromWorker =
  | { readonly type: 'pong' }
  | { readonly type: 'progress'; readonly runId: RunId; readonly progress: Progress }
  | { readonly type: 'finished'; readonly runId: RunId; readonly run: Run }
  /** Of every scenario but `link`. */
  | { readonly type: 'told'; readonly runId: RunId; readonly outcome: Exclude<Outcome, Run> }
  | { readonly type: 'crashed'; readonly runId: RunId; readonly message: string };

/**
 * The long columns of a run, moved to the page instead of copied. Tags and key previews are short
 * and may share a buffer with one another, so they are copied.
 */
export function buffersOf(run: Run): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const add = (column: ArrayBufferView) => {
    if (column.buffer instanceof ArrayBuffer) buffers.add(column.buffer);
  };
  add(run.letterPulses);
  for (const link of run.links) {
    for (const column of [...Object.values(link.counts), ...Object.values(link.trace)]) {
      if (ArrayBuffer.isView(column)) add(column);
    }
    const log = link.correction?.log;
    for (const column of log ? Object.values(log) : []) {
      if (ArrayBuffer.isView(column)) add(column);
    }
  }
  return [...buffers];
}

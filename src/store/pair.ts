import { createStore } from 'zustand/vanilla';
import type { RunConfig } from '../scenarios/config.ts';
import type { Run } from '../scenarios/run.ts';
import { pageRunner, type Runner } from '../worker/client.ts';
import { withChanges } from './run.ts';

/** Two runs that differ by one switch: the middleman without seals, and with them. */
export interface Pair {
  readonly status: 'idle' | 'running' | 'finished' | 'crashed';
  readonly off: Run | null;
  readonly on: Run | null;
}

export const pairStore = createStore<Pair>(() => ({ status: 'idle', off: null, on: null }));

let runner: Runner | null = null;
let stop: (() => void) | null = null;

/** Puts Eve in the middle of this configuration: seals off, and on by the configuration's own method. */
export function middlemanPair(config: RunConfig): { off: RunConfig; on: RunConfig } {
  const { method } = config.authentication;
  const middle = { 'eve.attack': 'man-in-the-middle', 'eve.fraction': 1 };
  return {
    off: checked(config, {
      ...middle,
      'authentication.method': 'none',
      'authentication.broken': 'none',
    }),
    on: checked(config, {
      ...middle,
      'authentication.method': method === 'none' ? 'wegman-carter' : method,
    }),
  };
}

function checked(config: RunConfig, values: Readonly<Record<string, unknown>>): RunConfig {
  const parsed = withChanges(config, values);
  if (!parsed.ok) throw new TypeError(parsed.problems.map(({ message }) => message).join('; '));
  return parsed.config;
}

/** Executes both, one after the other; the pair on screen changes when both are there. */
export function startPair(config: RunConfig, onBoth: (longest: number) => void): void {
  runner ??= pageRunner();
  stop?.();
  pairStore.setState({ status: 'running' });
  const configs = middlemanPair(config);
  const fail = () => pairStore.setState({ status: 'crashed' });
  execute(configs.off, fail, (off) =>
    execute(configs.on, fail, (on) => {
      stop = null;
      pairStore.setState({ status: 'finished', off, on });
      onBoth(Math.max(off.length, on.length));
    }),
  );
}

export function cancelPair(): void {
  stop?.();
  stop = null;
  pairStore.setState(({ on }) => ({ status: on ? 'finished' : 'idle' }));
}

function execute(config: RunConfig, onFailed: () => void, onFinished: (run: Run) => void): void {
  if (!runner) return;
  stop = runner.run(config, {
    onProgress: () => undefined,
    onFinished,
    onFailed,
    onRestarted: () => undefined,
    onWithoutWorker: () => undefined,
  });
}

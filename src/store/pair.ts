import { createStore } from 'zustand/vanilla';
import type { RunConfig } from '../scenarios/config.ts';
import type { Run } from '../scenarios/run.ts';
import { pageRunner, type Runner } from '../worker/client.ts';
import { execute } from './once.ts';
import { adopt, playhead, seek } from './playhead.ts';
import { withChanges } from './run.ts';

/** Two runs that differ by one switch: the middleman without seals, and with them. */
export interface Pair {
  readonly status: 'idle' | 'running' | 'finished' | 'crashed';
  readonly off: Run | null;
  readonly on: Run | null;
}

export const pairStore = createStore<Pair>(() => ({ status: 'idle', off: null, on: null }));

let runner: Runner | null = null;
let latest: RunConfig | null = null;
let stop: (() => void) | null = null;

/** Puts Eve in the middle of a configuration: seals off, and on by the configuration's own method. */
export function middlemanPair(config: RunConfig): { off: RunConfig; on: RunConfig } {
  const { method } = config.authentication;
  const middle = { 'eve.attack': 'man-in-the-middle', 'eve.fraction': 1 };
  return {
    off: checked(config, {
      ...middle,
      'authentication.method': 'none',
      'authentication.broken': 'none',
      'authentication.fault': 'none',
    }),
    on: checked(config, {
      ...middle,
      'authentication.method': method === 'none' ? 'wegman-carter' : method,
    }),
  };
}

/** Executes both, one after the other; the pair on screen changes when both are there. */
export async function startPair(config: RunConfig): Promise<void> {
  runner ??= pageRunner();
  latest = config;
  pairStore.setState({ status: 'running' });
  try {
    const configs = middlemanPair(config);
    const stoppable = (end: () => void) => {
      stop = end;
    };
    const off = await execute(runner, configs.off, stoppable);
    if (latest !== config) return;
    const on = await execute(runner, configs.on, stoppable);
    if (latest !== config) return;
    pairStore.setState({ status: 'finished', off, on });
    showPair();
  } catch {
    if (latest === config) pairStore.setState({ status: 'crashed' });
  }
}

/** Ends both; the pair before, if there was one, stays. */
export function cancelPair(): void {
  stop?.();
  latest = null;
  pairStore.setState(({ on }) => ({ status: on ? 'finished' : 'idle' }));
}

/** The playhead runs over both; who comes from the very start sees how the two end. */
function showPair(): void {
  const { off, on } = pairStore.getState();
  if (!off || !on) return;
  const { instant } = playhead.getState();
  const longest = Math.max(off.length, on.length);
  adopt(longest);
  if (instant === 0) seek(longest);
}

function checked(config: RunConfig, values: Readonly<Record<string, unknown>>): RunConfig {
  const parsed = withChanges(config, values);
  if (!parsed.ok) throw new TypeError(parsed.problems.map(({ message }) => message).join('; '));
  return parsed.config;
}

import { createStore } from 'zustand/vanilla';
import type { ConfigProblem, RunConfig, Seed } from '../scenarios/config.ts';
import {
  configDifferences,
  configFromDifferences,
  DEFAULT_CONFIG,
} from '../scenarios/config-parse.ts';
import type { Instant, Progress, Run } from '../scenarios/run.ts';
import { pageRunner, type RunFailure, type Runner } from '../worker/client.ts';
import { dismissKey, notify } from './notices.ts';
import { adopt, playhead, seek } from './playhead.ts';

/** A run still under way after this long is offered a smaller one. */
const SLOW_AFTER_MS = 5_000;

export type RunStatus = 'idle' | 'running' | 'finished' | 'crashed';

export interface RunState {
  readonly status: RunStatus;
  /** What runs, or ran; while a run is under way, `run` is still the one before. */
  readonly config: RunConfig;
  readonly run: Run | null;
  readonly progress: Progress | null;
  /** True when the run has been under way for SLOW_AFTER_MS. */
  readonly slow: boolean;
  readonly failure: RunFailure | null;
  /** For copying into a report: what went wrong, with the configuration. */
  readonly message: string | null;
  /** Dotted paths of the fields that the last restart changed. */
  readonly changed: readonly string[];
}

export const runStore = createStore<RunState>(() => ({
  status: 'idle',
  config: DEFAULT_CONFIG,
  run: null,
  progress: null,
  slow: false,
  failure: null,
  message: null,
  changed: [],
}));

/** Where the playhead goes when the run is there: it stays, or moves to an instant of the new run. */
export type Arrival = 'stay' | ((run: Run) => Instant);

let runner: Runner | null = null;
let stop: (() => void) | null = null;
let slowTimer: ReturnType<typeof setTimeout> | undefined;

/** One runner, and so one warm worker, for the page. Tests put their own in its place. */
export function runWith(own: Runner): void {
  runner = own;
}

/** Starts the worker before the first run asks for it. */
export function warmRunner(): void {
  runner ??= pageRunner();
  runner.warm();
}

/** Executes a configuration, in place of whatever is under way. */
export function start(
  config: RunConfig,
  changed: readonly string[] = [],
  arrival: Arrival = 'stay',
): void {
  runner ??= pageRunner();
  clearTimeout(slowTimer);
  slowTimer = setTimeout(() => runStore.setState({ slow: true }), SLOW_AFTER_MS);
  runStore.setState({
    status: 'running',
    config,
    progress: null,
    slow: false,
    failure: null,
    message: null,
    changed,
  });
  stop = runner.run(config, {
    onProgress: (progress) => runStore.setState({ progress }),
    onFinished(run) {
      settle();
      runStore.setState({ status: 'finished', run });
      if (arrival === 'stay') {
        adopt(run.length);
      } else {
        playhead.setState({ length: run.length });
        seek(arrival(run));
      }
    },
    onFailed(failure) {
      settle();
      const what = failure.kind === 'crashed' ? failure.message : failure.kind;
      const message = `${what}\n${JSON.stringify(config)}`;
      runStore.setState({ status: 'crashed', failure, message });
    },
    onRestarted: () => notify('notice.worker-restarted'),
    onWithoutWorker: () => notify('notice.without-worker'),
  });
}

/** Ends the run under way; the one before it, if any, is shown again with its configuration. */
export function cancel(): void {
  if (runStore.getState().status !== 'running') return;
  stop?.();
  settle();
  const { run, config } = runStore.getState();
  runStore.setState({
    status: run ? 'finished' : 'idle',
    config: run?.config ?? config,
    changed: [],
  });
}

/** The same configuration again, after a crash. */
export function restartRun(): void {
  start(runStore.getState().config);
}

/** Changes one field: a new run from the same seed, with the same coins where nothing else changed. */
export function change(path: string, value: unknown): void {
  changeAll({ [path]: value });
}

/** Changes several fields at once, as one switch on the screen may have to. */
export function changeAll(values: Readonly<Record<string, unknown>>): void {
  const next = withChanges(runStore.getState().config, values);
  if (!next.ok) {
    const [problem] = next.problems;
    if (problem) notify('notice.refused', { path: dotted(problem), message: problem.message });
    return;
  }
  dismissKey('notice.refused');
  start(next.config, Object.keys(values));
}

export function changeSeed(seed: Seed): void {
  change('seed', seed);
}

/** Back to the defaults, but for the seed. */
export function resetConfig(): void {
  const { config } = runStore.getState();
  const changed = Object.keys(configDifferences(config)).filter((path) => path !== 'seed');
  start({ ...DEFAULT_CONFIG, seed: config.seed }, changed);
}

/** A configuration with some fields replaced, checked as a whole. `undefined`: back to its default. */
export function withChanges(config: RunConfig, values: Readonly<Record<string, unknown>>) {
  const differences: Record<string, unknown> = { ...configDifferences(config), ...values };
  for (const [path, value] of Object.entries(values)) {
    if (value === undefined) delete differences[path];
  }
  // The line is given either by its loss or as a fibre.
  if ('channel.lengthKm' in values) delete differences['channel.lossDb'];
  else if ('channel.lossDb' in values) {
    delete differences['channel.lengthKm'];
    delete differences['channel.lossDbPerKm'];
  }
  return configFromDifferences(differences);
}

function dotted(problem: ConfigProblem): string {
  return problem.path.slice(1).replaceAll('/', '.');
}

function settle(): void {
  stop = null;
  clearTimeout(slowTimer);
  runStore.setState({ slow: false, progress: null });
}

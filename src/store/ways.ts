/**
 * Five ways to agree on a key, side by side: each with Eve in the middle, seals off, on, and on with
 * the trust anchor broken; and each recorded with its seals on and attacked at Q-day. Executed once
 * each, with one seed, and kept.
 */
import { createStore } from 'zustand/vanilla';
import type { Broken, KeyEstablishment, RunConfig, Seed } from '../scenarios/config.ts';
import { configFromDifferences } from '../scenarios/config-parse.ts';
import type { RecordedSession } from '../scenarios/knowledge/shelf-view.ts';
import type { WayRun } from '../scenarios/knowledge/ways-view.ts';
import type { Progress, RndlRun } from '../scenarios/run.ts';
import { pageRunner, type Runner } from '../worker/client.ts';
import { keyOf } from './config-key.ts';
import { executeRndl } from './once.ts';

export const WAYS = ['dh-toy', 'x25519', 'ml-kem-768', 'qkd', 'hybrid'] as const;

/** Where the two switches stand. */
export const POSITIONS = ['off', 'on', 'cracked'] as const;
export type Position = (typeof POSITIONS)[number];
/** 'recorded': nobody in the middle, and Q-day comes for the recording. */
export type Trial = Position | 'recorded';

export interface WaysState {
  readonly seed: Seed;
  /** Of the link on screen: its seals, and what they rest on. */
  readonly authentication: RunConfig['authentication'];
  readonly seals: boolean;
  readonly cracked: boolean;
  /** Where there is no room for all, the way looked at. */
  readonly means: KeyEstablishment;
  /** Finished runs by the configuration they ran. */
  readonly kept: Readonly<Record<string, RndlRun>>;
  readonly waiting: readonly RunConfig[];
  /** Of the first that waits. */
  readonly progress: Progress | null;
  /** Those that the viewer ended before they had run. */
  readonly cancelled: ReadonlySet<string>;
  /** What went wrong, by configuration. */
  readonly failures: Readonly<Record<string, string>>;
}

/** Picture only: finished runs that are kept. */
const MOST_KEPT = 60;

export const waysStore = createStore<WaysState>(() => ({
  seed: 1984,
  authentication: checked({}).authentication,
  seals: false,
  cracked: false,
  means: 'dh-toy',
  kept: {},
  waiting: [],
  progress: null,
  cancelled: new Set(),
  failures: {},
}));

let runner: Runner | null = null;
let stop: (() => void) | null = null;
/** Counts what was ended, so that its loop can see that nobody waits for it any more. */
let turn = 0;

/** Tests put their own in the page's place. */
export function waysWith(own: Runner): void {
  runner = own;
}

export function chooseWay(means: KeyEstablishment): void {
  waysStore.setState({ means });
}

/** A change executes what it touches; what has run before is taken as it is. */
export function changeWays(
  changes: Partial<Pick<WaysState, 'seed' | 'authentication' | 'seals' | 'cracked'>>,
): void {
  waysStore.setState(changes);
  executeWays();
}

export function positionOf({ seals, cracked }: Pick<WaysState, 'seals' | 'cracked'>): Position {
  if (!seals) return 'off';
  return cracked ? 'cracked' : 'on';
}

/** What the switches in view need, way by way, and then the recordings. */
export function executeWays(): void {
  const state = waysStore.getState();
  request(
    [positionOf(state), 'recorded' as const].flatMap((trial) =>
      WAYS.map((means) => wayConfig(state, means, trial)),
    ),
  );
}

/** One way again, after it was cancelled or has failed. */
export function runWay(means: KeyEstablishment): void {
  const state = waysStore.getState();
  request([
    ...state.waiting,
    wayConfig(state, means, positionOf(state)),
    wayConfig(state, means, 'recorded'),
  ]);
}

/** Ends the run under way and forgets what waits; what has finished stays. */
export function cancelWays(): void {
  const { waiting, cancelled } = waysStore.getState();
  end();
  waysStore.setState({ cancelled: new Set([...cancelled, ...waiting.map(keyOf)]) });
}

function request(configs: readonly RunConfig[]): void {
  end();
  const { kept, cancelled, failures } = waysStore.getState();
  const keys = new Set(configs.map(keyOf));
  waysStore.setState({
    waiting: configs.filter(
      (config, i) =>
        !kept[keyOf(config)] && configs.findIndex((one) => keyOf(one) === keyOf(config)) === i,
    ),
    cancelled: new Set([...cancelled].filter((key) => !keys.has(key))),
    failures: Object.fromEntries(Object.entries(failures).filter(([key]) => !keys.has(key))),
  });
  void work(turn);
}

function end(): void {
  turn += 1;
  stop?.();
  stop = null;
  waysStore.setState({ waiting: [], progress: null });
}

export function wayConfig(
  { seed, authentication }: Pick<WaysState, 'seed' | 'authentication'>,
  means: KeyEstablishment,
  trial: Trial,
): RunConfig {
  return checked({
    scenario: 'rndl',
    seed,
    ...(trial === 'off'
      ? { 'authentication.method': 'none' }
      : sealsOf(authentication, trial === 'cracked')),
    'rndl.keyEstablishment': means,
    ...(trial === 'recorded' ? { 'rndl.qDay': true } : { 'eve.attack': 'man-in-the-middle' }),
  });
}

/** Seals as on the link on screen, or the default ones where it has none. */
function sealsOf(
  { method, tagBits, ...rest }: RunConfig['authentication'],
  cracked: boolean,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {
    ...rest,
    ...(method !== 'none' && { method, ...(tagBits !== undefined && { tagBits }) }),
    broken: cracked ? lossOf(rest) : 'none',
  };
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`authentication.${name}`, value]),
  );
}

/** What the anchor loses: what the link on screen has lost already, or the plainest loss there is. */
export function lossOf({
  trustAnchor,
  broken,
}: Pick<RunConfig['authentication'], 'trustAnchor' | 'broken'>): Broken {
  if (broken !== 'none' && broken !== 'public-key-copied') return broken;
  return trustAnchor === 'pre-shared-key' ? 'key-leaked' : 'private-key-stolen';
}

function checked(differences: Readonly<Record<string, unknown>>): RunConfig {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new TypeError(parsed.problems.map(({ message }) => message).join('; '));
  return parsed.config;
}

/** A run, or why there is none. */
export type WayState =
  | { readonly kind: 'running'; readonly progress: Progress | null }
  | { readonly kind: 'waiting' | 'cancelled' | 'failed' | 'not-run' }
  | { readonly kind: 'done'; readonly run: WayRun & RecordedSession };

export function wayOf(state: WaysState, means: KeyEstablishment, trial: Trial): WayState {
  const key = keyOf(wayConfig(state, means, trial));
  const run = state.kept[key];
  if (run) return { kind: 'done', run };
  const place = state.waiting.findIndex((config) => keyOf(config) === key);
  if (place === 0) return { kind: 'running', progress: state.progress };
  if (place > 0) return { kind: 'waiting' };
  if (key in state.failures) return { kind: 'failed' };
  return { kind: state.cancelled.has(key) ? 'cancelled' : 'not-run' };
}

async function work(own: number): Promise<void> {
  runner ??= pageRunner();
  for (;;) {
    const [config] = waysStore.getState().waiting;
    if (!config) return;
    const key = keyOf(config);
    try {
      const run = await executeRndl(runner, config, {
        onStarted: (ends) => {
          stop = ends;
        },
        onProgress: (progress) => {
          if (own === turn) waysStore.setState({ progress });
        },
      });
      if (own !== turn) return;
      waysStore.setState(({ kept }) => ({
        kept: Object.fromEntries([...Object.entries(kept), [key, run]].slice(-MOST_KEPT)),
      }));
    } catch (error) {
      if (own !== turn) return;
      const message = error instanceof Error ? error.message : String(error);
      waysStore.setState(({ failures }) => ({ failures: { ...failures, [key]: message } }));
    }
    waysStore.setState(({ waiting }) => ({
      waiting: waiting.filter((other) => keyOf(other) !== key),
      progress: null,
    }));
  }
}

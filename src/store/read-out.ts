/**
 * One device read out under five ways to agree on a key, once with used keys erased and once with used
 * keys kept: ten sessions with one seed, each executed once and kept.
 */
import { createStore } from 'zustand/vanilla';
import type { KeyEstablishment, RunConfig, Seed } from '../scenarios/config.ts';
import { configFromDifferences } from '../scenarios/config-parse.ts';
import type { DeviceRun, Moment } from '../scenarios/knowledge/read-out-view.ts';
import { pageRunner, type Runner } from '../worker/client.ts';
import { keyOf } from './config-key.ts';
import { executeRndl } from './once.ts';

export const MEANS = ['dh-toy', 'x25519', 'ml-kem-768', 'qkd', 'hybrid'] as const;

/** What Alice's letters are sealed with: a key from the pool, or her private key. */
export type DeviceSeals = 'shared-key' | 'signatures';

/** Picture only: relays that the counting of boxes offers. */
export const MOST_RELAYS = 5;

export interface ReadOutState {
  readonly seed: Seed;
  readonly seals: DeviceSeals;
  /** Where the tool is; null: it lies beside the devices. */
  readonly moment: Moment | null;
  readonly means: KeyEstablishment;
  readonly erase: boolean;
  readonly relays: number;
  /** Finished runs by the configuration they ran. */
  readonly kept: Readonly<Record<string, DeviceRun>>;
  readonly waiting: readonly RunConfig[];
  /** Ended by the viewer before all had run. */
  readonly cancelled: boolean;
  /** What went wrong, with the configuration. */
  readonly failure: string | null;
}

export const readOutStore = createStore<ReadOutState>(() => ({
  seed: 1984,
  seals: 'shared-key',
  moment: null,
  means: 'qkd',
  erase: true,
  relays: 1,
  kept: {},
  waiting: [],
  cancelled: false,
  failure: null,
}));

let runner: Runner | null = null;
let stop: (() => void) | null = null;
/** Counts what was ended, so that its loop can see that nobody waits for it any more. */
let turn = 0;

/** Tests put their own in the page's place. */
export function readOutWith(own: Runner): void {
  runner = own;
}

/** Drops the tool on the device at a moment, or takes it away. What has run stays. */
export function dropTool(moment: Moment | null): void {
  readOutStore.setState({ moment });
}

export function chooseMeans(means: KeyEstablishment): void {
  readOutStore.setState({ means });
}

export function chooseRelays(relays: number): void {
  readOutStore.setState({ relays: Math.min(MOST_RELAYS, Math.max(0, Math.round(relays))) });
}

/** A change executes what it touches; what has run before is taken as it is. */
export function changeDevices(
  changes: Partial<Pick<ReadOutState, 'seed' | 'seals' | 'erase'>>,
): void {
  readOutStore.setState(changes);
  executeDevices();
}

/** All ten sessions, those of the switch in view first. */
export function executeDevices(): void {
  const state = readOutStore.getState();
  const configs = [state.erase, !state.erase].flatMap((erase) =>
    MEANS.map((means) => deviceConfig({ ...state, erase }, means)),
  );
  end();
  readOutStore.setState({
    waiting: configs.filter((config) => !state.kept[keyOf(config)]),
    cancelled: false,
    failure: null,
  });
  void work(turn);
}

/** Ends the session under way and forgets what waits; what has finished stays. */
export function cancelDevices(): void {
  const { waiting } = readOutStore.getState();
  end();
  readOutStore.setState({ cancelled: waiting.length > 0 });
}

function end(): void {
  turn += 1;
  stop?.();
  stop = null;
  readOutStore.setState({ waiting: [] });
}

/**
 * A recorded session whose device is read out. Nothing is searched in it: what opens, opens by what
 * the device held.
 */
function deviceConfig(
  { seed, seals, erase }: Pick<ReadOutState, 'seed' | 'seals' | 'erase'>,
  means: KeyEstablishment,
): RunConfig {
  const parsed = configFromDifferences({
    scenario: 'rndl',
    seed,
    ...(seals === 'signatures' && {
      'authentication.method': 'ed25519',
      'authentication.trustAnchor': 'pki',
    }),
    'devices.eraseKeys': erase,
    'rndl.keyEstablishment': means,
    'rndl.qDay': false,
    'rndl.whatIf': ['device-read-out'],
  });
  if (!parsed.ok) throw new TypeError(parsed.problems.map(({ message }) => message).join('; '));
  return parsed.config;
}

export type DeviceState = 'waiting' | 'cancelled' | 'failed' | 'not-run' | DeviceRun;

export function deviceOf(
  state: ReadOutState,
  means: KeyEstablishment,
  erase = state.erase,
): DeviceState {
  const key = keyOf(deviceConfig({ ...state, erase }, means));
  const run = state.kept[key];
  if (run) return run;
  if (state.waiting.some((config) => keyOf(config) === key)) return 'waiting';
  if (state.failure !== null) return 'failed';
  return state.cancelled ? 'cancelled' : 'not-run';
}

async function work(own: number): Promise<void> {
  runner ??= pageRunner();
  for (;;) {
    const [config] = readOutStore.getState().waiting;
    if (!config) return;
    try {
      const run = await executeRndl(runner, config, {
        onStarted: (ends) => {
          stop = ends;
        },
      });
      if (own !== turn) return;
      const { readOuts, envelope, receipt } = run;
      keep(config, { config, readOuts, envelope, verdict: receipt.verdict });
    } catch (error) {
      if (own !== turn) return;
      const message = error instanceof Error ? error.message : String(error);
      readOutStore.setState({ waiting: [], failure: `${message}\n${JSON.stringify(config)}` });
    }
  }
}

function keep(config: RunConfig, run: DeviceRun): void {
  const key = keyOf(config);
  readOutStore.setState(({ kept, waiting }) => ({
    kept: { ...kept, [key]: run },
    waiting: waiting.filter((other) => keyOf(other) !== key),
  }));
}

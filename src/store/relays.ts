/**
 * Chains of relays beside the run on screen. The chain in view is executed when it is chosen; those of
 * the chart when they are asked for. Each is executed once and kept.
 */
import { createStore } from 'zustand/vanilla';
import type { RunConfig, Seed } from '../scenarios/config.ts';
import { configFromDifferences, parseConfig } from '../scenarios/config-parse.ts';
import type { Receipt } from '../scenarios/receipt.ts';
import type { RelayRun } from '../scenarios/run.ts';
import { pageRunner, type Runner } from '../worker/client.ts';
import { keyOf } from './config-key.ts';
import { executeRelay } from './once.ts';

export const MOST_RELAYS = 20;
export const MOST_KM = 400;
/** Of the chart: relays in the chain, and km from end to end. */
export const CHART_RELAYS = [0, 1, 3] as const;
export const CHART_KM = [50, 100, 150, 200, 300] as const;

/** Weak pulses with two decoys over telecom fibre; directly, 200 km are too many for them. */
const FIRST = configured({
  scenario: 'relay',
  'exchange.photons': 10_000_000,
  'exchange.source': 'weak-coherent',
  'exchange.meanPhotonNumber': 0.5,
  'exchange.decoys': [
    { meanPhotonNumber: 0.15, probability: 0.25 },
    { meanPhotonNumber: 0, probability: 0.15 },
  ],
  'channel.lengthKm': 200,
  'channel.lossDbPerKm': 0.2,
  'channel.flipProbability': 0.01,
  'detector.efficiency': 0.1,
  'detector.darkCountProbability': 1e-6,
  'amplification.accounting': 'asymptotic',
  'relay.nodes': 3,
});

export interface RelayChoice {
  readonly nodes: number;
  /** Relay that Eve reads, 0: none. */
  readonly readOut: number;
  /** From end to end; null: the line is given by its loss. */
  readonly km: number | null;
}

export interface RelaysState {
  /** All that the choice does not name. */
  readonly base: RunConfig;
  readonly choice: RelayChoice;
  /** Finished runs by the configuration they ran. */
  readonly kept: Readonly<Record<string, RelayRun>>;
  /** The chain in view, and those of the chart; the first of each line is under way. */
  readonly waiting: Readonly<Record<Line, readonly RunConfig[]>>;
  /** Share of the first of each line that is done, 0…1. */
  readonly progress: Readonly<Record<Line, number>>;
  /** Ended by the viewer before its end. */
  readonly cancelled: Readonly<Record<Line, boolean>>;
  /** For copying into a report: what went wrong, with the configuration. */
  readonly failure: string | null;
}

type Line = 'chain' | 'chart';

const IDLE = {
  waiting: { chain: [], chart: [] },
  progress: { chain: 0, chart: 0 },
  cancelled: { chain: false, chart: false },
} as const;

export const relaysStore = createStore<RelaysState>(() => ({
  base: FIRST,
  choice: choiceIn(FIRST),
  kept: {},
  ...IDLE,
  failure: null,
}));

interface Desk {
  runner: Runner | null;
  stop: (() => void) | null;
  /** Counts what was ended, so that its loop can see that nobody waits for it any more. */
  turn: number;
}

const desks: Record<Line, Desk> = {
  chain: { runner: null, stop: null, turn: 0 },
  chart: { runner: null, stop: null, turn: 0 },
};

/** Tests put their own in the page's place. */
export function relaysWith(own: Runner): void {
  for (const desk of Object.values(desks)) desk.runner = own;
}

/** A chain of this seed; of the one shown, if it came with a seed of its own. */
export function relaysOn(seed: Seed): void {
  if (followed !== seed && followed !== 'adopted') {
    end('chart');
    relaysStore.setState(({ base }) => ({ base: { ...base, seed } }));
  }
  followed = seed;
  executeChain();
}

/** Seed of the run on screen that was last taken over; 'adopted': the chain brought its own. */
let followed: Seed | 'adopted' | null = null;

/** Shows a chain that came as a configuration. */
export function adoptRelay(config: RunConfig): void {
  followed = 'adopted';
  end('chart');
  relaysStore.setState({ base: config, choice: choiceIn(config) });
  executeChain();
}

export function chooseRelays(changes: Partial<RelayChoice>): void {
  relaysStore.setState(({ choice }) => {
    const next = { ...choice, ...changes };
    return { choice: { ...next, readOut: Math.min(next.readOut, next.nodes) } };
  });
  executeChain();
}

/** The chain in view, unless it has run or is under way. Nobody looks any more at the one before. */
export function executeChain(): void {
  const state = relaysStore.getState();
  const config = chainConfig(state);
  const [head] = state.waiting.chain;
  relaysStore.setState({ failure: null });
  mark('chain', { cancelled: false });
  if (head && keyOf(head) === keyOf(config)) return;
  end('chain');
  if (state.kept[keyOf(config)]) return;
  mark('chain', { waiting: [config], progress: 0 });
  void work('chain');
}

/** Every chain of the chart that has not run. */
export function executeChart(): void {
  const state = relaysStore.getState();
  if (state.waiting.chart.length > 0) return;
  const waiting = chartConfigs(state).filter((config) => !state.kept[keyOf(config)]);
  relaysStore.setState({ failure: null });
  mark('chart', { waiting, progress: 0, cancelled: false });
  void work('chart');
}

/** What has finished stays. */
export function cancelRelays(line: Line): void {
  const waited = relaysStore.getState().waiting[line].length > 0;
  end(line);
  if (waited) mark(line, { cancelled: true });
}

function end(line: Line): void {
  const desk = desks[line];
  desk.turn += 1;
  desk.stop?.();
  desk.stop = null;
  mark(line, { waiting: [], progress: 0 });
}

type Marks = { [Part in keyof typeof IDLE]?: RelaysState[Part][Line] };

function mark(line: Line, marks: Marks): void {
  relaysStore.setState((state) => {
    const parts = Object.keys(marks) as (keyof typeof IDLE)[];
    return Object.fromEntries(
      parts.map((part) => [part, { ...state[part], [line]: marks[part] }]),
    ) as Partial<RelaysState>;
  });
}

/** The configuration of a choice. */
export function chainConfig(
  { base, choice }: Pick<RelaysState, 'base' | 'choice'>,
  changes: Partial<RelayChoice> = {},
): RunConfig {
  const { nodes, readOut, km } = { ...choice, ...changes };
  const { channel } = base;
  const lossDbPerKm = 'lengthKm' in channel ? channel.lossDbPerKm : 0.2;
  const fibre = { lengthKm: km ?? 0, lossDbPerKm, flipProbability: channel.flipProbability };
  const parsed = parseConfig({
    ...base,
    scenario: 'relay',
    channel: km === null ? channel : fibre,
    relay: { nodes, readOut },
  });
  if (!parsed.ok) throw new TypeError(parsed.problems.map(({ message }) => message).join('; '));
  return parsed.config;
}

function chartConfigs(state: Pick<RelaysState, 'base' | 'choice'>): RunConfig[] {
  return CHART_KM.flatMap((km) =>
    CHART_RELAYS.map((nodes) => chainConfig(state, { nodes, km, readOut: 0 })),
  );
}

/** The finished run of a choice; null: not there, or not yet. */
export function chainOf(state: RelaysState, changes: Partial<RelayChoice> = {}): RelayRun | null {
  return state.kept[keyOf(chainConfig(state, changes))] ?? null;
}

/** Finished chains of the chart; `run` null: not executed. */
export function chartOf(state: RelaysState) {
  return CHART_RELAYS.flatMap((nodes) =>
    CHART_KM.map((km) => ({ nodes, km, run: chainOf(state, { nodes, km, readOut: 0 }) })),
  );
}

/** What a link to the screen names; null: nothing was executed yet. */
export function relaysConfig(): RunConfig | null {
  const state = relaysStore.getState();
  const asked = chainOf(state) !== null || state.waiting.chain.length > 0;
  return asked ? chainConfig(state) : null;
}

/** The receipt of the chain in view; null until it has been executed. */
export function relaysReceipt(state: RelaysState): Receipt | null {
  return chainOf(state)?.receipt ?? null;
}

async function work(line: Line): Promise<void> {
  const desk = desks[line];
  const { turn } = desk;
  desk.runner ??= pageRunner();
  for (;;) {
    const [config] = relaysStore.getState().waiting[line];
    if (!config) return;
    try {
      const run = await executeRelay(desk.runner, config, {
        onStarted: (stop) => {
          if (turn === desk.turn) desk.stop = stop;
        },
        onProgress: ({ pulsesDone, pulses }) => {
          if (turn === desk.turn) mark(line, { progress: pulses > 0 ? pulsesDone / pulses : 0 });
        },
      });
      if (turn !== desk.turn) return;
      desk.stop = null;
      relaysStore.setState(({ kept }) => ({ kept: { ...kept, [keyOf(config)]: run } }));
      mark(line, { waiting: relaysStore.getState().waiting[line].slice(1), progress: 0 });
    } catch (error) {
      if (turn !== desk.turn) return;
      desk.stop = null;
      const message = error instanceof Error ? error.message : String(error);
      relaysStore.setState({ failure: `${message}\n${JSON.stringify(config)}` });
      mark(line, { waiting: [], progress: 0 });
    }
  }
}

function choiceIn({ channel, relay }: RunConfig): RelayChoice {
  return { ...relay, km: 'lengthKm' in channel ? channel.lengthKm : null };
}

function configured(differences: Parameters<typeof configFromDifferences>[0]): RunConfig {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new TypeError(parsed.problems.map(({ message }) => message).join('; '));
  return parsed.config;
}

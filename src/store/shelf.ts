/**
 * One message sent four ways, recorded, and what Eve makes of it: each combination of switches is
 * executed once a lane and kept, so that the matrix fills as the viewer goes.
 */
import { createStore } from 'zustand/vanilla';
import type { RunConfig, Seed } from '../scenarios/config.ts';
import type { RecordedSession } from '../scenarios/knowledge/shelf-view.ts';
import type { Receipt } from '../scenarios/receipt.ts';
import type { Progress } from '../scenarios/run.ts';
import { pageRunner, type Runner } from '../worker/client.ts';
import { keyOf } from './config-key.ts';
import { executeRndl } from './once.ts';
import {
  adoptedFrom,
  type Common,
  type DhGroup,
  FIRST_SWITCHES,
  LANES,
  type Lane,
  laneConfig,
  type Switches,
} from './shelf-lanes.ts';

/** A finished lane, with what the page itself can say of its search. */
export interface KeptLane {
  readonly run: RecordedSession;
  /** Steps that such a search takes on average; null where nothing was searched. */
  readonly expected: number | null;
}

export interface Shelf {
  readonly common: Common;
  /** Whether the message has been sent: before that nothing runs. */
  readonly sent: boolean;
  readonly switches: Switches;
  readonly group: DhGroup;
  /** The lane whose receipt and link are the page's. */
  readonly focus: Lane;
  /** Years on the axis. Picture only: no run depends on them. */
  readonly years: { readonly secrecy: number; readonly migration: number; readonly qDay: number };
  /** By the configuration that ran. */
  readonly kept: Readonly<Record<string, KeptLane>>;
  /** Combinations in the order they were first wanted. */
  readonly tried: readonly Switches[];
  readonly waiting: readonly RunConfig[];
  readonly running: { readonly key: string; readonly progress: Progress | null } | null;
  /** Ended by the viewer, by configuration. */
  readonly cancelled: ReadonlySet<string>;
  /** What went wrong, with the configuration, by configuration. */
  readonly failures: Readonly<Record<string, string>>;
}

export const shelfStore = createStore<Shelf>(() => ({
  common: { seed: 1984, message: undefined, fields: {} },
  sent: false,
  switches: FIRST_SWITCHES,
  group: '40',
  focus: 'qkd',
  years: { secrecy: 30, migration: 7, qDay: 15 },
  kept: {},
  tried: [],
  waiting: [],
  running: null,
  cancelled: new Set(),
  failures: {},
}));

let runner: Runner | null = null;
let stop: (() => void) | null = null;
/** Counts what was ended, so that a loop that waits for it can see that it is not wanted any more. */
let turn = 0;

/** Tests put their own in the page's place. */
export function shelfWith(own: Runner): void {
  runner = own;
}

/** Sends the message four ways; Eve records. */
export function sendAndRecord(): void {
  shelfStore.setState({ sent: true });
  executeLanes();
}

/** Back to before the message was sent; what has run stays in the matrix. */
export function takeBack(): void {
  end();
  shelfStore.setState(({ switches }) => ({ sent: false, switches: { ...switches, qDay: false } }));
}

export function changeSwitches(changes: Partial<Switches>): void {
  shelfStore.setState(({ switches }) => ({ switches: { ...switches, ...changes } }));
  executeLanes();
}

export function chooseGroup(group: DhGroup): void {
  shelfStore.setState({ group });
  executeLanes();
}

export function focusLane(focus: Lane): void {
  shelfStore.setState({ focus });
}

export function changeYears(changes: Partial<Shelf['years']>): void {
  shelfStore.setState(({ years }) => ({ years: { ...years, ...changes } }));
}

/** Another seed or another message is another recording; nothing of the one before is shown with it. */
export function changeCommon(changes: Partial<Pick<Common, 'seed' | 'message'>>): void {
  const { common } = shelfStore.getState();
  const next = { ...common, ...changes };
  if (next.seed === common.seed && next.message === common.message) return;
  end();
  shelfStore.setState(({ switches }) => ({
    common: next,
    tried: [],
    sent: false,
    switches: { ...switches, qDay: false },
  }));
}

/** Takes over a configuration of this scenario, as a link or a receipt names it, and runs it. */
export function adoptRndl(config: RunConfig): void {
  const { common, switches, lane, group } = adoptedFrom(config);
  end();
  shelfStore.setState({ common, switches, group, focus: lane, tried: [], sent: true });
  executeLanes();
}

/** Ends the search or session under way and forgets what waits; these say that they were cancelled. */
export function cancelLanes(): void {
  const { waiting, running, cancelled } = shelfStore.getState();
  const ended = [...waiting.map(keyOf), ...(running ? [running.key] : [])];
  shelfStore.setState({ cancelled: new Set([...cancelled, ...ended]) });
  end();
}

/** One lane again, after it was cancelled or has failed. */
export function runLane(lane: Lane): void {
  const config = configOfLane(shelfStore.getState(), lane);
  if (config) request([config], shelfStore.getState().waiting);
}

/** What the switches in view need. A pad runs in one lane only. */
function executeLanes(): void {
  const state = shelfStore.getState();
  if (!state.sent) return;
  const { tried, switches } = state;
  if (!tried.some((other) => sameSwitches(other, switches))) {
    shelfStore.setState({ tried: [...tried, switches] });
  }
  const configs = LANES.flatMap((lane) => configOfLane(state, lane) ?? []);
  // A search may take its time; what needs none comes first.
  const searching = (config: RunConfig) =>
    config.rndl.keyEstablishment === 'dh-toy' || config.rndl.whatIf.includes('delivered-over-dh');
  request([...configs.filter((c) => !searching(c)), ...configs.filter(searching)], []);
}

/** The configuration of a lane under some switches; null where they cannot stand together. */
export function configOfLane(
  { common, group, switches }: Pick<Shelf, 'common' | 'group' | 'switches'>,
  lane: Lane,
): RunConfig | null {
  const parsed = laneConfig(common, switches, lane, group);
  return parsed.ok ? parsed.config : null;
}

export type LaneState =
  | { readonly kind: 'not-sent' | 'waiting' | 'cancelled' | 'not-run' }
  | { readonly kind: 'running'; readonly progress: Progress | null }
  | { readonly kind: 'failed'; readonly message: string }
  /** The switches in view cannot stand with this lane. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'done'; readonly lane: KeptLane };

export function laneState(state: Shelf, lane: Lane): LaneState {
  const parsed = laneConfig(state.common, state.switches, lane, state.group);
  if (!parsed.ok) return { kind: 'refused', message: parsed.problems[0]?.message ?? '' };
  if (!state.sent) return { kind: 'not-sent' };
  const key = keyOf(parsed.config);
  const kept = state.kept[key];
  if (kept) return { kind: 'done', lane: kept };
  if (state.running?.key === key) return { kind: 'running', progress: state.running.progress };
  if (state.waiting.some((config) => keyOf(config) === key)) return { kind: 'waiting' };
  const failure = state.failures[key];
  if (failure !== undefined) return { kind: 'failed', message: failure };
  return { kind: state.cancelled.has(key) ? 'cancelled' : 'not-run' };
}

export function sameSwitches(one: Switches, other: Switches): boolean {
  return (Object.keys(one) as (keyof Switches)[]).every((name) => one[name] === other[name]);
}

/** What is asked for now, before what `waits`; a run under way that neither wants is ended. */
function request(configs: readonly RunConfig[], waits: readonly RunConfig[]): void {
  const { kept, running, cancelled, failures } = shelfStore.getState();
  const wanted = new Map<string, RunConfig>();
  for (const config of [...configs, ...waits]) {
    const key = keyOf(config);
    if (!kept[key]) wanted.set(key, config);
  }
  if (running && !wanted.has(running.key)) end();
  if (running) wanted.delete(running.key);
  shelfStore.setState({
    waiting: [...wanted.values()],
    cancelled: new Set([...cancelled].filter((key) => !wanted.has(key))),
    failures: Object.fromEntries(Object.entries(failures).filter(([key]) => !wanted.has(key))),
  });
  void work();
}

function end(): void {
  turn += 1;
  stop?.();
  stop = null;
  shelfStore.setState({ waiting: [], running: null });
}

async function work(): Promise<void> {
  if (shelfStore.getState().running) return;
  runner ??= pageRunner();
  const own = turn;
  for (;;) {
    const [config, ...waiting] = shelfStore.getState().waiting;
    if (!config) return;
    const key = keyOf(config);
    shelfStore.setState({ waiting, running: { key, progress: null } });
    let expected: number | null = null;
    try {
      const run = await executeRndl(runner, config, {
        onStarted: (ends) => {
          stop = ends;
        },
        onProgress: (progress) => {
          if (own !== turn) return;
          expected = progress.search?.expected ?? expected;
          shelfStore.setState({ running: { key, progress } });
        },
      });
      if (own !== turn) return;
      const { session: _, ...rest } = run;
      keep(key, { run: rest, expected });
    } catch (error) {
      if (own !== turn) return;
      const what = error instanceof Error ? error.message : String(error);
      const message = `${what}\n${JSON.stringify(config)}`;
      shelfStore.setState(({ failures }) => ({ failures: { ...failures, [key]: message } }));
    }
    shelfStore.setState({ running: null });
  }
}

function keep(key: string, lane: KeptLane): void {
  shelfStore.setState(({ kept }) => ({ kept: { ...kept, [key]: lane } }));
}

/** What one lane came to under some switches, whichever group its numbers are of; null: not run. */
export function keptOf(
  state: Pick<Shelf, 'common' | 'group' | 'kept'>,
  switches: Switches,
  lane: Lane,
): KeptLane | null {
  const config = configOfLane({ ...state, switches }, lane);
  return config && (state.kept[keyOf(config)] ?? null);
}

/** Receipt of the lane in focus; null while it has none. */
export function focusedReceipt(state: Shelf): Receipt | null {
  return state.sent ? (keptOf(state, state.switches, state.focus)?.run.receipt ?? null) : null;
}

/** The seed of the page's own run is that of the recording too. */
export function shelfOn(seed: Seed): void {
  changeCommon({ seed });
}

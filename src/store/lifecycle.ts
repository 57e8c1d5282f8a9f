/**
 * Lives of a link, executed beside the run on screen: four prepared histories and one of the viewer's
 * own, from the same seed. A change executes again whatever it touches, the history in view first.
 */
import { createStore } from 'zustand/vanilla';
import type { RunConfig } from '../scenarios/config.ts';
import type { LifecycleRun } from '../scenarios/run.ts';
import { pageRunner, type Runner } from '../worker/client.ts';
import {
  alsoIn,
  FIRST_SETUP,
  HISTORIES,
  type HistoryId,
  lifeConfig,
  MOST_ADOPTED_ROUNDS,
  type Plan,
  planOf,
  preparedFor,
  type Setup,
  within,
  withoutTrust,
} from './lifecycle-plans.ts';
import { notify } from './notices.ts';
import { executeLifecycle } from './once.ts';

export interface Lives {
  readonly setup: Setup;
  readonly plans: Readonly<Record<HistoryId, Plan>>;
  /** As last executed; null before that. While another execution is under way, the one before stays. */
  readonly lives: Readonly<Record<HistoryId, LifecycleRun | null>>;
  readonly running: HistoryId | null;
  /** Share of the running one that is done, 0…1. */
  readonly progress: number;
  /** What went wrong, for a report. */
  readonly failure: string | null;
  readonly chosen: HistoryId;
  /** Rounds 0…round have happened. */
  readonly round: number;
  readonly playing: boolean;
  /** How long a start-up takes, and the link lives. Pictures only: the run has no clock. */
  readonly startUpMinutes: number;
  readonly lifeYears: number;
}

export const livesStore = createStore<Lives>(() => ({
  setup: FIRST_SETUP,
  plans: { ...preparedFor(FIRST_SETUP.rounds), own: planOf('broken-later', FIRST_SETUP.rounds) },
  lives: {
    'broken-later': null,
    'eve-at-start': null,
    'eve-too-late': null,
    jammed: null,
    own: null,
  },
  running: null,
  progress: 0,
  failure: null,
  chosen: 'broken-later',
  round: FIRST_SETUP.rounds,
  playing: false,
  startUpMinutes: 3,
  lifeYears: 3,
}));

/** The link they are lives of: the run on screen, as far as its settings reach into a life. */
let link: RunConfig | null = null;
let runner: Runner | null = null;
let stop: (() => void) | null = null;
let waiting: ReturnType<typeof setTimeout> | undefined;
/** Counts changes; work for an older one is dropped. */
let turn = 0;

/** Changes that come quickly one after the other are executed once. */
const SETTLED_MS = 150;

/** Puts a runner of one's own in place of the page's. */
export function liveWith(own: Runner): void {
  runner = own;
}

/** Lives of this link from now on. A configuration of a life becomes the viewer's own history. */
export function liveOn(config: RunConfig): void {
  const another = link !== config;
  link = config;
  if (another && config.scenario === 'lifecycle') adopt(config);
  const { setup, plans } = livesStore.getState();
  if (!refused(setup, plans.own)) execute();
}

function adopt(config: RunConfig): void {
  const { lifecycle, authentication, exchange } = config;
  const rounds = Math.min(MOST_ADOPTED_ROUNDS, lifecycle.rounds);
  if (rounds < lifecycle.rounds) notify('notice.link-clamped', { list: 'lifecycle.rounds' });
  const { onDry, poolTarget, reserveBits } = lifecycle;
  const own = { events: within(lifecycle.events, rounds), onDry, also: alsoIn(config) };
  livesStore.setState(({ plans }) => ({
    setup: {
      anchor: authentication.trustAnchor,
      photons: exchange.photons,
      rounds,
      poolTarget,
      reserveBits,
    },
    plans: { ...plans, ...preparedFor(rounds), own },
    chosen: 'own',
    round: rounds,
  }));
}

/** Ends what is under way; a later `execute` takes it up again. */
export function rest(): void {
  clearTimeout(waiting);
  turn++;
  stop?.();
  stop = null;
  pauseLife();
  livesStore.setState({ running: null });
}

/** Executes whatever is not yet as the settings say. */
export function execute(): void {
  clearTimeout(waiting);
  turn++;
  const mine = turn;
  // What is on screen is out of date from now on.
  livesStore.setState({ running: firstStale()?.id ?? null, progress: 0 });
  waiting = setTimeout(() => void work(mine), SETTLED_MS);
}

async function work(mine: number): Promise<void> {
  stop?.();
  runner ??= pageRunner();
  for (;;) {
    const next = firstStale();
    if (next === null) break;
    livesStore.setState({ running: next.id, progress: 0, failure: null });
    try {
      const life = await executeLifecycle(runner, next.config, {
        onStarted: (end) => {
          stop = end;
        },
        onProgress: ({ pulsesDone, pulses }) => {
          const progress = pulses === 0 ? 0 : pulsesDone / pulses;
          if (mine === turn) livesStore.setState({ progress });
        },
      });
      if (mine !== turn) return;
      livesStore.setState(({ lives }) => ({ lives: { ...lives, [next.id]: life } }));
    } catch (error) {
      if (mine !== turn) return;
      const message = error instanceof Error ? error.message : String(error);
      livesStore.setState({ running: null, failure: `${message}\n${JSON.stringify(next.config)}` });
      return;
    }
  }
  stop = null;
  livesStore.setState({ running: null });
}

/** The history in view first, then the others from the top; one's own only while it is in view. */
function firstStale(): { readonly id: HistoryId; readonly config: RunConfig } | null {
  const { chosen, lives } = livesStore.getState();
  const wanted = chosen === 'own' ? ([chosen] as const) : ([chosen, ...HISTORIES] as const);
  for (const id of wanted) {
    const config = configOf(id);
    if (config === null) continue;
    const known = lives[id]?.config;
    if (known === undefined || JSON.stringify(known) !== JSON.stringify(config)) {
      return { id, config };
    }
  }
  return null;
}

function configOf(id: HistoryId): RunConfig | null {
  const { setup, plans } = livesStore.getState();
  if (link === null) return null;
  const parsed = lifeConfig(link, setup, plans[id]);
  return parsed.ok ? parsed.config : null;
}

/** Changes what all have in common. What cannot stand is refused with its reason. */
export function changeSetup(changes: Partial<Setup>): void {
  const before = livesStore.getState();
  const setup = { ...before.setup, ...changes };
  const { rounds, poolTarget, anchor } = setup;
  const target = { ...setup, reserveBits: Math.min(setup.reserveBits, poolTarget) };
  const same = rounds === before.setup.rounds;
  const plans = same ? { ...before.plans } : plansFor(rounds, before.plans);
  if (anchor !== before.setup.anchor) plans.own = withoutTrust(plans.own);
  if (refused(target, plans.own)) return;
  const atEnd = before.round >= before.setup.rounds;
  livesStore.setState({
    setup: target,
    plans,
    round: atEnd ? rounds : Math.min(before.round, rounds),
  });
  execute();
}

/** The same histories in another number of rounds; what was chosen for a dry pool stays. */
function plansFor(rounds: number, before: Lives['plans']): Record<HistoryId, Plan> {
  const prepared = preparedFor(rounds);
  const { events } = before.own;
  const plans = { ...before, own: { ...before.own, events: within(events, rounds) } };
  for (const id of HISTORIES) plans[id] = { ...prepared[id], onDry: before[id].onDry };
  return plans;
}

export function changePlan(id: HistoryId, changes: Partial<Plan>): void {
  const { plans, setup } = livesStore.getState();
  const plan = { ...plans[id], ...changes };
  if (refused(setup, plan)) return;
  livesStore.setState({ plans: { ...plans, [id]: plan } });
  execute();
}

function refused(setup: Setup, plan: Plan): boolean {
  if (link === null) return false;
  const parsed = lifeConfig(link, setup, plan);
  if (parsed.ok) return false;
  const [problem] = parsed.problems;
  if (problem) {
    const path = problem.path.slice(1).replaceAll('/', '.');
    notify('notice.refused', { path, message: problem.message });
  }
  return true;
}

/** Takes a history's events over into the viewer's own. */
export function startOwnFrom(id: HistoryId): void {
  const { plans } = livesStore.getState();
  livesStore.setState({ plans: { ...plans, own: plans[id] } });
  chooseHistory('own');
}

export function chooseHistory(chosen: HistoryId): void {
  if (livesStore.getState().chosen === chosen) return;
  livesStore.setState({ chosen });
  execute();
}

export function changePicture(changes: Partial<Pick<Lives, 'startUpMinutes' | 'lifeYears'>>): void {
  livesStore.setState(changes);
}

/** Time between two rounds while playing. Picture only. */
const ROUND_MS = 600;
let ticking: ReturnType<typeof setInterval> | undefined;

export function seekRound(round: number): void {
  const { rounds } = livesStore.getState().setup;
  livesStore.setState({ round: Math.min(rounds, Math.max(0, Math.round(round))) });
}

/** Plays on, one round after the other; from the start-up if it stands at the end. */
export function playLife(): void {
  clearInterval(ticking);
  const { round, setup } = livesStore.getState();
  if (round >= setup.rounds) seekRound(0);
  livesStore.setState({ playing: true });
  ticking = setInterval(() => {
    const { round, setup } = livesStore.getState();
    seekRound(round + 1);
    if (round + 1 >= setup.rounds) pauseLife();
  }, ROUND_MS);
}

export function pauseLife(): void {
  clearInterval(ticking);
  livesStore.setState({ playing: false });
}

/**
 * Sites beside the run on screen: a link's key on its way to its user. Each choice of wall, hop and
 * Q-day is executed once and kept; many repeats of one only when they are asked for.
 */
import { createStore } from 'zustand/vanilla';
import type { DeliveryFault, HopProtection, RunConfig, Seed, Wall } from '../scenarios/config.ts';
import {
  configDifferences,
  configFromDifferences,
  DEFAULT_CONFIG,
} from '../scenarios/config-parse.ts';
import type { Receipt } from '../scenarios/receipt.ts';
import type { DeliveryRun } from '../scenarios/run.ts';
import { pageRunner, type Runner } from '../worker/client.ts';
import { keyOf } from './config-key.ts';
import { executeDelivery } from './once.ts';

/** From the smallest to the largest. */
export const WALLS: readonly Wall[] = ['same-box', 'rack', 'building', 'campus'];
export const HOPS: readonly HopProtection[] = ['none', 'tls-dh', 'tls-hybrid'];
export const FAULTS: readonly DeliveryFault[] = [
  'none',
  'unknown-id',
  'wrong-application',
  'already-delivered',
  'pool-empty',
];

export interface SiteChoice {
  readonly wall: Wall;
  readonly hop: HopProtection;
  /** Discrete logarithms fall. */
  readonly qDay: boolean;
  /** An assumption, as the other: the hybrid hop's second secret falls too. */
  readonly mlKemBroken: boolean;
  readonly insiderRate: number;
  readonly fault: DeliveryFault;
}

export interface Site {
  /** The link under it, and all that the choice does not name. */
  readonly link: RunConfig;
  readonly choice: SiteChoice;
  /** How often "repeat" executes. */
  readonly repeats: number;
  /** Finished runs by the configuration they ran. */
  readonly runs: Readonly<Record<string, DeliveryRun>>;
  /** Single deliveries, and many of one; the first of each line is under way. */
  readonly waiting: Readonly<Record<Line, readonly RunConfig[]>>;
  /** Share of the many under way that is done, 0…1. */
  readonly progress: number;
  /** Configurations that were stopped before their end, and not executed since. */
  readonly cancelled: readonly string[];
  /** For copying into a report: what went wrong, with the configuration. */
  readonly failure: string | null;
}

/** Two lines, so that what is drawn never waits for hundreds of repeats. */
type Line = 'one' | 'many';

const FIRST_REPEATS = 200;
const NOBODY: Site['waiting'] = { one: [], many: [] };

export const siteStore = createStore<Site>(() => ({
  link: DEFAULT_CONFIG,
  choice: choiceIn(DEFAULT_CONFIG),
  repeats: FIRST_REPEATS,
  runs: {},
  waiting: NOBODY,
  progress: 0,
  cancelled: [],
  failure: null,
}));

/** Picture only: finished runs that are kept, of each line. */
const MOST_RUNS = 60;

interface Desk {
  runner: Runner | null;
  working: boolean;
  stop: (() => void) | null;
  /** Counts cancellations; what an older turn began never comes back. */
  turn: number;
}

const newDesk = (): Desk => ({ runner: null, working: false, stop: null, turn: 0 });
const desks: Record<Line, Desk> = { one: newDesk(), many: newDesk() };

/** Tests put their own in the page's place. */
export function siteWith(own: Runner): void {
  for (const desk of Object.values(desks)) desk.runner = own;
}

function choiceIn({ delivery, rndl }: RunConfig): SiteChoice {
  const { wall, hop, insiderRate, fault } = delivery;
  const mlKemBroken = rndl.whatIf.includes('ml-kem-broken');
  return { wall, hop, insiderRate, fault, qDay: rndl.qDay, mlKemBroken };
}

/** A site on a link of this seed. */
export function siteOn(seed: Seed): void {
  const { link } = siteStore.getState();
  if (link.seed !== seed) siteStore.setState({ link: { ...link, seed } });
  executeSite();
}

/** Shows a site that came as a configuration, its repeats included. */
export function adoptDelivery(config: RunConfig): void {
  const { repeats } = config.delivery;
  siteStore.setState({
    link: config,
    choice: choiceIn(config),
    repeats: repeats > 1 ? repeats : FIRST_REPEATS,
  });
  executeSite();
  if (repeats > 1) repeatSite();
}

export function chooseSite(changes: Partial<SiteChoice>): void {
  siteStore.setState(({ choice }) => ({ choice: { ...choice, ...changes } }));
  executeSite();
}

/** One delivery as chosen, and the same behind the other walls. */
export function executeSite(): void {
  const state = siteStore.getState();
  const { wall } = state.choice;
  const others = WALLS.filter((other) => other !== wall);
  const wanted = [wall, ...others].map((each) => deliveryConfig(state, { wall: each }));
  // Nobody looks any more at what was chosen before.
  request('one', wanted, 'alone');
}

/** The choice, executed often. */
export function repeatSite(changes: Partial<SiteChoice> = {}): void {
  const state = siteStore.getState();
  request('many', [deliveryConfig(state, changes, state.repeats)], 'last');
}

/** Every wall with every hop, before and after Q-day. */
export function repeatAll(): void {
  const state = siteStore.getState();
  const all = WALLS.flatMap((wall) =>
    [false, true].flatMap((qDay) => HOPS.map((hop) => ({ wall, hop, qDay }))),
  );
  const wanted = all.map((changes) => deliveryConfig(state, changes, state.repeats));
  request('many', wanted, 'last');
}

/** Ends the repeats under way and forgets those that wait; what is finished stays. */
export function cancelRepeats(): void {
  const desk = desks.many;
  desk.turn++;
  desk.stop?.();
  desk.stop = null;
  desk.working = false;
  siteStore.setState(({ waiting, cancelled }) => ({
    waiting: { ...waiting, many: [] },
    progress: 0,
    cancelled: [...new Set([...cancelled, ...waiting.many.map(keyOf)])],
  }));
}

/** The configuration of a choice; `repeats` 1: the one that is drawn. */
export function deliveryConfig(
  { link, choice }: Pick<Site, 'link' | 'choice'>,
  changes: Partial<SiteChoice> = {},
  repeats = 1,
): RunConfig {
  const { wall, hop, qDay, mlKemBroken, insiderRate, fault } = { ...choice, ...changes };
  const others = link.rndl.whatIf.filter((name) => name !== 'ml-kem-broken');
  const parsed = configFromDifferences({
    ...configDifferences(link),
    scenario: 'delivery',
    'rndl.qDay': qDay,
    'rndl.whatIf': mlKemBroken ? ['ml-kem-broken', ...others] : others,
    'delivery.wall': wall,
    'delivery.hop': hop,
    'delivery.insiderRate': insiderRate,
    'delivery.fault': fault,
    'delivery.repeats': repeats,
  });
  if (!parsed.ok) throw new TypeError(parsed.problems.map(({ message }) => message).join('; '));
  return parsed.config;
}

/** The finished run of a choice; null: not there, or not yet. */
export function deliveryOf(
  state: Pick<Site, 'link' | 'choice' | 'runs'>,
  changes: Partial<SiteChoice> = {},
  repeats = 1,
): DeliveryRun | null {
  return state.runs[keyOf(deliveryConfig(state, changes, repeats))] ?? null;
}

/** What a link to the screen names: the repeats too, once they were asked for; null: nothing yet. */
export function siteConfig(): RunConfig | null {
  const state = siteStore.getState();
  const asked = ['running', 'waiting', 'finished'].includes(standingOf(state));
  if (asked) return deliveryConfig(state, {}, state.repeats);
  return standingOf(state, {}, 1) === 'not-run' ? null : deliveryConfig(state);
}

/** The receipt of `siteConfig`; null until it has been executed. */
export function siteReceipt(): Receipt | null {
  const config = siteConfig();
  return config && (siteStore.getState().runs[keyOf(config)]?.receipt ?? null);
}

export type Standing = 'running' | 'waiting' | 'cancelled' | 'finished' | 'not-run';

export function standingOf(
  state: Site,
  changes: Partial<SiteChoice> = {},
  repeats = state.repeats,
): Standing {
  const key = keyOf(deliveryConfig(state, changes, repeats));
  if (state.runs[key]) return 'finished';
  const line = state.waiting[repeats > 1 ? 'many' : 'one'];
  const at = line.findIndex((config) => keyOf(config) === key);
  if (at >= 0) return at === 0 ? 'running' : 'waiting';
  return state.cancelled.includes(key) ? 'cancelled' : 'not-run';
}

/** 'alone': in place of all that waits; 'last': after it. What is under way has begun, and stays. */
function request(line: Line, configs: readonly RunConfig[], place: 'alone' | 'last'): void {
  const { runs, waiting, cancelled } = siteStore.getState();
  const before = place === 'last' ? waiting[line] : waiting[line].slice(0, 1);
  const wanted = new Map<string, RunConfig>();
  for (const config of [...before, ...configs]) {
    if (!wanted.has(keyOf(config)) && !runs[keyOf(config)]) wanted.set(keyOf(config), config);
  }
  siteStore.setState({
    waiting: { ...waiting, [line]: [...wanted.values()] },
    cancelled: cancelled.filter((key) => !wanted.has(key)),
    failure: null,
  });
  void work(line);
}

async function work(line: Line): Promise<void> {
  const desk = desks[line];
  if (desk.working) return;
  desk.working = true;
  desk.runner ??= pageRunner();
  const { turn, runner } = desk;
  for (;;) {
    const [config] = siteStore.getState().waiting[line];
    if (!config) break;
    if (line === 'many') siteStore.setState({ progress: 0 });
    try {
      const run = await executeDelivery(runner, config, {
        onStarted: (end) => {
          desk.stop = end;
        },
        onProgress: ({ pulsesDone, pulses }) => {
          if (line !== 'many' || turn !== desk.turn) return;
          siteStore.setState({ progress: pulses > 0 ? pulsesDone / pulses : 0 });
        },
      });
      if (turn !== desk.turn) return;
      keep(line, config, run);
    } catch (error) {
      if (turn !== desk.turn) return;
      const message = error instanceof Error ? error.message : String(error);
      const failure = `${message}\n${JSON.stringify(config)}`;
      siteStore.setState(({ waiting }) => ({ waiting: { ...waiting, [line]: [] }, failure }));
    }
  }
  desk.stop = null;
  desk.working = false;
}

function keep(line: Line, config: RunConfig, run: DeliveryRun): void {
  const key = keyOf(config);
  const often = (other: DeliveryRun) => other.config.delivery.repeats > 1;
  const sameLine = Object.keys(siteStore.getState().runs).filter(
    (other) => often(siteStore.getState().runs[other]!) === often(run),
  );
  const oldest = sameLine.length >= MOST_RUNS ? sameLine[0] : null;
  siteStore.setState(({ runs, waiting }) => ({
    runs: {
      ...Object.fromEntries(Object.entries(runs).filter(([other]) => other !== oldest)),
      [key]: run,
    },
    waiting: { ...waiting, [line]: waiting[line].filter((other) => keyOf(other) !== key) },
  }));
}

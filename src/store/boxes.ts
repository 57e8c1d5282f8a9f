/**
 * Attacks on the box: for the one in view all its runs, with and without Eve, with and without its
 * fixes; each executed once and kept.
 */
import { createStore } from 'zustand/vanilla';
import type { RunConfig, Seed } from '../scenarios/config.ts';
import type { BoxRun } from '../scenarios/knowledge/box-view.ts';
import type { Receipt } from '../scenarios/receipt.ts';
import { pageRunner, type Runner } from '../worker/client.ts';
import {
  BOX_ATTACKS,
  type BoxAttack,
  type BoxFix,
  type BoxPlan,
  boxConfig,
  boxPlans,
  TRICKS,
} from './box-plans.ts';
import { keyOf } from './config-key.ts';
import { execute } from './once.ts';

export interface BoxesState {
  readonly seed: Seed;
  readonly attack: BoxAttack;
  /** Fixes that are switched on, of every attack. */
  readonly fixes: Readonly<Record<BoxAttack, readonly BoxFix[]>>;
  readonly dials: Readonly<Record<BoxAttack, number | null>>;
  /** Eve is at work in the run in view. */
  readonly eve: boolean;
  /** Finished runs by the configuration they ran. */
  readonly kept: Readonly<Record<string, BoxRun>>;
  readonly waiting: readonly RunConfig[];
  /** Ended by the viewer before all had run. */
  readonly cancelled: boolean;
  /** What went wrong, with the configuration. */
  readonly failure: string | null;
}

export const boxesStore = createStore<BoxesState>(() => ({
  seed: 1984,
  attack: 'splitting',
  fixes: { splitting: [], blinding: [], trojan: [], shift: [], early: [], cut: [] },
  dials: Object.fromEntries(
    BOX_ATTACKS.map((attack) => [attack, TRICKS[attack].dial?.first ?? null]),
  ) as Record<BoxAttack, number | null>,
  eve: true,
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
export function boxesWith(own: Runner): void {
  runner = own;
}

/** A change executes what it touches; what has run before is taken as it is. */
export function changeBoxes(
  changes: Partial<Pick<BoxesState, 'seed' | 'attack' | 'eve'>> & { readonly dial?: number },
): void {
  const { dial, ...rest } = changes;
  boxesStore.setState((state) => {
    const attack = rest.attack ?? state.attack;
    return { ...rest, ...(dial !== undefined && { dials: { ...state.dials, [attack]: dial } }) };
  });
  executeBoxes();
}

/**
 * Follows the run on screen: its seed, and where it is itself a run of an attack, that attack with its
 * dial, fixes and Eve as they are there.
 */
export function followRun(config: RunConfig): void {
  const { attack: shown } = boxesStore.getState();
  const plan = [shown, ...BOX_ATTACKS].flatMap((attack) => planLike(attack, config))[0];
  if (plan === undefined) {
    changeBoxes({ seed: config.seed });
    return;
  }
  const { attack, dial, fixes, eve, seed } = plan;
  boxesStore.setState((state) => ({
    seed,
    attack,
    eve,
    dials: { ...state.dials, [attack]: dial },
    fixes: { ...state.fixes, [attack]: fixes },
  }));
  executeBoxes();
}

function planLike(attack: BoxAttack, config: RunConfig): readonly BoxPlan[] {
  const key = keyOf(config);
  const { dial } = TRICKS[attack];
  // Without Eve or its fix a dial may do nothing; then it stands where it stood at first.
  const values = dial === null ? [null] : [dial.first, ...dial.values];
  return values
    .flatMap((value) => boxPlans(config.seed, attack, value))
    .filter((plan) => keyOf(boxConfig(plan)) === key);
}

/** Switches one fix of an attack, and turns to that attack. */
export function switchFix(attack: BoxAttack, fix: BoxFix, on: boolean): void {
  setFixes(attack, (one, was) => (one === fix ? on : was));
}

/** All fixes of the attack in view, or none. */
export function switchFixes(on: boolean): void {
  setFixes(boxesStore.getState().attack, () => on);
}

/** Puts one of the runs of the attack in view. */
export function showBoxRun({ fixes, eve }: Pick<BoxPlan, 'fixes' | 'eve'>): void {
  boxesStore.setState({ eve });
  setFixes(boxesStore.getState().attack, (fix) => fixes.includes(fix));
}

function setFixes(attack: BoxAttack, isOn: (fix: BoxFix, was: boolean) => boolean): void {
  boxesStore.setState(({ fixes }) => ({
    attack,
    fixes: {
      ...fixes,
      // In one order, so that the same choice is the same run.
      [attack]: TRICKS[attack].fixes.filter((fix) => isOn(fix, fixes[attack].includes(fix))),
    },
  }));
  executeBoxes();
}

/** All runs of the attack in view that have not run, the one in view and its like without Eve first. */
export function executeBoxes(): void {
  const state = boxesStore.getState();
  const first = [chosenPlan(state), { ...chosenPlan(state), eve: !state.eve }];
  const { seed, attack, dials } = state;
  const plans = [...first, ...boxPlans(seed, attack, dials[attack])];
  const byKey = new Map(plans.map(boxConfig).map((config) => [keyOf(config), config]));
  const waiting = [...byKey].flatMap(([key, config]) => (state.kept[key] ? [] : [config]));
  const [head] = state.waiting;
  const underWay = head !== undefined && stop !== null && byKey.has(keyOf(head));
  if (underWay) {
    // What is already on its way is awaited, not begun again.
    const others = waiting.filter((config) => keyOf(config) !== keyOf(head));
    boxesStore.setState({ waiting: [head, ...others], cancelled: false, failure: null });
    return;
  }
  end();
  boxesStore.setState({ waiting, cancelled: false, failure: null });
  void work(turn);
}

/** Ends the run under way and forgets what waits; what has finished stays. */
export function cancelBoxes(): void {
  const { waiting } = boxesStore.getState();
  end();
  boxesStore.setState({ cancelled: waiting.length > 0 });
}

function end(): void {
  turn += 1;
  stop?.();
  stop = null;
  boxesStore.setState({ waiting: [] });
}

export function chosenPlan({ seed, attack, dials, fixes, eve }: BoxesState): BoxPlan {
  return { seed, attack, dial: dials[attack], fixes: fixes[attack], eve };
}

export type BoxState = 'waiting' | 'cancelled' | 'failed' | 'not-run' | BoxRun;

/** The run of a plan, or why there is none. */
export function boxOf(state: BoxesState, plan: BoxPlan): BoxState {
  const key = keyOf(boxConfig(plan));
  const run = state.kept[key];
  if (run) return run;
  if (state.waiting.some((config) => keyOf(config) === key)) return 'waiting';
  if (state.failure !== null) return 'failed';
  return state.cancelled ? 'cancelled' : 'not-run';
}

/** The receipt of the run in view; null until it has been executed. */
export function boxReceipt(state: BoxesState): Receipt | null {
  return state.kept[keyOf(boxConfig(chosenPlan(state)))]?.receipt ?? null;
}

async function work(own: number): Promise<void> {
  runner ??= pageRunner();
  for (;;) {
    const [config] = boxesStore.getState().waiting;
    if (!config) return;
    try {
      const { receipt, links } = await execute(runner, config, (ends) => {
        stop = ends;
      });
      if (own !== turn) return;
      stop = null;
      keep(config, { config, receipt, finiteLimit: links[0]?.finiteLimit ?? null });
    } catch (error) {
      if (own !== turn) return;
      stop = null;
      const message = error instanceof Error ? error.message : String(error);
      boxesStore.setState({ waiting: [], failure: `${message}\n${JSON.stringify(config)}` });
    }
  }
}

function keep(config: RunConfig, run: BoxRun): void {
  const key = keyOf(config);
  boxesStore.setState(({ kept, waiting }) => ({
    kept: { ...kept, [key]: run },
    waiting: waiting.filter((other) => keyOf(other) !== key),
  }));
}

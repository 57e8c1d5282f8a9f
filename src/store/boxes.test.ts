import { beforeEach, expect, test } from 'vitest';
import type { RunConfig } from '../scenarios/config.ts';
import { configDifferences } from '../scenarios/config-parse.ts';
import { runConfig } from '../scenarios/execute.ts';
import { BOX_ATTACKS, boxConfig, boxPlans, fixChoices, TRICKS } from './box-plans.ts';
import {
  boxesStore,
  boxesWith,
  boxOf,
  boxReceipt,
  cancelBoxes,
  changeBoxes,
  chosenPlan,
  executeBoxes,
  followRun,
  switchFix,
  switchFixes,
} from './boxes.ts';
import { turnRunner } from './runner.fixture.ts';

const { desk, runner } = turnRunner((config, listener) => listener.onFinished(runConfig(config)));

const idle = () =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (boxesStore.getState().waiting.length === 0) resolve();
      else setTimeout(look);
    };
    look();
  });

const first = boxesStore.getState();

beforeEach(() => {
  cancelBoxes();
  boxesWith(runner);
  boxesStore.setState({ ...first, attack: 'blinding' }, true);
  desk.executed = [];
  desk.failing = false;
});

/** Fields in which two configurations differ. */
function differing(a: RunConfig, b: RunConfig): string[] {
  const [one, other] = [configDifferences(a), configDifferences(b)] as Record<string, unknown>[];
  return [...new Set([...Object.keys(one!), ...Object.keys(other!)])].filter(
    (field) => JSON.stringify(one![field]) !== JSON.stringify(other![field]),
  );
}

const SWITCHES = {
  decoys: ['exchange.decoys'],
  counting: ['amplification.accounting'],
  monitor: ['devices.fixes'],
  isolator: ['devices.fixes'],
  gating: ['devices.fixes'],
  order: ['exchange.announce'],
};

test.each(BOX_ATTACKS)('%s: the runs of an attack differ by one switch at a time', (attack) => {
  for (const dial of TRICKS[attack].dial?.values ?? [null]) {
    const config = (eve: boolean, fixes: readonly (keyof typeof SWITCHES)[]) =>
      boxConfig({ seed: 7, attack, dial, eve, fixes });
    const { fixes } = TRICKS[attack];
    for (const choice of fixChoices(attack)) {
      // With Eve and without: she is the only difference.
      for (const field of differing(config(false, choice), config(true, choice))) {
        expect(field).toMatch(/^eve\./);
      }
      for (const fix of fixes.filter((one) => !choice.includes(one))) {
        const more = fixes.filter((one) => one === fix || choice.includes(one));
        expect(differing(config(true, choice), config(true, more))).toEqual(SWITCHES[fix]);
        expect(differing(config(false, choice), config(false, more))).toEqual(SWITCHES[fix]);
      }
    }
    expect(boxPlans(7, attack, dial)).toHaveLength(2 ** (fixes.length + 1));
  }
});

test('all runs of the attack in view are executed once, the one in view first', async () => {
  executeBoxes();
  await idle();
  expect(desk.executed.map(({ eve, devices }) => [eve.attack, devices.fixes])).toEqual([
    ['detector-blinding', []],
    ['none', []],
    ['none', ['photocurrent-monitor']],
    ['detector-blinding', ['photocurrent-monitor']],
  ]);
  expect(boxReceipt(boxesStore.getState())?.verdict).toBe('fooled');
  switchFixes(true);
  changeBoxes({ eve: false });
  changeBoxes({ eve: true });
  await idle();
  expect(desk.executed).toHaveLength(4);
  expect(boxReceipt(boxesStore.getState())?.verdict).toBe('stopped-alarm');
});

test('the dial and another attack execute what they touch', async () => {
  changeBoxes({ dial: 1 });
  await idle();
  expect(desk.executed).toHaveLength(4);
  expect(desk.executed.every(({ channel }) => 'lossDb' in channel && channel.lossDb === 1)).toBe(
    true,
  );
  changeBoxes({ attack: 'cut' });
  await idle();
  expect(desk.executed).toHaveLength(6);
  switchFix('shift', 'gating', true);
  expect(boxesStore.getState()).toMatchObject({ attack: 'shift', dials: { blinding: 1 } });
});

test('what the run on screen is, is put in view; of any other the seed is taken', () => {
  const plan = {
    seed: 7,
    attack: 'shift',
    dial: 0.5,
    fixes: ['gating'],
    eve: true,
  } as const;
  followRun(boxConfig(plan));
  expect(chosenPlan(boxesStore.getState())).toEqual(plan);
  followRun({ ...boxConfig(plan), seed: 8, rndl: { ...boxConfig(plan).rndl, message: 'other' } });
  expect(chosenPlan(boxesStore.getState())).toEqual({ ...plan, seed: 8 });
  for (const attack of BOX_ATTACKS) {
    const { dial } = TRICKS[attack];
    for (const one of boxPlans(7, attack, dial?.values.at(-1) ?? null)) {
      followRun(boxConfig(one));
      // The same run, whichever of its names is shown.
      expect(boxConfig(chosenPlan(boxesStore.getState()))).toEqual(boxConfig(one));
    }
  }
});

test('cancelled, then begun again: what has run is not run again', async () => {
  executeBoxes();
  const chosen = () => boxOf(boxesStore.getState(), chosenPlan(boxesStore.getState()));
  expect(chosen()).toBe('waiting');
  cancelBoxes();
  expect(chosen()).toBe('cancelled');
  expect(boxReceipt(boxesStore.getState())).toBeNull();
  executeBoxes();
  await idle();
  expect(desk.executed).toHaveLength(4);
  expect(typeof chosen()).toBe('object');
});

test('a failure says which configuration, and can be tried again', async () => {
  desk.failing = true;
  executeBoxes();
  await idle();
  const state = boxesStore.getState();
  expect(boxOf(state, chosenPlan(state))).toBe('failed');
  expect(state.failure).toContain('no light');
  expect(state.failure).toContain('detector-blinding');
  desk.failing = false;
  executeBoxes();
  await idle();
  expect(boxReceipt(boxesStore.getState())?.verdict).toBe('fooled');
});

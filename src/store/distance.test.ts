import { beforeEach, expect, test } from 'vitest';
import { runConfig } from '../scenarios/execute.ts';
import type { Pool } from '../worker/pool.ts';
import {
  cancelSweep,
  changeDistance,
  choosePreset,
  distanceStore,
  distanceTable,
  distanceWith,
  executedPoints,
  lookAt,
  problemOf,
  runHere,
  runLaser,
  runSweep,
  sweepSize,
} from './distance.ts';

let executed = 0;
let fails = false;

/** Really executes, this many at a time, the last of them first. */
function poolOf(workers: number): Pool {
  return {
    workers,
    runAll(configs, listener) {
      let over = false;
      let done = 0;
      const turn = () => {
        if (over) return;
        if (fails) {
          over = true;
          listener.onFailed({ kind: 'crashed', message: 'it broke' }, configs[0]!);
          return;
        }
        const batch = configs
          .slice(done, done + workers)
          .map((config, i) => [done + i, config] as const);
        for (const [index, config] of batch.toReversed()) {
          executed += 1;
          listener.onRun(index, runConfig(config));
        }
        done += batch.length;
        listener.onProgress(done / configs.length);
        if (done < configs.length) setTimeout(turn);
        else listener.onDone();
      };
      setTimeout(turn);
      return () => {
        over = true;
      };
    },
  };
}

const state = () => distanceStore.getState();
const idle = () =>
  new Promise<void>((resolve) => {
    const look = () =>
      state().progress === null && !state().looking ? resolve() : setTimeout(look);
    look();
  });
const small = { pulses: 2_000, repeats: 2, stepKm: 100 };

beforeEach(() => {
  cancelSweep();
  fails = false;
  distanceStore.setState({ ...distanceStore.getInitialState() });
  distanceWith(poolOf(1));
  // A run of so few clicks would be given fifty times the pulses.
  changeDistance({ ...small, efficiency: 1, lossDbPerKm: 0.05 });
  executed = 0;
});

test('the table is the same for one worker and for three', async () => {
  runSweep();
  await idle();
  const alone = distanceTable(state());
  distanceStore.setState({ samples: {} });
  distanceWith(poolOf(3));
  runSweep();
  await idle();
  expect(distanceTable(state())).toBe(alone);
  expect(executed).toBe(2 * sweepSize(state()).runs);
  expect(state().ended).toBe('finished');
});

test('a cancelled sweep keeps what is finished, and says that it was cancelled', async () => {
  runSweep();
  await new Promise<void>((resolve) => {
    const off = distanceStore.subscribe(({ samples }) => {
      if (Object.keys(samples).length < 3) return;
      off();
      resolve();
    });
  });
  cancelSweep();
  const { executed: kept, runs } = sweepSize(state());
  expect(state()).toMatchObject({ progress: null, ended: 'cancelled' });
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(runs);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(sweepSize(state()).executed).toBe(kept);
  executed = 0;
  runSweep();
  await idle();
  expect(executed).toBe(runs - kept);
});

test('another setting has no points until it is executed; the first ones come back with it', async () => {
  runSweep();
  await idle();
  const before = executedPoints(state());
  changeDistance({ misalignment: 0.03 });
  expect(executedPoints(state())).toEqual([]);
  expect(state().ended).toBe(null);
  changeDistance({ misalignment: 0.01 });
  expect(executedPoints(state())).toEqual(before);
});

test('the length looked at is executed beside the sweep, once', async () => {
  lookAt(37);
  runHere(37);
  await idle();
  expect(executedPoints(state()).map(({ km }) => km)).toEqual([37, 37, 37]);
  expect(executed).toBe(6);
  runHere(37);
  await idle();
  expect(executed).toBe(6);
  lookAt(900);
  expect(state().km).toBe(200);
});

test('a published system sets its boxes, until one of them is changed', () => {
  choosePreset('gys-2004');
  expect(state().setting).toMatchObject({ efficiency: 0.045, signal: 0.48, misalignment: 0.033 });
  changeDistance({ pulses: 1e6 });
  expect(state().system).toBe('gys-2004');
  changeDistance({ efficiency: 0.1 });
  expect(state().system).toBe(null);
});

test('a setting that the checker refuses is told, and executes nothing', async () => {
  changeDistance({ signal: 0.05 });
  expect(problemOf(state().setting)).not.toBe(null);
  expect(executedPoints(state())).toEqual([]);
  runSweep();
  await idle();
  expect(executed).toBe(0);
  expect(state().failure).not.toBe(null);
});

test('a run that fails ends the sweep and names its configuration', async () => {
  fails = true;
  runSweep();
  await idle();
  expect(state().ended).toBe(null);
  expect(state().failure).toMatch(/^it broke\n\{/);
});

test('the pulses that are drawn are those of a run', async () => {
  runLaser();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(state().laser?.config.exchange).toMatchObject({ source: 'weak-coherent', photons: 64 });
});

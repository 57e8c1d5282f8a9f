import { beforeEach, expect, test } from 'vitest';
import type { RunConfig } from '../scenarios/config.ts';
import { runRndl } from '../scenarios/rndl/rndl.ts';
import { fullTrustKit } from '../scenarios/trust/full-kit.ts';
import type { Runner } from '../worker/client.ts';
import {
  cancelDevices,
  changeDevices,
  deviceOf,
  dropTool,
  executeDevices,
  MEANS,
  readOutStore,
  readOutWith,
} from './read-out.ts';

let executed: RunConfig[] = [];
let broken = false;
const runner: Runner = {
  warm: () => {},
  run(config, listener) {
    let stopped = false;
    queueMicrotask(() => {
      if (stopped) return;
      executed.push(config);
      if (broken) listener.onFailed({ kind: 'crashed', message: 'it broke' });
      else listener.onTold?.(runRndl(config, { kit: fullTrustKit }));
    });
    return () => {
      stopped = true;
    };
  },
};

const idle = () =>
  new Promise<void>((resolve) => {
    const look = () =>
      readOutStore.getState().waiting.length === 0 ? resolve() : setTimeout(look);
    look();
  });

beforeEach(() => {
  readOutWith(runner);
  cancelDevices();
  broken = false;
  executed = [];
  readOutStore.setState({ ...readOutStore.getInitialState() });
});

const ran = (erase: boolean) =>
  MEANS.map((means) => {
    const device = deviceOf(readOutStore.getState(), means, erase);
    if (typeof device === 'string') throw new Error(`${means}: ${device}`);
    return device;
  });

test('five sessions with erasing and five without, one seed, each executed once', async () => {
  executeDevices();
  await idle();
  expect(executed).toHaveLength(10);
  expect(executed.slice(0, 5).every(({ devices }) => devices.eraseKeys)).toBe(true);
  expect(new Set(executed.map(({ seed }) => seed)).size).toBe(1);
  changeDevices({ erase: false });
  dropTool('after');
  await idle();
  expect(executed).toHaveLength(10);
});

test('key of the message and of the next one lie in every device alike; erasing alone decides', async () => {
  executeDevices();
  await idle();
  for (const erase of [true, false]) {
    for (const at of [0, 1, 2]) {
      const rows = ran(erase).map(({ readOuts }) => {
        const keys = readOuts[at]!.memory.filter(({ what }) => /^(message|next)-key$/.test(what));
        return JSON.stringify([keys, readOuts[at]!.opens]);
      });
      expect(new Set(rows).size).toBe(1);
    }
  }
  const opensAfter = (erase: boolean) => ran(erase).map(({ readOuts }) => readOuts[2]!.opens);
  expect(new Set(opensAfter(true))).toEqual(new Set([false]));
  expect(new Set(opensAfter(false))).toEqual(new Set([true]));
});

test('signatures leave a private key in every device', async () => {
  changeDevices({ seals: 'signatures' });
  await idle();
  for (const { readOuts } of ran(true)) {
    expect(readOuts[2]!.memory).toContainEqual({ what: 'signing-key', state: 'stored', bits: 256 });
  }
});

test('what was cancelled says so, and runs when it is asked for again', async () => {
  executeDevices();
  cancelDevices();
  expect(deviceOf(readOutStore.getState(), 'qkd')).toBe('cancelled');
  executeDevices();
  await idle();
  expect(deviceOf(readOutStore.getState(), 'qkd')).toMatchObject({ verdict: 'key' });
});

test('a failure is kept with what was executed', async () => {
  broken = true;
  executeDevices();
  await idle();
  expect(readOutStore.getState().failure).toContain('it broke');
  expect(deviceOf(readOutStore.getState(), 'qkd')).toBe('failed');
});

import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { RunConfig } from '../scenarios/config.ts';
import { DEFAULT_CONFIG } from '../scenarios/config-parse.ts';
import { runRndl } from '../scenarios/rndl/rndl.ts';
import { fullTrustKit } from '../scenarios/trust/full-kit.ts';
import type { Runner } from '../worker/client.ts';
import {
  adoptRndl,
  cancelLanes,
  changeCommon,
  changeSwitches,
  chooseGroup,
  configOfLane,
  keptOf,
  laneState,
  runLane,
  sendAndRecord,
  shelfStore,
  shelfWith,
} from './shelf.ts';
import {
  COMBINATIONS,
  FIRST_SWITCHES,
  GROUPS,
  LANES,
  laneConfig,
  type Switches,
} from './shelf-lanes.ts';

let executed: RunConfig[] = [];
/** Searches that this fake worker never ends. */
let endless: (config: RunConfig) => boolean = () => false;
let stopped = 0;
const runner: Runner = {
  warm: () => {},
  run(config, listener) {
    let live = true;
    queueMicrotask(() => {
      if (!live) return;
      executed.push(config);
      const search = { steps: 10, expected: 100 };
      listener.onProgress({ pulsesDone: 1, pulses: 1, step: 5, search });
      if (!endless(config)) listener.onTold?.(runRndl(config, { kit: fullTrustKit }));
    });
    return () => {
      live = false;
      stopped += 1;
    };
  },
};

const idle = (done = () => shelfStore.getState().running === null) =>
  new Promise<void>((resolve) => {
    const look = () => (done() ? resolve() : setTimeout(look));
    setTimeout(look);
  });
const state = () => shelfStore.getState();
const opened = () =>
  LANES.filter((lane) => {
    const now = laneState(state(), lane);
    return now.kind === 'done' && now.lane.run.receipt.rndl?.opened;
  });

beforeEach(() => {
  shelfWith(runner);
  cancelLanes();
  executed = [];
  endless = () => false;
  stopped = 0;
  shelfStore.setState({
    common: { seed: 1984, message: undefined, fields: { 'exchange.photons': 8_000 } },
    sent: false,
    switches: FIRST_SWITCHES,
    group: '32',
    focus: 'qkd',
    kept: {},
    tried: [],
    cancelled: new Set(),
    failures: {},
  });
});

test('nothing runs before it is sent; then four lanes, and before Q-day none opens', async () => {
  changeSwitches({ aesBroken: true });
  changeSwitches({ aesBroken: false });
  expect(executed).toEqual([]);
  expect(LANES.map((lane) => laneState(state(), lane).kind)).toEqual(Array(4).fill('not-sent'));
  sendAndRecord();
  await idle();
  expect(executed.map(({ rndl }) => rndl.keyEstablishment).sort()).toEqual(
    ['dh-toy', 'hybrid', 'ml-kem-768', 'qkd'].sort(),
  );
  expect(executed.every(({ rndl }) => !rndl.qDay)).toBe(true);
  expect(opened()).toEqual([]);
});

test('at Q-day the small group opens and nothing else; every combination is kept', async () => {
  sendAndRecord();
  await idle();
  changeSwitches({ qDay: true });
  await idle();
  expect(opened()).toEqual(['dh']);
  expect(state().tried.map(({ qDay }) => qDay)).toEqual([false, true]);
  const before = executed.length;
  changeSwitches({ qDay: false });
  changeSwitches({ qDay: true });
  await idle();
  expect(executed.length).toBe(before);
  expect(state().tried.length).toBe(2);
  expect(keptOf(state(), FIRST_SWITCHES, 'dh')?.run.receipt.rndl?.opened).toBe(false);
});

test('photons are the same under every switch', async () => {
  sendAndRecord();
  await idle();
  const sifted = () => {
    const now = laneState(state(), 'qkd');
    return now.kind === 'done' ? now.lane.run.receipt.counts.sifted : null;
  };
  const before = sifted();
  expect(before).toBeGreaterThan(0);
  changeSwitches({ qDay: true, aesBroken: true, device: 'kept' });
  await idle();
  expect(sifted()).toBe(before);
});

test('a pad runs in the lane of light only; the others say why', async () => {
  changeSwitches({ cipher: 'one-time-pad', qDay: true });
  sendAndRecord();
  await idle();
  expect(executed.map(({ rndl }) => rndl.keyEstablishment)).toEqual(['qkd']);
  for (const lane of ['dh', 'ml-kem-768', 'hybrid'] as const) {
    expect(laneState(state(), lane)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('makes no pad'),
    });
  }
});

test('a search that is cancelled says cancelled, and can be run again', async () => {
  endless = ({ rndl }) => rndl.keyEstablishment === 'dh-toy' && rndl.qDay;
  changeSwitches({ qDay: true });
  sendAndRecord();
  await idle(() => laneState(state(), 'dh').kind === 'running');
  await idle(() => {
    const now = laneState(state(), 'dh');
    return now.kind === 'running' && now.progress?.search?.expected === 100;
  });
  cancelLanes();
  expect(laneState(state(), 'dh').kind).toBe('cancelled');
  expect(stopped).toBeGreaterThan(0);
  expect(laneState(state(), 'qkd').kind).toBe('done');
  endless = () => false;
  runLane('dh');
  await idle();
  expect(laneState(state(), 'dh')).toMatchObject({ kind: 'done', lane: { expected: 100 } });
});

test('a switch in the middle of a search ends it and runs what is wanted instead', async () => {
  endless = ({ rndl }) => rndl.keyEstablishment === 'dh-toy' && rndl.groupBits === 56;
  chooseGroup('56');
  changeSwitches({ qDay: true });
  sendAndRecord();
  await idle(() => laneState(state(), 'dh').kind === 'running');
  chooseGroup('32');
  await idle();
  expect(laneState(state(), 'dh').kind).toBe('done');
  chooseGroup('x25519');
  await idle();
  expect(laneState(state(), 'dh')).toMatchObject({
    lane: { run: { receipt: { rndl: { how: 'discrete-log-oracle' } } } },
  });
  // What was superseded was nobody's wish to cancel.
  expect([...state().cancelled]).toEqual([]);
});

test('another seed is another recording: nothing of the one before is shown as its own', async () => {
  sendAndRecord();
  await idle();
  changeCommon({ seed: 7 });
  expect(state()).toMatchObject({ sent: false, tried: [] });
  expect(laneState(state(), 'qkd').kind).toBe('not-sent');
});

describe('a configuration taken over', () => {
  const switches = fc.record<Switches>({
    qDay: fc.boolean(),
    mlKemBroken: fc.boolean(),
    aesBroken: fc.boolean(),
    middle: fc.boolean(),
    deliveredOverDh: fc.boolean(),
    device: fc.constantFrom('no', 'kept', 'erased'),
    cipher: fc.constantFrom('aes-256-gcm', 'one-time-pad'),
  });
  test('is what its lane runs, with every switch where it was', () => {
    endless = () => true;
    fc.assert(
      fc.property(
        switches,
        fc.constantFrom(...LANES),
        fc.constantFrom(...GROUPS),
        fc.constantFrom(1, 'class of 3'),
        (given, lane, group, seed) => {
          const common = { seed, message: 'Tuesday', fields: { 'channel.lossDb': 2 } };
          const parsed = laneConfig(common, given, lane, group);
          fc.pre(parsed.ok);
          if (!parsed.ok) return;
          adoptRndl(parsed.config);
          expect(state().switches).toEqual(given);
          expect(state().focus).toBe(lane);
          expect(configOfLane(state(), lane)).toEqual(parsed.config);
        },
      ),
      { seed: 1984, numRuns: 60 },
    );
  });
  test('keeps what no switch of the screen can say', () => {
    endless = () => true;
    const config: RunConfig = {
      ...DEFAULT_CONFIG,
      scenario: 'rndl',
      eve: { ...DEFAULT_CONFIG.eve, attack: 'intercept-resend', fraction: 0.1 },
      devices: { ...DEFAULT_CONFIG.devices, eraseKeys: false },
      rndl: { ...DEFAULT_CONFIG.rndl, keyEstablishment: 'qkd' },
    };
    adoptRndl(config);
    expect(configOfLane(state(), 'qkd')).toEqual(config);
  });
});

test('the number of combinations is that of all the ways the switches can stand', () => {
  const choices = {
    qDay: 2,
    mlKemBroken: 2,
    aesBroken: 2,
    middle: 2,
    deliveredOverDh: 2,
    cipher: 2,
  };
  expect(Object.keys(FIRST_SWITCHES).length).toBe(Object.keys(choices).length + 1);
  expect(COMBINATIONS).toBe(Object.values(choices).reduce((all, n) => all * n, 3));
});

import { beforeEach, expect, test } from 'vitest';
import type { RunConfig } from '../scenarios/config.ts';
import { configFromDifferences } from '../scenarios/config-parse.ts';
import { runRelay } from '../scenarios/relay/relay.ts';
import { fullTrustKit } from '../scenarios/trust/full-kit.ts';
import {
  adoptRelay,
  CHART_KM,
  CHART_RELAYS,
  cancelRelays,
  chainConfig,
  chainOf,
  chartOf,
  chooseRelays,
  executeChain,
  executeChart,
  relaysConfig,
  relaysOn,
  relaysReceipt,
  relaysStore,
  relaysWith,
} from './relays.ts';
import { turnRunner } from './runner.fixture.ts';

const { desk, runner } = turnRunner((config, listener) =>
  listener.onTold?.(runRelay(config, { kit: fullTrustKit })),
);

const state = () => relaysStore.getState();
const idle = () =>
  new Promise<void>((resolve) => {
    const look = () => {
      const { chain, chart } = state().waiting;
      if (chain.length + chart.length === 0) resolve();
      else setTimeout(look);
    };
    look();
  });

const small = configOf({ 'channel.lengthKm': 20, 'relay.nodes': 1 });

function configOf(differences: Readonly<Record<string, unknown>>): RunConfig {
  const parsed = configFromDifferences({
    scenario: 'relay',
    'exchange.photons': 20_000,
    ...differences,
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.config;
}

beforeEach(() => {
  cancelRelays('chain');
  cancelRelays('chart');
  relaysStore.setState(relaysStore.getInitialState(), true);
  desk.executed = [];
  desk.failing = false;
  relaysWith(runner);
});

test('a chain that came as a configuration is executed as it came, whatever the page’s seed', async () => {
  adoptRelay(small);
  relaysOn('of the page');
  await idle();
  expect(desk.executed).toEqual([small]);
  expect(relaysConfig()).toEqual(small);
  expect(chainOf(state())?.config).toEqual(small);
  expect(relaysReceipt(state())).toBe(chainOf(state())?.receipt);
});

test('what was executed once is kept, and fewer relays leave none to read that is gone', async () => {
  adoptRelay(small);
  await idle();
  chooseRelays({ nodes: 3, readOut: 3 });
  await idle();
  expect(chainOf(state())?.receipt.relay?.boxes).toHaveLength(5);
  chooseRelays({ nodes: 2 });
  expect(state().choice).toMatchObject({ nodes: 2, readOut: 2 });
  chooseRelays({ nodes: 1, readOut: 0 });
  await idle();
  expect(chainOf(state())?.config).toEqual(small);
  expect(
    desk.executed.filter(({ relay }) => relay.nodes === 1 && relay.readOut === 0),
  ).toHaveLength(1);
});

test('a choice takes the place of the one under way', async () => {
  adoptRelay(small);
  chooseRelays({ nodes: 2 });
  await idle();
  expect(desk.executed.map(({ relay }) => relay.nodes)).toEqual([2]);
});

test('the chart is executed on demand, and a cancelled one keeps what finished', async () => {
  adoptRelay(small);
  await idle();
  expect(chartOf(state()).every(({ run }) => run === null)).toBe(true);
  executeChart();
  await new Promise<void>((resolve) => {
    const leave = relaysStore.subscribe(() => {
      if (chartOf(state()).filter(({ run }) => run !== null).length < 2) return;
      leave();
      resolve();
    });
  });
  cancelRelays('chart');
  const finished = chartOf(state()).filter(({ run }) => run !== null).length;
  expect([finished, state().cancelled.chart]).toEqual([2, true]);
  executeChart();
  await idle();
  const all = CHART_KM.length * CHART_RELAYS.length;
  expect(chartOf(state()).filter(({ run }) => run !== null)).toHaveLength(all);
  // One more for the chain in view, none twice.
  expect(new Set(desk.executed.map((config) => JSON.stringify(config))).size).toBe(
    desk.executed.length,
  );
  for (const { nodes, km, run } of chartOf(state())) {
    expect(run!.config).toEqual(chainConfig(state(), { nodes, km, readOut: 0 }));
  }
});

test('a cancelled chain says so, and can be executed again', async () => {
  adoptRelay(small);
  cancelRelays('chain');
  expect([state().cancelled.chain, chainOf(state()), relaysReceipt(state())]).toEqual([
    true,
    null,
    null,
  ]);
  executeChain();
  await idle();
  expect([state().cancelled.chain, chainOf(state())?.config]).toEqual([false, small]);
});

test('a failure names its configuration, and the next try clears it', async () => {
  desk.failing = true;
  adoptRelay(small);
  await idle();
  expect(state().failure).toBe(`no light\n${JSON.stringify(small)}`);
  desk.failing = false;
  executeChain();
  await idle();
  expect(state().failure).toBeNull();
  expect(chainOf(state())).not.toBeNull();
});

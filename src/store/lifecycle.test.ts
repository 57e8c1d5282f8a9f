import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RunConfig } from '../scenarios/config.ts';
import { configFromDifferences, DEFAULT_CONFIG } from '../scenarios/config-parse.ts';
import type { LifecycleRun } from '../scenarios/run.ts';
import type { RunListener, Runner } from '../worker/client.ts';
import {
  changePlan,
  changeSetup,
  chooseHistory,
  liveOn,
  livesStore,
  liveWith,
  playLife,
  rest,
  seekRound,
  startOwnFrom,
} from './lifecycle.ts';
import { FIRST_SETUP, type HistoryId } from './lifecycle-plans.ts';
import { noticeStore } from './notices.ts';

/** Executes nothing: the test says when a life is there. */
let asked: RunConfig[] = [];
let listener: RunListener | null = null;
const runner: Runner = {
  warm: () => {},
  run(config, heard) {
    asked.push(config);
    listener = heard;
    return () => {
      listener = null;
    };
  },
};

async function finish(): Promise<void> {
  const config = asked.at(-1)!;
  listener?.onTold?.({ config, rounds: [], receipt: {} } as unknown as LifecycleRun);
  await vi.advanceTimersByTimeAsync(0);
}

async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(200);
}

/** Lets everything that waits be executed, and says what was. */
async function finishAll(): Promise<RunConfig[]> {
  await settle();
  const from = asked.length - 1;
  while (livesStore.getState().running !== null) await finish();
  return asked.slice(Math.max(0, from));
}

const { also } = livesStore.getState().plans.own;
const first = livesStore.getState();

beforeEach(async () => {
  vi.useFakeTimers();
  asked = [];
  liveWith(runner);
  noticeStore.setState({ notices: [] });
  livesStore.setState({ ...first, lives: { ...first.lives } });
  liveOn({ ...DEFAULT_CONFIG });
});

afterEach(() => {
  rest();
  vi.useRealTimers();
});

const known = () => {
  const { lives } = livesStore.getState();
  return (Object.keys(lives) as HistoryId[]).filter((id) => lives[id] !== null);
};

test('the history in view is executed first, then the others; one’s own waits', async () => {
  chooseHistory('jammed');
  await settle();
  expect(livesStore.getState().running).toBe('jammed');
  await finish();
  expect(livesStore.getState().running).toBe('broken-later');
  await finishAll();
  expect(known()).toEqual(['broken-later', 'eve-at-start', 'eve-too-late', 'jammed']);
  chooseHistory('own');
  await settle();
  expect(livesStore.getState().running).toBe('own');
});

test('what has not changed is not executed again', async () => {
  await finishAll();
  asked = [];
  changePlan('jammed', { onDry: 'stop' });
  const again = await finishAll();
  expect(again).toHaveLength(1);
  expect(again[0]?.lifecycle.onDry).toBe('stop');
  liveOn({ ...DEFAULT_CONFIG });
  await settle();
  expect(livesStore.getState().running).toBeNull();
});

test('a change in the middle: the old execution is dropped, the last settings count', async () => {
  await settle();
  const dropped = listener;
  changeSetup({ poolTarget: 2048 });
  changeSetup({ poolTarget: 8192 });
  await settle();
  dropped?.onTold?.({ config: asked[0], rounds: [] } as unknown as LifecycleRun);
  await vi.advanceTimersByTimeAsync(0);
  expect(known()).toEqual([]);
  const targets = (await finishAll()).map(({ lifecycle }) => lifecycle.poolTarget);
  expect(new Set(targets)).toEqual(new Set([8192]));
});

test('fewer rounds: events, playhead and one’s own history stay inside', () => {
  changePlan('own', { events: [{ round: 18, event: 'eve-arrives' }] });
  changePlan('jammed', { onDry: 'stop' });
  changeSetup({ rounds: 10 });
  const { plans, round } = livesStore.getState();
  expect(plans.own.events).toEqual([{ round: 10, event: 'eve-arrives' }]);
  expect(plans['broken-later'].events[0]?.round).toBe(6);
  // What was chosen for a dry pool is not forgotten.
  expect(plans.jammed.onDry).toBe('stop');
  // Whoever stood at the end stands at the new one.
  expect(round).toBe(10);
});

test('a reserve above the pool sinks with it; what cannot stand is refused with its reason', () => {
  changeSetup({ reserveBits: 2048 });
  changeSetup({ poolTarget: 1024 });
  expect(livesStore.getState().setup).toMatchObject({ poolTarget: 1024, reserveBits: 1024 });
  changePlan('own', { events: [{ round: 99, event: 'jam-starts' }] });
  expect(livesStore.getState().plans.own.events[0]?.round).not.toBe(99);
  expect(noticeStore.getState().notices).toMatchObject([{ key: 'notice.refused' }]);
});

test('a failure is kept for a report, and the next change tries again', async () => {
  await settle();
  listener?.onFailed({ kind: 'crashed', message: 'out of memory' });
  await vi.advanceTimersByTimeAsync(0);
  expect(livesStore.getState()).toMatchObject({ running: null });
  expect(livesStore.getState().failure).toContain('out of memory');
  changeSetup({ photons: 30_000 });
  await settle();
  expect(livesStore.getState().failure).toBeNull();
});

test('a life that comes as a configuration becomes one’s own history', () => {
  const parsed = configFromDifferences({
    scenario: 'lifecycle',
    'exchange.photons': 30_000,
    'eve.forgesTo': 'bob',
    'lifecycle.rounds': 8,
    'lifecycle.events': [{ round: 2, event: 'jam-starts' }],
  });
  if (!parsed.ok) throw new Error('a good configuration');
  liveOn(parsed.config);
  const { chosen, setup, plans, round } = livesStore.getState();
  expect(chosen).toBe('own');
  expect(setup).toMatchObject({ photons: 30_000, rounds: 8, anchor: 'pre-shared-key' });
  expect(plans.own.events).toEqual([{ round: 2, event: 'jam-starts' }]);
  expect(plans.own.also).toMatchObject({ 'eve.forgesTo': 'bob' });
  expect(round).toBe(8);
});

test('another anchor forgets how the one before was broken', () => {
  livesStore.setState({
    plans: {
      ...first.plans,
      own: { ...first.plans.own, also: { 'authentication.broken': 'rogue-ca', 'eve.fraction': 1 } },
    },
  });
  changeSetup({ anchor: 'web-of-trust' });
  expect(livesStore.getState().plans.own.also).toEqual({ 'eve.fraction': 1 });
});

test('a history can be taken over and changed, and the prepared one stays', () => {
  startOwnFrom('jammed');
  expect(livesStore.getState()).toMatchObject({ chosen: 'own' });
  changePlan('own', { events: [] });
  expect(livesStore.getState().plans.jammed.events).toHaveLength(2);
  expect(livesStore.getState().plans.own).toEqual({ events: [], onDry: 'start-again', also });
});

test('plays round by round from the start-up, and stops at the end', async () => {
  playLife();
  expect(livesStore.getState()).toMatchObject({ round: 0, playing: true });
  await vi.advanceTimersByTimeAsync(600 * 3 + 50);
  expect(livesStore.getState().round).toBe(3);
  await vi.advanceTimersByTimeAsync(600 * FIRST_SETUP.rounds);
  expect(livesStore.getState()).toMatchObject({ round: FIRST_SETUP.rounds, playing: false });
  seekRound(-3);
  expect(livesStore.getState().round).toBe(0);
  seekRound(99);
  expect(livesStore.getState().round).toBe(FIRST_SETUP.rounds);
});

import { beforeEach, expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../scenarios/config-parse.ts';
import { runConfig } from '../scenarios/execute.ts';
import type { RunListener, Runner } from '../worker/client.ts';
import { noticeStore } from './notices.ts';
import { middlemanPair } from './pair.ts';
import { playhead, seek } from './playhead.ts';
import { cancel, change, changeAll, resetConfig, runStore, runWith, start } from './run.ts';

/** Finishes, fails or waits when the test says so. */
let listener: RunListener | null = null;
let stopped = 0;
const runner: Runner = {
  warm: () => {},
  run(_config, heard) {
    listener = heard;
    return () => {
      stopped += 1;
    };
  },
};
const finish = () => listener?.onFinished(runConfig(runStore.getState().config));

const small = { ...DEFAULT_CONFIG, exchange: { ...DEFAULT_CONFIG.exchange, photons: 200 } };

beforeEach(() => {
  runWith(runner);
  noticeStore.setState({ notices: [] });
  stopped = 0;
  start(small, [], () => 0);
  finish();
});

test('a change is a new run from the same seed, and says what changed', () => {
  change('eve.attack', 'intercept-resend');
  expect(runStore.getState()).toMatchObject({ status: 'running', changed: ['eve.attack'] });
  // The run before stays on screen until the new one is there.
  expect(runStore.getState().run?.config.eve.attack).toBe('none');
  finish();
  const { run } = runStore.getState();
  expect(run?.config).toMatchObject({ seed: small.seed, eve: { attack: 'intercept-resend' } });
});

test('the playhead stays where it was, or at the end if it was there', () => {
  seek(50);
  change('eve.attack', 'intercept-resend');
  finish();
  expect(playhead.getState().instant).toBe(50);
  seek(playhead.getState().length);
  change('exchange.photons', 400);
  finish();
  expect(playhead.getState().instant).toBe(runStore.getState().run?.length);
});

test('a value that is not possible starts nothing and says why', () => {
  change('eve.fraction', 7);
  expect(runStore.getState()).toMatchObject({ status: 'finished', config: small });
  expect(noticeStore.getState().notices).toMatchObject([
    { key: 'notice.refused', values: { path: 'eve.fraction' } },
  ]);
});

test('cancelling brings the run before back, with its configuration', () => {
  change('exchange.photons', 1_000_000);
  cancel();
  expect(stopped).toBe(1);
  expect(runStore.getState()).toMatchObject({ status: 'finished', config: small });
});

test('a line is given by its loss or as a fibre: setting one lets the other go, in one run', () => {
  change('channel.lossDb', 3);
  finish();
  stopped = 0;
  change('channel.lengthKm', 15);
  finish();
  expect(runStore.getState().run?.config.channel).toMatchObject({ lengthKm: 15 });
  change('channel.lossDb', 2);
  finish();
  expect(runStore.getState().run?.config.channel).toMatchObject({ lossDb: 2 });
  expect(stopped).toBe(0);
});

test('reset keeps the seed alone', () => {
  changeAll({ seed: 7, 'eve.attack': 'intercept-resend' });
  finish();
  resetConfig();
  finish();
  expect(runStore.getState().config).toEqual({ ...DEFAULT_CONFIG, seed: 7 });
});

test('a failed run keeps what is needed for a report', () => {
  change('eve.attack', 'intercept-resend');
  listener?.onFailed({ kind: 'crashed', message: 'out of memory' });
  const { status, message } = runStore.getState();
  expect(status).toBe('crashed');
  expect(message).toContain('out of memory');
  expect(message).toContain('"intercept-resend"');
});

test('the middleman twice: the two configurations differ in the seals alone', () => {
  const { off, on } = middlemanPair(small);
  expect(off.authentication.method).toBe('none');
  expect(on.authentication.method).toBe('wegman-carter');
  expect({ ...off, authentication: on.authentication }).toEqual(on);
});

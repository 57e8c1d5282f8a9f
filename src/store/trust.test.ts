import { beforeEach, expect, test } from 'vitest';
import type { RunConfig } from '../scenarios/config.ts';
import { runConfig } from '../scenarios/execute.ts';
import { fullTrustKit } from '../scenarios/trust/full-kit.ts';
import type { Runner } from '../worker/client.ts';
import {
  cancelTrust,
  choose,
  chooseLoss,
  executeAll,
  runOf,
  seeChecksAs,
  sessionOf,
  theftOf,
  trustStore,
  trustWith,
} from './trust.ts';
import { ANCHORS, LOSSES, type Loss, sessionConfig } from './trust-losses.ts';

/** What was executed, in order; a worker that takes one turn of the page. */
let executed: RunConfig[] = [];
const runner: Runner = {
  warm: () => {},
  run(config, listener) {
    let stopped = false;
    queueMicrotask(() => {
      if (stopped) return;
      executed.push(config);
      listener.onFinished(runConfig(config, { kit: fullTrustKit }));
    });
    return () => {
      stopped = true;
    };
  },
};

const idle = () =>
  new Promise<void>((resolve) => {
    const look = () => (trustStore.getState().waiting.length === 0 ? resolve() : setTimeout(look));
    look();
  });

beforeEach(() => {
  trustWith(runner);
  cancelTrust();
  trustStore.setState({
    runs: {},
    anchor: 'pki',
    method: 'ed25519',
    timing: 'before',
    reader: 'bob',
    chosenReader: null,
  });
  executed = [];
});

test('an anchor can lose what is listed under it, and no other anchor’s own', () => {
  const all = [...new Set(ANCHORS.flatMap((anchor) => LOSSES[anchor]))];
  for (const anchor of ANCHORS) {
    const possible = all.filter(
      (loss) =>
        sessionConfig({ seed: 1, anchor, method: 'hmac-sha-256', loss, eveAnswers: 'bob' }).ok,
    );
    expect(new Set(possible)).toEqual(new Set(LOSSES[anchor]));
  }
});

test('a choice executes the honest session and the one with Eve, each once', async () => {
  chooseLoss('pki', 'wrong-registration');
  await idle();
  expect(executed.map(({ eve }) => eve.attack)).toEqual(['man-in-the-middle', 'none']);
  expect(theftOf(trustStore.getState(), 'pki', 'wrong-registration')?.receipt.verdict).toBe(
    'fooled',
  );
  chooseLoss('pki', 'none');
  await idle();
  chooseLoss('pki', 'wrong-registration');
  await idle();
  expect(executed).toHaveLength(3);
});

test('what was executed with one kind of seal says nothing of another', async () => {
  chooseLoss('pki', 'rogue-ca');
  await idle();
  choose({ method: 'hmac-sha-256' });
  expect(theftOf(trustStore.getState(), 'pki', 'rogue-ca')).toBeNull();
  await idle();
  expect(theftOf(trustStore.getState(), 'pki', 'rogue-ca')).not.toBeNull();
});

test('signatures under a shared key are not executed', async () => {
  choose({ anchor: 'pre-shared-key' });
  await idle();
  expect(executed).toEqual([]);
  const state = trustStore.getState();
  expect(runOf(state, sessionOf(state, { loss: 'none' }))).toBeNull();
});

test('a choice goes before what waits for the table, and a cancelled table stays as it is', async () => {
  executeAll();
  chooseLoss('web-of-trust', 'introducers-collude');
  const { waiting } = trustStore.getState();
  expect(waiting[0]?.authentication.broken).toBe('introducers-collude');
  cancelTrust();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(executed.length).toBeLessThan(waiting.length);
  expect(trustStore.getState().waiting).toEqual([]);
});

test('who loses it after the session has lost nothing of that session', () => {
  const run = (anchor: (typeof ANCHORS)[number], loss: Loss) => {
    const method = anchor === 'pre-shared-key' ? 'hmac-sha-256' : 'ed25519';
    const parsed = sessionConfig({ seed: 7, anchor, method, loss, eveAnswers: null });
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    return runConfig(parsed.config, { kit: fullTrustKit }).receipt;
  };
  for (const anchor of ANCHORS) {
    const before = run(anchor, 'none');
    expect(before.verdict).toBe('key');
    for (const loss of LOSSES[anchor]) {
      const { log, keys, seals, eve } = run(anchor, loss);
      expect({ log, keys, seals }).toEqual({
        log: before.log,
        keys: before.keys,
        seals: before.seals,
      });
      expect(eve.keyBitsKnown).toBe(0);
    }
  }
});

test('whose check was chosen is back once nobody looks as one end', () => {
  const seen = (observer: Parameters<typeof seeChecksAs>[0]) => {
    seeChecksAs(observer);
    return trustStore.getState().reader;
  };
  choose({ reader: 'alice' });
  expect(['bob', 'alice', 'bob', 'eve'].map((who) => seen(who as 'bob'))).toEqual([
    'bob',
    'alice',
    'bob',
    'alice',
  ]);
  choose({ reader: 'bob' });
  expect(seen('everyone')).toBe('bob');
});

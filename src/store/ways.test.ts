import { beforeEach, expect, test } from 'vitest';
import { isFooled, waySeenBy } from '../scenarios/knowledge/ways-view.ts';
import { runRndl } from '../scenarios/rndl/rndl.ts';
import { fullTrustKit } from '../scenarios/trust/full-kit.ts';
import type { Runner } from '../worker/client.ts';
import {
  cancelWays,
  changeWays,
  executeWays,
  type Position,
  runWay,
  WAYS,
  wayConfig,
  wayOf,
  waysStore,
  waysWith,
} from './ways.ts';

let executed = 0;
let broken: (means: string) => boolean = () => false;
const runner: Runner = {
  warm: () => {},
  run(config, listener) {
    let stopped = false;
    queueMicrotask(() => {
      if (stopped) return;
      executed += 1;
      if (broken(config.rndl.keyEstablishment)) {
        listener.onFailed({ kind: 'crashed', message: 'it broke' });
      } else listener.onTold?.(runRndl(config, { kit: fullTrustKit }));
    });
    return () => {
      stopped = true;
    };
  },
};

const idle = () =>
  new Promise<void>((resolve) => {
    const look = () => (waysStore.getState().waiting.length === 0 ? resolve() : setTimeout(look));
    look();
  });

const kinds = (trial: Position | 'recorded') =>
  WAYS.map((means) => wayOf(waysStore.getState(), means, trial).kind);

function views(position: Position, observer: 'everyone' | 'alice' | 'eve' = 'everyone') {
  return WAYS.map((means) => {
    const way = wayOf(waysStore.getState(), means, position);
    if (way.kind !== 'done') throw new Error(`${means}: ${way.kind}`);
    return waySeenBy(way.run, observer);
  });
}

beforeEach(() => {
  waysWith(runner);
  cancelWays();
  broken = () => false;
  waysStore.setState({ ...waysStore.getInitialState() });
  executed = 0;
});

test('without seals all five are fooled, with seals none, with a leaked key all again', async () => {
  executeWays();
  await idle();
  expect(views('off').map(isFooled)).toEqual(WAYS.map(() => true));
  changeWays({ seals: true });
  await idle();
  expect(views('on').map(isFooled)).toEqual(WAYS.map(() => false));
  for (const { ending, cards } of views('on')) {
    expect(ending).toMatchObject({ kind: 'verdict', verdict: 'stopped-seal' });
    expect([cards.near?.seal, cards.far?.seal]).toContain('broken');
  }
  changeWays({ cracked: true });
  await idle();
  expect(views('cracked').map(isFooled)).toEqual(WAYS.map(() => true));
  for (const { cards } of views('cracked')) {
    expect([cards.near?.seal, cards.far?.seal]).toEqual(['fits-wrongly', 'fits-wrongly']);
  }
  expect(executed).toBe(4 * WAYS.length);
  changeWays({ cracked: false });
  await idle();
  expect(executed).toBe(4 * WAYS.length);
});

test('a fooled pair holds two keys, and Eve both; an end knows its own and nothing of hers', async () => {
  executeWays();
  await idle();
  for (const { prints, eveHolds } of views('off')) {
    expect(prints.alice).not.toBeNull();
    expect(prints.alice).not.toBe(prints.bob);
    expect(eveHolds).toEqual(['alice', 'bob']);
  }
  for (const view of views('off', 'alice')) {
    expect(view).toMatchObject({ twoLinks: false, eveHolds: null, prints: { bob: null } });
    expect(view.prints.alice).not.toBeNull();
    expect(view.ending).toMatchObject({ verdict: 'key' });
    expect([view.cards.near, view.cards.far].map((card) => card?.writtenBy)).not.toContain('eve');
  }
});

test('seals as on the link on screen, or the default ones where it has none', () => {
  const state = waysStore.getState();
  const { authentication } = wayConfig({ ...state }, 'qkd', 'on');
  const bare = { ...authentication, method: 'none' as const };
  expect(wayConfig({ ...state, authentication: bare }, 'qkd', 'on').authentication).toEqual(
    authentication,
  );
  const { tagBits: _, ...signed } = { ...authentication, method: 'ed25519' as const };
  const pki = { ...signed, trustAnchor: 'pki' as const };
  expect(
    wayConfig({ ...state, authentication: pki }, 'qkd', 'cracked').authentication,
  ).toMatchObject({ method: 'ed25519', trustAnchor: 'pki', broken: 'private-key-stolen' });
});

test('what is cancelled says so; what failed does not keep the others from running', async () => {
  executeWays();
  cancelWays();
  expect(kinds('off')).toEqual(WAYS.map(() => 'cancelled'));
  runWay('qkd');
  await idle();
  expect(kinds('off')).toEqual(['cancelled', 'cancelled', 'cancelled', 'done', 'cancelled']);
  broken = (means) => means === 'x25519';
  executeWays();
  await idle();
  expect(kinds('off')).toEqual(['done', 'failed', 'done', 'done', 'done']);
  broken = () => false;
  runWay('x25519');
  await idle();
  expect(kinds('off')).toEqual(WAYS.map(() => 'done'));
});

import { beforeEach, expect, test } from 'vitest';
import { configFromDifferences } from '../scenarios/config-parse.ts';
import { runDelivery } from '../scenarios/delivery/delivery.ts';
import { fullTrustKit } from '../scenarios/trust/full-kit.ts';
import { turnRunner } from './runner.fixture.ts';
import {
  adoptDelivery,
  cancelRepeats,
  chooseSite,
  deliveryConfig,
  deliveryOf,
  repeatAll,
  repeatSite,
  siteConfig,
  siteOn,
  siteReceipt,
  siteStore,
  siteWith,
  standingOf,
} from './site.ts';

const { desk, runner } = turnRunner((config, listener) =>
  listener.onTold?.(runDelivery(config, { kit: fullTrustKit })),
);

const idle = () =>
  new Promise<void>((resolve) => {
    const look = () => {
      const { one, many } = siteStore.getState().waiting;
      if (one.length + many.length === 0) resolve();
      else setTimeout(look);
    };
    look();
  });

const first = siteStore.getState();

beforeEach(async () => {
  cancelRepeats();
  await idle();
  siteWith(runner);
  siteStore.setState({ ...first, repeats: 3 });
  desk.executed = [];
  desk.failing = false;
});

const site = () => siteStore.getState();
const many = (changes = {}) => deliveryOf(site(), changes, site().repeats);

test('a choice is executed once behind every wall, the chosen one first', async () => {
  siteOn(7);
  await idle();
  expect(desk.executed.map(({ delivery }) => delivery.wall)).toEqual([
    'rack',
    'same-box',
    'building',
    'campus',
  ]);
  expect(desk.executed.every(({ seed, delivery }) => seed === 7 && delivery.repeats === 1)).toBe(
    true,
  );
  expect(deliveryOf(site())?.receipt.delivery?.exposedHops).toBe(1);
  chooseSite({ wall: 'campus' });
  await idle();
  expect(desk.executed).toHaveLength(4);
  expect(deliveryOf(site())?.receipt.delivery?.exposedHops).toBe(0);
});

test('the latest choice is executed before what an earlier one left waiting', async () => {
  siteOn(7);
  chooseSite({ hop: 'none' });
  chooseSite({ hop: 'tls-hybrid' });
  await idle();
  // The first had begun.
  expect(desk.executed.map(({ delivery }) => delivery.hop)).toEqual([
    'tls-dh',
    'tls-hybrid',
    'tls-hybrid',
    'tls-hybrid',
    'tls-hybrid',
  ]);
});

test('many only when asked for; each choice keeps its own', async () => {
  siteOn(7);
  await idle();
  expect([many(), standingOf(site())]).toEqual([null, 'not-run']);
  repeatSite();
  expect(standingOf(site())).toBe('running');
  await idle();
  expect(many()?.repeats).toHaveLength(3);
  expect(many({ qDay: false })).toBeNull();
  const before = desk.executed.length;
  repeatSite();
  await idle();
  expect(desk.executed).toHaveLength(before);
  repeatAll();
  await idle();
  for (const wall of ['same-box', 'rack', 'building', 'campus'] as const) {
    for (const qDay of [false, true]) {
      for (const hop of ['none', 'tls-dh', 'tls-hybrid'] as const) {
        const run = many({ wall, qDay, hop });
        // Nobody is corrupt in three repeats at one in a hundred people, but for the campus.
        if (wall === 'campus') expect(run).not.toBeNull();
        else {
          const open = wall === 'rack' && (hop === 'none' || (hop === 'tls-dh' && qDay));
          expect([wall, qDay, hop, run?.receipt.delivery?.openedShare]).toEqual([
            wall,
            qDay,
            hop,
            open ? 1 : 0,
          ]);
        }
      }
    }
  }
});

test('stopped is cancelled, not closed, until it is asked for again', async () => {
  siteOn(7);
  await idle();
  repeatAll();
  cancelRepeats();
  expect(standingOf(site())).toBe('cancelled');
  expect(many()).toBeNull();
  repeatSite();
  await idle();
  expect(standingOf(site())).toBe('finished');
  expect(standingOf(site(), { wall: 'campus' })).toBe('cancelled');
});

test('a configuration is shown as it came, and its repeats with it', async () => {
  const parsed = configFromDifferences({
    scenario: 'delivery',
    seed: 'from a link',
    'exchange.photons': 12_000,
    'rndl.qDay': false,
    'rndl.whatIf': ['ml-kem-broken', 'aes-256-broken'],
    'delivery.wall': 'campus',
    'delivery.hop': 'tls-hybrid',
    'delivery.insiderRate': 0.2,
    'delivery.repeats': 4,
    'delivery.size': 128,
  });
  if (!parsed.ok) throw new Error('the configuration of this test');
  adoptDelivery(parsed.config);
  // The page hands over its seed as well.
  siteOn('from a link');
  await idle();
  expect(site().choice).toEqual({
    wall: 'campus',
    hop: 'tls-hybrid',
    qDay: false,
    mlKemBroken: true,
    insiderRate: 0.2,
    fault: 'none',
  });
  expect(deliveryConfig(site(), {}, 4)).toEqual(parsed.config);
  expect(many()?.config).toEqual(parsed.config);
});

test('a link names the delivery in view, with its repeats once they were asked for', async () => {
  expect([siteConfig(), siteReceipt()]).toEqual([null, null]);
  siteOn(7);
  expect([siteConfig()?.delivery.repeats, siteReceipt()]).toEqual([1, null]);
  await idle();
  expect(siteReceipt()).toBe(deliveryOf(site())?.receipt);
  repeatSite();
  expect([siteConfig()?.delivery.repeats, siteReceipt()]).toEqual([3, null]);
  await idle();
  expect(siteReceipt()).toBe(many()?.receipt);
  chooseSite({ wall: 'campus' });
  expect(siteConfig()?.delivery).toMatchObject({ wall: 'campus', repeats: 1 });
});

test('what went wrong is kept with its configuration, and nothing is shown for it', async () => {
  desk.failing = true;
  siteOn(8);
  await idle();
  expect(site().failure).toMatch(/^no light\n\{"scenario":"delivery","seed":8/);
  expect(deliveryOf(site())).toBeNull();
  desk.failing = false;
  chooseSite({});
  await idle();
  expect(site().failure).toBeNull();
  expect(deliveryOf(site())).not.toBeNull();
});

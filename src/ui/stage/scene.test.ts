import { describe, expect, test } from 'vitest';
import type { Observer } from '../../scenarios/actors.ts';
import { configFromDifferences } from '../../scenarios/config-parse.ts';
import { runConfig } from '../../scenarios/execute.ts';
import { timelineOf } from '../../scenarios/knowledge/timeline.ts';
import { viewOf } from '../../scenarios/knowledge/view-of.ts';
import type { LayoutId } from './layouts/places.ts';
import { LAYOUTS } from './layouts.ts';
import { makersOf } from './reading.ts';
import { sceneAt } from './scene.ts';

function runWith(differences: Record<string, unknown>) {
  const parsed = configFromDifferences({ 'exchange.photons': 200, ...differences });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return runConfig(parsed.config);
}

const alone = runWith({});
const tapped = runWith({ 'eve.attack': 'intercept-resend' });
const middle = runWith({ 'eve.attack': 'man-in-the-middle' });
const lossy = runWith({ 'channel.lossDb': 6 });
const EVERY_LAYOUT = Object.keys(LAYOUTS) as LayoutId[];

function picture(
  run: typeof alone,
  {
    observer = 'everyone',
    now,
    speed = '1',
    layout = 'wide',
  }: { observer?: Observer; now: number; speed?: '1' | '10' | '1k'; layout?: LayoutId },
) {
  const view = viewOf(run, observer, now);
  return sceneAt(view, timelineOf(run), { now, speed, layout: LAYOUTS[layout] });
}

describe.each(EVERY_LAYOUT)('in the %s layout', (layout) => {
  const { axis, flight } = LAYOUTS[layout];

  test('a photon goes at constant speed from Alice to Bob’s detector', () => {
    const places: number[] = [];
    for (let now = 50.15; now < 50.99; now += 0.05) {
      const ring = picture(alone, { now, layout }).rings.find(({ pulse }) => pulse === 50);
      places.push(ring?.[axis] ?? Number.NaN);
    }
    const step = (flight.to[axis] - flight.from[axis]) * (0.05 / 0.9);
    places.slice(1).forEach((place, at) => {
      expect(place - places[at]!).toBeCloseTo(step, 6);
    });
    const last = picture(alone, { now: 50.9999, layout }).rings.at(-1);
    expect(last?.[axis]).toBeCloseTo(flight.to[axis], 0);
  });

  test('at rest between two events no ring lies about at one a second', () => {
    expect(picture(tapped, { now: 50, layout }).rings).toEqual([]);
  });
});

test('Eve ends Alice’s photon and sends one of her own make', () => {
  const makers = (now: number) =>
    picture(tapped, { now }).rings.map(({ sight }) => sight.kind === 'state' && sight.maker);
  expect(makers(60.3)).toEqual(['alice']);
  expect(makers(60.9)).toEqual(['eve']);
});

test('up to six photons are on their way at ten a second', () => {
  const counts: number[] = [];
  for (let now = 40; now < 60; now += 0.1) {
    counts.push(picture(alone, { now, speed: '10' }).rings.length);
  }
  expect(Math.max(...counts)).toBe(6);
});

test('at a thousand a second there is no single photon, and tiles show the last one', () => {
  const { rings, subjects } = picture(alone, { now: 50, speed: '1k' });
  expect(rings).toEqual([]);
  expect(subjects).toEqual({ alice: 49, eve: 49, bob: { pulse: 49, phase: 'record' } });
});

test('odds show in the last 400 ms before the detector', () => {
  expect(picture(alone, { now: 50.55 }).subjects.bob).toEqual({ pulse: 49, phase: 'record' });
  expect(picture(alone, { now: 50.65 }).subjects.bob).toEqual({ pulse: 50, phase: 'odds' });
  expect(picture(alone, { now: 51.05 }).subjects.bob).toEqual({ pulse: 50, phase: 'record' });
});

test('a lost photon dies out before Bob', () => {
  const view = viewOf(lossy, 'everyone', 200);
  const lost = Array.from({ length: 200 }, (_, pulse) => pulse).find(
    (pulse) => view.photon(pulse).lost === true,
  )!;
  expect(picture(lossy, { now: lost + 0.5 }).rings).toHaveLength(1);
  expect(picture(lossy, { now: lost + 0.95 }).rings).toEqual([]);
});

describe('pulses of a laser', () => {
  const laser = { 'exchange.source': 'weak-coherent', 'exchange.meanPhotonNumber': 1.2 } as const;
  const weak = runWith({ ...laser, 'channel.lossDb': 3 });
  const split = runWith({
    ...laser,
    'channel.lossDb': 10,
    'eve.attack': 'photon-number-splitting',
  });
  /** The pulses of a run by how many photons left Alice. */
  const withPhotons = (run: typeof weak, photons: number) => {
    const view = viewOf(run, 'everyone', 200);
    return Array.from({ length: 200 }, (_, pulse) => pulse).filter(
      (pulse) => view.photon(pulse).weak?.photons === photons,
    );
  };
  const rings = (run: typeof weak, now: number, observer: Observer = 'everyone') =>
    picture(run, { now, observer }).rings.map(({ photons }) => photons);

  test('the viewer sees how many photons each holds, none included', () => {
    for (const photons of [0, 1, 2, 3]) {
      const [first] = withPhotons(weak, photons);
      expect(rings(weak, first! + 0.3)).toEqual([photons]);
    }
  });

  test('an empty one that leaves no click never gets to Bob', () => {
    for (const pulse of withPhotons(weak, 0)) expect(rings(weak, pulse + 0.95)).toEqual([]);
  });

  test('neither end sees it', () => {
    for (let pulse = 0; pulse < 200; pulse++) {
      expect(rings(weak, pulse + 0.25, 'alice')).toEqual([null]);
      expect(rings(weak, pulse + 0.92, 'bob').filter((photons) => photons !== null)).toEqual([]);
    }
  });

  test('Eve counts what she splits, and only then', () => {
    const [pair] = withPhotons(split, 2);
    expect(rings(split, pair! + 0.3, 'eve')).toEqual([2]);
    const measured = runWith({ ...laser, 'eve.attack': 'intercept-resend' });
    const [other] = withPhotons(measured, 2);
    expect(rings(measured, other! + 0.3, 'eve')).toEqual([null]);
  });

  test('of a pulse that she splits one photon less goes on, to her and to the viewer', () => {
    for (const photons of [2, 3]) {
      const gone = withPhotons(split, photons).find(
        (pulse) => viewOf(split, 'everyone', 200).photon(pulse).lost === false,
      );
      for (const observer of ['everyone', 'eve'] as const) {
        expect(rings(split, gone! + 0.9, observer), observer).toEqual([photons - 1]);
      }
    }
  });

  test.each([
    ['trojan-horse', {}],
    ['time-shift', { 'detector.mismatch': 0.4 }],
  ])('%s takes no photon', (attack, more) => {
    const run = runWith({ ...laser, ...more, 'eve.attack': attack });
    const pairs = withPhotons(run, 2).filter(
      (pulse) => pulse > 20 && viewOf(run, 'everyone', 200).photon(pulse).lost === false,
    );
    for (const pulse of pairs) expect(rings(run, pulse + 0.9)).toEqual([2]);
    expect(pairs.length).toBeGreaterThan(5);
  });

  test('light of Eve’s own make has no number of Alice’s', () => {
    const measured = runWith({ ...laser, 'eve.attack': 'intercept-resend' });
    const [pair] = withPhotons(measured, 2);
    expect(rings(measured, pair! + 0.9)).toEqual([null]);
  });
});

describe('what an observer cannot know is not drawn', () => {
  test('to Alice her photon fades after a third of the fibre, Eve or not', () => {
    for (const run of [alone, tapped, middle]) {
      const seen = (now: number) => picture(run, { observer: 'alice', now }).rings;
      expect(seen(50.25)[0]?.sight).toMatchObject({ kind: 'state', maker: 'alice' });
      expect(seen(50.6)).toEqual([]);
    }
  });

  test('to Bob a photon is a grey ring near its arrival, Eve or not', () => {
    for (const run of [alone, tapped, middle]) {
      const seen = (now: number) => picture(run, { observer: 'bob', now }).rings;
      expect(seen(50.5)).toEqual([]);
      expect(seen(50.9).map(({ sight }) => sight)).toEqual([{ kind: 'unknown' }]);
    }
  });

  test('to Alice and Bob the far half has no maker', () => {
    for (const run of [tapped, middle]) {
      expect(makersOf(viewOf(run, 'alice', 50))).toEqual({ near: 'alice', far: null });
      expect(makersOf(viewOf(run, 'bob', 50))).toEqual({ near: null, far: null });
      expect(makersOf(viewOf(run, 'everyone', 50))).toEqual({ near: 'alice', far: 'eve' });
    }
  });
});

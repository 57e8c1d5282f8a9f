import { expect, test } from 'vitest';
import { configFromDifferences } from '../../scenarios/config-parse.ts';
import { runConfig } from '../../scenarios/execute.ts';
import { viewOf } from '../../scenarios/knowledge/view-of.ts';
import { LAYOUTS } from './layouts.ts';
import { rangeText } from './letter-text.ts';
import { lettersAtRest, placeSliding, wayOf, yieldingOpacity } from './post.ts';

function runWith(differences: Record<string, unknown>) {
  const parsed = configFromDifferences({ 'exchange.photons': 300, ...differences });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return runConfig(parsed.config);
}

const alone = runWith({});
const middle = runWith({ 'eve.attack': 'man-in-the-middle' });
const layout = LAYOUTS.wide;

test('a letter slides from behind its writer’s panel to its addressee, and faster at first', () => {
  const view = viewOf(alone, 'everyone', 300);
  const letter = view.nextLetter!;
  const at = (now: number) =>
    placeSliding(letter, { now, speed: '1', twoLinks: false, layout })?.x ?? Number.NaN;
  expect(letter.claimedFrom).toBe('bob');
  expect(at(300.001)).toBeGreaterThan(layout.bob.box.x);
  expect(at(300.4)).toBe(layout.rest.near.x);
  expect(at(300.01) - at(300.09)).toBeGreaterThan(at(300.2) - at(300.28));
  expect(placeSliding(letter, { now: 300, speed: '1', twoLinks: false, layout })).toBeNull();
  expect(placeSliding(letter, { now: 300.5, speed: '1k', twoLinks: false, layout })).toBeNull();
});

test('with Eve in the middle a letter stays within its half', () => {
  const { letters } = viewOf(middle, 'everyone', middle.length);
  for (const letter of letters) {
    const { from, to } = wayOf(letter, true, layout);
    const half = letter.link === 0 ? [0, 448] : [448, 896];
    for (const { x } of [from, to]) {
      expect(x).toBeGreaterThanOrEqual(half[0]!);
      expect(x).toBeLessThanOrEqual(half[1]!);
    }
  }
});

test('the refused letter stays in view after the other has stopped', () => {
  const { near } = lettersAtRest(viewOf(middle, 'everyone', middle.length));
  expect(near).toMatchObject({ seal: 'broken', writtenBy: 'eve', to: 'alice' });
  if (near?.seal !== 'broken') throw new Error('the refused letter is not there');
  expect(near.expectedTagHex).not.toBe(near.tagHex);
});

test('to Alice the refused letter is one of Bob’s, and no second link is there', () => {
  const view = viewOf(middle, 'alice', middle.length);
  const { near } = lettersAtRest(view);
  expect(view.twoLinks).toBe(false);
  expect(near).toMatchObject({ seal: 'broken', writtenBy: 'bob' });
});

test('a letter at rest gives way to its successor', () => {
  const rest = layout.rest.near;
  expect(yieldingOpacity(null, rest)).toBe(1);
  expect(yieldingOpacity({ ...rest, opacity: 1, stamp: 1 }, rest)).toBe(0);
});

test('photons are counted from one', () => {
  expect(rangeText({ from: 0, to: 512 })).toBe('1–512');
  expect(rangeText({ from: 984_375_000, to: 1e9 })).toBe('984.4M–1B');
});

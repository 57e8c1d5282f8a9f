import { expect, test } from 'vitest';
import { say } from '../../content/words/use-words.ts';
import type { Observer } from '../../scenarios/actors.ts';
import { configFromDifferences } from '../../scenarios/config-parse.ts';
import { runConfig } from '../../scenarios/execute.ts';
import { viewOf } from '../../scenarios/knowledge/view-of.ts';
import { roundText } from './letter-text.ts';
import { lettersAtRest } from './post.ts';
import { lastRound, roundUnderWay } from './rounds.ts';

function runWith(differences: Record<string, unknown>) {
  const parsed = configFromDifferences({
    'exchange.photons': 2000,
    'channel.flipProbability': 0.04,
    ...differences,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return runConfig(parsed.config);
}

const noisy = runWith({});
const first = noisy.links[0]!.correction!.at;
const middle = runWith({ 'eve.attack': 'man-in-the-middle', 'authentication.method': 'none' });

/** What is asked and answered in each round trip of a run, one after the other. */
function tripsOf(run: typeof noisy, observer: Observer, link: 0 | 1 = 0) {
  const { at, rounds } = run.links[link]!.correction!;
  return Array.from({ length: rounds }, (_, r) =>
    lastRound(viewOf(run, observer, at + r + 1), link),
  );
}

test('a pass opens with parities that nobody asked for; then each answer has its question', () => {
  const trips = tripsOf(noisy, 'bob');
  expect(trips[0]!.map(({ kind }) => kind)).toEqual(['parities']);
  const asked = trips.filter((cards) => cards.length === 2);
  expect(asked.length).toBeGreaterThan(10);
  for (const [question, answer] of asked) {
    expect(question).toMatchObject({ kind: 'parity-questions', writtenBy: 'bob', to: 'alice' });
    expect(answer).toMatchObject({ kind: 'parities', writtenBy: 'alice', to: 'bob' });
  }
});

test('the cards say what the log of the run says, and count as it does', () => {
  const trips = tripsOf(noisy, 'everyone');
  const { log, leakedBits } = noisy.links[0]!.correction!;
  const spoken = trips.flatMap((cards) => cards.at(-1)?.spoken ?? []);
  expect(spoken.reduce((sum, { blocks }) => sum + blocks, 0)).toBe(leakedBits);
  expect(spoken.at(-1)?.soFar).toBe(leakedBits);
  const parities = spoken.flatMap((trip) => (trip.blocks <= 16 ? trip.parities : []));
  const few = (r: number) => log!.roundStart[r + 1]! - log!.roundStart[r]! <= 16;
  const logged = Array.from(log!.roundStart.subarray(0, -1), (start, r) =>
    few(r) ? [...log!.parity.subarray(start, log!.roundStart[r + 1]!)] : [],
  ).flat();
  expect(parities).toEqual(logged);
});

test('they lie on the line until the next letter, and no longer', () => {
  expect(lettersAtRest(viewOf(noisy, 'everyone', first)).far).toMatchObject({
    kind: 'correct-terms',
  });
  expect(lettersAtRest(viewOf(noisy, 'everyone', first + 1)).far).toMatchObject({
    kind: 'parities',
  });
  const after = first + noisy.links[0]!.correction!.rounds + 1;
  expect(lettersAtRest(viewOf(noisy, 'everyone', after)).far).toMatchObject({
    kind: 'verification',
  });
});

test('under way, the question sets out before the answer', () => {
  const trips = tripsOf(noisy, 'everyone');
  const r = trips.findIndex((cards) => cards.length === 2);
  const [question, answer] = roundUnderWay(viewOf(noisy, 'everyone', first + r + 1));
  expect([question?.at, answer?.at]).toEqual([first + r, first + r + 0.5]);
  // Nothing of Correct is under way while a photon is.
  expect(roundUnderWay(viewOf(noisy, 'everyone', 10))).toEqual([]);
});

test('on two links one of the two is Eve; to Alice it is Bob who asks', () => {
  const trips = tripsOf(middle, 'everyone').filter((cards) => cards.length === 2);
  expect(trips[0]![0]).toMatchObject({ claimedFrom: 'bob', writtenBy: 'eve', to: 'alice' });
  const seen = tripsOf(middle, 'alice').filter((cards) => cards.length === 2);
  expect(seen[0]![0]).toMatchObject({ claimedFrom: 'bob', writtenBy: 'bob', to: 'alice' });
});

test('where trips race by, a card counts them', () => {
  const cards = tripsOf(noisy, 'everyone').at(-1)!;
  const text = (counted: boolean) =>
    roundText(cards.at(-1)!, { twoLinks: false, width: 150, counted, say });
  expect(text(true).about).toBe(
    `${noisy.links[0]!.correction!.leakedBits.toLocaleString('en')} so far`,
  );
  expect(text(true).symbols).toBe('');
  expect(text(false).symbols).toMatch(/^[01]+$/);
});

import { expect, test } from 'vitest';
import { configFromDifferences } from '../../../scenarios/config-parse.ts';
import { runConfig } from '../../../scenarios/execute.ts';
import { timelineOf } from '../../../scenarios/knowledge/timeline.ts';
import { viewOf } from '../../../scenarios/knowledge/view-of.ts';
import { listRows } from './list-rows.ts';

function runWith(differences: Record<string, unknown>) {
  const parsed = configFromDifferences({ 'exchange.photons': 2000, ...differences });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return runConfig(parsed.config);
}

const noisy = runWith({ 'channel.flipProbability': 0.03 });
const middle = runWith({ 'eve.attack': 'man-in-the-middle', 'authentication.method': 'none' });

test('the round trips of Correct are one row, after the letter that says how it will go', () => {
  const rows = listRows(viewOf(noisy, 'everyone', noisy.length));
  const at = rows.findIndex(({ kind }) => kind === 'rounds');
  const [before, rounds] = rows.slice(at - 1, at + 1);
  expect(before).toMatchObject({ kind: 'letter', letter: { kind: 'correct-terms' } });
  const { correction } = noisy.links[0]!;
  expect(rounds).toMatchObject({ correction: { roundsDone: correction?.rounds } });
  expect(rows.filter(({ kind }) => kind === 'rounds')).toHaveLength(1);
  expect(rows).toHaveLength(noisy.letters.length + 1);
});

test('it counts what has happened, and appears with the first round trip', () => {
  const start = timelineOf(noisy).stepStart(3)!;
  const rows = (at: number) =>
    listRows(viewOf(noisy, 'bob', at)).filter(({ kind }) => kind === 'rounds');
  expect(rows(start + 1)).toEqual([]);
  expect(rows(start + 4)).toMatchObject([{ correction: { roundsDone: 3 } }]);
});

test('with Eve in the middle each link has its own; Alice knows of one', () => {
  const rows = (observer: 'everyone' | 'alice') =>
    listRows(viewOf(middle, observer, middle.length)).filter(({ kind }) => kind === 'rounds');
  expect(rows('everyone')).toHaveLength(2);
  expect(rows('alice')).toHaveLength(1);
});

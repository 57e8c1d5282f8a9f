import { expect, test } from 'vitest';
import { boxesWords } from '../../../content/words/en/boxes.ts';
import { learnWords, say } from '../../../content/words/use-words.ts';
import type { BoxView, Noticed } from '../../../scenarios/knowledge/box-view.ts';
import { endOf, guessOf, titleOf } from './story.ts';

learnWords(boxesWords);

const quiet: Noticed = { errors: 'as-usual', clicks: 'as-usual', strength: null };
const view: BoxView = {
  observer: 'everyone',
  sent: 1_000,
  detected: 200,
  sifted: 100,
  errorRate: 0.01,
  tested: 25,
  limit: 0.11,
  known: 0,
  guessedRight: 52,
  alarm: 'no-monitor',
  ending: 'key',
  keyBits: 40,
  keyKnown: 0,
  keyKnownBy: 'rank',
  strengths: null,
  decoys: 0,
  paid: 20,
  formula: null,
};

test('nothing looks wrong only where errors, clicks and decoys are as usual and nothing rang', () => {
  const nothing = 'boxes.title.nothing';
  expect(titleOf(view, quiet)).toBe(nothing);
  expect(titleOf({ ...view, ending: 'fooled' }, quiet)).toBe(nothing);
  const strength = { at: 0.1, share: 0.003, usual: 0.01 };
  const wrong = [
    titleOf({ ...view, alarm: 'rang' }, quiet),
    titleOf({ ...view, detected: 0, ending: 'stopped-short' }, quiet),
    titleOf({ ...view, ending: 'stopped-errors' }, { ...quiet, errors: 'more' }),
    titleOf(view, { ...quiet, errors: 'more' }),
    titleOf(view, { ...quiet, clicks: 'fewer' }),
    titleOf(view, { ...quiet, strength }),
    titleOf({ ...view, ending: 'stopped-short' }, quiet),
  ];
  expect(wrong).not.toContain(nothing);
  expect(new Set(wrong).size).toBe(wrong.length);
});

test('an end is told of its key, and nothing of Eve', () => {
  for (const observer of ['alice', 'bob'] as const) {
    const own = { ...view, observer, known: null, guessedRight: null, keyKnown: null };
    for (const ending of ['key', 'stopped-errors', 'stopped-short', 'stopped-alarm'] as const) {
      const key = ending === 'key' ? 40 : null;
      expect(endOf(say, { ...own, ending, keyBits: key }, true)).not.toMatch(/Eve/);
    }
  }
});

test('a guess is told where it is better than certain bits and coins', () => {
  expect(guessOf(view)).toBeNull();
  expect(guessOf({ ...view, guessedRight: 84 })).toBe(0.84);
  // Certain of 80, and half of the rest by luck.
  expect(guessOf({ ...view, known: 80, guessedRight: 90 })).toBeNull();
  expect(endOf(say, { ...view, guessedRight: 84 }, true)).toContain('84%');
});

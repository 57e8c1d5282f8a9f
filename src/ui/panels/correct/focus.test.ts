import { expect, test } from 'vitest';
import type {
  CorrectionView,
  FoundError,
  QuestionView,
} from '../../../scenarios/knowledge/steps-view.ts';
import { errorFocus, ladder, ladderParts, liveFocus } from './focus.ts';
import { blockName, errorsLeft, heardOf, lettersSoFar, openedBy, passTallies } from './heard.ts';

const question = (given: Partial<QuestionView>): QuestionView => ({
  round: 0,
  pass: 0,
  frame: 0,
  block: 0,
  length: 8,
  asked: false,
  parity: 0,
  odd: false,
  reopened: false,
  ...given,
});

/** Two blocks of eight in order, then one of sixteen in mixed order. Bit 5 is found, and then bit 9. */
const said: readonly { q: QuestionView; positions: number[] }[] = [
  { q: question({ odd: true }), positions: [0, 1, 2, 3, 4, 5, 6, 7] },
  { q: question({ block: 1 }), positions: [8, 9, 10, 11, 12, 13, 14, 15] },
  { q: question({ round: 1, length: 4, asked: true }), positions: [0, 1, 2, 3] },
  { q: question({ round: 2, length: 2, asked: true, odd: true }), positions: [4, 5] },
  { q: question({ round: 3, length: 1, asked: true }), positions: [4] },
  { q: question({ round: 4, pass: 1, length: 16, odd: true }), positions: mixed() },
  {
    q: question({ round: 5, pass: 1, length: 8, asked: true, odd: true }),
    positions: mixed().slice(0, 8),
  },
];
function mixed() {
  return Array.from({ length: 16 }, (_, i) => (i * 5) % 16);
}
const errors: readonly FoundError[] = [
  { position: 5, round: 3, pass: 0, openedBy: null, path: [2, 3, 4] },
];

function viewAfter(questions: number, found: number): CorrectionView {
  const blocks = [
    [Uint32Array.of(0, 1, 2, 3, 4, 5, 6, 7), Uint32Array.of(8, 9, 10, 11, 12, 13, 14, 15)],
    [Uint32Array.from(mixed())],
  ];
  return {
    questions,
    found,
    question: (i) => (i < questions ? (said[i]?.q ?? null) : null),
    positions: (i) => Uint32Array.from(said[i]?.positions ?? []),
    error: (i) => (i < found ? (errors[i] ?? null) : null),
    errorAt: (position) => {
      const at = errors.findIndex((error) => error.position === position);
      return at >= 0 && at < found ? at : null;
    },
    blocks: (pass) => blocks[pass] ?? null,
  } as Partial<CorrectionView> as CorrectionView;
}

test('before anything was said the first block stands ready; without terms there is none', () => {
  expect(liveFocus(viewAfter(0, 0))).toMatchObject({ pass: 0, block: 0, steps: [] });
  expect(liveFocus({ ...viewAfter(0, 0), blocks: () => null })).toBeNull();
});

test('after the opening of a pass the first odd block is looked at', () => {
  expect(liveFocus(viewAfter(2, 0))).toMatchObject({ pass: 0, block: 0, steps: [], error: null });
});

test('a search under way shows the questions of this search alone', () => {
  expect(liveFocus(viewAfter(4, 0))?.steps).toEqual([
    { from: 0, to: 4, odd: false },
    { from: 4, to: 6, odd: true },
  ]);
  expect(liveFocus(viewAfter(7, 1))).toMatchObject({
    pass: 1,
    block: 0,
    steps: [{ from: 0, to: 8, odd: true }],
  });
});

test('a finished search ends at the bit that was flipped', () => {
  const live = liveFocus(viewAfter(5, 1));
  expect(live).toEqual(errorFocus(viewAfter(7, 1), 0));
  expect(live).toMatchObject({ error: 0, end: { index: 5, position: 5 } });
});

test('each row of the halving narrows to the next, down to the bit', () => {
  const focus = errorFocus(viewAfter(7, 1), 0);
  if (!focus) throw new Error('no focus');
  expect(ladder(focus).map(({ from, to, next }) => [from, to, next.from, next.to])).toEqual([
    [0, 8, 4, 8],
    [4, 8, 4, 6],
    [4, 6, 5, 6],
  ]);
});

test('a level that was known already is skipped, and the rows still hold the bit', () => {
  // A block of 64 of which an earlier pass had told the second quarter's parity.
  const steps = [
    { from: 16, to: 24, odd: false },
    { from: 24, to: 28, odd: true },
  ];
  const rows = ladder({ positions: { length: 64 }, steps, end: { index: 25, position: 400 } });
  for (const { from, to } of rows) expect(from <= 25 && 25 < to).toBe(true);
  expect(rows[1]).toMatchObject({ from: 24, next: { from: 24, to: 28 } });
});

test('the last block of a pass is halved unevenly, and the rest is all that is left of it', () => {
  const steps = [
    { from: 2048, to: 3331, odd: false },
    { from: 0, to: 1024, odd: true },
  ];
  const rows = ladder({ positions: { length: 3331 }, steps, end: null });
  expect(rows.map(({ from, to }) => [from, to])).toEqual([
    [0, 3331],
    [0, 2048],
  ]);
});

test('an answer speaks of the half asked and of its sibling, and of nothing beyond', () => {
  const row = {
    from: 64,
    to: 256,
    asked: { from: 64, to: 96, odd: true },
    next: { from: 64, to: 96 },
  };
  expect(ladderParts(row).map(({ from, to, is }) => [from, to, is])).toEqual([
    [64, 96, 'asked'],
    [96, 256, 'quiet'],
  ]);
  const even = {
    ...row,
    to: 128,
    asked: { from: 64, to: 96, odd: false },
    next: { from: 96, to: 128 },
  };
  expect(ladderParts(even).map(({ is, odd }) => [is, odd])).toEqual([
    ['asked', false],
    ['follows', true],
  ]);
});

test('passes are counted from what was said', () => {
  const view = viewAfter(7, 1);
  const heard = heardOf({}, 0, view);
  expect(passTallies(heard, view)).toEqual([
    { pass: 0, blockLength: 8, blocks: 2, odd: 1, asked: 3, found: 1, reopened: 0 },
    { pass: 1, blockLength: 16, blocks: 1, odd: 1, asked: 1, found: 0, reopened: 0 },
  ]);
  // Earlier in the same talk: only what had been said by then.
  expect(passTallies(heard, { questions: 2, found: 0 })).toHaveLength(1);
  expect(heard.opening.get(blockName({ pass: 1, frame: 0, block: 0 }))).toBe(5);
});

test('an opening is one letter, a question and its answer are two', () => {
  const heard = heardOf({}, 0, viewAfter(7, 1));
  expect(lettersSoFar(heard, 1)).toBe(1);
  expect(lettersSoFar(heard, 4)).toBe(7);
  expect(lettersSoFar(heard, 6)).toBe(10);
});

test('what followed from a correction', () => {
  const heard = { ...heardOf({}, 0, viewAfter(0, 0)), errorOpener: [-1, 0, -1, 0] };
  expect(openedBy(heard, 0, 4)).toEqual([1, 3]);
  expect(openedBy(heard, 0, 2)).toEqual([1]);
});

test('errors left are those that ever differed and are not found; who cannot see them gets none', () => {
  const wrong = new Set([5, 9]);
  const view = (found: number, left: number | null): CorrectionView => ({
    ...viewAfter(7, found),
    bits: 16,
    left,
    bit: (end, position) => {
      const mended = found > 0 && position === 5;
      return end === 'bob' && wrong.has(position) && !mended ? 1 : 0;
    },
  });
  const run = {};
  // Asked first late in the run: the bit mended by then counts as one that differed.
  expect(errorsLeft(heardOf(run, 0, view(1, 1)), view(1, 1))).toEqual([9]);
  expect(errorsLeft(heardOf(run, 0, view(0, 2)), view(0, 2))).toEqual([5, 9]);
  expect(errorsLeft(heardOf(run, 0, view(0, null)), view(0, null))).toBeNull();
  // Of a key too long to be kept whole, some would be missed.
  const cut = { ...view(0, 2), bit: () => null };
  expect(errorsLeft(heardOf({}, 0, cut), cut)).toBeNull();
});

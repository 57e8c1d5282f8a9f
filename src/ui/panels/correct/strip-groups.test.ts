import { expect, test } from 'vitest';
import type { CorrectionView, QuestionView } from '../../../scenarios/knowledge/steps-view.ts';
import type { Focus } from './focus.ts';
import { heardOf } from './heard.ts';
import { stripCells } from './strip-groups.ts';

const range = (from: number, to: number) =>
  Uint32Array.from({ length: to - from }, (_, i) => from + i);
const inOrder = [range(0, 10), range(10, 20), range(20, 30), range(30, 36)];

function viewOf(blocks: readonly Uint32Array[], found: number): CorrectionView {
  const questions = blocks.map(
    (block, at): QuestionView => ({
      round: 0,
      pass: 0,
      frame: 0,
      block: at,
      length: block.length,
      asked: false,
      parity: 1,
      odd: at === 1,
      reopened: false,
    }),
  );
  const error = { position: 12, round: 4, pass: 0, openedBy: null, path: [1] };
  return {
    questions: questions.length,
    found,
    question: (at) => questions[at] ?? null,
    error: (at) => (at < found ? error : null),
    errorAt: (position) => (found > 0 && position === 12 ? 0 : null),
    blocks: () => blocks,
  } as Partial<CorrectionView> as CorrectionView;
}

const focus = (positions: Uint32Array, block: number, end: Focus['end'] = null): Focus => ({
  pass: 0,
  frame: 0,
  block,
  positions,
  steps: [],
  end,
  error: null,
  openedBy: null,
});

function cellsOf(blocks: readonly Uint32Array[], block: number, columns: number, found = 0) {
  const view = viewOf(blocks, found);
  const positions = blocks[block] ?? new Uint32Array(0);
  return stripCells(view, heardOf({}, 0, view), focus(positions, block), columns);
}

test('blocks in natural order stand side by side, whole ones only', () => {
  const { positions, groups } = cellsOf(inOrder, 1, 32);
  expect(positions).toEqual([...range(0, 30)]);
  expect(groups.map(({ block, length }) => [block, length])).toEqual([
    [0, 10],
    [1, 10],
    [2, 10],
  ]);
  expect(cellsOf(inOrder, 3, 32).positions).toEqual([...range(30, 36)]);
});

test('a correction inside a block makes its parities equal again', () => {
  expect(cellsOf(inOrder, 1, 32).groups[1]?.parity).toEqual({ alice: 1, odd: true });
  expect(cellsOf(inOrder, 1, 32, 1).groups[1]?.parity).toEqual({ alice: 1, odd: false });
});

test('a mixed block stands alone, in its own order', () => {
  const mixed = [Uint32Array.of(7, 2, 9), Uint32Array.of(1, 8, 3)];
  expect(cellsOf(mixed, 1, 32)).toMatchObject({ positions: [1, 8, 3], inOrder: false });
});

test('of a block longer than the strip the part around the search is shown', () => {
  const view = viewOf([range(0, 500)], 0);
  const at = (index: number) =>
    stripCells(view, heardOf({}, 0, view), focus(range(0, 500), 0, { index, position: index }), 64);
  expect(at(250).positions[32]).toBe(250);
  expect(at(2).positions[0]).toBe(0);
  expect(at(499).positions.at(-1)).toBe(499);
  expect(at(250).groups).toMatchObject([{ length: 64, whole: 500 }]);
});

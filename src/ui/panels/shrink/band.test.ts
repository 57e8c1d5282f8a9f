import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ShrinkView } from '../../../scenarios/knowledge/steps-view.ts';
import { bandWindow, cellUnder, movedTo, onDiagonal, onesOf, turnedBy } from './band.ts';

const shape = { inputBits: 300, outputBits: 100 };
const size = { rows: 9, columns: 24 };

test('the window shows the cell it is asked for and stays inside the matrix', () => {
  const cell = fc.record({
    output: fc.integer({ min: 0, max: 99 }),
    input: fc.integer({ min: 100, max: 299 }),
  });
  fc.assert(
    fc.property(fc.tuple(cell, cell), ([first, second]) => {
      const before = bandWindow(shape, first, size, null);
      const { rows, columns } = bandWindow(shape, second, size, before);
      expect(second.output).toBeGreaterThanOrEqual(rows.from);
      expect(second.output).toBeLessThan(rows.from + rows.count);
      expect(second.input).toBeGreaterThanOrEqual(columns.from);
      expect(second.input).toBeLessThan(columns.from + columns.count);
      expect(rows.from + rows.count).toBeLessThanOrEqual(100);
      expect(columns.from).toBeGreaterThanOrEqual(100);
      expect(columns.from + columns.count).toBeLessThanOrEqual(300);
    }),
    { seed: 4 },
  );
});

test('the window moves no further than it must', () => {
  const before = bandWindow(shape, { output: 0, input: 100 }, size, null);
  expect(bandWindow(shape, { output: 5, input: 110 }, size, before)).toEqual(before);
  expect(bandWindow(shape, { output: 9, input: 124 }, size, before)).toEqual({
    rows: { from: 1, count: 9 },
    columns: { from: 101, count: 24 },
  });
});

test('a matrix smaller than the window is shown whole', () => {
  expect(bandWindow({ inputBits: 18, outputBits: 7 }, { output: 3, input: 9 }, size, null)).toEqual(
    { rows: { from: 0, count: 7 }, columns: { from: 7, count: 11 } },
  );
});

test('keys walk from cell to cell and stop at the edges', () => {
  const corner = { output: 0, input: 100 };
  const press = (key: string) => movedTo({ key, shift: false }, corner, shape);
  expect(press('ArrowUp')).toEqual(corner);
  expect(press('ArrowLeft')).toEqual(corner);
  expect(press('End')).toEqual({ output: 0, input: 299 });
  expect(press('PageDown')).toEqual({ output: 8, input: 100 });
  expect(press('q')).toBeNull();
});

test('with Shift a key stays on the diagonal, and at its end stays where it is', () => {
  const start = { output: 98, input: 150 };
  const step = movedTo({ key: 'ArrowRight', shift: true }, start, shape);
  expect(step).toEqual({ output: 99, input: 151 });
  expect(step && movedTo({ key: 'ArrowDown', shift: true }, step, shape)).toEqual(step);
});

test('a point of the picture lies in one cell, or in none', () => {
  const shown = bandWindow(shape, { output: 0, input: 100 }, size, null);
  expect(cellUnder(shown, { column: 2.9, row: 1.1 })).toEqual({ output: 1, input: 102 });
  expect(cellUnder(shown, { column: -0.1, row: 1 })).toBeNull();
  expect(cellUnder(shown, { column: 24, row: 1 })).toBeNull();
});

test('one step down and one to the right stays on the diagonal', () => {
  expect(onDiagonal({ output: 4, input: 110 }, { output: 5, input: 111 })).toBe(true);
  expect(onDiagonal({ output: 4, input: 110 }, { output: 5, input: 110 })).toBe(false);
});

/** Four inputs, two outputs, [I | T'] with T' = (1 0 / 1 1). */
const matrix = [
  [1, 0, 1, 0],
  [0, 1, 1, 1],
];
const small = (known: boolean) =>
  ({
    inputBits: 4,
    outputBits: 2,
    shownBits: 4,
    entry: (output, input) => (matrix[output]?.[input] ?? null) as 0 | 1 | null,
    input: (position) => (known ? (position === 1 ? 0 : 1) : null),
  }) as ShrinkView;

test('an output adds up the chosen bits, for those who know them', () => {
  expect(onesOf(small(true), 0)).toBe(2);
  expect(onesOf(small(true), 1)).toBe(2);
  expect(onesOf(small(false), 0)).toBeNull();
});

test('changing an input turns the outputs of its column', () => {
  expect(turnedBy(small(true), 2)).toEqual([0, 1]);
  expect(turnedBy(small(true), 3)).toEqual([1]);
});

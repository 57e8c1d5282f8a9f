import type { ShrinkView } from '../../../scenarios/knowledge/steps-view.ts';

/**
 * The part of the matrix on show.
 *
 *   row r of the window: output bit rows.from + r; its own input bit stands alone at the left
 *   column c of the window: input bit columns.from + c, in the part that is mixed
 *
 * In [I | T'] the first part passes each bit straight to its own output; T' is constant along its
 * diagonals.
 */
export interface BandWindow {
  readonly rows: { readonly from: number; readonly count: number };
  readonly columns: { readonly from: number; readonly count: number };
}

export interface Cell {
  readonly output: number;
  readonly input: number;
}

/** The window of a given size that shows `at`, as near to `before` as it can be. */
export function bandWindow(
  { inputBits, outputBits }: Pick<ShrinkView, 'inputBits' | 'outputBits'>,
  at: Cell,
  size: { readonly rows: number; readonly columns: number },
  before: BandWindow | null,
): BandWindow {
  const rows = Math.min(size.rows, outputBits);
  const columns = Math.min(size.columns, inputBits - outputBits);
  return {
    rows: {
      from: slide(before?.rows.from ?? at.output, at.output, rows, { from: 0, to: outputBits }),
      count: rows,
    },
    columns: {
      from: slide(before?.columns.from ?? at.input, at.input, columns, {
        from: outputBits,
        to: inputBits,
      }),
      count: columns,
    },
  };
}

function slide(
  from: number,
  at: number,
  count: number,
  range: { readonly from: number; readonly to: number },
): number {
  const first = Math.min(from, at);
  const shown = Math.max(first, at - count + 1);
  return Math.max(range.from, Math.min(range.to - count, shown));
}

/** Where a key leads from a cell; null for keys that mean nothing here. With Shift, along the diagonal. */
export function movedTo(
  { key, shift }: { readonly key: string; readonly shift: boolean },
  { output, input }: Cell,
  { inputBits, outputBits }: Pick<ShrinkView, 'inputBits' | 'outputBits'>,
): Cell | null {
  if (shift) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key];
    if (step === undefined) return null;
    const to = { output: output + step, input: input + step };
    const inside =
      to.output >= 0 && to.output < outputBits && to.input >= outputBits && to.input < inputBits;
    return inside ? to : { output, input };
  }
  const row = (value: number) => Math.max(0, Math.min(outputBits - 1, value));
  const column = (value: number) => Math.max(outputBits, Math.min(inputBits - 1, value));
  switch (key) {
    case 'ArrowDown':
      return { output: row(output + 1), input };
    case 'ArrowUp':
      return { output: row(output - 1), input };
    case 'ArrowRight':
      return { output, input: column(input + 1) };
    case 'ArrowLeft':
      return { output, input: column(input - 1) };
    case 'PageDown':
      return { output: row(output + 8), input };
    case 'PageUp':
      return { output: row(output - 8), input };
    case 'Home':
      return { output, input: outputBits };
    case 'End':
      return { output, input: inputBits - 1 };
    default:
      return null;
  }
}

/** Both lie on one diagonal of T', and so hold one value. */
export function onDiagonal(a: Cell, b: Cell): boolean {
  return a.output - a.input === b.output - b.input;
}

/** How many of the input bits that an output adds up are ones; null where they are not all known. */
export function onesOf(view: ShrinkView, output: number): number | null {
  if (view.inputBits > view.shownBits) return null;
  let ones = 0;
  for (let input = 0; input < view.inputBits; input++) {
    if (view.entry(output, input) !== 1) continue;
    const bit = view.input(input);
    if (bit === null) return null;
    ones += bit;
  }
  return ones;
}

/** Outputs that turn over with one input bit; null before the seed is public. */
export function turnedBy(view: ShrinkView, input: number): readonly number[] | null {
  const turned: number[] = [];
  for (let output = 0; output < view.outputBits; output++) {
    const entry = view.entry(output, input);
    if (entry === null) return null;
    if (entry === 1) turned.push(output);
  }
  return turned;
}

/** The cell under a point of the picture, from the window's top left corner, in cells; null outside. */
export function cellUnder(
  { rows, columns }: BandWindow,
  { column, row }: { readonly column: number; readonly row: number },
): Cell | null {
  const [c, r] = [Math.floor(column), Math.floor(row)];
  if (c < 0 || r < 0 || c >= columns.count || r >= rows.count) return null;
  return { output: rows.from + r, input: columns.from + c };
}

import type { CorrectionView } from '../../../scenarios/knowledge/steps-view.ts';
import type { Focus } from './focus.ts';
import { blockName, type Heard } from './heard.ts';

/** One block, or the part of it that fits, as it stands in the strip. */
export interface StripGroup {
  readonly block: number;
  /** Cells of the strip. */
  readonly length: number;
  /** Length of the whole block. */
  readonly whole: number;
  /** Alice's parity, and whether Bob's differs now; null: not said, it follows from the others. */
  readonly parity: { readonly alice: 0 | 1; readonly odd: boolean } | null;
}

export interface StripCells {
  /** Places in the key, in the order drawn. */
  readonly positions: readonly number[];
  readonly groups: readonly StripGroup[];
  /** Bits stand in their natural order. */
  readonly inOrder: boolean;
}

/**
 * What the strip shows around a focus: whole blocks side by side where the pass keeps the natural
 * order and they fit, else the one block, or the part of it where the search is.
 */
export function stripCells(
  view: CorrectionView,
  heard: Heard,
  focus: Focus,
  columns: number,
): StripCells {
  const { pass, frame, block, positions } = focus;
  const blocks = view.blocks(pass, frame) ?? [positions];
  const inOrder = isInOrder(positions);
  const group = (index: number, length: number): StripGroup => ({
    block: index,
    length,
    whole: blocks[index]?.length ?? length,
    parity: parityNow(view, heard, { pass, frame, block: index }),
  });
  if (positions.length > columns) {
    const part = aroundSearch(focus, columns);
    return {
      positions: [...positions.subarray(part, part + columns)],
      groups: [group(block, columns)],
      inOrder,
    };
  }
  if (!inOrder) {
    return { positions: [...positions], groups: [group(block, positions.length)], inOrder };
  }
  // The last block of a pass may be shorter than the others.
  const usual = Math.max(positions.length, blocks[0]?.length ?? 1);
  const perPage = Math.max(1, Math.floor(columns / usual));
  const first = Math.floor(block / perPage) * perPage;
  const shown: number[] = [];
  const groups: StripGroup[] = [];
  for (let index = first; index < Math.min(blocks.length, first + perPage); index++) {
    const bits = blocks[index] ?? new Uint32Array(0);
    if (shown.length + bits.length > columns || !isInOrder(bits)) break;
    shown.push(...bits);
    groups.push(group(index, bits.length));
  }
  return { positions: shown, groups, inOrder };
}

/** First cell of a window around the part of a long block that is still searched. */
function aroundSearch({ positions, steps, end }: Focus, columns: number): number {
  const last = steps.at(-1);
  const middle = end?.index ?? (last ? (last.from + last.to) / 2 : columns / 2);
  const from = Math.round(middle - columns / 2);
  return Math.min(positions.length - columns, Math.max(0, from));
}

/** As it was said, turned by every correction made inside the block since. */
function parityNow(
  view: CorrectionView,
  heard: Heard,
  name: { readonly pass: number; readonly frame: number; readonly block: number },
): StripGroup['parity'] {
  const opening = heard.opening.get(blockName(name));
  const question =
    opening === undefined || opening >= view.questions ? null : view.question(opening);
  if (!question) return null;
  let odd = question.odd;
  for (const position of view.blocks(name.pass, name.frame)?.[name.block] ?? []) {
    const index = view.errorAt(position);
    const error = index === null ? null : view.error(index);
    if (error && error.round > question.round) odd = !odd;
  }
  return { alice: question.parity, odd };
}

function isInOrder(positions: Uint32Array): boolean {
  for (let i = 1; i < positions.length; i++) {
    if (positions[i] !== (positions[i - 1] ?? 0) + 1) return false;
  }
  return true;
}

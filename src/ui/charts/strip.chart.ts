/**
 * A strip of key bits, wrapped.
 *
 *   bit (index from 0) → column, row → picture units (CSS px, y down; top left corner of its cell)
 *
 * A wide page has 64 bits a row, a phone 16: a cell never gets too small to tell filled from empty.
 */
export interface StripLayout {
  readonly columns: number;
  /** From one cell's left edge to the next one's. */
  readonly pitch: number;
  /** Side of a cell. */
  readonly size: number;
}

const COLUMNS = [64, 48, 32, 24, 16] as const;
/** Narrowest pitch at which a cell is read; above the widest, cells look like tiles. */
const PITCH = { narrowest: 12.5, widest: 27 } as const;

/** As many columns as have room in `width`, `most` at most. */
export function stripLayout({
  width,
  most = 64,
}: {
  readonly width: number;
  readonly most?: number;
}): StripLayout {
  const columns =
    COLUMNS.find((count) => count <= most && width / count >= PITCH.narrowest) ??
    COLUMNS[COLUMNS.length - 1] ??
    16;
  const pitch = Math.min(PITCH.widest, Math.floor((width / columns) * 100) / 100);
  return { columns, pitch, size: Math.round(pitch * 0.72 * 10) / 10 };
}

/** Brackets under consecutive cells: groups given by their lengths, from the first cell on. */
export function brackets(
  layout: StripLayout,
  groups: readonly number[],
): readonly { readonly from: number; readonly to: number; readonly middle: number }[] {
  const gap = layout.pitch - layout.size;
  let at = 0;
  return groups.map((length) => {
    const from = at * layout.pitch - gap / 4;
    at += length;
    const to = at * layout.pitch - (gap * 3) / 4;
    return { from, to, middle: (from + to) / 2 };
  });
}

/** How many of `positions` fall into each of `bins` equal parts of 0…bits−1. */
export function density(
  positions: Iterable<number>,
  bits: number,
  bins: number,
): readonly number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const position of positions) {
    const bin = Math.min(bins - 1, Math.floor((position / bits) * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

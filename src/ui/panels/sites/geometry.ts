/** Where everything of the two sites stands, in units of the drawing, y down; picture only. */
import type { Wall } from '../../../scenarios/config.ts';

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const WIDTH = 900;
export const HEIGHT = 500;
/** What a narrow page shows of it: one site. */
export const CROPS = { a: `0 0 356 ${HEIGHT}`, b: `560 0 340 ${HEIGHT}` } as const;

export const WALL_RECTS: Readonly<Record<Wall, Rect>> = {
  'same-box': { left: 61, top: 288, right: 269, bottom: 476 },
  rack: { left: 40, top: 222, right: 290, bottom: 476 },
  building: { left: 40, top: 46, right: 290, bottom: 476 },
  campus: { left: 8, top: 34, right: 322, bottom: 488 },
};
export const WALL_B: Rect = { left: 610, top: 46, right: 860, bottom: 476 };

/** Left edge of the three boxes of a site. */
export const BOXES_AT = { a: 85, b: 655 } as const;
export const BOX_WIDTH = 160;
/** Tops and heights. */
export const BOXES = {
  app: { y: 86, height: 64 },
  store: { y: 268, height: 64 },
  device: { y: 382, height: 76 },
} as const;
/** The same three in one case. */
export const CASE = {
  app: { y: 300, height: 52 },
  store: { y: 352, height: 52 },
  device: { y: 404, height: 54 },
} as const;

/** How far a corner goes: the device is always inside. */
const REACH = {
  left: [4, 80],
  top: [34, 376],
  right: [250, 330],
  bottom: [464, 494],
} as const;

export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';
export const CORNERS: readonly Corner[] = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];

/** The rectangle with one corner under the pointer. */
export function dragged(rect: Rect, corner: Corner, x: number, y: number): Rect {
  const across = corner.endsWith('left') ? 'left' : 'right';
  const down = corner.startsWith('top') ? 'top' : 'bottom';
  return { ...rect, [across]: within(x, REACH[across]), [down]: within(y, REACH[down]) };
}

function within(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(high, Math.max(low, value));
}

/** Which wall a rectangle is, by what is inside it; around everything, by the nearer size. */
export function wallOf(rect: Rect): Wall {
  if (rect.top > BOXES.store.y) return 'same-box';
  if (rect.top > BOXES.app.y) return 'rack';
  const half = (area(WALL_RECTS.building) + area(WALL_RECTS.campus)) / 2;
  return area(rect) > half ? 'campus' : 'building';
}

function area({ left, top, right, bottom }: Rect): number {
  return (right - left) * (bottom - top);
}

/** +1: a larger wall, −1: a smaller one, for an arrow key on a corner; null for any other key. */
export function keyedStep(key: string, corner: Corner): 1 | -1 | null {
  const outwards = [
    corner.startsWith('top') ? 'ArrowUp' : 'ArrowDown',
    corner.endsWith('left') ? 'ArrowLeft' : 'ArrowRight',
  ];
  if (outwards.includes(key)) return 1;
  return /^Arrow(Up|Down|Left|Right)$/.test(key) ? -1 : null;
}

/** Where people stand inside each wall: the first of them, and how they go on. */
const PEOPLE: Readonly<
  Record<
    Wall,
    { readonly x: number; readonly y: number; readonly columns: number; readonly step: number }
  >
> = {
  'same-box': { x: 256, y: 304, columns: 1, step: 12 },
  rack: { x: 272, y: 246, columns: 8, step: -17 },
  building: { x: 272, y: 58.5, columns: 7, step: -17 },
  campus: { x: 25, y: 80, columns: 4, step: 15.5 },
};
const ROW = 18.5;

/** Places of so many people behind a wall. */
export function peopleAt(wall: Wall, count: number): readonly { x: number; y: number }[] {
  const { x, y, columns, step } = PEOPLE[wall];
  return Array.from({ length: count }, (_, i) => ({
    x: x + (i % columns) * step,
    y: y + Math.floor(i / columns) * ROW,
  }));
}

/**
 * Where everything stands, in stage units. One component tree, four maps of places; the stage scales
 * units to CSS pixels as a whole.
 */
import { COMPACT } from './layouts/compact.ts';
import { PAIR } from './layouts/pair.ts';
import type { LayoutId, StageLayout } from './layouts/places.ts';
import { VERTICAL } from './layouts/vertical.ts';
import { WIDE } from './layouts/wide.ts';

export const LAYOUTS: Readonly<Record<LayoutId, StageLayout>> = {
  wide: WIDE,
  compact: COMPACT,
  vertical: VERTICAL,
  pair: PAIR,
};

/** Narrowest container, CSS pixels, in which the wide (compact) drawing keeps its text readable. */
const WIDE_FROM_PX = 880;
const COMPACT_FROM_PX = 660;

/** Which drawing fits a container. A page of 1120 px leaves the stage about 900, one of 600 less than 600. */
export function layoutForWidth(widthPx: number): 'wide' | 'compact' | 'vertical' {
  if (widthPx >= WIDE_FROM_PX) return 'wide';
  if (widthPx >= COMPACT_FROM_PX) return 'compact';
  return 'vertical';
}

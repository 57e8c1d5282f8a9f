/** What the runs at one place of the switches showed, added up. */
import { isFooled, type WayView } from '../../../scenarios/knowledge/ways-view.ts';

export interface Tally {
  /** Ways that have run at this place. */
  readonly ran: number;
  readonly of: number;
  /** As far as the observer can tell; an end takes a key of Eve's for a good one. */
  readonly fooled: number;
  readonly ready: number;
  /** Ended without a key for this observer. */
  readonly none: number;
}

export function tallyOf(views: readonly (WayView | null)[]): Tally {
  const ran = views.filter((view) => view !== null);
  const fooled = ran.filter(isFooled).length;
  const ready = ran.filter(
    ({ ending }) => ending?.kind === 'verdict' && ending.verdict === 'key',
  ).length;
  return { ran: ran.length, of: views.length, fooled, ready, none: ran.length - fooled - ready };
}

/**
 * The sentence that the runs bear out; null while they do not. Both places of the switch must have
 * run in every way: fooled throughout without seals, and with them in none.
 */
export function bornOut(off: Tally, on: Tally): boolean {
  const all = ({ ran, of }: Tally) => of > 0 && ran === of;
  return all(off) && all(on) && off.fooled === off.of && on.fooled === 0;
}

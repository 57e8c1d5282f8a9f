import type { Outcome } from '../../../scenarios/knowledge/view.ts';

/**
 * Which photons stand in the ledger.
 *
 *   sent     photons sent up to the playhead: the ledger never shows one to come
 *   columns  places in a page
 *   end      the page shows photons before this one; null follows the playhead
 */
export type LedgerFilter = 'time' | 'kept' | 'different';

export interface LedgerPage {
  /** In order of sending; a place without a photon yet is null. */
  readonly photons: readonly (number | null)[];
  /** The search stopped at this photon before the page was full; null when it was not cut short. */
  readonly searchedTo: number | null;
}

/**
 * The page that holds the photon last sent. It turns by half its width, so that a column keeps its
 * place while a reader follows it and the page is never less than half full.
 */
export function pageInTime(given: {
  readonly sent: number;
  readonly pulses: number;
  readonly columns: number;
  readonly end: number | null;
}): LedgerPage {
  const { sent, pulses, columns, end } = given;
  const start = Math.max(
    0,
    Math.min(end === null ? halfTurns(sent, columns) : end - columns, pulses - columns),
  );
  return {
    photons: Array.from({ length: Math.min(columns, pulses) }, (_, i) =>
      start + i < sent ? start + i : null,
    ),
    searchedTo: null,
  };
}

function halfTurns(sent: number, columns: number): number {
  const half = columns / 2;
  return Math.ceil(Math.max(0, sent - columns) / half) * half;
}

/** The filters, as a question about what became of a photon. */
export function passes(filter: LedgerFilter, outcomes: readonly (Outcome | null)[]): boolean {
  switch (filter) {
    case 'time':
      return true;
    case 'kept':
      return outcomes.some((o) => o === 'kept' || o === 'kept-equal' || o === 'kept-different');
    case 'different':
      return outcomes.includes('kept-different');
    default:
      filter satisfies never;
      return false;
  }
}

/**
 * The last photons before `end` that pass, found by asking backwards. At most `budget` photons are
 * asked about, so a run of 10⁹ photons answers as fast as a small one; `searchedTo` says where the
 * search stopped if it was cut.
 */
export function pageFiltered(given: {
  readonly end: number;
  readonly columns: number;
  readonly budget: number;
  readonly wanted: (pulse: number) => boolean;
}): LedgerPage {
  const { end, columns, budget, wanted } = given;
  const photons: number[] = [];
  const floor = Math.max(0, end - budget);
  let pulse = end;
  while (pulse > floor && photons.length < columns) {
    pulse--;
    if (wanted(pulse)) photons.push(pulse);
  }
  const cut = photons.length < columns && pulse > 0;
  // Places are kept, so that columns stay as wide as on a full page.
  const places = Array.from({ length: columns - photons.length }, () => null);
  return { photons: [...photons.reverse(), ...places], searchedTo: cut ? pulse : null };
}

/** Where the page after this one ends: past the next `columns` photons that pass; null at the end. */
export function endAfter(given: {
  readonly from: number;
  readonly sent: number;
  readonly columns: number;
  readonly budget: number;
  readonly wanted: (pulse: number) => boolean;
}): number | null {
  const { from, sent, columns, budget, wanted } = given;
  const limit = Math.min(sent, from + budget);
  let found = 0;
  for (let pulse = from; pulse < limit; pulse++) {
    if (wanted(pulse) && ++found === columns) return pulse + 1;
  }
  return limit < sent ? limit : null;
}

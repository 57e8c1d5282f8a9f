/**
 * What others have published about QKD, one statement a card, so that a reader can look it up.
 * Nothing here is fetched: addresses are text.
 */

/**
 * checked: read in the publisher's own words, in a stored copy, on the as-of day.
 * secondary: read only in what others say about it.
 * not-verified: looked for on the as-of day, neither confirmed nor ruled out.
 */
export type FactStatus = 'checked' | 'secondary' | 'not-verified';

export interface Fact {
  readonly id: string;
  /** Own words, plain sentences. */
  readonly claim: string;
  readonly source: {
    readonly title: string;
    readonly publisher: string;
    /** Year, with the edition where there is one; null where the source bears none. */
    readonly edition: string | null;
    readonly url: string;
  };
  /** Where a second-hand statement was read; null for the others. */
  readonly via: string | null;
  /** Year, month and day; shorter where the reference gives no more. ISO 8601. */
  readonly asOf: string;
  readonly status: FactStatus;
}

/** The day on which the cards below were looked up. */
export const LOOKED_UP = '2026-11-24';

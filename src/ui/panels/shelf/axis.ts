/**
 * The time axis: whole years from today.
 *
 *   years → part of the track, 0…1; the last step, beyond LONGEST_YEARS, is "put off"
 */
export const LONGEST_YEARS = 40;

export interface AxisYears {
  /** How long the message must stay secret. */
  readonly secrecy: number;
  /** When Q-day comes, if it comes. */
  readonly qDay: number;
}

export interface AxisPicture {
  /** Part of the track; null: put off. */
  readonly qDay: number | null;
  readonly secrecy: number;
  /** Years in which the message is still secret and what fell to Q-day is readable. */
  readonly exposed: number;
  /** What the picture says of the two handles. */
  readonly says: 'put-off' | 'still-secret' | 'nobody-minds';
}

export function axisPicture({ secrecy, qDay }: AxisYears, comes: boolean): AxisPicture {
  const exposed = comes ? Math.max(0, secrecy - qDay) : 0;
  return {
    qDay: comes ? partOf(qDay) : null,
    secrecy: partOf(secrecy),
    exposed,
    says: !comes ? 'put-off' : exposed > 0 ? 'still-secret' : 'nobody-minds',
  };
}

function partOf(years: number): number {
  return Math.min(1, years / LONGEST_YEARS);
}

/** Where a handle at a part of the track, 0…1 and beyond, stands; null: past the end, put off. */
export function yearsAt(part: number): number | null {
  const years = Math.round(part * LONGEST_YEARS);
  return years > LONGEST_YEARS ? null : Math.max(1, years);
}

/** What a key does to a handle; null: it does nothing. `past`: one step more puts it off. */
export function yearsAfterKey(key: string, years: number, past: boolean): number | null {
  const end = LONGEST_YEARS + (past ? 1 : 0);
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: years + 1,
    ArrowUp: years + 1,
    ArrowLeft: years - 1,
    ArrowDown: years - 1,
    PageUp: years + 5,
    PageDown: years - 5,
    Home: 1,
    End: end,
  };
  const next = steps[key];
  return next === undefined ? null : Math.min(end, Math.max(1, next));
}

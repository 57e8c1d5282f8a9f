/**
 * Where a round stands in time, for the picture alone: the run has no clock.
 *
 *   round (0…rounds) → minutes, equal ratios from one round to the next → px from the strip's left end
 *
 * Round 0, the start-up, is a cell like the others; behind it the axis is logarithmic, from the length
 * of a start-up to the life of the link.
 */
export interface LifeAxis {
  readonly rounds: number;
  readonly startUpMinutes: number;
  readonly lifeYears: number;
}

export const MINUTES_PER_YEAR = 365.25 * 24 * 60;

/** End of a round, minutes after the first photon. */
export function minutesAt(round: number, { rounds, startUpMinutes, lifeYears }: LifeAxis): number {
  if (rounds === 0) return startUpMinutes;
  const life = lifeYears * MINUTES_PER_YEAR;
  return startUpMinutes * (life / startUpMinutes) ** (round / rounds);
}

export type TimeUnit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years';

export interface Duration {
  readonly n: number;
  readonly unit: TimeUnit;
}

const UNITS: readonly (readonly [TimeUnit, number])[] = [
  ['years', MINUTES_PER_YEAR],
  ['months', MINUTES_PER_YEAR / 12],
  ['weeks', 7 * 24 * 60],
  ['days', 24 * 60],
  ['hours', 60],
  ['minutes', 1],
];

/** In the largest unit of which there is at least one, whole; one and a half stays one and a half. */
export function durationOf(minutes: number): Duration {
  const [unit, length] = UNITS.find(([, length]) => minutes >= length * 0.999) ?? UNITS[5]!;
  const exact = minutes / length;
  return { unit, n: exact < 3 ? Math.round(exact * 2) / 2 : Math.round(exact) };
}

const MARKS: readonly Duration[] = [
  { n: 1, unit: 'hours' },
  { n: 1, unit: 'days' },
  { n: 1, unit: 'weeks' },
  { n: 1, unit: 'months' },
  { n: 1, unit: 'years' },
  { n: 10, unit: 'years' },
];
/** What a mark's label needs, px. */
const MARK_WIDTH = 54;

/**
 * Named times between the two ends, at their part 0…1 of the axis behind the start-up; as many as have
 * room over so many px, neither touching another nor an end.
 */
export function axisMarks(
  { startUpMinutes, lifeYears }: LifeAxis,
  width: number,
): readonly (Duration & { readonly part: number })[] {
  const decades = Math.log((lifeYears * MINUTES_PER_YEAR) / startUpMinutes);
  let free = MARK_WIDTH / 2;
  return MARKS.flatMap((mark) => {
    const length = UNITS.find(([unit]) => unit === mark.unit)![1];
    const part = Math.log((mark.n * length) / startUpMinutes) / decades;
    const x = part * width;
    if (x < free || x > width - MARK_WIDTH / 2) return [];
    free = x + MARK_WIDTH;
    return [{ ...mark, part }];
  });
}

export interface Cell {
  readonly x: number;
  readonly width: number;
}

/** Narrower than this, cells scroll: px from one to the next. */
export const LEAST_PITCH = 14;

const GAP_SHARE = 0.16;
const MOST_GAP = 6;

/** Cells side by side over a width, a gap behind each. */
export function cellAt(round: number, rounds: number, width: number): Cell {
  const pitch = width / (rounds + 1);
  const gap = Math.min(MOST_GAP, pitch * GAP_SHARE);
  return { x: round * pitch + gap / 2, width: pitch - gap };
}

/** The round whose cell, or gap, lies at x. */
export function roundAt(x: number, rounds: number, width: number): number {
  const round = Math.floor((x / width) * (rounds + 1));
  return Math.min(rounds, Math.max(0, round));
}

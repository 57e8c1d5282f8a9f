/**
 * Level of the pool after each round.
 *
 *   (round, bits) → px (width × height, y down)
 *
 * The forecast goes on as the last round went, down to the reserve, and no further than the last round.
 */
import { line, scaleLinear } from 'd3';
import type { Forecast } from './pool-state.ts';

export interface PoolChart {
  readonly line: string;
  readonly tip: { readonly x: number; readonly y: number } | null;
  readonly reserveY: number;
  readonly bottom: number;
  readonly forecast: {
    readonly path: string;
    /** Where the reserve is reached; null if that is beyond the picture. */
    readonly end: { readonly x: number; readonly y: number } | null;
  } | null;
}

const MARGIN = { left: 2, right: 8, top: 6, bottom: 4 };

export function poolChart(given: {
  readonly width: number;
  readonly height: number;
  /** After rounds 0, 1, …; null where the level is not known. */
  readonly levels: readonly (number | null)[];
  /** All rounds of the life, so that the picture does not breathe while it plays. */
  readonly rounds: number;
  readonly target: number;
  readonly reserve: number;
  readonly forecast: Forecast;
}): PoolChart {
  const { width, height, levels, rounds, target, reserve, forecast } = given;
  const bottom = height - MARGIN.bottom;
  const x = scaleLinear()
    .domain([0, Math.max(1, rounds)])
    .range([MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear().domain([0, target]).range([bottom, MARGIN.top]).clamp(true);
  const known = levels.flatMap((bits, round) => (bits === null ? [] : [{ round, bits }]));
  const path = line<{ round: number; bits: number }>()
    .x(({ round }) => rounded(x(round)))
    .y(({ bits }) => rounded(y(bits)));
  const last = known.at(-1);
  const reserveY = rounded(y(reserve));
  if (last === undefined) return { line: '', tip: null, reserveY, bottom, forecast: null };
  const tip = { x: rounded(x(last.round)), y: rounded(y(last.bits)) };
  return {
    line: path(known) ?? '',
    tip,
    reserveY,
    bottom,
    forecast: forecast.kind === 'dry' ? forecastLine() : null,
  };

  function forecastLine(): PoolChart['forecast'] {
    if (forecast.kind !== 'dry') return null;
    const { round, bits } = last!;
    const dryAt = round + forecast.attempts;
    const shownTo = Math.min(rounds, dryAt);
    const part = (shownTo - round) / forecast.attempts;
    const at = { round: shownTo, bits: bits - (bits - reserve) * part };
    return {
      path: path([last!, at]) ?? '',
      end: dryAt <= rounds ? { x: rounded(x(at.round)), y: reserveY } : null,
    };
  }
}

const rounded = (value: number) => Math.round(value * 10) / 10;

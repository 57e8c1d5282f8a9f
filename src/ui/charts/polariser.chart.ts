import { line, scaleLinear } from 'd3';

/**
 * Share of result 0 against the measuring angle.
 *
 *   angle 0…180°, share 0…1 → chart units (width × height, y down) → CSS px by the viewBox
 *
 * An axis turned by 180° is the same axis, so the picture ends there.
 */
export interface Measured {
  readonly angle: number;
  readonly zeros: number;
  readonly ones: number;
}

export interface PolariserSeries {
  /** What theory gives for this state at an angle. */
  readonly chanceOfZero: (angle: number) => number;
  readonly measured: readonly Measured[];
}

export interface PolariserChart {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly { readonly y: number; readonly share: number }[];
  readonly columns: readonly { readonly x: number; readonly angle: number }[];
  readonly now: { readonly x: number; readonly y: number };
  readonly series: readonly {
    readonly curve: string;
    readonly points: readonly {
      readonly angle: number;
      readonly x: number;
      readonly y: number;
      readonly low: number;
      readonly high: number;
    }[];
  }[];
}

const MARGIN = { left: 38, right: 12, top: 10, bottom: 34 };
const CURVE_STEP = 3;

export function polariserChart(given: {
  readonly width: number;
  readonly height: number;
  readonly angle: number;
  readonly series: readonly PolariserSeries[];
}): PolariserChart {
  const { width, height, angle, series } = given;
  const left = MARGIN.left;
  const right = width - MARGIN.right;
  const top = MARGIN.top;
  const bottom = height - MARGIN.bottom;
  const x = scaleLinear().domain([0, 180]).range([left, right]);
  const y = scaleLinear().domain([0, 1]).range([bottom, top]).clamp(true);
  const toCurve = line<number>()
    .x((at) => round(x(at)))
    .y(() => 0);
  const angles = Array.from({ length: 180 / CURVE_STEP + 1 }, (_, i) => i * CURVE_STEP);
  const [first] = series;
  return {
    left,
    right,
    top,
    bottom,
    rows: [0, 0.5, 1].map((share) => ({ share, y: round(y(share)) })),
    columns: [0, 45, 90, 135, 180].map((at) => ({ angle: at, x: round(x(at)) })),
    now: { x: round(x(angle)), y: round(y(first?.chanceOfZero(angle) ?? 0)) },
    series: series.map(({ chanceOfZero, measured }) => ({
      curve: toCurve.y((at) => round(y(chanceOfZero(at))))(angles) ?? '',
      points: measured
        .filter(({ zeros, ones }) => zeros + ones > 0)
        .map((point) => {
          const share = point.zeros / (point.zeros + point.ones);
          const error = standardError(point);
          return {
            angle: point.angle,
            x: round(x(point.angle)),
            y: round(y(share)),
            low: round(y(share - error)),
            high: round(y(share + error)),
          };
        }),
    })),
  };
}

/** Standard error of an observed share: √(p(1−p)/n). */
export function standardError({ zeros, ones }: Pick<Measured, 'zeros' | 'ones'>): number {
  const n = zeros + ones;
  const share = zeros / n;
  return Math.sqrt((share * (1 - share)) / n);
}

const round = (value: number) => Math.round(value * 10) / 10;

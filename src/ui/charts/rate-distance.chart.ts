/**
 * Secret bits per pulse against distance.
 *
 *   (km, rate) → px (width × height, y down); y is logarithmic
 *
 * Under the lowest decade lies a floor, "no key": zero has no place on a logarithmic axis, and less than
 * zero is no rate. Each series has a row of its own there, so that marks do not hide one another. A
 * formula's line ends where its key ends.
 */
import { line, scaleLinear, scaleLog } from 'd3';

export interface ChartPoint<Id extends string> {
  readonly series: Id;
  readonly km: number;
  /** 0: no key. */
  readonly rate: number;
  /** Standard error; null with a single run. */
  readonly error: number | null;
}

export interface ChartLine<Id extends string> {
  readonly id: Id;
  /** Falling km is not allowed; zero or less: no key. */
  readonly values: readonly { readonly km: number; readonly rate: number }[];
  /** Where its key ends; null where that is not within the picture. */
  readonly reachKm: number | null;
}

export interface RateDistanceChart<Point extends string, Line extends string> {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly floor: { readonly top: number; readonly bottom: number; readonly middle: number };
  readonly rows: readonly { readonly y: number; readonly power: number }[];
  readonly columns: readonly { readonly x: number; readonly km: number }[];
  readonly marks: readonly {
    readonly series: Point;
    readonly km: number;
    readonly x: number;
    readonly y: number;
    /** Ends of the bar; null where it is shorter than the mark, or where there is no key. */
    readonly bar: { readonly low: number; readonly high: number } | null;
    readonly onFloor: boolean;
  }[];
  readonly lines: readonly {
    readonly id: Line;
    readonly path: string;
    /** Where its sign stands. */
    readonly sign: { readonly x: number; readonly y: number };
  }[];
  readonly handleX: number;
}

/** Above the plot: the axis' name, and under it the handle. */
const MARGIN = { left: 40, right: 12, top: 40, bottom: 24 };
const FLOOR = { gap: 8, height: 34 };
/** Half a mark, px: a shorter bar would not be seen behind it. */
const MARK = 4;
/** The lowest row, unless a point lies below it; and the lowest that is ever drawn. */
const LOWEST_POWERS = { usual: -7, ever: -10 };

export function rateDistanceChart<Point extends string, Line extends string>(given: {
  readonly width: number;
  readonly height: number;
  readonly mostKm: number;
  readonly km: number;
  /** From the first row of the floor down. */
  readonly order: readonly Point[];
  readonly points: readonly ChartPoint<Point>[];
  readonly lines: readonly ChartLine<Line>[];
}): RateDistanceChart<Point, Line> {
  const { width, height, mostKm, km, order, points, lines } = given;
  const left = MARGIN.left;
  const right = width - MARGIN.right;
  const top = MARGIN.top;
  const floorBottom = height - MARGIN.bottom;
  const floorTop = floorBottom - FLOOR.height;
  const bottom = floorTop - FLOOR.gap;
  const highest = Math.max(
    ...points.map(({ rate, error }) => rate + (error ?? 0)),
    ...lines.flatMap(({ values }) => values.map(({ rate }) => rate)),
    0,
  );
  const highestPower = highest > 0.1 ? 0 : -1;
  const least = Math.min(1, ...points.flatMap(({ rate }) => (rate > 0 ? [rate] : [])));
  const lowestPower = Math.max(
    LOWEST_POWERS.ever,
    Math.min(LOWEST_POWERS.usual, Math.floor(Math.log10(least))),
  );
  const lowest = 10 ** lowestPower;
  const x = scaleLinear().domain([0, mostKm]).range([left, right]);
  const y = scaleLog()
    .domain([lowest, 10 ** highestPower])
    .range([bottom, top])
    .clamp(true);
  const powers = Array.from({ length: highestPower - lowestPower + 1 }, (_, i) => highestPower - i);

  const toPath = line<{ km: number; rate: number }>()
    .x((at) => rounded(x(at.km)))
    .y((at) => rounded(y(Math.max(at.rate, lowest))));
  const rowOf = (series: Point) =>
    floorTop + (FLOOR.height * (order.indexOf(series) + 0.5)) / Math.max(1, order.length);

  return {
    left,
    right,
    top,
    bottom,
    floor: { top: floorTop, bottom: floorBottom, middle: (floorTop + floorBottom) / 2 },
    rows: powers.map((power) => ({ power, y: rounded(y(10 ** power)) })),
    columns: [0, 0.25, 0.5, 0.75, 1].map((part) => ({
      km: part * mostKm,
      x: rounded(x(part * mostKm)),
    })),
    marks: points.map(({ series, km: at, rate, error }) => {
      const onFloor = !(rate > 0);
      const middle = onFloor ? rowOf(series) : y(Math.max(rate, lowest));
      const low = y(Math.max(lowest, rate - (error ?? 0)));
      const high = y(Math.max(lowest, rate + (error ?? 0)));
      const seen = !onFloor && (low - middle > MARK || middle - high > MARK);
      return {
        series,
        km: at,
        x: rounded(x(at)),
        y: rounded(middle),
        bar: seen ? { low: rounded(low), high: rounded(high) } : null,
        onFloor,
      };
    }),
    lines: lines.flatMap(({ id, values, reachKm }, i) => {
      const drawn = values.filter(({ rate }) => rate > lowest);
      if (drawn.length === 0) return [];
      // Down to the axis where the key ends, since a rate falls there faster than lengths are tried.
      const ends = reachKm !== null && reachKm <= mostKm ? [{ km: reachKm, rate: lowest }] : [];
      const at = drawn[Math.floor((drawn.length - 1) * ((i + 1.5) / (lines.length + 2)))]!;
      return [
        {
          id,
          path: toPath([...drawn, ...ends]) ?? '',
          sign: { x: rounded(x(at.km)), y: rounded(y(at.rate)) },
        },
      ];
    }),
    handleX: rounded(x(km)),
  };
}

/** The length at a place of the picture, whole km. */
export function kmAt(px: number, width: number, mostKm: number): number {
  const part = (px - MARGIN.left) / (width - MARGIN.right - MARGIN.left);
  return Math.round(Math.min(1, Math.max(0, part)) * mostKm);
}

const rounded = (value: number) => Math.round(value * 10) / 10;

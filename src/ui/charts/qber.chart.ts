import { area, line, scaleLinear, scaleLog } from 'd3';
import type { ErrorRateView } from '../../scenarios/knowledge/view.ts';

/**
 * Error rate against bits kept.
 *
 *   points (kept, errors, low, high) → chart units (width × height, y down) → CSS px by the viewBox
 *
 * x is logarithmic and starts at 10 bits: below that an error rate says nothing. It ends at a whole
 * decade, so that the picture moves only when a decade is full. y is 0…50 %: bits compared with a
 * coin differ half of the time, and more is drawn at the edge.
 */
export type SeriesId = 'all' | 'rectilinear' | 'diagonal' | 'near' | 'far';

export interface Series {
  readonly id: SeriesId;
  readonly points: readonly ErrorRateView[];
}

export interface QberChart {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly { readonly y: number; readonly rate: number }[];
  readonly columns: readonly { readonly x: number; readonly kept: number }[];
  readonly limit: { readonly y: number; readonly labelY: number } | null;
  /** The limit of a run of this size, where it is the lower of the two. */
  readonly finiteLimit: { readonly y: number } | null;
  readonly series: readonly {
    readonly id: SeriesId;
    readonly line: string;
    readonly band: string;
    readonly tip: { readonly x: number; readonly y: number };
  }[];
  readonly tests: readonly {
    readonly x: number;
    readonly y: number;
    readonly low: number;
    readonly high: number;
  }[];
}

/** Fewer kept bits than this are not drawn. */
export const FIRST_KEPT = 10;
const FIRST_END = 1_000;
const TOP_RATE = 0.5;
const MARGIN = { left: 34, right: 10, top: 8, bottom: 22 };
/** The limit's label stands under its line, or above where the floor is too near. */
const LABEL_BELOW = 13;
const LABEL_ABOVE = -6;

export function qberChart(given: {
  readonly width: number;
  readonly height: number;
  readonly series: readonly Series[];
  readonly tests: readonly ErrorRateView[];
  readonly limit: number | null;
  readonly finiteLimit?: number | null | undefined;
}): QberChart {
  const { width, height, series, tests, limit, finiteLimit = null } = given;
  const left = MARGIN.left;
  const right = width - MARGIN.right;
  const top = MARGIN.top;
  const bottom = height - MARGIN.bottom;
  const kept = [
    ...series.flatMap(({ points }) => points.at(-1)?.kept ?? 0),
    ...tests.map((t) => t.kept),
  ];
  const end = lastDecade(Math.max(0, ...kept));
  const x = scaleLog().domain([FIRST_KEPT, end]).range([left, right]).clamp(true);
  const y = scaleLinear().domain([0, TOP_RATE]).range([bottom, top]).clamp(true);

  const toLine = line<ErrorRateView>()
    .x((p) => round(x(p.kept)))
    .y((p) => round(y(p.errors / p.kept)));
  const toBand = area<ErrorRateView>()
    .x((p) => round(x(p.kept)))
    .y0((p) => round(y(p.low)))
    .y1((p) => round(y(p.high)));

  const limitY = limit === null ? null : round(y(limit));
  const finite = finiteLimit !== null && finiteLimit < (limit ?? 1) ? finiteLimit : null;
  return {
    left,
    right,
    top,
    bottom,
    rows: [0, 0.25, 0.5].map((rate) => ({ rate, y: round(y(rate)) })),
    columns: decades(end, right - left).map((value) => ({ kept: value, x: round(x(value)) })),
    limit:
      limitY === null
        ? null
        : {
            y: limitY,
            // A second line may lie anywhere below.
            labelY:
              limitY +
              (finite !== null || limitY + LABEL_BELOW + 3 > bottom ? LABEL_ABOVE : LABEL_BELOW),
          },
    finiteLimit: finite === null ? null : { y: round(y(finite)) },
    series: series.flatMap(({ id, points }) => {
      const drawn = points.filter((point) => point.kept >= FIRST_KEPT);
      const tip = drawn.at(-1);
      if (!tip) return [];
      return [
        {
          id,
          line: toLine(drawn) ?? '',
          band: toBand(drawn) ?? '',
          tip: { x: round(x(tip.kept)), y: round(y(tip.errors / tip.kept)) },
        },
      ];
    }),
    tests: tests.flatMap((test) =>
      test.kept === 0
        ? []
        : [
            {
              x: round(x(test.kept)),
              y: round(y(test.errors / test.kept)),
              low: round(y(test.low)),
              high: round(y(test.high)),
            },
          ],
    ),
  };
}

/** At most `count` of the drawn points, spaced evenly over the picture, the last one always. */
export function readings(points: readonly ErrorRateView[], count = 10): readonly ErrorRateView[] {
  const drawn = points.filter((point) => point.kept >= FIRST_KEPT);
  if (drawn.length <= count) return drawn;
  const first = Math.log(drawn[0]?.kept ?? 1);
  const last = Math.log(drawn.at(-1)?.kept ?? 1);
  const chosen = new Set<ErrorRateView>();
  for (let i = 0; i < count; i++) {
    const wanted = Math.exp(first + ((last - first) * i) / (count - 1)) * (1 - 1e-9);
    const point = drawn.find(({ kept }) => kept >= wanted) ?? drawn.at(-1);
    if (point) chosen.add(point);
  }
  return [...chosen];
}

function lastDecade(kept: number): number {
  let end = FIRST_END;
  while (end < kept) end *= 10;
  return end;
}

/** Decades with a label: as many as there is room for, both ends always. */
function decades(end: number, room: number): readonly number[] {
  const all: number[] = [];
  for (let value = FIRST_KEPT; value <= end; value *= 10) all.push(value);
  const every = Math.max(1, Math.ceil((all.length * 52) / room));
  return all.filter((_, i) => (all.length - 1 - i) % every === 0 || i === 0);
}

const round = (value: number) => Math.round(value * 10) / 10;

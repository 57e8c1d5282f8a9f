import { scaleLinear } from 'd3';

/**
 * An error rate on a ruler: what a sample showed, what that leaves open, and the limit.
 *
 *   rate (0…1) → picture units (CSS px from the left)
 *
 * The ruler ends at 25 %, where an Eve who measures every photon is expected; a sample that shows
 * more gets one that ends at 50 %, where bits are as good as tossed.
 */
export interface RateGauge {
  readonly left: number;
  readonly right: number;
  readonly end: number;
  readonly ticks: readonly { readonly x: number; readonly rate: number }[];
  readonly limit: Mark;
  /** The limit that the key's length sets, where it is the tighter one. */
  readonly finite: Mark | null;
  readonly sample: {
    readonly x: number;
    readonly low: number;
    readonly high: number;
  } | null;
}

export interface Mark {
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

const MARGIN = 14;
/** A centred label needs this much room on either side. */
const LABEL_HALF = 64;

export function rateGauge({
  width,
  limit,
  finite,
  sample,
}: {
  readonly width: number;
  readonly limit: number;
  readonly finite: number | null;
  readonly sample: { readonly rate: number; readonly low: number; readonly high: number } | null;
}): RateGauge {
  const left = MARGIN;
  const right = width - MARGIN;
  const end = Math.max(sample?.rate ?? 0, limit) > 0.25 ? 0.5 : 0.25;
  const x = scaleLinear().domain([0, end]).range([left, right]).clamp(true);
  const at = (rate: number) => Math.round(x(rate) * 10) / 10;
  const mark = (rate: number): Mark => {
    const place = at(rate);
    const anchor =
      place - left < LABEL_HALF ? 'start' : right - place < LABEL_HALF ? 'end' : 'middle';
    return { x: place, anchor };
  };
  const step = end / 5;
  return {
    left,
    right,
    end,
    ticks: [0, 1, 2, 3, 4, 5].map((i) => ({ rate: i * step, x: at(i * step) })),
    limit: mark(limit),
    finite: finite !== null && finite < limit ? mark(finite) : null,
    sample: sample && { x: at(sample.rate), low: at(sample.low), high: at(sample.high) },
  };
}

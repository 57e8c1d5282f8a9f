import type { RateDistanceChart } from './rate-distance.chart.ts';
import { powerOfTen } from './rate-figures.ts';

/** What rates against distance stand in: decades, a floor for no key, and lengths. Goes into an svg. */
export function RateFrame({
  chart: { left, right, floor, rows, columns },
  height,
  floorWords: [first, second],
  lastKm,
}: {
  readonly chart: RateDistanceChart<string, string>;
  readonly height: number;
  /** What the floor means, in two lines. */
  readonly floorWords: readonly [string, string];
  /** The longest length, with its unit. */
  readonly lastKm: (km: number) => string;
}) {
  return (
    <>
      {rows.map(({ y, power }) => (
        <g key={power}>
          <path d={`M${left} ${y}H${right}`} className="fill-none stroke-line" />
          <text x={left - 6} y={y + 4} textAnchor="end" className="fill-ink3 text-[11px]">
            {powerOfTen(power)}
          </text>
        </g>
      ))}
      <rect
        x={left}
        y={floor.top}
        width={right - left}
        height={floor.bottom - floor.top}
        rx="4"
        className="fill-surface2 stroke-line"
      />
      <text x={left - 6} y={floor.middle - 2} textAnchor="end" className="fill-ink2 text-[11px]">
        {first}
      </text>
      <text x={left - 6} y={floor.middle + 10} textAnchor="end" className="fill-ink2 text-[11px]">
        {second}
      </text>
      {columns.map(({ x, km }, i) => {
        const last = i === columns.length - 1;
        return (
          <text
            key={km}
            x={x}
            y={height - 7}
            textAnchor={last ? 'end' : 'middle'}
            className="fill-ink3 text-[11px]"
          >
            {last ? lastKm(km) : km}
          </text>
        );
      })}
    </>
  );
}

/** Shapes that no colour is needed to tell apart: ring, square, triangle. Goes into an svg, at its origin. */
export function RateMark({ at }: { readonly at: number }) {
  if (at === 0) return <circle r="4" className="fill-surface stroke-ink" strokeWidth="1.8" />;
  if (at === 1) return <rect x="-4" y="-4" width="8" height="8" className="fill-ink" />;
  return (
    <path
      d="M0 -5L5 4H-5Z"
      className="fill-surface stroke-ink"
      strokeWidth="1.6"
      strokeLinejoin="round"
    />
  );
}

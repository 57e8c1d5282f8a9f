import { useId, useMemo, useRef } from 'react';
import { useWords } from '../../content/words/use-words.ts';
import type { ErrorRateView } from '../../scenarios/knowledge/view.ts';
import { formatCount, formatPercent } from '../format.ts';
import { useWidth } from '../parts/use-width.ts';
import { qberChart, type Series, type SeriesId } from './qber.chart.ts';

/** Lines differ by their dashes and by the sign at their end, never by colour. */
const DASHES: Readonly<Record<SeriesId, string | undefined>> = {
  all: undefined,
  rectilinear: undefined,
  diagonal: '2.5 3.5',
  near: undefined,
  far: '2.5 3.5',
};

/** The picture of the error rate. Its words stand beside it: see the panel. */
export function QberChart({
  series,
  tests,
  limit,
  finiteLimit = null,
  summary,
  note,
  height = 128,
}: {
  readonly series: readonly Series[];
  readonly tests: readonly ErrorRateView[];
  readonly limit: number;
  /** Above it a run of this size has no key left; drawn where it is lower than `limit`. */
  readonly finiteLimit?: number | null | undefined;
  /** The picture in one sentence. */
  readonly summary: string;
  /** Written across the empty plot. */
  readonly note?: string | undefined;
  readonly height?: number;
}) {
  const say = useWords();
  const clip = useId();
  const box = useRef<HTMLDivElement>(null);
  const measured = useWidth(box);
  const width = Math.max(180, measured ?? 292);
  const chart = useMemo(
    () => qberChart({ width, height, series, tests, limit, finiteLimit }),
    [width, height, series, tests, limit, finiteLimit],
  );
  const { left, right, top, bottom } = chart;
  const [beforeLast, last] = chart.columns.slice(-2);
  const titleX = beforeLast && last ? (beforeLast.x + last.x) / 2 - 4 : null;
  const roomForTitle = beforeLast && last ? last.x - beforeLast.x > 108 : false;
  return (
    <div ref={box} style={{ height }}>
      <svg
        role="img"
        aria-label={summary}
        viewBox={`0 0 ${width} ${height}`}
        width="100%"
        height={height}
        className="block overflow-visible"
      >
        <clipPath id={clip}>
          <rect x={left} y={top} width={right - left} height={bottom - top} />
        </clipPath>
        {chart.rows.map(({ y, rate }) => (
          <g key={rate}>
            <path d={`M${left} ${y}H${right}`} stroke="var(--line)" />
            <text x={left - 6} y={y + 4} textAnchor="end" className="fill-ink3 text-[11px]">
              {formatPercent(rate, 0)}
            </text>
          </g>
        ))}
        {chart.columns.map(({ x, kept }, i) => (
          <text
            key={kept}
            x={x}
            y={height - 5}
            textAnchor={i === chart.columns.length - 1 ? 'end' : i === 0 ? 'start' : 'middle'}
            className="fill-ink3 text-[11px]"
          >
            {decade(kept)}
          </text>
        ))}
        {titleX !== null && roomForTitle && (
          <text x={titleX} y={height - 5} textAnchor="middle" className="fill-ink3 text-[11px]">
            {say('qber.axis')}
          </text>
        )}
        <g clipPath={`url(#${clip})`}>
          {chart.series.map(({ id, band }) => (
            <path key={id} d={band} fill="var(--ink)" opacity={series.length > 1 ? 0.08 : 0.11} />
          ))}
        </g>
        {chart.limit && (
          <>
            <path
              d={`M${left} ${chart.limit.y}H${right}`}
              stroke="var(--ink)"
              strokeWidth="1.3"
              strokeDasharray="5 4"
            />
            <text
              x={left + 4}
              y={chart.limit.labelY}
              className="fill-ink2 font-semibold text-[11px]"
              stroke="var(--surface)"
              strokeWidth="3"
              strokeLinejoin="round"
              paintOrder="stroke"
            >
              {chart.finiteLimit && finiteLimit !== null
                ? say(finiteLimit > 0 ? 'qber.limits' : 'qber.limits.none', {
                    limit,
                    finite: finiteLimit,
                  })
                : say('qber.limit', { limit })}
            </text>
          </>
        )}
        {chart.finiteLimit && (
          <path
            d={`M${left} ${chart.finiteLimit.y}H${right}`}
            stroke="var(--ink)"
            strokeWidth="1.3"
            strokeDasharray="1.5 3"
          />
        )}
        {chart.series.map(({ id, line, tip }) => (
          <g key={id}>
            <path
              d={line}
              fill="none"
              stroke="var(--ink)"
              strokeWidth="2"
              strokeLinejoin="round"
              strokeLinecap="round"
              strokeDasharray={DASHES[id]}
            />
            <g transform={`translate(${tip.x} ${tip.y})`}>
              <Tip id={id} />
            </g>
          </g>
        ))}
        {chart.tests.map((test) => (
          <g key={test.x} stroke="var(--ink)">
            <path d={`M${test.x} ${test.low}V${test.high}`} strokeWidth="1.6" />
            <path
              d={`M${test.x - 4} ${test.low}h8M${test.x - 4} ${test.high}h8`}
              strokeWidth="1.6"
            />
            <path
              d={`M${test.x} ${test.y - 6.5}l5.5 6.5l-5.5 6.5l-5.5 -6.5Z`}
              fill="var(--ink)"
              stroke="var(--surface)"
              strokeWidth="1.5"
            />
          </g>
        ))}
        {note !== undefined && (
          <text
            x={(left + right) / 2}
            y={top + (bottom - top) * 0.3}
            textAnchor="middle"
            className="fill-ink2 text-[12px]"
          >
            {note}
          </text>
        )}
      </svg>
    </div>
  );
}

/** Where a line ends: a ring, with the sign of its basis where lines are split. */
function Tip({ id }: { readonly id: SeriesId }) {
  const sign = {
    all: null,
    near: null,
    far: null,
    rectilinear: 'M-3 0H3M0 -3V3',
    diagonal: 'M-2.3 -2.3L2.3 2.3M-2.3 2.3L2.3 -2.3',
  }[id];
  return (
    <>
      <circle
        r={sign ? 6 : 4}
        fill={id === 'far' ? 'var(--ink)' : 'var(--surface)'}
        stroke="var(--ink)"
        strokeWidth="2"
      />
      {sign && <path d={sign} stroke="var(--ink)" strokeWidth="1.6" strokeLinecap="round" />}
    </>
  );
}

/** 10, 100, 1,000, 10,000, then 10⁵: a label of at most six signs. */
function decade(value: number): string {
  if (value <= 10_000) return formatCount(value);
  return `10${'⁰¹²³⁴⁵⁶⁷⁸⁹'[Math.round(Math.log10(value))]}`;
}

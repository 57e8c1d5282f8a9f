import { useRef } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { rateDistanceChart } from '../../charts/rate-distance.chart.ts';
import { powerOfTen } from '../../charts/rate-figures.ts';
import { useWidth } from '../../parts/use-width.ts';
import type { ExpectedLine } from './expected.ts';

/** Broken, so that no formula is taken for runs. */
const DASHES = ['1.5 3.5', '6 4', '8 3 1.5 3'] as const;

export interface ChartRun {
  /** Relays in the chain. */
  readonly nodes: number;
  readonly km: number;
  /** 0: no key; null: not executed. */
  readonly rate: number | null;
}

/** Executed chains as marks, formulas as thin dashes; a floor for chains without a key. */
export function RelayChart({
  runs,
  lines,
  series,
  km,
  mostKm,
  height,
  summary,
}: {
  readonly runs: readonly ChartRun[];
  readonly lines: readonly ExpectedLine[];
  readonly series: readonly number[];
  /** Of the chain in view; null: outside the chart. */
  readonly km: number | null;
  readonly mostKm: number;
  readonly height: number;
  readonly summary: string;
}) {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(260, useWidth(box) ?? 520);
  const executed = runs.flatMap(({ nodes, km: at, rate }) =>
    rate === null ? [] : [{ series: String(nodes), km: at, rate, error: null }],
  );
  const chart = rateDistanceChart({
    width,
    height,
    mostKm,
    km: km ?? 0,
    order: series.map(String),
    points: executed,
    lines: lines.map(({ nodes, ...line }) => ({ ...line, id: String(nodes) })),
  });
  const { left, right, top, floor, handleX } = chart;
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
        {chart.rows.map(({ y, power }) => (
          <g key={power}>
            <path d={`M${left} ${y}H${right}`} className="fill-none stroke-line" />
            <text x={left - 6} y={y + 4} textAnchor="end" className="fill-ink3 text-[11px]">
              {powerOfTen(power)}
            </text>
          </g>
        ))}
        <text x={left} y={top - 9} className="fill-ink2 text-[12px]">
          {say('relays.chart.y')}
        </text>
        <rect
          x={left}
          y={floor.top}
          width={right - left}
          height={floor.bottom - floor.top}
          rx="4"
          className="fill-surface2 stroke-line"
        />
        <text x={left - 6} y={floor.middle - 2} textAnchor="end" className="fill-ink2 text-[11px]">
          {say('relays.chart.floor.1')}
        </text>
        <text x={left - 6} y={floor.middle + 10} textAnchor="end" className="fill-ink2 text-[11px]">
          {say('relays.chart.floor.2')}
        </text>
        {chart.columns.map(({ x, km: at }, i) => (
          <text
            key={at}
            x={x}
            y={height - 7}
            textAnchor={i === chart.columns.length - 1 ? 'end' : 'middle'}
            className="fill-ink3 text-[11px]"
          >
            {i === chart.columns.length - 1 ? say('relays.chart.km', { km: at }) : at}
          </text>
        ))}
        {km !== null && (
          <path
            d={`M${handleX} ${top}V${floor.bottom}`}
            className="fill-none stroke-ink3"
            strokeDasharray="2 3"
          />
        )}
        {chart.lines.map(({ id, path }) => (
          <path
            key={id}
            d={path}
            className="fill-none stroke-ink2"
            strokeWidth="1.2"
            strokeDasharray={DASHES[series.indexOf(Number(id)) % DASHES.length]}
          />
        ))}
        {chart.marks.map(({ series: of, km: at, x, y }) => (
          <g key={`${of} ${at}`} transform={`translate(${x} ${y})`}>
            <ChainMark at={series.indexOf(Number(of))} />
          </g>
        ))}
      </svg>
    </div>
  );
}

/** A shape of its own for each number of relays: ring, square, triangle. Never a colour. */
export function ChainMark({ at }: { readonly at: number }) {
  if (at === 0) return <circle r="4.2" className="fill-surface stroke-ink" strokeWidth="1.8" />;
  if (at === 1) return <rect x="-4" y="-4" width="8" height="8" className="fill-ink" />;
  return (
    <path
      d="M0 -5.5L5.5 4.5H-5.5Z"
      className="fill-surface stroke-ink"
      strokeWidth="1.7"
      strokeLinejoin="round"
    />
  );
}

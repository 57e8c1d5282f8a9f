import { useRef } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { RateFrame, RateMark } from '../../charts/RateFrame.tsx';
import { rateDistanceChart } from '../../charts/rate-distance.chart.ts';
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
  const { left, top, floor, handleX } = chart;
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
        <text x={left} y={top - 9} className="fill-ink2 text-[12px]">
          {say('relays.chart.y')}
        </text>
        <RateFrame
          chart={chart}
          height={height}
          floorWords={[say('relays.chart.floor.1'), say('relays.chart.floor.2')]}
          lastKm={(at) => say('relays.chart.km', { km: at })}
        />
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
            <RateMark at={series.indexOf(Number(of))} />
          </g>
        ))}
      </svg>
    </div>
  );
}

import { useMemo, useRef } from 'react';
import { useWords } from '../../content/words/use-words.ts';
import { formatPercent } from '../format.ts';
import { useWidth } from '../parts/use-width.ts';
import { type PolariserSeries, polariserChart } from './polariser.chart.ts';

/** Measured shares against the curve that theory gives; the second state is dashed, with squares. */
export function PolariserChart({
  angle,
  series,
  summary,
  height = 210,
}: {
  readonly angle: number;
  /** The state chosen, then the one before it. */
  readonly series: readonly PolariserSeries[];
  readonly summary: string;
  readonly height?: number;
}) {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(220, useWidth(box) ?? 420);
  const chart = useMemo(
    () => polariserChart({ width, height, angle, series }),
    [width, height, angle, series],
  );
  const { left, right, top, bottom } = chart;
  return (
    <div ref={box} style={{ height }}>
      <svg
        role="img"
        aria-label={summary}
        viewBox={`0 0 ${width} ${height}`}
        width="100%"
        height={height}
        className="block"
      >
        {chart.rows.map(({ y, share }) => (
          <g key={share}>
            <path d={`M${left} ${y}H${right}`} stroke="var(--line)" />
            <text x={left - 6} y={y + 4} textAnchor="end" className="fill-ink3 text-[11px]">
              {formatPercent(share, 0)}
            </text>
          </g>
        ))}
        {chart.columns.map(({ x, angle: at }) => (
          <text
            key={at}
            x={x}
            y={bottom + 14}
            textAnchor={at === 180 ? 'end' : at === 0 ? 'start' : 'middle'}
            className="fill-ink3 text-[11px]"
          >
            {`${at}°`}
          </text>
        ))}
        <text
          x={(left + right) / 2}
          y={height - 4}
          textAnchor="middle"
          className="fill-ink3 text-[11px]"
        >
          {say('light.axis')}
        </text>
        <path d={`M${chart.now.x} ${top}V${bottom}`} stroke="var(--ink3)" strokeDasharray="2 3" />
        {[...chart.series].reverse().map((drawn) => {
          const chosen = drawn === chart.series[0];
          return (
            <g key={chosen ? 'chosen' : 'before'}>
              <path
                d={drawn.curve}
                fill="none"
                stroke={chosen ? 'var(--ink)' : 'var(--ink3)'}
                strokeWidth={chosen ? 1.8 : 1.5}
                strokeDasharray={chosen ? undefined : '4 4'}
              />
              {drawn.points.map((point) => (
                <g key={point.angle} stroke={chosen ? 'var(--ink)' : 'var(--ink3)'}>
                  <path d={`M${point.x} ${point.low}V${point.high}`} strokeWidth="1.8" />
                  {chosen ? (
                    <circle
                      cx={point.x}
                      cy={point.y}
                      r="3.8"
                      fill="var(--surface)"
                      strokeWidth="2"
                    />
                  ) : (
                    <rect
                      x={point.x - 3.2}
                      y={point.y - 3.2}
                      width="6.4"
                      height="6.4"
                      fill="var(--surface)"
                      strokeWidth="1.6"
                    />
                  )}
                </g>
              ))}
            </g>
          );
        })}
        <circle cx={chart.now.x} cy={chart.now.y} r="2.4" fill="var(--ink)" />
      </svg>
    </div>
  );
}

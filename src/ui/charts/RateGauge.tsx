import { useMemo, useRef } from 'react';
import { useWords } from '../../content/words/use-words.ts';
import { formatPercent } from '../format.ts';
import { useWidth } from '../parts/use-width.ts';
import { rateGauge } from './rate-gauge.chart.ts';

const HEIGHT = 92;
const TRACK = { top: 40, height: 12 };

/** An error rate on a ruler of 0 to 25 %, with its interval and the limit. Its words stand beside it. */
export function RateGauge({
  limit,
  finite,
  sample,
  summary,
}: {
  readonly limit: number;
  readonly finite: number | null;
  readonly sample: { readonly rate: number; readonly low: number; readonly high: number } | null;
  /** The picture in one sentence. */
  readonly summary: string;
}) {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(240, useWidth(box) ?? 560);
  const gauge = useMemo(
    () => rateGauge({ width, limit, finite, sample }),
    [width, limit, finite, sample],
  );
  const middle = TRACK.top + TRACK.height / 2;
  return (
    <div ref={box} style={{ height: HEIGHT }}>
      <svg
        role="img"
        aria-label={summary}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width="100%"
        height={HEIGHT}
        className="block overflow-visible"
      >
        <rect
          x={gauge.left}
          y={TRACK.top}
          width={gauge.right - gauge.left}
          height={TRACK.height}
          rx={TRACK.height / 2}
          fill="var(--track)"
        />
        {gauge.ticks.map(({ x, rate }) => (
          <g key={rate}>
            <path d={`M${x} ${TRACK.top + TRACK.height + 3}v4`} stroke="var(--ink3)" />
            <text
              x={x}
              y={TRACK.top + TRACK.height + 20}
              textAnchor="middle"
              className="fill-ink3 text-[11px]"
            >
              {formatPercent(rate, 0)}
            </text>
          </g>
        ))}
        {gauge.sample && (
          <rect
            x={gauge.sample.low}
            y={TRACK.top}
            width={Math.max(2, gauge.sample.high - gauge.sample.low)}
            height={TRACK.height}
            rx="3"
            fill="var(--ink)"
            opacity="0.28"
          />
        )}
        <path
          d={`M${gauge.limit.x} ${TRACK.top - 8}V${TRACK.top + TRACK.height + 3}`}
          stroke="var(--ink)"
          strokeWidth="1.6"
          strokeDasharray="4 3"
        />
        <text
          x={gauge.limit.x}
          y={TRACK.top - 13}
          textAnchor={gauge.limit.anchor}
          className="fill-ink2 font-semibold text-[11px]"
        >
          {say('check.limit-mark', { limit })}
        </text>
        {gauge.finite && (
          <>
            <path
              d={`M${gauge.finite.x} ${TRACK.top - 3}V${TRACK.top + TRACK.height + 24}`}
              stroke="var(--ink)"
              strokeWidth="1.6"
              strokeDasharray="1.5 2.5"
            />
            <text
              x={gauge.finite.x}
              y={HEIGHT - 3}
              textAnchor={gauge.finite.anchor}
              className="fill-ink2 font-semibold text-[11px]"
            >
              {say('check.finite-mark', { limit: finite ?? 0 })}
            </text>
          </>
        )}
        {gauge.sample && (
          <path
            d={`M${gauge.sample.x} ${middle - 9}l7 9l-7 9l-7 -9Z`}
            fill="var(--ink)"
            stroke="var(--surface)"
            strokeWidth="1.5"
          />
        )}
      </svg>
    </div>
  );
}

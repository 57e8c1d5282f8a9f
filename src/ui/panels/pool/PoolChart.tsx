import { useRef } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { useWidth } from '../../parts/use-width.ts';
import { poolChart } from './pool.chart.ts';
import type { Forecast } from './pool-state.ts';

const HEIGHT = 58;

/** The level over the rounds so far, and where it is going. */
export function PoolChart({
  levels,
  rounds,
  target,
  reserve,
  forecast,
  forecastText,
}: {
  readonly levels: readonly (number | null)[];
  readonly rounds: number;
  readonly target: number;
  readonly reserve: number;
  readonly forecast: Forecast;
  readonly forecastText: string;
}) {
  const say = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  const chart =
    width === null
      ? null
      : poolChart({ width, height: HEIGHT, levels, rounds, target, reserve, forecast });
  return (
    <figure className="m-0">
      <figcaption className="text-[12px] text-ink2">{say('pool.chart')}</figcaption>
      <div
        ref={ref}
        role="img"
        aria-label={say('pool.chart.says', {
          bits: levels.at(-1) ?? 0,
          reserve,
          forecast: forecastText,
        })}
      >
        <svg width="100%" height={HEIGHT} aria-hidden="true" className="block">
          {chart && width !== null && (
            <>
              <path d={`M0 ${chart.bottom}H${width}`} className="stroke-line2" strokeWidth="1" />
              <path
                d={`M0 ${chart.reserveY}H${width}`}
                className="stroke-ink3"
                strokeWidth="1.2"
                strokeDasharray="5 4"
              />
              <path d={chart.line} className="fill-none stroke-ink" strokeWidth="2" />
              {chart.forecast && (
                <path
                  d={chart.forecast.path}
                  className="fill-none stroke-ink"
                  strokeWidth="1.6"
                  strokeDasharray="2 4"
                  strokeLinecap="round"
                />
              )}
              {chart.forecast?.end && (
                <circle
                  cx={chart.forecast.end.x}
                  cy={chart.forecast.end.y}
                  r="3"
                  className="fill-surface stroke-ink"
                  strokeWidth="1.4"
                />
              )}
              {chart.tip && (
                <circle cx={chart.tip.x} cy={chart.tip.y} r="3.6" className="fill-ink" />
              )}
            </>
          )}
        </svg>
      </div>
    </figure>
  );
}

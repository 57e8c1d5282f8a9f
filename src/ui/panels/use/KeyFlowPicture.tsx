import { useMemo, useRef } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { UseView } from '../../../scenarios/knowledge/steps-view.ts';
import { type FlowPart, keyFlow } from '../../charts/key-flow.chart.ts';
import { formatCount } from '../../format.ts';
import { KeyMark } from '../../parts/glyphs/marks.tsx';
import { useWidth } from '../../parts/use-width.ts';

/** Picture only, CSS px. */
const BAR = { top: 20, height: 22 };
const PLACE = { top: 92, height: 54, gap: 12 };
const HEIGHT = PLACE.top + PLACE.height + 2;

/** The new key as a bar, and the three places its bits go to: the pool is filled before anything else. */
export function KeyFlowPicture({
  view,
  pool,
}: {
  readonly view: UseView;
  /** Level of the sealing pool now; null: not this observer's to know. */
  readonly pool: number | null;
}) {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(240, useWidth(box) ?? 560);
  const { refilled, spentOnMessage, left } = view;
  const flow = useMemo(
    () => keyFlow({ pool: refilled, message: spentOnMessage, left }, width),
    [refilled, spentOnMessage, left, width],
  );
  const fills: Readonly<Record<FlowPart, string>> = {
    pool: 'var(--ink)',
    message: 'var(--ink3)',
    left: 'var(--track)',
  };
  const placeWidth = width / 3 - PLACE.gap;
  const roomy = placeWidth > 160;
  return (
    <div ref={box} className="min-w-0">
      <svg
        role="img"
        aria-label={say('use.flow', {
          made: view.made,
          refilled,
          message: spentOnMessage,
          left,
        })}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width="100%"
        height={HEIGHT}
        className="block overflow-visible"
      >
        <text y="11" className="fill-ink2 text-[12px]">
          {say('use.new-key', { made: view.made })}
        </text>
        {flow.parts.map(({ part, bits, x, width: wide, place }) => {
          const middle = x + wide / 2;
          const bend = (BAR.top + BAR.height + PLACE.top) / 2;
          return (
            <g key={part}>
              {wide > 0 && (
                <rect
                  x={x + 0.75}
                  y={BAR.top + 0.75}
                  width={Math.max(1, wide - 1.5)}
                  height={BAR.height - 1.5}
                  rx="4"
                  fill={fills[part]}
                  stroke="var(--ink3)"
                  strokeWidth={part === 'left' ? 1.2 : 0}
                />
              )}
              {bits > 0 && (
                <path
                  d={`M${middle} ${BAR.top + BAR.height + 2}C${middle} ${bend} ${place} ${bend} ${place} ${PLACE.top - 6}m-4 -5l4 5l4 -5`}
                  fill="none"
                  stroke="var(--ink)"
                  strokeWidth="1.6"
                  strokeLinecap="round"
                  strokeLinejoin="round"
                />
              )}
              <g transform={`translate(${place - placeWidth / 2} ${PLACE.top})`}>
                <rect
                  width={placeWidth}
                  height={PLACE.height}
                  rx="10"
                  fill="var(--surface2)"
                  stroke="var(--line2)"
                  strokeDasharray={bits > 0 ? undefined : '3 3'}
                />
                {roomy && part === 'pool' && (
                  <KeyMark x="10" y="8" width="17" height="17" color="var(--ink)" />
                )}
                <text
                  x={roomy && part === 'pool' ? 33 : 12}
                  y="21"
                  className="fill-ink font-[650] text-[12.5px]"
                >
                  {say(roomy ? `use.place.${part}` : `use.place-short.${part}`)}
                </text>
                <text x="12" y="42" className="fill-ink2 text-[12.5px]">
                  {part === 'pool' && pool !== null && placeWidth > 230
                    ? say('use.pool-level', { n: bits, pool })
                    : say('use.place-bits', { n: formatCount(bits) })}
                </text>
              </g>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

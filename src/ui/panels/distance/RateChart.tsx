import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { Point } from '../../../scenarios/distance/points.ts';
import { SERIES } from '../../../scenarios/distance/sweep.ts';
import { RateFrame } from '../../charts/RateFrame.tsx';
import { kmAt, rateDistanceChart } from '../../charts/rate-distance.chart.ts';
import { formatRate } from '../../charts/rate-figures.ts';
import { useWidth } from '../../parts/use-width.ts';
import type { DrawnLine } from './drawn-lines.ts';
import { EXPORT_ROW } from './export.ts';
import { DASHES, LETTERS, SeriesMark } from './marks.tsx';

/** What an arrow key does to the length looked at, km. */
const KEYS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};
/** Room that a text beside the handle takes, px. */
const LABEL_WIDTH = 66;

/** Runs as marks, formulas as thin dashes, and a handle at the length looked at. */
export function RateChart({
  svg,
  points,
  lines,
  letters,
  finitePulses,
  km,
  mostKm,
  height,
  summary,
  onKm,
}: {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly points: readonly Point[];
  readonly lines: readonly DrawnLine[];
  /** Lines are named by letters, not by the marks that lie on them. */
  readonly letters: boolean;
  /** Of the run that the finite curve is drawn of. */
  readonly finitePulses: number;
  readonly km: number;
  readonly mostKm: number;
  readonly height: number;
  /** The picture in sentences. */
  readonly summary: string;
  readonly onKm: (km: number) => void;
}) {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(260, useWidth(box) ?? 600);
  const [dragging, setDragging] = useState(false);
  const chart = rateDistanceChart({ width, height, mostKm, km, order: SERIES, points, lines });
  const { left, right, top, floor, handleX } = chart;

  const move = (event: PointerEvent) => {
    const frame = svg.current?.getBoundingClientRect();
    if (frame) onKm(kmAt(event.clientX - frame.left, width, mostKm));
  };
  const press = (event: KeyboardEvent) => {
    const step = KEYS[event.key];
    const wanted =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? mostKm
          : step === undefined
            ? null
            : km + step;
    if (wanted === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    onKm(Math.min(mostKm, Math.max(0, wanted)));
  };
  const labelLeft = handleX + LABEL_WIDTH > right;
  return (
    <div ref={box} className="relative" style={{ height }}>
      <svg
        ref={svg}
        role="img"
        aria-label={summary}
        viewBox={`0 0 ${width} ${height}`}
        width="100%"
        height={height}
        className="block overflow-visible"
      >
        <text x={left} y="11" className="fill-ink2 text-[12px]">
          {say('distance.chart.y')}
        </text>
        <RateFrame
          chart={chart}
          height={height}
          floorWords={[say('distance.chart.floor.1'), say('distance.chart.floor.2')]}
          lastKm={(at) => say('distance.here.value', { km: at })}
        />
        {chart.lines.map(({ id, path, sign }) => (
          <g key={id}>
            <path
              d={path}
              className="fill-none stroke-ink2"
              strokeWidth="1.2"
              strokeDasharray={DASHES[id]}
            />
            {letters && (
              <text
                x={sign.x}
                y={sign.y + 4}
                textAnchor="middle"
                strokeWidth="4"
                paintOrder="stroke"
                strokeLinejoin="round"
                className="fill-ink stroke-surface font-semibold text-[12px]"
              >
                {LETTERS[id]}
              </text>
            )}
          </g>
        ))}
        <path
          d={`M${handleX} ${top}V${floor.bottom}`}
          className="fill-none stroke-ink"
          strokeWidth="1.5"
        />
        {chart.marks.map(({ series, km: at, x, y, bar }) => (
          <g key={`${series} ${at}`}>
            {bar && (
              <path
                d={barPath(x, bar, chart.bottom)}
                className="fill-none stroke-ink"
                strokeWidth="1.3"
              />
            )}
            <g transform={`translate(${x} ${y})`}>
              <SeriesMark series={series} />
            </g>
          </g>
        ))}
        <circle
          cx={handleX}
          cy={top - 8}
          r="8"
          className="fill-surface stroke-ink"
          strokeWidth="2"
        />
        <text
          x={handleX + (labelLeft ? -14 : 14)}
          y={top - 4}
          textAnchor={labelLeft ? 'end' : 'start'}
          strokeWidth="5"
          paintOrder="stroke"
          className="fill-ink stroke-surface font-semibold text-[12px]"
        >
          {say('distance.here.value', { km })}
        </text>
        <ExportLegend lines={letters ? lines : []} finitePulses={finitePulses} top={height} />
      </svg>
      {/* Over the drawing, since a picture's parts are not for a keyboard. */}
      <div
        role="slider"
        tabIndex={0}
        aria-label={say('distance.here.handle')}
        aria-valuemin={0}
        aria-valuemax={mostKm}
        aria-valuenow={km}
        aria-valuetext={say('distance.here.value', { km })}
        onKeyDown={press}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragging(true);
        }}
        onPointerMove={(event) => {
          if (dragging) move(event);
        }}
        onPointerUp={() => setDragging(false)}
        onPointerCancel={() => setDragging(false)}
        className="absolute top-0 w-11 -translate-x-1/2 cursor-ew-resize touch-pan-y rounded-lg"
        style={{ left: handleX, height: floor.bottom }}
      />
    </div>
  );
}

/** Names of marks and letters, for a file that stands alone; on the page the legend has them. */
function ExportLegend({
  lines,
  finitePulses,
  top,
}: {
  readonly lines: readonly DrawnLine[];
  readonly finitePulses: number;
  readonly top: number;
}) {
  const say = useWords();
  const rows = [
    ...SERIES.map((series) => ({
      key: `run ${series}`,
      sign: <SeriesMark series={series} />,
      text: say(`distance.series.${series}`),
    })),
    ...lines.map(({ id }) => ({
      key: id,
      sign: (
        <text textAnchor="middle" y="4" className="fill-ink font-semibold text-[12px]">
          {LETTERS[id]}
        </text>
      ),
      text: say(`distance.curve.${id}`, { pulses: formatRate(finitePulses, 0) }),
    })),
    { key: 'signs', sign: null, text: say('distance.chart.key') },
  ];
  return (
    <g data-export={rows.length} display="none">
      {rows.map(({ key, sign, text }, i) => (
        <g key={key} transform={`translate(48 ${top + EXPORT_ROW * (i + 0.5)})`}>
          {sign}
          <text x="12" y="4" className="fill-ink2 text-[12px]">
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

/** A bar with its ends; one that goes on below the picture has none there. */
function barPath(x: number, { low, high }: { low: number; high: number }, bottom: number): string {
  const end = (y: number) => `M${x - 3} ${y}h6`;
  return `M${x} ${low}V${high}${end(high)}${low < bottom ? end(low) : ''}`;
}

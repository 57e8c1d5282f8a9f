import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { BitCell } from '../../charts/BitCell.tsx';
import { StripCursor } from '../../charts/StripCursor.tsx';
import { type StripLayout, stripLayout } from '../../charts/strip.chart.ts';
import { useWidth } from '../../parts/use-width.ts';
import type { CheckStage, KeptPair } from './kept-pairs.ts';

/** Picture only: columns that a wide page has room for; a phone has 16. */
const MOST_COLUMNS = 32;

export interface EndLook {
  readonly name: string;
  readonly tone: 'alice' | 'bob' | 'eve';
}

/**
 * Both ends' kept bits, one above the other. The sampled ones leave their row and meet in the middle;
 * their places stay behind dashed, because what was said in public is spent.
 */
export function CheckPicture({
  pairs,
  stage,
  first,
  near,
  far,
}: {
  readonly pairs: readonly KeptPair[];
  readonly stage: CheckStage;
  /** Number of the first pair among the kept bits. */
  readonly first: number;
  readonly near: EndLook;
  readonly far: EndLook;
}) {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(0);
  const width = Math.max(240, useWidth(box) ?? 560);
  const layout = useMemo(() => stripLayout({ width: width - 4, most: MOST_COLUMNS }), [width]);
  const at = Math.min(cursor, Math.max(0, pairs.length - 1));
  const spoken = (index: number) => {
    const pair = pairs[index];
    if (!pair) return say('check.no-bit');
    const bit = (value: 0 | 1 | null) => (value === null ? say('check.unknown') : String(value));
    return say('check.bit', {
      n: first + index + 1,
      near: near.name,
      far: far.name,
      a: bit(pair.near),
      b: bit(pair.far),
      state: !pair.tested || stage === 'kept' ? 'kept' : pairState(pair),
    });
  };
  const rows: (readonly KeptPair[])[] = [];
  for (let i = 0; i < pairs.length; i += layout.columns) {
    rows.push(pairs.slice(i, i + layout.columns));
  }
  const heights = rowHeights(layout);
  const rowHeight = heights.bottom + layout.size + 20;
  const height = Math.max(1, rows.length) * rowHeight;
  return (
    <StripCursor
      label={say('check.strip')}
      count={pairs.length}
      at={at}
      spoken={spoken(at)}
      leap={layout.columns}
      onMove={setCursor}
      className="rounded-lg"
    >
      <div ref={box} aria-hidden="true">
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${width} ${height}`}
          width="100%"
          height={height}
          className="block overflow-visible"
        >
          {rows.map((row, r) => (
            <g key={row[0]?.pulse ?? r} transform={`translate(2 ${r * rowHeight})`}>
              <Row
                row={row}
                layout={layout}
                stage={stage}
                near={near}
                far={far}
                named={r === 0}
                cursor={at - r * layout.columns}
                onPoint={(column) => setCursor(r * layout.columns + column)}
              />
            </g>
          ))}
        </svg>
        <p className="min-h-5 text-[12px] text-ink2 tabular-nums">{spoken(at)}</p>
      </div>
    </StripCursor>
  );
}

/** Picture only: both rows, how far a sampled bit leaves its row, and the sign between a pair. */
function rowHeights({ size }: StripLayout) {
  const top = 16;
  const lift = size + 4;
  const sign = 19;
  return {
    top,
    lift,
    middle: top + lift + size + sign / 2,
    bottom: top + lift + size + sign + lift,
  };
}

function Row({
  row,
  layout,
  stage,
  near,
  far,
  named,
  cursor,
  onPoint,
}: {
  readonly row: readonly KeptPair[];
  readonly layout: StripLayout;
  readonly stage: CheckStage;
  readonly near: EndLook;
  readonly far: EndLook;
  readonly named: boolean;
  readonly cursor: number;
  readonly onPoint: (column: number) => void;
}) {
  const { pitch, size } = layout;
  const { top, lift, middle, bottom } = rowHeights(layout);
  const lifted = stage !== 'kept';
  const answered = lifted && stage !== 'sample';
  return (
    <>
      {named && (
        <>
          <text y="10" fill={`var(--${near.tone})`} className="font-[650] text-[12px]">
            {near.name}
          </text>
          <text
            y={bottom + size + 15}
            fill={`var(--${far.tone})`}
            className="font-[650] text-[12px]"
          >
            {far.name}
          </text>
        </>
      )}
      {row.map((pair, column) => {
        const x = column * pitch;
        const out = lifted && pair.tested;
        const differs = answered && pair.tested && pair.near !== null && pair.near !== pair.far;
        return (
          <g key={pair.pulse} onPointerEnter={() => onPoint(column)}>
            {column === cursor && (
              <rect
                x={x - (pitch - size) / 2}
                y={top - 4}
                width={pitch}
                height={bottom + size - top + 8}
                rx="5"
                fill="var(--surface2)"
                stroke="var(--line2)"
              />
            )}
            {out && (
              <>
                <BitCell bit={null} spent x={x} y={top} size={size} tone={near.tone} />
                <BitCell bit={null} spent x={x} y={bottom} size={size} tone={far.tone} />
              </>
            )}
            <Lift by={out ? lift : 0}>
              <BitCell bit={pair.near} x={x} y={top} size={size} tone={near.tone} />
            </Lift>
            {(!out || answered) && (
              <Lift by={out ? -lift : 0}>
                <BitCell bit={pair.far} x={x} y={bottom} size={size} tone={far.tone} />
              </Lift>
            )}
            {answered && pair.tested && pair.near !== null && (
              <Sign x={x + size / 2} y={middle} size={size} differs={differs} />
            )}
            {/* A target as wide as the column. */}
            <rect
              x={x - (pitch - size) / 2}
              y={top - 4}
              width={pitch}
              height={bottom + size - top + 8}
              fill="transparent"
            />
          </g>
        );
      })}
    </>
  );
}

function Lift({ by, children }: { readonly by: number; readonly children: ReactNode }) {
  return (
    <g className="bit-lifts" style={{ transform: `translateY(${by}px)` }}>
      {children}
    </g>
  );
}

/** "=" where a pair agrees; where it does not, "≠" on ink. */
function Sign({
  x,
  y,
  size,
  differs,
}: {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly differs: boolean;
}) {
  const half = Math.min(7, size * 0.42);
  return (
    <g transform={`translate(${x} ${y})`} strokeLinecap="round">
      {differs && (
        <rect
          x={-half - 2}
          y={-half - 2}
          width={half * 2 + 4}
          height={half * 2 + 4}
          rx="4"
          fill="var(--ink)"
        />
      )}
      <g stroke={differs ? 'var(--inv)' : 'var(--ink2)'} strokeWidth="1.6">
        <path
          d={`M${-half * 0.7} ${-half * 0.36}h${half * 1.4}M${-half * 0.7} ${half * 0.36}h${half * 1.4}`}
        />
        {differs && <path d={`M${half * 0.45} ${-half * 0.95}L${-half * 0.45} ${half * 0.95}`} />}
      </g>
    </g>
  );
}

function pairState({ near, far }: KeptPair): 'tested' | 'equal' | 'different' {
  if (near === null || far === null) return 'tested';
  return near === far ? 'equal' : 'different';
}

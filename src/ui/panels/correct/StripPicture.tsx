import { useId, useMemo, useRef, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { CorrectionView } from '../../../scenarios/knowledge/steps-view.ts';
import { BitCell } from '../../charts/BitCell.tsx';
import { StripCursor } from '../../charts/StripCursor.tsx';
import { brackets, stripLayout } from '../../charts/strip.chart.ts';
import { HatchPattern } from '../../parts/glyphs/Hatch.tsx';
import { useWidth } from '../../parts/use-width.ts';
import type { Focus } from './focus.ts';
import type { Heard } from './heard.ts';
import { Overview } from './Overview.tsx';
import { ParityChip } from './ParityChip.tsx';
import { stripCells } from './strip-groups.ts';

export interface EndLook {
  readonly name: string;
  readonly tone: 'alice' | 'bob' | 'eve';
}

/** Picture only: where rows stand, CSS px from the top; names take a column where there is room. */
const OVERVIEW = { top: 1, height: 18 };
const ALICE_TOP = 65;
const NAMES = { width: 58, from: 560 };

/**
 * The whole key as a thin band, and below it the bits of the block under search: Alice's row, what
 * was said of it, Bob's row. Thin lines say where in the key each bit has its place.
 */
export function StripPicture({
  view,
  heard,
  focus,
  left,
  near,
  far,
  most,
}: {
  readonly view: CorrectionView;
  readonly heard: Heard;
  readonly focus: Focus;
  /** Places of errors not yet found, for who may see them. */
  readonly left: readonly number[] | null;
  readonly near: EndLook;
  readonly far: EndLook;
  /** Columns at most. */
  readonly most: number;
}) {
  const say = useWords();
  const hatch = useId();
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState({ of: '', at: 0 });
  const width = Math.max(240, useWidth(box) ?? 560);
  const indent = width >= NAMES.from ? NAMES.width : 0;
  const layout = useMemo(
    () => stripLayout({ width: width - indent - 4, most }),
    [width, indent, most],
  );
  const cells = stripCells(view, heard, focus, layout.columns);
  const { positions, groups, inOrder } = cells;
  const { pitch, size } = layout;
  const bobTop = ALICE_TOP + size + 42;
  const height = bobTop + size + 20;
  const bracketed = brackets(
    layout,
    groups.map(({ length }) => length),
  );
  const missing = new Set(left ?? []);
  const sought = focus.end ? positions.indexOf(focus.end.position) : -1;
  // Another block, or another bit found in it: the cursor goes to what matters there.
  const name = `${focus.pass} ${focus.frame} ${focus.block} ${focus.error}`;
  const setCursor = (cell: number) => setChosen({ of: name, at: cell });
  const cursor = chosen.of === name ? chosen.at : Math.max(0, sought);
  const at = Math.min(cursor, positions.length - 1);
  const spoken = (index: number) => {
    const position = positions[index] ?? 0;
    const bit = (end: 'alice' | 'bob') => {
      const value = view.bit(end, position);
      return value === null ? say('check.unknown') : String(value);
    };
    return say('correct.bit', {
      n: position + 1,
      near: near.name,
      far: far.name,
      a: bit('alice'),
      b: bit('bob'),
      flipped: view.errorAt(position) !== null ? 'yes' : 'no',
      eve: view.eveKnows(position) ? 'yes' : 'no',
    });
  };
  const range = lastHalving(focus);
  return (
    <StripCursor
      label={say('correct.strip')}
      count={positions.length}
      at={at}
      spoken={spoken(at)}
      leap={8}
      onMove={setCursor}
      className="rounded-lg"
    >
      <div ref={box}>
        <p
          aria-hidden="true"
          className="pb-0.5 text-[12px] text-ink2"
          style={{ paddingLeft: indent + 2 }}
        >
          {say(left === null ? 'correct.all-bits' : 'correct.all-bits-left', { n: view.bits })}
        </p>
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${width} ${height}`}
          width="100%"
          height={height}
          className="block overflow-visible"
        >
          <defs>
            <HatchPattern id={hatch} pitch={4} />
          </defs>
          <g transform={`translate(${indent + 2} 0)`}>
            <Overview
              view={view}
              heard={heard}
              left={left}
              width={layout.columns * pitch - (pitch - size)}
              top={OVERVIEW.top}
              height={OVERVIEW.height}
              cells={positions}
              cellAt={(index) => index * pitch + size / 2}
              fanTo={ALICE_TOP - 5}
              inOrder={inOrder}
            />
            {positions.map((position, i) => {
              const inside = range?.has(position) ?? true;
              return (
                <g key={position} onPointerEnter={() => setCursor(i)}>
                  {i === at && (
                    <rect
                      x={i * pitch - (pitch - size) / 2}
                      y={ALICE_TOP - 4}
                      width={pitch}
                      height={bobTop + size - ALICE_TOP + 8}
                      rx="4"
                      fill="var(--surface2)"
                      stroke="var(--line2)"
                    />
                  )}
                  <g opacity={inside || view.bit('alice', position) === null ? 1 : 0.55}>
                    <BitCell
                      bit={view.bit('alice', position)}
                      x={i * pitch}
                      y={ALICE_TOP}
                      size={size}
                      tone={near.tone}
                      hatch={view.eveKnows(position) ? hatch : undefined}
                    />
                    <BitCell
                      bit={view.bit('bob', position)}
                      x={i * pitch}
                      y={bobTop}
                      size={size}
                      tone={far.tone}
                      ring={missing.has(position)}
                    />
                  </g>
                  {view.errorAt(position) !== null && (
                    <path
                      d={`M${i * pitch + size / 2} ${bobTop + size + 4}l4.5 7h-9Z`}
                      fill="var(--ink)"
                    />
                  )}
                  <rect
                    x={i * pitch - (pitch - size) / 2}
                    y={ALICE_TOP - 4}
                    width={pitch}
                    height={bobTop + size - ALICE_TOP + 8}
                    fill="transparent"
                  />
                </g>
              );
            })}
            {bracketed.map(({ from, to, middle }, g) => {
              const group = groups[g];
              if (!group) return null;
              const open = group.whole > group.length;
              return (
                <g key={group.block}>
                  <Bracket from={from} to={to} y={ALICE_TOP + size + 3} down={false} open={open} />
                  <Bracket from={from} to={to} y={bobTop - 3} down open={open} />
                  <g transform={`translate(${middle} ${ALICE_TOP + size + 21})`}>
                    <ParityChip parity={group.parity} room={to - from} />
                  </g>
                </g>
              );
            })}
          </g>
          {indent > 0 && (
            <g className="font-[650] text-[13px]">
              <text y={ALICE_TOP + size - 1} fill={`var(--${near.tone})`}>
                {near.name}
              </text>
              <text y={bobTop + size - 1} fill={`var(--${far.tone})`}>
                {far.name}
              </text>
            </g>
          )}
        </svg>
        <p aria-hidden="true" className="min-h-5 text-[12px] text-ink2 tabular-nums">
          {spoken(at)} {isCut(view) && say('correct.cut')}
        </p>
      </div>
    </StripCursor>
  );
}

/** Bits beyond the first ones are not kept, though this observer knew them. */
function isCut(view: CorrectionView): boolean {
  const last = view.bits - 1;
  // Eve knows some bits and not others; that says nothing.
  if (view.left === null && view.eveKnows(0) !== null) return false;
  return (['alice', 'bob'] as const).some(
    (end) => view.bit(end, 0) !== null && view.bit(end, last) === null,
  );
}

/** The bits that the latest question left under search; null when the whole block is. */
function lastHalving({ steps, end, positions }: Focus): ReadonlySet<number> | null {
  if (end) return new Set([end.position]);
  const last = steps.at(-1);
  if (!last) return null;
  return new Set(positions.subarray(last.from, last.to));
}

function Bracket({
  from,
  to,
  y,
  down,
  open,
}: {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  /** Its ends point down. */
  readonly down: boolean;
  /** The block goes on beyond the strip. */
  readonly open: boolean;
}) {
  const tick = down ? 5 : -5;
  const line = down ? y - 5 : y + 5;
  return (
    <path
      d={open ? `M${from} ${line}H${to}` : `M${from} ${line + tick}V${line}H${to}V${line + tick}`}
      fill="none"
      stroke="var(--ink2)"
      strokeWidth="1.3"
      strokeDasharray={open ? '4 3' : undefined}
    />
  );
}

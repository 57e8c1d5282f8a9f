import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { ShrinkView } from '../../../scenarios/knowledge/steps-view.ts';
import { BitCell } from '../../charts/BitCell.tsx';
import { HatchPattern } from '../../parts/glyphs/Hatch.tsx';
import { useWidth } from '../../parts/use-width.ts';
import { type BandWindow, bandWindow, type Cell, cellUnder, movedTo, onDiagonal } from './band.ts';

/** Picture only, CSS px. */
const PITCH = 22;
const TOP = 62;
const MARGIN = { left: 64, right: 54 };
/** A wide window is a tall one, too. */
const ROWS = { usual: 8, large: 14, from: 760 };

/**
 * A window on the matrix. Above it the bits that go in, at its right those that come out; each row
 * says which of them are added up. Point at a cell and its whole diagonal lights: it has one value.
 */
export function MatrixBand({
  view,
  at,
  onMove,
  turned,
}: {
  readonly view: ShrinkView;
  readonly at: Cell;
  readonly onMove: (cell: Cell) => void;
  /** The input bit that was changed, with the outputs that turned; null: none. */
  readonly turned: { readonly input: number; readonly outputs: ReadonlySet<number> } | null;
}) {
  const say = useWords();
  const hatch = useId();
  const box = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const width = Math.max(240, useWidth(box) ?? 560);
  const room = width - MARGIN.left - MARGIN.right;
  const size = {
    rows: width >= ROWS.from ? ROWS.large : ROWS.usual,
    columns: Math.max(4, Math.floor(room / PITCH)),
  };
  const [before, setBefore] = useState<BandWindow | null>(null);
  const shown = bandWindow(view, at, size, before);
  if (JSON.stringify(shown) !== JSON.stringify(before)) setBefore(shown);
  const { rows, columns } = shown;
  const height = TOP + rows.count * PITCH + 4;
  const x = (column: number) => MARGIN.left + column * PITCH;
  const y = (row: number) => TOP + row * PITCH;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const to = movedTo({ key: event.key, shift: event.shiftKey }, at, view);
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(to);
  };
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const cell = cellUnder(shown, {
      column: (event.clientX - left - MARGIN.left + 3) / PITCH,
      row: (event.clientY - top - TOP + 3) / PITCH,
    });
    if (cell) onMove(cell);
  };
  const selected = at.output - rows.from;
  return (
    <div
      ref={box}
      // Two directions on one control: the value is the row, the text says both.
      role="slider"
      tabIndex={0}
      aria-label={say('shrink.matrix')}
      aria-description={say('shrink.matrix-keys')}
      aria-valuemin={1}
      aria-valuemax={view.outputBits}
      aria-valuenow={at.output + 1}
      aria-valuetext={say('shrink.cell', {
        row: at.output + 1,
        column: at.input + 1,
        entry: view.entry(at.output, at.input) ?? '–',
      })}
      onKeyDown={onKeyDown}
      className="min-w-0 rounded-lg"
    >
      <svg
        aria-hidden="true"
        onPointerDown={(event) => {
          dragging.current = true;
          point(event);
        }}
        onPointerMove={(event) => dragging.current && point(event)}
        onPointerUp={() => {
          dragging.current = false;
        }}
        onPointerCancel={() => {
          dragging.current = false;
        }}
        onPointerLeave={() => {
          dragging.current = false;
        }}
        viewBox={`0 0 ${width} ${height}`}
        width="100%"
        height={height}
        className="block touch-pan-y select-none overflow-visible"
      >
        <defs>
          <HatchPattern id={hatch} pitch={4} />
        </defs>
        <g>
          <text y={TOP - 26} className="fill-ink font-[650] text-[12px]">
            {say('shrink.in')}
          </text>
          <text x={width} y={TOP - 26} textAnchor="end" className="fill-ink font-[650] text-[12px]">
            {say('shrink.out')}
          </text>
          <text x={x(0)} y="12" className="fill-ink3 text-[11px]">
            {say('shrink.columns', {
              from: columns.from + 1,
              to: columns.from + columns.count,
              all: view.inputBits,
            })}
          </text>
          {Array.from({ length: columns.count }, (_, c) => {
            const input = columns.from + c;
            const chosen = view.entry(at.output, input) === 1;
            return (
              <g key={input}>
                {chosen && (
                  <path
                    d={`M${x(c) + 8} ${TOP - 20}V${y(selected) + 8}`}
                    stroke="var(--ink3)"
                    strokeWidth="1"
                  />
                )}
                <BitCell
                  bit={view.input(input)}
                  x={x(c)}
                  y={TOP - 38}
                  size={16}
                  tone="ink"
                  hatch={view.eveKnows(input) ? hatch : undefined}
                  ring={turned?.input === input}
                />
              </g>
            );
          })}
          <rect
            x={MARGIN.left - 36}
            y={y(selected) - 3}
            width={columns.count * PITCH + 34}
            height={PITCH}
            rx="7"
            fill="none"
            stroke="var(--ink)"
            strokeWidth="2"
          />
        </g>
        {Array.from({ length: rows.count }, (_, r) => {
          const output = rows.from + r;
          const lit = output === at.output;
          return (
            <g key={output}>
              <g>
                <text
                  x={MARGIN.left - 42}
                  y={y(r) + 13}
                  textAnchor="end"
                  className={lit ? 'fill-ink font-semibold text-[11px]' : 'fill-ink3 text-[11px]'}
                >
                  {output + 1}
                </text>
                <BitCell
                  bit={view.input(output)}
                  x={MARGIN.left - 28}
                  y={y(r)}
                  size={16}
                  tone="ink"
                  hatch={view.eveKnows(output) ? hatch : undefined}
                  ring={turned?.input === output}
                />
                <BitCell
                  bit={view.output(output)}
                  x={x(columns.count) + 20}
                  y={y(r)}
                  size={16}
                  tone="ink"
                  ring={turned?.outputs.has(output) ?? false}
                />
              </g>
              {Array.from({ length: columns.count }, (_, c) => {
                const cell = { output, input: columns.from + c };
                const entry = view.entry(output, cell.input);
                const here = lit && cell.input === at.input;
                const diagonal = onDiagonal(cell, at);
                return (
                  <g key={cell.input}>
                    <rect
                      x={x(c) - 3}
                      y={y(r) - 3}
                      width={PITCH}
                      height={PITCH}
                      fill={diagonal ? 'var(--track)' : 'transparent'}
                    />
                    <Entry x={x(c) + 8} y={y(r) + 8} entry={entry} strong={lit || diagonal} />
                    {here && (
                      <rect
                        x={x(c) - 2}
                        y={y(r) - 2}
                        width={PITCH - 2}
                        height={PITCH - 2}
                        rx="4"
                        fill="none"
                        stroke="var(--ink)"
                        strokeWidth="1.5"
                      />
                    )}
                  </g>
                );
              })}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** 1: a square, the bit is added. 0: a dot, it is not. */
function Entry({
  x,
  y,
  entry,
  strong,
}: {
  readonly x: number;
  readonly y: number;
  readonly entry: 0 | 1 | null;
  readonly strong: boolean;
}) {
  const fill = strong ? 'var(--ink)' : 'var(--ink3)';
  if (entry === 1) {
    return (
      <rect
        x={x - 5}
        y={y - 5}
        width="10"
        height="10"
        rx="2.5"
        fill={fill}
        opacity={strong ? 1 : 0.6}
      />
    );
  }
  return entry === 0 ? <circle cx={x} cy={y} r="1.5" fill={fill} /> : null;
}

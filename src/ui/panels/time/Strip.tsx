import { type KeyboardEvent, type PointerEvent, useId, useRef } from 'react';
import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { LifeView } from '../../../scenarios/knowledge/life-view.ts';
import { HatchPattern } from '../../parts/glyphs/Hatch.tsx';
import { useWidth } from '../../parts/use-width.ts';
import { cellAt, roundAt } from './axis.ts';
import { placeLabels, textWidth } from './labels.ts';
import { type Mark, marksOf } from './marks.ts';
import { growsFromHers } from './outcome.ts';
import { ComingCell, RoundCell } from './RoundCell.tsx';
import { anchorCase } from './why.ts';

/** Picture only, px. */
const LANE = 15;
const ABOVE_CELLS = 8;
const BELOW_CELLS = 12;

/** Where a key of the keyboard takes the playhead, from a round. */
export function keyedRound(key: string, round: number, rounds: number): number | null {
  const to = {
    ArrowRight: round + 1,
    ArrowUp: round + 1,
    ArrowLeft: round - 1,
    ArrowDown: round - 1,
    PageUp: round + 5,
    PageDown: round - 5,
    Home: 0,
    End: rounds,
  }[key];
  return to === undefined ? null : Math.min(rounds, Math.max(0, to));
}

/** A round in words: how it ended, and what sealed it. */
export function stripText(say: SayWords, { rounds, anchor }: LifeView, at: number): string {
  const { key, sealedBy } = rounds[at]!;
  return say('time.strip.at', {
    round: at,
    rounds: rounds.length - 1,
    key: say(`time.cell.${key}`),
    sealed: say(`time.sealed.${sealedBy}`, { anchor: anchorCase(anchor) }),
  });
}

/** The rounds of one history as cells in a row: one slider over rounds for keys and screen readers. */
export function Strip({
  view,
  round,
  label,
  current,
  cellHeight = 30,
  withMarks = true,
  onSeek,
}: {
  readonly view: LifeView;
  /** Rounds 0…round have happened. */
  readonly round: number;
  readonly label: string;
  /** The history in view: its round is framed. */
  readonly current: boolean;
  readonly cellHeight?: number;
  /** Whether its events are drawn as lines; an editor draws its own. */
  readonly withMarks?: boolean;
  readonly onSeek: (round: number) => void;
}) {
  const say = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  const hatch = useId();
  const rounds = view.rounds.length - 1;
  const here = Math.min(round, rounds);
  const seek = (event: PointerEvent) => {
    const left = ref.current?.getBoundingClientRect().left ?? 0;
    onSeek(roundAt(event.clientX - left, rounds, width ?? 1));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = keyedRound(event.key, here, rounds);
    if (to === null) return;
    event.preventDefault();
    onSeek(to);
  };
  const marks = withMarks ? marksOf(say, view, here) : [];
  const placed =
    width === null
      ? []
      : placeLabels(
          marks.map((mark) => ({
            x: lineAt(mark.round, rounds, width),
            width: textWidth(mark.text),
          })),
          width,
        );
  const lanes = withMarks ? Math.max(1, ...placed.map(({ lane }) => lane + 1)) : 0;
  const top = lanes * LANE + (withMarks ? ABOVE_CELLS : 3);
  const height = top + cellHeight + BELOW_CELLS;
  return (
    <div
      ref={ref}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={rounds}
      aria-valuenow={here}
      aria-valuetext={stripText(say, view, here)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        seek(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) seek(event);
      }}
      className="relative cursor-pointer touch-pan-y rounded-md"
    >
      <svg width="100%" height={height} aria-hidden="true" className="block overflow-visible">
        <defs>
          <HatchPattern id={hatch} />
        </defs>
        {width !== null && (
          <>
            <Thread view={view} upTo={here} width={width} y={top + cellHeight} />
            {view.rounds.map((one) => {
              const { x, width: w } = cellAt(one.round, rounds, width);
              return one.round > here ? (
                <ComingCell key={one.round} x={x + w / 2} y={top + cellHeight / 2} />
              ) : (
                <RoundCell
                  key={one.round}
                  x={x}
                  y={top}
                  width={w}
                  height={cellHeight}
                  hatch={hatch}
                  look={{ key: one.key, start: one.sealedBy === 'anchor' }}
                />
              );
            })}
            {current && <Frame {...cellAt(here, rounds, width)} y={top} height={cellHeight} />}
            {marks.map((mark, i) => (
              <MarkLine
                key={mark.round}
                tone={mark.tone}
                x={lineAt(mark.round, rounds, width)}
                top={(lanes - 1 - placed[i]!.lane) * LANE}
                bottom={top + cellHeight + 6}
              />
            ))}
            {marks.map((mark, i) => (
              <MarkText
                key={mark.round}
                mark={mark}
                x={placed[i]!.x}
                top={(lanes - 1 - placed[i]!.lane) * LANE}
              />
            ))}
          </>
        )}
      </svg>
    </div>
  );
}

/** The line before a round's cell, kept inside the strip. */
export function lineAt(round: number, rounds: number, width: number): number {
  return Math.max(1.5, (round * width) / (rounds + 1));
}

function Frame({
  x,
  y,
  width,
  height,
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}) {
  return (
    <rect
      x={x - 2.5}
      y={y - 3}
      width={width + 5}
      height={height + 6}
      rx="7"
      className="fill-none stroke-ink"
      strokeWidth="1.6"
    />
  );
}

function MarkLine({
  tone,
  x,
  top,
  bottom,
}: {
  readonly tone: Mark['tone'];
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}) {
  return (
    <path
      d={`M${x} ${top + 2}V${bottom}`}
      className={tone === 'eve' ? 'stroke-eve' : 'stroke-ink'}
      strokeWidth="2.4"
      strokeDasharray="5 4"
    />
  );
}

/** Drawn after all lines: the ground behind its letters keeps them out. */
function MarkText({
  mark: { tone, text },
  x,
  top,
}: {
  readonly mark: Mark;
  readonly x: number;
  readonly top: number;
}) {
  return (
    <text
      x={x}
      y={top + 11}
      className={`stroke-surface font-semibold text-[12px] ${tone === 'eve' ? 'fill-eve' : 'fill-ink'}`}
      strokeWidth="4"
      paintOrder="stroke"
      strokeLinejoin="round"
    >
      {text}
    </text>
  );
}

/** From the key that Eve has to every key that grew from it. */
function Thread({
  view: { rounds },
  upTo,
  width,
  y,
}: {
  readonly view: LifeView;
  readonly upTo: number;
  readonly width: number;
  readonly y: number;
}) {
  const middle = (round: number) => {
    const { x, width: w } = cellAt(round, rounds.length - 1, width);
    return x + w / 2;
  };
  const joints = rounds.filter((one) => one.round <= upTo && growsFromHers(rounds, one));
  const level = y + 7;
  return (
    <g className="stroke-eve" strokeWidth="1.8" fill="none">
      {joints.map(({ round }) => {
        const root = !joints.some((joint) => joint.round === round - 1);
        return (
          <g key={round}>
            <path d={`M${middle(round - 1)} ${level}H${middle(round)}V${y + 1}`} />
            {root && <path d={`M${middle(round - 1)} ${y}V${level}`} />}
            {root && (
              <circle cx={middle(round - 1)} cy={level} r="2.6" className="fill-eve stroke-none" />
            )}
          </g>
        );
      })}
    </g>
  );
}

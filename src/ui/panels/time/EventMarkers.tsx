import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { classes } from '../../parts/classes.ts';
import { useWidth } from '../../parts/use-width.ts';
import { roundAt } from './axis.ts';
import { type LifeEvent, moved, without } from './events.ts';
import { placeLabels, textWidth } from './labels.ts';
import { markText, toneOf } from './marks.ts';
import { keyedRound, lineAt } from './Strip.tsx';
import { anchorCase } from './why.ts';

/** Picture only, px: a handle's height with the room above it, and its padding. */
const LANE = 30;
const PADDING = 24;

export interface EventMarkersProps {
  readonly events: readonly LifeEvent[];
  readonly rounds: number;
  readonly anchor: 'pre-shared-key' | 'pki' | 'web-of-trust';
  /** How far the lines run down over the strip below, px. */
  readonly reach: number;
  /** The observer cannot see them: they stand back, in no actor's colour. */
  readonly muted?: boolean;
  readonly onChange: (events: readonly LifeEvent[]) => void;
}

/** Events as handles over a strip: dragged, or moved by the arrow keys; Delete removes one. */
export function EventMarkers({
  events,
  rounds,
  anchor,
  reach,
  muted = false,
  onChange,
}: EventMarkersProps) {
  const say = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  const hint = useId();
  // While one is dragged it moves alone; the rounds are executed when it is let go.
  const [dragged, setDragged] = useState<{ index: number; round: number } | null>(null);
  const shown = dragged ? moved(events, dragged.index, dragged.round, rounds) : events;
  const texts = shown.map((event) => markText(say, event, anchor));
  const placed = placeLabels(
    shown.map(({ round }, i) => ({
      x: lineAt(round, rounds, width ?? 1),
      width: textWidth(texts[i] ?? '') + PADDING,
    })),
    width ?? 1,
  );
  const lanes = Math.max(1, ...placed.map(({ lane }) => lane + 1));

  const inkOf = (event: LifeEvent['event']) =>
    muted ? 'text-ink3' : toneOf(event) === 'eve' ? 'text-eve' : 'text-ink';
  const roundUnder = (event: PointerEvent) => {
    const left = ref.current?.getBoundingClientRect().left ?? 0;
    // Half a cell further: a line stands before its round.
    const half = (width ?? 1) / (rounds + 1) / 2;
    return roundAt(event.clientX - left + half, rounds, width ?? 1);
  };
  const letGo = () => {
    if (dragged && events[dragged.index]?.round !== dragged.round) {
      onChange(moved(events, dragged.index, dragged.round, rounds));
    }
    setDragged(null);
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const at = events[index]?.round ?? 0;
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onChange(without(events, index));
      return;
    }
    const to = keyedRound(event.key, at, rounds);
    if (to === null) return;
    event.preventDefault();
    if (to !== at) onChange(moved(events, index, to, rounds));
  };
  return (
    <div ref={ref} className="relative" style={{ height: lanes * LANE }}>
      <p id={hint} className="sr-only">
        {say('time.edit.drag')}
      </p>
      {/* All lines first: a flag is opaque, so no line runs through the words of another event. */}
      {width !== null &&
        shown.map(({ round, event }, i) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: as below.
            key={i}
            aria-hidden="true"
            className={classes(
              'pointer-events-none absolute w-0 border-current border-l-[2.4px] border-dashed',
              inkOf(event),
            )}
            style={{
              left: lineAt(round, rounds, width) - 1.2,
              top: (lanes - placed[i]!.lane) * LANE - LANE / 2,
              bottom: -reach,
            }}
          />
        ))}
      {width !== null &&
        shown.map(({ round, event }, i) => {
          const { lane, side } = placed[i]!;
          const x = lineAt(round, rounds, width);
          const bottom = lane * LANE;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is what keeps a handle the same while its round changes.
            <div key={i} className={inkOf(event)}>
              <span
                role="slider"
                tabIndex={0}
                aria-label={say(`time.event.${event}`, { anchor: anchorCase(anchor) })}
                aria-describedby={hint}
                aria-valuemin={0}
                aria-valuemax={rounds}
                aria-valuenow={round}
                aria-valuetext={say('time.at-round', { round })}
                onKeyDown={(pressed) => onKeyDown(pressed, i)}
                onPointerDown={(pressed) => {
                  pressed.currentTarget.setPointerCapture(pressed.pointerId);
                  setDragged({ index: i, round });
                }}
                onPointerMove={(pressed) => {
                  if (dragged?.index === i) setDragged({ index: i, round: roundUnder(pressed) });
                }}
                onPointerUp={letGo}
                onPointerCancel={() => setDragged(null)}
                className={classes(
                  'absolute flex h-[26px] cursor-ew-resize touch-none select-none items-center gap-1.5 whitespace-nowrap rounded-[7px] border border-current bg-surface px-2 font-semibold text-[12px]',
                  'after:absolute after:-inset-y-[2px] after:inset-x-0',
                  dragged?.index === i && 'z-10 shadow-card',
                )}
                style={
                  side === 'right'
                    ? { left: x - 1.2, bottom: bottom + 2 }
                    : { right: width - x - 1.2, bottom: bottom + 2 }
                }
              >
                <Grip />
                {texts[i]}
              </span>
            </div>
          );
        })}
    </div>
  );
}

function Grip() {
  return (
    <svg width="6" height="12" viewBox="0 0 6 12" aria-hidden="true" className="fill-current">
      {[2, 6, 10].flatMap((y) => [
        <circle key={`l${y}`} cx="1.2" cy={y} r="1.1" />,
        <circle key={`r${y}`} cx="4.8" cy={y} r="1.1" />,
      ])}
    </svg>
  );
}

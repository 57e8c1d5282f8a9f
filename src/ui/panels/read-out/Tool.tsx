/** The handle of the read-out tool. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { Moment } from '../../../scenarios/knowledge/read-out-view.ts';
import { classes } from '../../parts/classes.ts';
import { MOMENTS } from './alike.ts';
import { ToolMark } from './marks.tsx';

/** Picture only: the tool's place in the grid, in both arrangements. */
const TOOL_AT: Readonly<Record<Moment | 'tray', string>> = {
  tray: '@min-[600px]:col-start-1 @min-[600px]:justify-self-center @min-[600px]:mt-2 @max-[599px]:col-start-3 @max-[599px]:row-start-1 @max-[599px]:mr-2 @max-[599px]:self-center',
  before:
    'col-start-1 @min-[600px]:col-start-2 @max-[599px]:row-start-2 @max-[599px]:mt-[18px] @max-[599px]:justify-self-center',
  during:
    'col-start-2 @min-[600px]:col-start-3 @max-[599px]:row-start-2 @max-[599px]:mt-[18px] @max-[599px]:justify-self-center',
  after:
    'col-start-3 @min-[600px]:col-start-4 @max-[599px]:row-start-2 @max-[599px]:mt-[18px] @max-[599px]:justify-self-center',
};
const PLACES = ['tray', ...MOMENTS] as const;

/** One handle throughout, so that it keeps the focus wherever it goes. */
export function Tool({
  placed,
  onDrop,
}: {
  readonly placed: Moment | null;
  readonly onDrop: (moment: Moment | null) => void;
}) {
  const say = useWords();
  const [drag, setDrag] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const start = useRef({ x: 0, y: 0 });
  const at = PLACES.indexOf(placed ?? 'tray');
  const to = (index: number) => {
    const place = PLACES[Math.min(PLACES.length - 1, Math.max(0, index))] ?? 'tray';
    onDrop(place === 'tray' ? null : place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = KEYS[event.key]?.(at);
    if (next === undefined) return;
    event.preventDefault();
    to(next);
  };
  const drop = (event: PointerEvent) => {
    if (drag === null) return;
    setDrag(null);
    const under = document
      .elementsFromPoint(event.clientX, event.clientY)
      .map((element) => element.closest('[data-moment]')?.getAttribute('data-moment'))
      .find((name) => name);
    const place = PLACES.find((name) => name === under);
    if (place) to(PLACES.indexOf(place));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={say('read-out.tool')}
      aria-valuemin={0}
      aria-valuemax={PLACES.length - 1}
      aria-valuenow={at}
      aria-valuetext={say(`read-out.tool.at.${placed ?? 'tray'}`)}
      title={say('read-out.tool.how')}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, y: event.clientY };
        setDrag({ x: 0, y: 0 });
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const { x, y } = start.current;
        setDrag({ x: event.clientX - x, y: event.clientY - y });
      }}
      onPointerUp={drop}
      onPointerCancel={() => setDrag(null)}
      style={drag ? { transform: `translate(${drag.x}px, ${drag.y}px)` } : undefined}
      className={classes(
        'z-10 row-start-1 flex size-11 cursor-grab touch-none items-center justify-center justify-self-end rounded-full border-2 border-eve bg-surface text-eve shadow-card outline-offset-2 active:cursor-grabbing',
        TOOL_AT[placed ?? 'tray'],
      )}
    >
      <ToolMark className="size-7" />
    </div>
  );
}

const KEYS: Readonly<Record<string, (at: number) => number>> = {
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at - 1,
  Home: () => 0,
  End: () => PLACES.length - 1,
  Escape: () => 0,
};

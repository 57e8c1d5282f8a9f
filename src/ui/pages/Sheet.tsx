import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { useWords } from '../../content/words/use-words.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { ChevronDownIcon } from '../parts/icons.tsx';

/** Heights of the contents above the peek: closed, half, and as much as the page allows. */
const STOPS = ['peek', 'half', 'full'] as const;
type Stop = (typeof STOPS)[number];
const HEIGHTS: Readonly<Record<Stop, string>> = {
  peek: '0px',
  half: '128px',
  full: 'calc(100dvh - 240px)',
};
/** A drag this long, CSS px, moves the sheet one stop. */
const DRAG_PX = 36;

/**
 * A sheet at the bottom with three stops. What must always be in reach is its `peek`. Where the
 * window is too low for a sheet (a page enlarged four times), it lies open below the stage.
 */
export function Sheet({
  head,
  peek,
  children,
}: {
  readonly head: ReactNode;
  readonly peek: ReactNode;
  readonly children: ReactNode;
}) {
  const say = useWords();
  const [stop, setStop] = useState<Stop>('half');
  const from = useRef<number | null>(null);
  const at = STOPS.indexOf(stop);
  const move = (by: 1 | -1) => setStop(STOPS[Math.min(2, Math.max(0, at + by))] ?? 'half');
  const onPointerUp = (event: PointerEvent) => {
    if (from.current === null) return;
    const up = from.current - event.clientY;
    from.current = null;
    if (Math.abs(up) >= DRAG_PX) move(up > 0 ? 1 : -1);
  };
  return (
    <section
      aria-label={say('phone.sheet')}
      data-stop={stop}
      className="relative z-10 shrink-0 rounded-t-[18px] border-line border-t bg-surface shadow-[0_-8px_24px_rgb(0_0_0/.07)]"
    >
      <div
        className="flex touch-none justify-center pt-2"
        onPointerDown={(event) => {
          from.current = event.clientY;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          from.current = null;
        }}
      >
        <span aria-hidden="true" className="h-1 w-9 rounded-full bg-line2" />
      </div>
      <div className="flex items-center justify-between border-line border-b pr-1.5 pl-4">
        {head}
        <div className="flex">
          <IconButton
            label={say('phone.lower')}
            disabled={stop === 'peek'}
            onClick={() => move(-1)}
          >
            <ChevronDownIcon />
          </IconButton>
          <IconButton
            label={say('phone.taller')}
            disabled={stop === 'full'}
            onClick={() => move(1)}
          >
            <span className="flex rotate-180">
              <ChevronDownIcon />
            </span>
          </IconButton>
        </div>
      </div>
      <div
        hidden={stop === 'peek'}
        className="overflow-y-auto px-4 py-2.5 [@media(max-height:419px)]:!h-auto"
        style={{ height: HEIGHTS[stop] }}
      >
        {children}
      </div>
      <div className="border-line border-t px-4 pb-2">{peek}</div>
    </section>
  );
}

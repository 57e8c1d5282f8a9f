import type { ReactNode } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { DoorState } from '../../../scenarios/knowledge/shelf-view.ts';
import { classes } from '../../parts/classes.ts';
import { DoorIcon } from '../../parts/glyphs/DoorIcon.tsx';
import { EyeMark } from '../../parts/glyphs/marks.tsx';
import { HATCH } from '../../parts/hatch.ts';

/** How one door stands: an icon and a word, both of their own. */
export function DoorMark({
  door,
  state,
  aligned = true,
}: {
  readonly door: 'key' | 'cipher';
  readonly state: DoorState;
  /** Its name takes the same room as that of the other door, under which it stands. */
  readonly aligned?: boolean;
}) {
  const say = useWords();
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-[12px]">
      <DoorIcon state={state} />
      <span className={classes('font-semibold text-ink', aligned && 'min-w-[38px]')}>
        {say(`later.door.${door}`)}
      </span>
      <span className="text-ink2">{say(`later.door.${state}`)}</span>
    </span>
  );
}

/** Opened is hatched with an eye, closed an outline with a box. */
export function ResultPill({
  opened,
  small = false,
}: {
  readonly opened: boolean;
  readonly small?: boolean;
}) {
  const say = useWords();
  const size = small ? 'h-6 text-[12px] pr-2.5 pl-2' : 'h-7 text-[13px] pr-3 pl-2.5';
  const shape = `inline-flex items-center gap-1.5 whitespace-nowrap rounded-pill border-[1.5px] bg-surface font-bold text-ink ${size}`;
  return opened ? (
    <span className={`${shape} border-eve`} style={{ backgroundImage: HATCH }}>
      <EyeMark className="size-4 flex-none text-eve" />
      <span className="rounded-sm bg-surface px-1">{say('later.opened')}</span>
    </span>
  ) : (
    <span className={`${shape} border-ink`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 flex-none">
        <rect
          x="2.5"
          y="6"
          width="11"
          height="7.5"
          rx="1.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
        />
        <path d="M1.5 4h13" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
      </svg>
      {say('later.closed')}
    </span>
  );
}

export type HeapIcon = 'card' | 'light' | 'envelope' | 'wire';

/** What lies on the shelf; light leaves an empty slot. */
export function ShelfIcon({ icon }: { readonly icon: HeapIcon }) {
  return (
    <svg viewBox="0 0 20 16" aria-hidden="true" className="h-4 w-5 flex-none">
      {icon === 'light' ? (
        <circle
          cx="10"
          cy="8"
          r="6.5"
          fill="none"
          className="stroke-ink3"
          strokeWidth="1.4"
          strokeDasharray="2.4 2.2"
        />
      ) : icon === 'envelope' ? (
        <>
          <rect x="1" y="2" width="18" height="12" rx="2.5" className="fill-alice" />
          <path d="M3 4l7 5 7-5" fill="none" className="stroke-surface" strokeWidth="1.3" />
        </>
      ) : (
        <>
          <rect
            x="1"
            y="2"
            width="18"
            height="12"
            rx="2.5"
            className="fill-surface stroke-ink2"
            strokeWidth="1.3"
          />
          <path
            d={icon === 'wire' ? 'M4 8h8M9 5.5l3 2.5-3 2.5M15 5.5v5' : 'M5 6h10M5 9.5h7'}
            fill="none"
            className="stroke-ink2"
            strokeWidth="1.1"
          />
        </>
      )}
    </svg>
  );
}

/** Words that Eve has read: framed by the hatch, which means that and nothing else. */
export function KnownToEve({ children }: { readonly children: ReactNode }) {
  return (
    <span
      className="block w-fit max-w-full rounded-lg border border-eve p-1"
      style={{ backgroundImage: HATCH }}
    >
      <span className="block rounded-[5px] bg-surface px-1.5 py-0.5 font-semibold text-ink leading-[1.35]">
        {children}
      </span>
    </span>
  );
}

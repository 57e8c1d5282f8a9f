import { useRef, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { Button } from '../../parts/Button.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { CloseIcon, MinusIcon, PlusIcon } from '../../parts/icons.tsx';
import { Select } from '../../parts/Select.tsx';
import type { EventMarkersProps } from './EventMarkers.tsx';
import { EVENT_NAMES, MOST_EVENTS, moved, withAdded, without } from './events.ts';
import { anchorCase } from './why.ts';

/** Where the focus goes when a history becomes the viewer's own. */
export const EVENTS_ID = 'life-events';

/** The same events as a list with buttons, and a menu for one more. */
export function EventList({
  events,
  rounds,
  anchor,
  addAt,
  onChange,
}: Omit<EventMarkersProps, 'reach' | 'muted'> & {
  /** The round at which the menu adds. */
  readonly addAt: number;
}) {
  const say = useWords();
  const [next, setNext] = useState(EVENT_NAMES[0]!);
  const heading = useRef<HTMLHeadingElement>(null);
  const full = events.length >= MOST_EVENTS;
  const name = (event: (typeof EVENT_NAMES)[number]) =>
    say(`time.event.${event}`, { anchor: anchorCase(anchor) });
  return (
    <section aria-labelledby={EVENTS_ID}>
      {/* The bar of playback covers the foot of the page. */}
      <h3
        ref={heading}
        id={EVENTS_ID}
        tabIndex={-1}
        className="w-fit scroll-my-36 font-[650] text-[14px]"
      >
        {say('time.edit.events')}
      </h3>
      {events.length === 0 ? (
        <p className="mt-1 text-[13px] text-ink2">{say('time.edit.none')}</p>
      ) : (
        <ol className="mt-1 grid gap-x-4 gap-y-1 @min-[620px]:grid-cols-2">
          {events.map(({ event, round }, i) => {
            const what = name(event);
            return (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: the index is what keeps the focus while a round changes.
                key={i}
                className="flex min-h-11 items-center gap-1 rounded-[9px] border border-line py-0.5 pr-1 pl-3"
              >
                <span className="min-w-0 flex-1 text-[13px] leading-[1.3]">
                  <span className="block font-semibold text-ink">{what}</span>
                  <span aria-live="polite" className="block text-ink2 tabular-nums">
                    {say('time.at-round', { round })}
                  </span>
                </span>
                <IconButton
                  label={say('time.edit.earlier', { what })}
                  disabled={round === 0}
                  onClick={() => onChange(moved(events, i, round - 1, rounds))}
                >
                  <MinusIcon />
                </IconButton>
                <IconButton
                  label={say('time.edit.later', { what })}
                  disabled={round === rounds}
                  onClick={() => onChange(moved(events, i, round + 1, rounds))}
                >
                  <PlusIcon />
                </IconButton>
                <IconButton
                  label={say('time.edit.remove', { what })}
                  onClick={() => {
                    // The next one takes this one's place, and the focus with it; after the last there is none.
                    if (i === events.length - 1) heading.current?.focus();
                    onChange(without(events, i));
                  }}
                >
                  <CloseIcon />
                </IconButton>
              </li>
            );
          })}
        </ol>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <div className="w-[230px] max-w-full">
          <Select
            label={say('time.edit.add')}
            value={next}
            options={EVENT_NAMES.map((value) => ({ value, label: name(value) }))}
            onChange={setNext}
            hideLabel
          />
        </div>
        <Button
          aria-disabled={full || undefined}
          className="aria-disabled:cursor-default aria-disabled:opacity-50"
          onClick={() => full || onChange(withAdded(events, { round: addAt, event: next }))}
        >
          {say('time.edit.add-at', { at: say('time.at-round', { round: addAt }) })}
        </Button>
      </div>
    </section>
  );
}

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { classes } from '../../parts/classes.ts';
import { MinusIcon, PlusIcon } from '../../parts/icons.tsx';
import { type AxisYears, axisPicture, LONGEST_YEARS, yearsAfterKey, yearsAt } from './axis.ts';

export interface TimeAxisProps {
  readonly years: AxisYears;
  /** Q-day comes. Off: it is put off, past the end of the axis. */
  readonly qDay: boolean;
  /** Something was sent today. */
  readonly sent: boolean;
  /** The ends do not know that anybody records. */
  readonly told: boolean;
  readonly wide: boolean;
  readonly onYears: (changes: Partial<AxisYears>) => void;
  readonly onQDay: (comes: boolean) => void;
}

/** Today, Q-day, and how long the message must stay secret. Moving a handle runs nothing again. */
export function TimeAxis({ years, qDay, sent, told, wide, onYears, onQDay }: TimeAxisProps) {
  const say = useWords();
  const track = useRef<HTMLDivElement>(null);
  const picture = axisPicture(years, qDay);
  const setQDay = (to: number | null) => {
    if (to === null || to > LONGEST_YEARS) {
      if (qDay) onQDay(false);
      return;
    }
    onYears({ qDay: to });
    if (!qDay) onQDay(true);
  };
  const setSecrecy = (to: number | null) =>
    onYears({ secrecy: Math.min(LONGEST_YEARS, to ?? LONGEST_YEARS) });
  const qDayYears = qDay ? years.qDay : LONGEST_YEARS + 1;
  const qDayText = qDay ? say('later.in-years', { years: years.qDay }) : say('later.put-off');
  const room = ROOM[wide ? 'wide' : 'narrow'];
  const between = (picture.secrecy + (picture.qDay ?? 0)) / 2;
  return (
    <div
      className={classes(
        'grid items-center gap-x-6 gap-y-1.5',
        wide ? 'grid-cols-[minmax(0,1fr)_auto] px-5 py-1.5' : 'px-4 pt-2 pb-1.5',
      )}
    >
      <div className={'relative h-[66px]'}>
        {/* The room past the end is where Q-day stands while it is put off. */}
        <div
          ref={track}
          className="absolute inset-y-0 left-0 right-[76px] max-[599px]:right-[44px]"
        >
          <div className="absolute inset-x-0 top-1/2 h-2.5 -translate-y-1/2 overflow-hidden rounded-full bg-track">
            <div
              className="absolute inset-y-0 left-0 bg-ink3 opacity-45"
              style={{ width: part(picture.qDay ?? 1) }}
            />
            {picture.exposed > 0 && picture.qDay !== null && told && (
              <div
                className="absolute inset-y-0 bg-eve-t2"
                style={{ left: part(picture.qDay), right: part(1 - picture.secrecy) }}
              />
            )}
          </div>
          <span
            aria-hidden="true"
            className="absolute top-1/2 left-0 size-3.5 -translate-y-1/2 rounded-full bg-ink"
          />
          {(picture.qDay === null || picture.qDay > room.today) && (
            <span className="absolute top-0 left-0 font-bold text-[13px]">
              {say('later.today')}
            </span>
          )}
          {sent && picture.secrecy > room.told && (
            <span className="absolute bottom-0 left-0 text-[12px] text-ink2">
              {say(told ? 'later.today.told' : 'later.today.ends')}
            </span>
          )}
          {told && wide && picture.says === 'still-secret' && picture.exposed > 7 && (
            <span
              className="absolute top-0 -translate-x-1/2 whitespace-nowrap text-[12px] text-ink2"
              style={{ left: part(between) }}
            >
              {say('later.still-secret')}
            </span>
          )}
          <Handle
            label={say('later.secret-until')}
            spoken={say('later.from-now', { years: years.secrecy })}
            value={years.secrecy}
            most={LONGEST_YEARS}
            at={picture.secrecy}
            track={track}
            onMove={setSecrecy}
            onKey={(key) => yearsAfterKey(key, years.secrecy, false)}
          />
          <Handle
            label={say('later.q-day')}
            spoken={qDayText}
            value={qDayYears}
            most={LONGEST_YEARS + 1}
            at={picture.qDay ?? 'past'}
            track={track}
            onMove={setQDay}
            onKey={(key) => yearsAfterKey(key, qDayYears, true)}
          />
          {/* Names of the handles, which keep within the card when those stand at an end. */}
          <span
            aria-hidden="true"
            className="absolute bottom-0 -translate-x-1/2 whitespace-nowrap font-bold text-[12px]"
            style={{ left: `clamp(34px, ${part(picture.secrecy)}, 100%)` }}
          >
            {say('later.secret-until')}
          </span>
          <span
            aria-hidden="true"
            className="absolute top-0 -translate-x-1/2 whitespace-nowrap font-bold text-[13px]"
            style={{
              left: picture.qDay === null ? PAST : `clamp(20px, ${part(picture.qDay)}, 100%)`,
            }}
          >
            {say('later.q-day')}
          </span>
        </div>
        <span
          aria-hidden="true"
          className="absolute top-1/2 right-0 w-[70px] border-line2 border-t-2 border-dashed max-[599px]:w-[38px]"
        />
      </div>
      <div className={classes('grid gap-x-8', wide ? 'w-[290px]' : 'min-[600px]:grid-cols-2')}>
        <Years
          label={say('later.q-day')}
          text={qDayText}
          onLess={() => setQDay(qDay ? years.qDay - 1 : LONGEST_YEARS)}
          onMore={() => setQDay(qDay ? years.qDay + 1 : null)}
          least={qDay && years.qDay <= 1}
          most={!qDay}
        />
        <Years
          label={say('later.secret-until')}
          text={say('later.from-now', { years: years.secrecy })}
          onLess={() => setSecrecy(Math.max(1, years.secrecy - 1))}
          onMore={() => setSecrecy(years.secrecy + 1)}
          least={years.secrecy <= 1}
          most={years.secrecy >= LONGEST_YEARS}
        />
      </div>
    </div>
  );
}

/** What the picture says of the two handles, in a sentence. */
export function AxisSays({ years, qDay, told }: Pick<TimeAxisProps, 'years' | 'qDay' | 'told'>) {
  const say = useWords();
  const { says, exposed } = axisPicture(years, qDay);
  return (
    <p className="text-[12.5px] text-ink2 leading-[1.4]" data-testid="axis-says">
      {told ? say(`later.axis.${says}`, { years: exposed }) : say('later.axis.ends')}
    </p>
  );
}

/** Part of the track that the words at today's end take, so that a handle there does not meet them. */
const ROOM = { wide: { today: 0.08, told: 0.16 }, narrow: { today: 0.24, told: 0.5 } };

/** Where Q-day stands while it is put off: past the end of the track. */
const PAST = 'calc(100% + 34px)';

const part = (share: number) => `${share * 100}%`;

/** A round knob that is dragged along the track; the arrow keys move it a year. */
function Handle({
  label,
  spoken,
  value,
  most,
  at,
  track,
  onMove,
  onKey,
}: {
  readonly label: string;
  readonly spoken: string;
  readonly value: number;
  readonly most: number;
  readonly at: number | 'past';
  readonly track: { readonly current: HTMLDivElement | null };
  readonly onMove: (years: number | null) => void;
  readonly onKey: (key: string) => number | null;
}) {
  const drag = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onMove(yearsAt((event.clientX - box.left) / box.width));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = onKey(event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(next);
  };
  return (
    <div className="absolute inset-y-0 w-0" style={{ left: at === 'past' ? PAST : part(at) }}>
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={most}
        aria-valuenow={value}
        aria-valuetext={spoken}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={onKeyDown}
        className="absolute top-1/2 left-1/2 z-10 flex size-[22px] -translate-x-1/2 -translate-y-1/2 cursor-grab touch-none items-center justify-center rounded-full border-[2.4px] border-ink bg-surface after:absolute after:-inset-3 active:cursor-grabbing"
      >
        <svg viewBox="0 0 12 10" width="11" height="9" aria-hidden="true">
          <path
            d="M4 1L1 5l3 4M8 1l3 4-3 4"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.7"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      </div>
    </div>
  );
}

function Years({
  label,
  text,
  onLess,
  onMore,
  least,
  most,
}: {
  readonly label: string;
  readonly text: string;
  readonly onLess: () => void;
  readonly onMore: () => void;
  readonly least: boolean;
  readonly most: boolean;
}) {
  const say = useWords();
  const stepper =
    'relative flex size-6 shrink-0 items-center justify-center rounded-full border border-line2 text-ink2 after:absolute after:-inset-x-2.5 after:-inset-y-1 hover:border-ink3 hover:text-ink aria-disabled:cursor-default aria-disabled:opacity-40 [&_svg]:size-3.5';
  return (
    <div className="flex min-h-8 items-center gap-2">
      <span className="min-w-0 flex-1 text-[12.5px] text-ink2 leading-tight">
        <span className="font-semibold text-ink">{label}</span>{' '}
        <span className="tabular-nums">{text}</span>
      </span>
      <button
        type="button"
        aria-label={say('parts.less', { what: label })}
        aria-disabled={least}
        onClick={least ? undefined : onLess}
        className={stepper}
      >
        <MinusIcon />
      </button>
      <button
        type="button"
        aria-label={say('parts.more', { what: label })}
        aria-disabled={most}
        onClick={most ? undefined : onMore}
        className={stepper}
      >
        <PlusIcon />
      </button>
    </div>
  );
}

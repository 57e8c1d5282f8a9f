import { useRef } from 'react';
import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { LifeView } from '../../../scenarios/knowledge/life-view.ts';
import { useWidth } from '../../parts/use-width.ts';
import { axisMarks, type Duration, durationOf, type LifeAxis } from './axis.ts';
import { anchorCase } from './why.ts';

export function spanText(say: SayWords, { n, unit }: Duration): string {
  return say('time.span', { n, unit });
}

/** What seals the letters when: minutes of start-up, then years of running. The axis is logarithmic. */
export function TimeBand({
  axis,
  anchor,
  short,
}: {
  readonly axis: LifeAxis;
  readonly anchor: LifeView['anchor'];
  /** Where there is little room. */
  readonly short: boolean;
}) {
  const say = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  const first = 100 / (axis.rounds + 1);
  const marks = width === null ? [] : axisMarks(axis, width * (1 - first / 100));
  return (
    <div ref={ref} className="select-none">
      <p className="truncate text-[12px] text-ink2 leading-4">
        {say('time.band.start', {
          window: spanText(say, { n: axis.startUpMinutes, unit: 'minutes' }),
          anchor: anchorCase(anchor),
        })}
      </p>
      <div className="mt-0.5 flex h-[26px]">
        <div
          style={{ width: `${first}%` }}
          className="min-w-2.5 shrink-0 pr-[3px]"
          aria-hidden="true"
        >
          <div className="h-full rounded-lg border-2 border-ink bg-surface" />
        </div>
        <div className="flex min-w-0 flex-1 items-center justify-between gap-3 rounded-lg bg-track px-3 text-[12.5px]">
          <span className="truncate font-medium text-ink">
            {say(short ? 'time.band.running-short' : 'time.band.running')}
          </span>
          <span className="shrink-0 text-ink2">
            {spanText(say, { n: axis.lifeYears, unit: 'years' })}
          </span>
        </div>
      </div>
      <div
        className="relative mt-0.5 h-[18px] text-[11px] text-ink3 max-[599px]:text-[12px]"
        aria-hidden="true"
      >
        {marks.map(({ n, unit, part }) => (
          <span
            key={`${n} ${unit}`}
            className="absolute flex -translate-x-1/2 flex-col items-center whitespace-nowrap leading-[13px]"
            style={{ left: `${first + part * (100 - first)}%` }}
          >
            <span className="h-1 w-px bg-ink3" />
            {spanText(say, { n, unit })}
          </span>
        ))}
      </div>
    </div>
  );
}

/** How long after the first photon a round ends, rounded as people say it. */
export function ageText(say: SayWords, minutes: number): string {
  return spanText(say, durationOf(minutes));
}

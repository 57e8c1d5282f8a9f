import type { ReactNode } from 'react';
import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { BoxView, Noticed } from '../../../scenarios/knowledge/box-view.ts';
import type { BoxAttack } from '../../../store/box-plans.ts';
import { formatPercent, formatShare } from '../../format.ts';
import { Figure } from '../../parts/Figure.tsx';
import { HATCH } from '../../parts/hatch.ts';
import { guessOf } from './story.ts';

/** The error rates that fill the bar. */
const MOST_ERRORS = 0.25;

/** Error rate, what Eve knows, alarm. `usual` and `noticed`: null until the run without Eve is there. */
export function BoxGauges({
  view,
  usual,
  noticed,
  attack,
}: {
  readonly view: BoxView;
  readonly usual: BoxView | null;
  readonly noticed: Noticed | null;
  readonly attack: BoxAttack;
}) {
  const say = useWords();
  const { errorRate, limit, known, sifted, observer: who } = view;
  const guess = guessOf(view);
  const usually = usual?.errorRate ?? null;
  return (
    <div className="flex flex-col gap-3">
      <Gauge
        name={say('boxes.gauge.errors')}
        path="qber.estimated"
        value={errorRate === null ? null : formatPercent(errorRate)}
        missing={say('boxes.gauge.errors.none')}
        share={(errorRate ?? 0) / MOST_ERRORS}
        mark={limit / MOST_ERRORS}
        note={
          usually === null || noticed === null || errorRate === null
            ? say('boxes.gauge.errors.limit', { limit })
            : say('boxes.gauge.errors.usual', {
                noticed: noticed.errors ?? 'other',
                usual: usually,
                limit,
              })
        }
      />
      {known !== null && (
        <Gauge
          name={say('boxes.gauge.known')}
          path="eve.siftedBitsKnown"
          value={formatShare(known, sifted, known > 0 && known < sifted ? 1 : 0)}
          missing={say('boxes.gauge.known.none')}
          share={sifted === 0 ? 0 : known / sifted}
          hatched
          note={
            guess !== null && known === 0
              ? say('boxes.gauge.known.guess', { share: guess })
              : say('boxes.gauge.known.who', { who })
          }
        />
      )}
      <Gauge
        name={say('boxes.gauge.alarm')}
        path="verdict"
        value={say(`boxes.alarm.${view.alarm ?? 'unknown'}`)}
        missing=""
        share={view.alarm === 'rang' ? 1 : 0}
        note={alarmNote(say, view, noticed, attack)}
      />
    </div>
  );
}

function alarmNote(
  say: SayWords,
  { alarm, strengths }: BoxView,
  noticed: Noticed | null,
  attack: BoxAttack,
): ReactNode {
  if (attack === 'splitting' && (strengths?.length ?? 0) > 1) {
    return noticed?.strength
      ? say('boxes.alarm.why.strength', noticed.strength)
      : say('boxes.alarm.why.decoys');
  }
  if (alarm === null) return say('boxes.alarm.unknown.why');
  return say(alarm === 'no-monitor' ? `boxes.alarm.why.${attack}` : `boxes.alarm.${alarm}.why`);
}

function Gauge({
  name,
  path,
  value,
  missing,
  share,
  mark = null,
  hatched = false,
  note,
}: {
  readonly name: string;
  readonly path: string;
  readonly value: string | null;
  readonly missing: string;
  /** Of the bar that is filled, 0…1. */
  readonly share: number;
  /** A thin line across the bar; null: none. */
  readonly mark?: number | null;
  readonly hatched?: boolean;
  readonly note: ReactNode;
}) {
  const width = `${100 * Math.min(1, share)}%`;
  return (
    <div>
      <p className="flex items-baseline justify-between gap-2 text-[13.5px]">
        <span>{name}</span>
        <Figure
          read={() => value}
          path={path}
          missing={missing}
          className="font-bold text-[16px] text-ink"
        />
      </p>
      <div className="relative mt-1.5 h-2.5 rounded-full bg-track" aria-hidden="true">
        <div className="h-full overflow-hidden rounded-full">
          {hatched ? (
            <div
              className={share > 0 ? 'hatched h-full border-eve border-r-2' : 'h-full'}
              style={{ width, backgroundImage: HATCH }}
            />
          ) : (
            <div className="h-full bg-ink" style={{ width }} />
          )}
        </div>
        {mark !== null && (
          <div
            className="absolute -inset-y-[3px] w-[2px] -translate-x-1/2 bg-ink3"
            style={{ left: `${100 * mark}%` }}
          />
        )}
      </div>
      <p className="mt-1 text-[12px] text-ink2 leading-[1.35]">{note}</p>
    </div>
  );
}

import type { ReactNode } from 'react';
import { type SayWords, useWords, type WordKey } from '../../../content/words/use-words.ts';
import type { LifeView } from '../../../scenarios/knowledge/life-view.ts';
import type { HistoryId } from '../../../store/lifecycle-plans.ts';
import { classes } from '../../parts/classes.ts';
import { LEAST_PITCH } from './axis.ts';
import { outcomeOf } from './outcome.ts';
import { Strip } from './Strip.tsx';

/** Which history is meant, and its name as far as the observer may know it. */
export interface HistoryName {
  readonly id: HistoryId;
  /** a, b, c, d; empty for the viewer's own. */
  readonly letter: string;
}

/** Title and subtitle. Alice and Bob hear of no Eve. */
export function namesOf(
  say: SayWords,
  { id, letter }: HistoryName,
  observer: LifeView['observer'],
): { readonly title: string; readonly more: string } {
  if (observer === 'alice' || observer === 'bob') {
    return {
      title: say(id === 'own' ? 'time.history.seen.own' : 'time.history.seen', { letter }),
      more: say('time.history.seen.more', { who: observer }),
    };
  }
  const name = say(`time.history.${id}`);
  return {
    title: id === 'own' ? name : `${letter}\u2002${name}`,
    more: say(`time.history.${id}.more` as WordKey),
  };
}

export function outcomeText(say: SayWords, view: LifeView, upTo: number): string {
  return outcomeOf(view, upTo)
    .map(({ key, values }) => say(key, values))
    .join('; ');
}

/** One history: its name, its rounds, and what became of it. */
export function HistoryRow({
  name,
  view,
  observer,
  round,
  chosen,
  busy,
  wide,
  cellHeight,
  band,
  onChoose,
  onSeek,
}: {
  readonly name: HistoryName;
  /** null before it was executed. */
  readonly view: LifeView | null;
  readonly observer: LifeView['observer'];
  readonly round: number;
  readonly chosen: boolean;
  /** Another execution is under way; what is shown is the one before. */
  readonly busy: boolean;
  readonly wide: boolean;
  readonly cellHeight: number;
  readonly onChoose: () => void;
  readonly onSeek: (round: number) => void;
  /** The axis above the strip, where it scrolls with it. */
  readonly band: ReactNode;
}) {
  const say = useWords();
  const { title, more } = namesOf(say, name, observer);
  const rounds = view?.rounds.length ?? 0;
  const label =
    name.id === 'own' ? say('time.strip.own') : say('time.strip', { letter: name.letter });
  return (
    <section
      aria-label={say('time.named', { letter: name.letter, name: title, more })}
      className={classes(
        wide && 'grid grid-cols-[166px_minmax(0,1fr)]',
        wide && '-mx-2 rounded-[10px] px-2',
        wide && chosen && 'bg-surface2',
      )}
    >
      {!wide && (
        <p className="mb-2 text-[13px] text-ink2">
          <span className="font-bold text-ink">{title}</span>
          {' · '}
          {more}
        </p>
      )}
      {wide && (
        <button
          type="button"
          aria-pressed={chosen}
          onClick={onChoose}
          className="flex flex-col items-start justify-center rounded-md pr-2 text-left focus-visible:-outline-offset-2"
        >
          <span className="font-bold text-[13.5px] text-ink leading-[18px]">{title}</span>
          <span className="text-[12px] text-ink2 leading-4">{more}</span>
        </button>
      )}
      <div className="min-w-0">
        {view === null ? (
          <div
            className="flex items-center text-[13px] text-ink2"
            style={{ height: cellHeight + 35 }}
          >
            {say('time.waiting')}
          </div>
        ) : (
          <div
            className={classes(
              'transition-opacity duration-100 motion-reduce:transition-none',
              busy && 'opacity-50',
              '-mx-1 overflow-x-auto overflow-y-hidden px-1',
            )}
          >
            <div className={wide ? '' : 'pr-1'} style={{ minWidth: rounds * LEAST_PITCH }}>
              {band}
              <Strip
                view={view}
                round={round}
                label={label}
                current={chosen}
                cellHeight={cellHeight}
                onSeek={(to) => {
                  onChoose();
                  onSeek(to);
                }}
              />
            </div>
          </div>
        )}
        <p
          className="min-h-[18px] text-right font-semibold text-[12.5px] text-ink leading-[18px]"
          data-testid={`outcome-${name.id}`}
        >
          {view && (busy ? say('time.busy') : outcomeText(say, view, round))}
        </p>
      </div>
    </section>
  );
}

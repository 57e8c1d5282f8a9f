import { type ReactNode, useId } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { Observer } from '../../../scenarios/actors.ts';
import type { DhGroup, Lane } from '../../../store/shelf-lanes.ts';
import { classes } from '../../parts/classes.ts';
import { ChevronDownIcon } from '../../parts/icons.tsx';
import { Card } from '../../parts/Panel.tsx';
import { CrossedLine } from './Crossed.tsx';
import { LaneHead } from './LaneHead.tsx';
import {
  BenchText,
  Doors,
  EndSays,
  type LaneActions,
  NotYet,
  Plaintext,
  ShelfList,
} from './LaneParts.tsx';
import type { LaneShown } from './lane.ts';
import { ResultPill } from './marks.tsx';

/** One lane on a narrow page: pill and doors in its head, the rest folds out. */
export function LaneCard({
  shown,
  observer,
  open,
  focus,
  group,
  eve,
  actions,
  onOpen,
  onFocus,
  onGroup,
}: {
  readonly shown: LaneShown;
  readonly observer: Observer;
  readonly open: boolean;
  readonly focus: boolean;
  readonly group: DhGroup;
  readonly eve: ReactNode;
  readonly actions: LaneActions;
  readonly onOpen: (open: boolean) => void;
  readonly onFocus: (lane: Lane) => void;
  readonly onGroup: (group: DhGroup) => void;
}) {
  const say = useWords();
  const id = useId();
  const { lane, state, view, before } = shown;
  const done = state.kind === 'done' && view !== null;
  const end = observer === 'alice' || observer === 'bob';
  return (
    <Card className="px-3.5 py-2.5">
      <section
        aria-label={say(`later.lane.${lane}`)}
        aria-busy={before}
        tabIndex={-1}
        className={before ? 'opacity-60' : ''}
      >
        <div className="flex items-start justify-between gap-3">
          <LaneHead lane={lane} focus={focus} group={group} onFocus={onFocus} onGroup={onGroup} />
          <div className="flex items-center gap-1">
            {done && !end && view.sent && view.result && <ResultPill opened={view.result.opened} />}
            <button
              type="button"
              aria-expanded={open}
              aria-controls={id}
              aria-label={say(open ? 'later.fold' : 'later.unfold', {
                lane: say(`later.lane.${lane}`),
              })}
              onClick={() => onOpen(!open)}
              className="-mr-2 flex size-11 items-center justify-center rounded-[9px] text-ink2"
            >
              <span
                className={classes(
                  'size-4 transition-transform duration-150 motion-reduce:transition-none',
                  open && 'rotate-180',
                )}
              >
                <ChevronDownIcon />
              </span>
            </button>
          </div>
        </div>
        {!done && (
          <div className="mt-1.5">
            <NotYet shown={shown} actions={actions} />
          </div>
        )}
        {done && end && <EndSays view={view} />}
        {done && !end && view.sent && (
          <div className="mt-1.5">
            <Doors view={view} row />
            <Plaintext view={view} />
          </div>
        )}
        <div id={id} hidden={!open}>
          {done && open && (
            <div className="mt-2 grid gap-3 min-[600px]:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
              <div>
                <p className="mb-1 font-semibold text-[12px] text-ink2">
                  {say('later.col.crossed')}
                </p>
                <CrossedLine view={view} />
              </div>
              {!end && (
                <div className="rounded-[12px] bg-eve-t p-2.5">
                  <p className="mb-1 flex items-center gap-2 font-bold text-[13px]">
                    <svg viewBox="-39 -39 78 78" aria-hidden="true" className="size-6.5 flex-none">
                      {eve}
                    </svg>
                    {say('later.col.shelf')}
                  </p>
                  <ShelfList view={view} />
                  <div className="mt-2">
                    <BenchText view={view} lane={state.lane} />
                  </div>
                </div>
              )}
            </div>
          )}
        </div>
      </section>
    </Card>
  );
}

import type { ReactNode } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { Observer } from '../../../scenarios/actors.ts';
import type { DhGroup, Lane } from '../../../store/shelf-lanes.ts';
import { CrossedLine } from './Crossed.tsx';
import { LaneHead } from './LaneHead.tsx';
import {
  BenchText,
  EndSays,
  type LaneActions,
  NotYet,
  Plaintext,
  ResultBlock,
  ShelfList,
} from './LaneParts.tsx';
import type { LaneShown } from './lane.ts';

const COLUMNS =
  'grid grid-cols-[136px_222px_minmax(182px,1fr)_minmax(150px,1fr)_166px] gap-x-3 min-[1500px]:grid-cols-[170px_280px_minmax(220px,1fr)_minmax(220px,1fr)_220px] min-[1500px]:gap-x-5';

/** The four lanes of a wide page, on one ground: what lies in Eve's hands is on hers. */
export function LaneTable({
  lanes,
  observer,
  focus,
  group,
  qDay,
  eve,
  pair,
  actions,
  onFocus,
  onGroup,
}: {
  readonly lanes: readonly LaneShown[];
  readonly observer: Observer;
  readonly focus: Lane;
  readonly group: DhGroup;
  readonly qDay: boolean;
  /** Her portrait, and that of the two; drawn by the host. */
  readonly eve: ReactNode;
  readonly pair: ReactNode;
  readonly actions: LaneActions;
  readonly onFocus: (lane: Lane) => void;
  readonly onGroup: (group: DhGroup) => void;
}) {
  const say = useWords();
  const end = observer === 'alice' || observer === 'bob' ? observer : null;
  const head = 'font-semibold text-[12px] text-ink2';
  return (
    <div className="relative h-full px-4 py-2">
      {!end && (
        <div
          aria-hidden="true"
          className="absolute inset-y-1.5 right-1.5 left-[390px] rounded-[16px] bg-eve-t min-[1500px]:left-[496px]"
        />
      )}
      <div className={`relative ${COLUMNS} min-h-9 items-center`}>
        <span className={head}>{say('later.col.key-from')}</span>
        <span className={head}>{say('later.col.crossed')}</span>
        {end ? (
          <span className={`${head} col-span-3`}>{say('later.col.end', { who: end })}</span>
        ) : (
          <>
            <span className="flex items-center gap-2 font-bold text-[12.5px] text-ink">
              <svg viewBox="-39 -39 78 78" aria-hidden="true" className="size-7 flex-none">
                {eve}
              </svg>
              {say('later.col.shelf')}
            </span>
            <span className={head}>{say(qDay ? 'later.col.bench' : 'later.col.bench.today')}</span>
            <span className={head}>{say('later.col.result')}</span>
          </>
        )}
      </div>
      {lanes.map((shown) => {
        const { lane, state, view, before } = shown;
        return (
          <section
            key={lane}
            aria-label={say(`later.lane.${lane}`)}
            aria-busy={before}
            tabIndex={-1}
            className={`relative ${before ? 'opacity-60' : ''} ${COLUMNS} min-h-[112px] grid-rows-[auto_1fr] items-start border-line2 border-t py-2.5 first-of-type:border-t-0 min-[1500px]:min-h-[150px]`}
          >
            <div className="row-span-2">
              <LaneHead
                lane={lane}
                focus={focus === lane}
                group={group}
                pair={pair}
                onFocus={onFocus}
                onGroup={onGroup}
              />
            </div>
            {view && state.kind === 'done' ? (
              <>
                <div className="row-span-2">
                  <CrossedLine view={view} />
                </div>
                {end ? (
                  <div className="col-span-3">
                    <EndSays view={view} />
                  </div>
                ) : (
                  <>
                    <div className="row-span-2">
                      <ShelfList view={view} />
                    </div>
                    <div>
                      <BenchText view={view} lane={state.lane} />
                    </div>
                    <ResultBlock view={view} />
                    <div className="col-span-2 col-start-4 empty:hidden">
                      <Plaintext view={view} />
                    </div>
                  </>
                )}
              </>
            ) : (
              <>
                <span aria-hidden="true" />
                <div className="col-span-3 self-center">
                  <NotYet shown={shown} actions={actions} />
                </div>
              </>
            )}
          </section>
        );
      })}
    </div>
  );
}

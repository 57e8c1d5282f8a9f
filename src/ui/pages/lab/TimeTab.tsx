import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import type { Observer } from '../../../scenarios/actors.ts';
import { type LifeView, lifeSeenBy } from '../../../scenarios/knowledge/life-view.ts';
import {
  changePicture,
  changePlan,
  changeSetup,
  chooseHistory,
  liveOn,
  livesStore,
  rest,
  seekRound,
} from '../../../store/lifecycle.ts';
import { HISTORIES, type HistoryId } from '../../../store/lifecycle-plans.ts';
import { observerStore } from '../../../store/observer.ts';
import { runStore } from '../../../store/run.ts';
import { formatSeed } from '../../format.ts';
import { PoolPanel } from '../../panels/pool/PoolPanel.tsx';
import { HistoriesHead } from '../../panels/time/HistoriesHead.tsx';
import { type HistoryName, namesOf } from '../../panels/time/HistoryRow.tsx';
import { OwnHistory } from '../../panels/time/OwnHistory.tsx';
import { RoundDetail } from '../../panels/time/RoundDetail.tsx';
import { SetupPanel } from '../../panels/time/SetupPanel.tsx';
import { TimePanel } from '../../panels/time/TimePanel.tsx';
import { Card } from '../../parts/Panel.tsx';
import { useFrameSize } from '../../use-frame-size.ts';
import { TabHead } from './TabHead.tsx';
import {
  LifeActions,
  LifeBar,
  LifeFailure,
  LifeProgress,
  useLifeKeys,
  useLifeNews,
  WhichHistory,
} from './TimeParts.tsx';
import { LETTERS } from './time-letters.ts';

/** Picture only: cells of a strip, px, and how much taller where the window is. */
const CELL = 30;
const TALL_CELL = 48;
const TALL = '(min-height: 940px)';

/** A link's life: how its start-up was sealed, what happened to it, and how long its keys last. */
export function TimeTab({ head, wide }: { readonly head: ReactNode; readonly wide: boolean }) {
  const say = useWords();
  const config = useStore(runStore, ({ config }) => config);
  useEffect(() => liveOn(config), [config]);
  useEffect(() => rest, []);
  useLifeKeys();
  const state = useStore(livesStore);
  const observer = useStore(observerStore, ({ observer }) => observer);
  const views = useLifeViews(observer);
  const { chosen, round, setup } = state;
  const view = views[chosen];
  useLifeNews(views);
  const title = (
    <div>
      <p className="font-semibold text-[12px] text-ink3">
        {say('time.same', { seed: formatSeed(config.seed) })}
      </p>
      <h2 className="font-bold text-title">{say('time.title')}</h2>
    </div>
  );
  const axis = {
    rounds: setup.rounds,
    startUpMinutes: state.startUpMinutes,
    lifeYears: state.lifeYears,
  };
  const own = chosen === 'own';
  const cellHeight = useMedia(TALL) ? TALL_CELL : CELL;
  const phone = useFrameSize() === 'vertical';
  return (
    <>
      <TabHead
        head={head}
        wide={wide}
        title={title}
        spoken={namesOf(say, named(chosen), observer).title}
      />
      <LifeFailure />
      <div
        className={
          wide ? 'grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_312px] gap-2' : 'flex flex-col gap-3'
        }
      >
        <div className="flex min-w-0 flex-col gap-2">
          <Card className={wide ? 'px-4 py-3' : 'px-3 py-3'}>
            <HistoriesHead
              own={own}
              wide={wide}
              axis={axis}
              anchor={setup.anchor}
              which={<WhichHistory wide={wide} />}
            />
            {own ? (
              <OwnHistory
                view={view}
                observer={observer}
                plan={state.plans.own}
                axis={axis}
                anchor={setup.anchor}
                round={round}
                busy={state.running === 'own'}
                wide={wide}
                cellHeight={cellHeight}
                onSeek={seekRound}
                onPlan={(changes) => changePlan('own', changes)}
              />
            ) : (
              <TimePanel
                names={wide ? HISTORIES.map(named) : [named(chosen)]}
                views={views}
                observer={observer}
                axis={axis}
                anchor={setup.anchor}
                round={round}
                chosen={chosen}
                running={state.running}
                wide={wide}
                cellHeight={cellHeight}
                onChoose={chooseHistory}
                onSeek={seekRound}
              />
            )}
            {!wide && (
              <div className="mt-3 flex flex-wrap gap-2">
                <LifeActions />
              </div>
            )}
          </Card>
          {view && (
            <Card className="px-4 py-3">
              <RoundDetail view={view} round={round} axis={axis} />
            </Card>
          )}
          {own && (
            <Card className="px-4 py-3">
              <SetupPanel
                setup={setup}
                picture={axis}
                onSetup={changeSetup}
                onPicture={changePicture}
              />
            </Card>
          )}
        </div>
        <Card className={wide ? 'self-start px-[18px] py-3.5' : 'px-4 py-3'}>
          {view ? (
            <PoolPanel
              view={view}
              round={round}
              what={own ? say('pool.own') : say('pool.history', { letter: LETTERS[chosen] })}
              setup={setup}
              onDry={state.plans[chosen].onDry}
              onSetup={changeSetup}
              onPlan={(changes) => changePlan(chosen, changes)}
            />
          ) : (
            <LifeProgress />
          )}
        </Card>
      </div>
      {/* There the controls of the run follow below. */}
      {!wide && !phone && <p className="px-1 text-[13px] text-ink2">{say('time.set.below')}</p>}
      <LifeBar wide={wide} />
    </>
  );
}

function named(id: HistoryId): HistoryName {
  return { id, letter: LETTERS[id] };
}

/** The five lives as the chosen observer knows them. */
function useLifeViews(observer: Observer): Readonly<Record<HistoryId, LifeView | null>> {
  const lives = useStore(livesStore, ({ lives }) => lives);
  return useMemo(() => {
    const seen = (id: HistoryId) => lives[id] && lifeSeenBy(lives[id], observer);
    return {
      'broken-later': seen('broken-later'),
      'eve-at-start': seen('eve-at-start'),
      'eve-too-late': seen('eve-too-late'),
      jammed: seen('jammed'),
      own: seen('own'),
    };
  }, [lives, observer]);
}

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const measure = () => setMatches(list.matches);
    list.addEventListener('change', measure);
    return () => list.removeEventListener('change', measure);
  }, [query]);
  return matches;
}

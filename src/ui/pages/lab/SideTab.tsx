import { type ReactNode, useEffect, useLayoutEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import type { Observer } from '../../../scenarios/actors.ts';
import { configDifferences } from '../../../scenarios/config-parse.ts';
import { shelfSeenBy } from '../../../scenarios/knowledge/shelf-view.ts';
import { waySeenBy } from '../../../scenarios/knowledge/ways-view.ts';
import { observerStore } from '../../../store/observer.ts';
import { runStore } from '../../../store/run.ts';
import {
  cancelWays,
  changeWays,
  chooseWay,
  executeWays,
  lossOf,
  type Position,
  positionOf,
  runWay,
  WAYS,
  type WaysState,
  wayConfig,
  wayOf,
  waysStore,
} from '../../../store/ways.ts';
import { currentAddress } from '../../address.ts';
import { formatSeed } from '../../format.ts';
import { announce } from '../../live-region.tsx';
import { findingOf, SwitchBar, tallyWords } from '../../panels/ways/SwitchBar.tsx';
import { tallyOf } from '../../panels/ways/tally.ts';
import { WayColumns, WayList } from '../../panels/ways/WayColumns.tsx';
import type { DrawPortrait } from '../../panels/ways/WayPicture.tsx';
import type { WayFacts } from '../../panels/ways/WayRows.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { placeOf } from '../../routes.ts';
import { Portrait } from '../../stage/actors/Portrait.tsx';
import { useFrameSize } from '../../use-frame-size.ts';
import { TabHead } from './TabHead.tsx';

/** Five ways to agree on a key, the same Eve in the middle of each, and one switch for their seals. */
export function SideTab({ head, wide }: { readonly head: ReactNode; readonly wide: boolean }) {
  const say = useWords();
  const state = useStore(waysStore);
  const observer = useStore(observerStore, ({ observer }) => observer);
  const { seed, authentication } = useStore(runStore, ({ config }) => config);
  const narrow = useFrameSize() === 'vertical';
  // Before the first picture, which would offer to run what is about to run.
  useLayoutEffect(() => changeWays({ seed, authentication }), [seed, authentication]);
  // What waits when the tab is left is taken up again when it is back.
  useEffect(() => cancelWays, []);

  const position = positionOf(state);
  const { kept } = state;
  const ways = useMemo(() => factsOf(state, observer), [state, observer]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: counts change with what has run.
  const tallies = useMemo(() => talliesOf(state, observer), [kept, seed, authentication, observer]);
  const busy = state.waiting.length > 0;
  const misused = state.seals && authentication.fault !== 'none';
  const failed = ways.some((way) => way.state === 'failed' || way.recordedState === 'failed');
  const here = tallies[position];
  const spoken =
    !busy && here.ran === here.of
      ? say('side.told', {
          at: say(`side.at.${position}`),
          tally: tallyWords(say, here, observer),
          finding: findingOf(say, { observer, position, tallies, busy, misused }),
        })
      : '';
  useEffect(() => {
    if (spoken) announce(spoken, true);
  }, [spoken]);
  const groupBits = wayConfig(state, 'dh-toy', position).rndl.groupBits;
  const shared = {
    ways,
    told: observer === 'everyone' || observer === 'eve',
    sealed: state.seals,
    trustAnchor: state.authentication.trustAnchor,
    groupBits,
    draw: drawPortrait,
    onRun: runWay,
  };
  return (
    <>
      <TabHead
        head={head}
        wide={wide}
        title={
          <div>
            <p className="font-semibold text-[12px] text-ink3">
              {say('side.eyebrow', { seed: formatSeed(seed) })}
            </p>
            <h2 className="font-bold text-[20px] text-ink leading-[1.2] tracking-[-.018em]">
              {say('question.side')}
            </h2>
          </div>
        }
        spoken={say('question.side')}
      />
      {failed && !busy && (
        <Notice urgent title={say('side.failed')}>
          {say('run.crashed-more')}
        </Notice>
      )}
      <SwitchBar
        observer={observer}
        position={position}
        seals={state.seals}
        cracked={state.cracked}
        loss={lossOf(state.authentication)}
        tallies={tallies}
        busy={busy}
        misused={misused}
        rest={!busy && ways.some((way) => way.view === null || way.recorded === null)}
        narrow={narrow}
        compact={!wide}
        onSeals={(seals) => changeWays({ seals })}
        onCrack={(cracked) => changeWays({ cracked })}
        onCancel={() => {
          cancelWays();
          announce(say('side.run.cancelled'), true);
        }}
        onRest={executeWays}
      />
      {wide ? (
        <WayColumns {...shared} />
      ) : (
        <WayList {...shared} chosen={state.means} onChoose={chooseWay} narrow={narrow} />
      )}
      <p className="px-1 pb-2 text-[12px] text-ink2 leading-[1.45]">
        {say('side.honest', { bits: groupBits })} {say('side.terms')} {say('side.doors')}{' '}
        {say('side.fair')}
      </p>
    </>
  );
}

const drawPortrait: DrawPortrait = (actor, worried) => <Portrait actor={actor} worried={worried} />;

function factsOf(state: WaysState, observer: Observer): WayFacts[] {
  const position = positionOf(state);
  return WAYS.map((means) => {
    const way = wayOf(state, means, position);
    const recorded = wayOf(state, means, 'recorded');
    const config = configDifferences(wayConfig(state, means, position));
    return {
      means,
      view: way.kind === 'done' ? waySeenBy(way.run, observer) : null,
      state: way.kind,
      share: shareOf(way),
      recorded: recorded.kind === 'done' ? shelfSeenBy(recorded.run, observer) : null,
      recordedState: recorded.kind,
      href:
        observer === 'alice' || observer === 'bob'
          ? null
          : currentAddress({ route: placeOf('rndl'), config, instant: null }),
    };
  });
}

function shareOf(way: ReturnType<typeof wayOf>): number | null {
  if (way.kind !== 'running' || !way.progress?.pulses) return null;
  return way.progress.pulsesDone / way.progress.pulses;
}

function talliesOf(state: WaysState, observer: Observer) {
  const tally = (position: Position) =>
    tallyOf(
      WAYS.map((means) => {
        const way = wayOf(state, means, position);
        return way.kind === 'done' ? waySeenBy(way.run, observer) : null;
      }),
    );
  return { off: tally('off'), on: tally('on'), cracked: tally('cracked') };
}

import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import type { Observer } from '../../../scenarios/actors.ts';
import { shelfSeenBy } from '../../../scenarios/knowledge/shelf-view.ts';
import { observerStore } from '../../../store/observer.ts';
import { runStore } from '../../../store/run.ts';
import {
  cancelLanes,
  changeSwitches,
  changeYears,
  chooseGroup,
  focusLane,
  laneState,
  runLane,
  type Shelf,
  sendAndRecord,
  shelfOn,
  shelfStore,
  takeBack,
} from '../../../store/shelf.ts';
import { LANES, type Lane } from '../../../store/shelf-lanes.ts';
import { copyText } from '../../clipboard.ts';
import { formatSeed } from '../../format.ts';
import { announce } from '../../live-region.tsx';
import { MoscaPanel } from '../../panels/mosca/MoscaPanel.tsx';
import { LONGEST_YEARS } from '../../panels/shelf/axis.ts';
import { switchesText } from '../../panels/shelf/Combinations.tsx';
import { CountKeys } from '../../panels/shelf/CountKeys.tsx';
import { LaneCard } from '../../panels/shelf/LaneCard.tsx';
import { LaneTable } from '../../panels/shelf/LaneTable.tsx';
import type { LaneShown } from '../../panels/shelf/lane.ts';
import { ShelfSays } from '../../panels/shelf/ShelfSays.tsx';
import { Stages } from '../../panels/shelf/Stages.tsx';
import { AxisSays, TimeAxis } from '../../panels/shelf/TimeAxis.tsx';
import { spokenOf } from '../../panels/shelf/texts.ts';
import { WhatIf } from '../../panels/shelf/WhatIf.tsx';
import { AccordionSection } from '../../parts/Accordion.tsx';
import { Card } from '../../parts/Panel.tsx';
import { Portrait } from '../../stage/actors/Portrait.tsx';
import { useFrameSize } from '../../use-frame-size.ts';
import { TabHead } from './TabHead.tsx';
import { TriedCard } from './TriedCard.tsx';

const ACTIONS = { onRun: runLane, onCancel: cancelLanes, onCopy: copyText };

/** One message sent four ways and recorded: what of it Eve can open later. */
export function LaterTab({ head, wide }: { readonly head: ReactNode; readonly wide: boolean }) {
  const say = useWords();
  const seed = useStore(runStore, ({ config }) => config.seed);
  useEffect(() => shelfOn(seed), [seed]);
  const state = useStore(shelfStore);
  const observer = useStore(observerStore, ({ observer }) => observer);
  const phone = useFrameSize() === 'vertical';
  const [unfolded, setUnfolded] = useState<ReadonlySet<Lane>>(new Set(['qkd']));
  const lanes = useMemo(() => lanesSeenBy(state, observer), [state, observer]);
  const busy = lanes.some(isUnderWay);
  // The picture before stays until the next one is there.
  const [before, setBefore] = useState({ lanes, observer });
  if (!busy && before.lanes !== lanes) setBefore({ lanes, observer });
  const shownLanes = before.observer === observer ? held(lanes, before.lanes) : lanes;
  const { switches, years, focus, group, sent } = state;
  const told = observer === 'everyone' || observer === 'eve';

  const spoken = sent && !busy ? spokenOf(say, { lanes, observer, qDay: switches.qDay }) : '';
  useEffect(() => {
    if (spoken) announce(spoken, true);
  }, [spoken]);

  const title = (
    <div>
      <p className="font-semibold text-[12px] text-ink3">
        {say('later.eyebrow', { seed: formatSeed(seed) })}
      </p>
      <h2 className="font-bold text-title">{say('later.title')}</h2>
    </div>
  );
  const eve = <Portrait actor="eve" />;
  const axisSays = <AxisSays years={years} qDay={switches.qDay} told={told} />;
  const axis = (
    <Card className="min-w-0">
      <Stages
        sent={sent}
        qDay={switches.qDay}
        busy={busy}
        told={told}
        phone={phone}
        says={wide ? axisSays : null}
        onSend={sendAndRecord}
        onQDay={(qDay) => changeSwitches({ qDay })}
        onCancel={cancelLanes}
        onAgain={takeBack}
      />
      <TimeAxis
        years={years}
        qDay={switches.qDay}
        sent={sent}
        told={told}
        wide={wide}
        onYears={changeYears}
        onQDay={(qDay) => changeSwitches({ qDay })}
      />
      {!wide && <div className="px-4 pb-2.5">{axisSays}</div>}
    </Card>
  );
  const says = <ShelfSays lanes={lanes} observer={observer} />;
  const honest = <p className="text-[12px] text-ink2 leading-[1.4]">{say('later.honest')}</p>;
  const whatIf = <WhatIf switches={switches} titled={wide} onChange={changeSwitches} />;
  const tried = (
    <TriedCard state={state} observer={observer} narrow={!wide} onBack={changeSwitches} />
  );
  const toy = (
    <Card className="min-w-0 px-4 py-3">
      <CountKeys seed={seed} />
    </Card>
  );
  const mosca = (
    <Card className="min-w-0 px-4 py-3">
      <MoscaPanel years={years} longest={LONGEST_YEARS} onChange={changeYears} />
    </Card>
  );
  return (
    <>
      <TabHead head={head} wide={wide} title={title} spoken={say('lab.tab.later')} />
      {axis}
      {wide ? (
        <>
          <div className="grid grid-cols-[minmax(0,1fr)_300px] gap-3">
            <Card className="min-w-0">
              <LaneTable
                lanes={shownLanes}
                observer={observer}
                focus={focus}
                group={group}
                qDay={switches.qDay}
                eve={eve}
                pair={<Pair />}
                actions={ACTIONS}
                onFocus={focusLane}
                onGroup={chooseGroup}
              />
            </Card>
            <Card className="flex min-w-0 flex-col gap-2 px-4 pt-3 pb-3">
              {says}
              {honest}
              {whatIf}
            </Card>
          </div>
          {tried}
          <div className="grid grid-cols-2 gap-3 pb-4">
            {toy}
            {mosca}
          </div>
        </>
      ) : (
        <>
          <Card className="px-4 py-3">
            {says}
            <div className="mt-2">{honest}</div>
          </Card>
          {/* In reach of what it changes. */}
          <Card>
            <AccordionSection title={say('later.what-if')} summary={switchesText(say, switches)}>
              {whatIf}
            </AccordionSection>
          </Card>
          {shownLanes.map((shown) => (
            <LaneCard
              key={shown.lane}
              shown={shown}
              observer={observer}
              open={unfolded.has(shown.lane)}
              focus={focus === shown.lane}
              group={group}
              eve={eve}
              actions={ACTIONS}
              onOpen={(open) => setUnfolded(toggled(unfolded, shown.lane, open))}
              onFocus={focusLane}
              onGroup={chooseGroup}
            />
          ))}
          {tried}
          {toy}
          {mosca}
        </>
      )}
    </>
  );
}

function lanesSeenBy(state: Shelf, observer: Observer): LaneShown[] {
  return LANES.map((lane) => {
    const own = laneState(state, lane);
    const view = own.kind === 'done' ? shelfSeenBy(own.lane.run, observer) : null;
    return { lane, state: own, view, before: false };
  });
}

function isUnderWay({ state: { kind } }: LaneShown): boolean {
  return kind === 'running' || kind === 'waiting';
}

/** Lanes under way as they were before; a search is shown as soon as it has something to tell. */
function held(lanes: readonly LaneShown[], before: readonly LaneShown[]): readonly LaneShown[] {
  return lanes.map((shown, i) => {
    const last = before[i];
    const searches = shown.state.kind === 'running' && shown.state.progress?.search;
    return last?.view && isUnderWay(shown) && !searches ? { ...last, before: true } : shown;
  });
}

function toggled(lanes: ReadonlySet<Lane>, lane: Lane, on: boolean): ReadonlySet<Lane> {
  const next = new Set(lanes);
  if (on) next.add(lane);
  else next.delete(lane);
  return next;
}

/** The two whose key it is. */
function Pair() {
  return (
    <svg viewBox="-39 -39 246 78" aria-hidden="true" className="mt-1 h-6 w-[76px]">
      <Portrait actor="alice" />
      <path d="M50 0h68" className="stroke-line2" strokeWidth="5" />
      <g transform="translate(168 0)">
        <Portrait actor="bob" />
      </g>
    </svg>
  );
}

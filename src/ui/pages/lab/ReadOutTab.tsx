import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import type { Observer } from '../../../scenarios/actors.ts';
import { type Moment, readOutSeenBy } from '../../../scenarios/knowledge/read-out-view.ts';
import { observerStore } from '../../../store/observer.ts';
import {
  cancelDevices,
  changeDevices,
  chooseMeans,
  chooseRelays,
  deviceOf,
  dropTool,
  executeDevices,
  MEANS,
  type ReadOutState,
  readOutStore,
} from '../../../store/read-out.ts';
import { runStore } from '../../../store/run.ts';
import { formatSeed } from '../../format.ts';
import { announce } from '../../live-region.tsx';
import { kindsShown, MOMENTS } from '../../panels/read-out/alike.ts';
import { Devices } from '../../panels/read-out/Devices.tsx';
import { Findings, findingOf } from '../../panels/read-out/Findings.tsx';
import { MemoryTable } from '../../panels/read-out/MemoryTable.tsx';
import { Relays } from '../../panels/read-out/Relays.tsx';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Card } from '../../parts/Panel.tsx';
import { useFrameSize } from '../../use-frame-size.ts';
import { TabHead } from './TabHead.tsx';

/** Until the viewer chooses another, this moment is the one to compare. */
const FIRST_MOMENT: Moment = 'after';

/** A device in other hands: what it yields under five methods, and what erasing used keys saves. */
export function ReadOutTab({ head, wide }: { readonly head: ReactNode; readonly wide: boolean }) {
  const say = useWords();
  const state = useStore(readOutStore);
  const observer = useStore(observerStore, ({ observer }) => observer);
  const seed = useStore(runStore, ({ config }) => config.seed);
  const narrow = useFrameSize() === 'vertical';
  useEffect(() => changeDevices({ seed }), [seed]);
  // What waits when the tab is left is taken up again when it is back.
  useEffect(() => cancelDevices, []);

  const told = observer === 'everyone' || observer === 'eve';
  const read = told && state.moment !== null;
  const [looked, setLooked] = useState<Moment>(FIRST_MOMENT);
  const moment = (told && state.moment) || looked;
  const { rows, later, shown, devices } = useMemo(
    () => viewsOf(state, observer, moment, read),
    [state, observer, moment, read],
  );
  const views = rows.map(({ view }) => view);
  const kinds = kindsShown(state.seals === 'signatures');
  const method = say(`read-out.means.${state.means}`);
  const finding = findingOf(say, { views, observer, read });
  const busy = state.waiting.length > 0;
  const spoken =
    read && !busy
      ? say('read-out.told', {
          moment: say(`read-out.moment.${moment}`),
          finding: `${finding.title} ${finding.text}`,
        })
      : '';
  useEffect(() => {
    if (spoken) announce(spoken, true);
  }, [spoken]);
  const title = (
    <div>
      <p className="font-semibold text-[12px] text-ink3">
        {say('read-out.eyebrow', { seed: formatSeed(seed) })}
      </p>
      <h2 className="font-bold text-title">{say('read-out.title')}</h2>
    </div>
  );
  const device = (
    <Devices
      views={devices}
      kinds={kinds}
      method={method}
      placed={state.moment}
      hasTool={told}
      onDrop={dropTool}
      looked={looked}
      onLook={setLooked}
    />
  );
  const memory = (
    <>
      <div className={narrow ? 'pt-2' : 'flex-1 border-line border-t pt-1.5'}>
        <div className="flex min-h-5 items-center justify-between px-4">
          <h3 className="font-[650] text-[14px] text-ink">
            {say('read-out.in-device', { moment })}
          </h3>
          {busy && views.includes(null) && (
            <Button size="small" className="-my-1.5" onClick={cancelDevices}>
              {say('run.cancel')}
            </Button>
          )}
        </div>
        <MemoryTable
          narrow={narrow}
          rows={rows}
          kinds={kinds}
          chosen={state.means}
          read={read}
          onChoose={chooseMeans}
          onRun={executeDevices}
        />
      </div>
      <Relays relays={state.relays} onChange={chooseRelays} />
    </>
  );
  const findings = (
    <Card className="min-w-0 px-4 pt-3 pb-3.5">
      <Findings
        views={views}
        later={later}
        shown={shown}
        method={method}
        observer={observer}
        read={read}
        erase={state.erase}
        seals={state.seals}
        onErase={(erase) => changeDevices({ erase })}
        onSeals={(seals) => changeDevices({ seals })}
      />
    </Card>
  );
  return (
    <>
      <TabHead head={head} wide={wide} title={title} spoken={say('lab.tab.read-out')} />
      {state.failure !== null && (
        <Notice
          urgent
          title={say('read-out.failed')}
          actions={
            <Button size="small" onClick={executeDevices}>
              {say('run.restart')}
            </Button>
          }
        >
          {say('run.crashed-more')}
        </Notice>
      )}
      {narrow ? (
        // What came of it stands next to the tool; the lists may be further down.
        <>
          <Card className="@container">{device}</Card>
          {findings}
          <Card className="@container">{memory}</Card>
        </>
      ) : (
        <div
          className={
            wide ? 'grid flex-1 grid-cols-[minmax(0,1fr)_300px] gap-3 pb-3' : 'flex flex-col gap-3'
          }
        >
          <Card className="min-w-0">
            <div className="@container flex h-full flex-col" aria-busy={busy}>
              {device}
              {memory}
            </div>
          </Card>
          {findings}
        </div>
      )}
    </>
  );
}

function viewsOf(state: ReadOutState, observer: Observer, moment: Moment, read: boolean) {
  const seen = (means: (typeof MEANS)[number], at: Moment, there: boolean, erase = state.erase) => {
    const device = deviceOf(state, means, erase);
    if (typeof device === 'string') return null;
    return readOutSeenBy(device, { moment: at, read: there }, observer);
  };
  const rows = MEANS.map((means) => {
    const device = deviceOf(state, means);
    const view = seen(means, moment, read);
    return { means, view, state: typeof device === 'string' ? device : ('done' as const) };
  });
  const all = MOMENTS.map((at) => seen(state.means, at, read && at === moment));
  const [before, during, after] = all;
  return {
    rows,
    later: {
      erased: MEANS.map((means) => seen(means, 'after', true, true)),
      kept: MEANS.map((means) => seen(means, 'after', true, false)),
    },
    shown: seen(state.means, moment, read),
    devices: before && during && after ? { before, during, after } : null,
  };
}

import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import { runStore } from '../../../store/run.ts';
import { useTimeline } from '../../../store/view.ts';
import { ChooseObserver, PlaybackBar, RunSteps } from '../../connected.tsx';
import { Notices } from '../../Notices.tsx';
import { Button } from '../../parts/Button.tsx';
import { Card } from '../../parts/Panel.tsx';
import { TabPanel, Tabs } from '../../parts/Tabs.tsx';
import { go, openDialog } from '../../place.ts';
import { RunState } from '../../RunState.tsx';
import {
  comparesRuns,
  hasRunsOfItsOwn,
  LAB_PARTS,
  type LabTab,
  looksTheSameToAll,
  partOf,
  playsTheRun,
} from '../../routes.ts';
import type { FrameSize } from '../../use-frame-size.ts';
import { LabActions } from './LabActions.tsx';
import { StageTab } from './StageTab.tsx';
import { NewRunNote, Tools } from './Tools.tsx';
import { LATER_TABS, MiddlemanTab } from './tabs.ts';

const GROUP = 'lab';

/** The laboratory: tools at the left, at the right what they do; on smaller pages one above the other. */
export function LabPage({
  tab,
  size,
}: {
  readonly tab: LabTab;
  readonly size: Exclude<FrameSize, 'vertical'>;
}) {
  const say = useWords();
  const wide = size === 'wide';
  // The middleman and the light fill the page; what they need is on them.
  const beside = wide && (tab === 'stage' || tab === 'letters');
  const tools = (
    <Card className="flex min-h-0 flex-1 flex-col overflow-hidden">
      <h2 className="sr-only">{say('lab.tools')}</h2>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Tools />
      </div>
      <div className="border-line border-t px-4 py-2 empty:hidden">
        <NewRunNote />
      </div>
    </Card>
  );
  return (
    <main className={wide ? 'flex gap-4 px-4' : 'flex flex-col gap-3 px-3 pt-3'}>
      <h1 className="sr-only">{say('lab.title')}</h1>
      {beside && (
        <div className="sticky top-3 mt-3 flex h-[calc(100dvh-76px)] w-[300px] shrink-0 flex-col">
          {tools}
        </div>
      )}
      <div
        className={
          wide
            ? 'flex min-h-[calc(100dvh-52px)] min-w-0 flex-1 flex-col gap-2 pt-3'
            : 'flex min-w-0 flex-col gap-3'
        }
      >
        {!wide && <Notices />}
        <RunState />
        <LabTabs tab={tab} wide={wide} />
        {wide && <LabTransport tab={tab} wide />}
      </div>
      {!wide && tab !== 'light' && (
        <>
          {!comparesRuns(tab) && (
            <LabActions pins={!hasRunsOfItsOwn(tab)} links={tab !== 'boxes'} />
          )}
          {(tab === 'time' || !hasRunsOfItsOwn(tab)) && tools}
          <LabTransport tab={tab} wide={false} />
        </>
      )}
    </main>
  );
}

function LabTabs({ tab, wide }: { readonly tab: LabTab; readonly wide: boolean }) {
  const say = useWords();
  const Tab = tab === 'stage' || tab === 'middleman' ? null : LATER_TABS[tab];
  const tabs = LAB_PARTS[partOf(tab)].map((id) => ({ id, label: say(`lab.tab.${id}`) }));
  const head = (
    <div className="flex flex-wrap items-center justify-between gap-x-4 border-line border-b pr-3 pl-[18px] max-[760px]:px-2.5">
      <Tabs<LabTab>
        group={GROUP}
        label={say('lab.tabs')}
        tabs={tabs}
        selected={tab}
        onSelect={(id) => go({ screen: 'lab', tab: id })}
        className="!gap-3 max-[760px]:!gap-2"
      />
      {wide && tab === 'stage' && (
        <div className="flex min-w-[208px] flex-1 border-line border-l pl-4">
          <RunSteps />
        </div>
      )}
      {!looksTheSameToAll(tab) && (
        <div className="ml-auto flex items-center gap-3">
          {/* Its own bar fills the foot of that page; the dialog has the link as well. */}
          {wide && hasRunsOfItsOwn(tab) && !comparesRuns(tab) && (
            <Button size="small" onClick={() => openDialog('receipt')}>
              {say('lab.receipt')}
            </Button>
          )}
          <ChooseObserver />
        </div>
      )}
    </div>
  );
  return (
    <TabPanel
      group={GROUP}
      id={tab}
      className={wide ? 'flex min-h-0 flex-1 flex-col gap-2' : 'flex flex-col gap-3'}
    >
      {tab === 'stage' && <StageTab head={head} wide={wide} />}
      {tab === 'middleman' && <MiddlemanTab head={head} size={wide ? 'wide' : 'compact'} />}
      {Tab && <Tab head={head} wide={wide} />}
    </TabPanel>
  );
}

/** Playback of the run on screen. Other runs have bars of their own, or need none. */
function LabTransport({ tab, wide }: { readonly tab: LabTab; readonly wide: boolean }) {
  const timeline = useTimeline();
  const photons = useStore(runStore, ({ run }) => run?.config.exchange.photons ?? 0);
  if (!playsTheRun(tab) || !timeline) return null;
  return (
    <div className="sticky bottom-0 z-10 flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 bg-page py-0.5 max-[1119px]:-mx-3 max-[1119px]:border-line max-[1119px]:border-t max-[1119px]:px-3">
      <div className="min-w-[min(100%,510px)] flex-1">
        <PlaybackBar timeline={timeline} pulses={photons} />
      </div>
      {wide && <LabActions />}
    </div>
  );
}

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import { useTimeline, useView } from '../../../store/view.ts';
import { Caption } from '../../Caption.tsx';
import {
  ChooseObserver,
  jump,
  PlaybackBar,
  PlayingStage,
  useAbortLimit,
} from '../../connected.tsx';
import { Notices } from '../../Notices.tsx';
import { PhoneBar } from '../../PhoneBar.tsx';
import { LedgerPanel } from '../../panels/ledger/LedgerPanel.tsx';
import { QberPanel } from '../../panels/qber/QberPanel.tsx';
import { StepBar } from '../../panels/steps/StepBar.tsx';
import { TabPanel, Tabs } from '../../parts/Tabs.tsx';
import { RunState } from '../../RunState.tsx';
import { type LabTab, looksTheSameToAll, playsTheRun } from '../../routes.ts';
import { selectionStore, selectPulse } from '../../selection.ts';
import { Sheet } from '../Sheet.tsx';
import { LabActions } from './LabActions.tsx';
import { NewRunNote, Tools } from './Tools.tsx';
import { LATER_TABS, MiddlemanTab } from './tabs.ts';

const SHEET = 'sheet';
const SHEET_TABS = ['read', 'errors', 'ledger', 'controls'] as const;
type SheetTab = (typeof SHEET_TABS)[number];

/** A narrow page: the stage stands upright, everything else comes up from below. */
export function PhoneLab({ tab }: { readonly tab: LabTab }) {
  if (tab === 'stage') return <PhoneStage />;
  const Tab = tab === 'middleman' ? null : LATER_TABS[tab];
  const head = looksTheSameToAll(tab) ? null : (
    <div className="border-line border-b px-4 py-2">
      <ChooseObserver stretch />
    </div>
  );
  return (
    <div className="flex min-h-dvh flex-col">
      <PhoneBar />
      <main className="flex flex-1 flex-col gap-3 px-3 pt-3">
        <Notices />
        <RunState />
        {tab === 'middleman' && <MiddlemanTab head={head} size="vertical" />}
        {Tab && <Tab head={head} wide={false} />}
        {playsTheRun(tab) && <PhonePlayback />}
      </main>
    </div>
  );
}

function PhoneStage() {
  const view = useView();
  const timeline = useTimeline();
  return (
    <div className="flex h-dvh flex-col overflow-hidden [@media(max-height:419px)]:h-auto [@media(max-height:419px)]:overflow-visible">
      <PhoneBar />
      <main className="flex min-h-0 flex-1 flex-col bg-surface">
        <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-2 pb-4">
          <div className="flex flex-col gap-2">
            <Notices />
            <RunState />
            <PlayingStage view={view} timeline={timeline} layout="vertical" />
          </div>
        </div>
        <StageSheet />
      </main>
    </div>
  );
}

function StageSheet() {
  const say = useWords();
  const view = useView();
  const timeline = useTimeline();
  const limit = useAbortLimit();
  const selected = useStore(selectionStore, ({ pulse }) => pulse);
  const [tab, setTab] = useState<SheetTab>('read');
  useEffect(() => {
    const open = (event: Event) => {
      const to = event instanceof CustomEvent ? event.detail : null;
      if (to === 'ledger') setTab('ledger');
      if (to === 'chart') setTab('errors');
    };
    window.addEventListener('ll-jump', open);
    return () => window.removeEventListener('ll-jump', open);
  }, []);
  return (
    <Sheet
      peek={
        view && timeline && <PlaybackBar timeline={timeline} pulses={view.pulses} variant="phone" />
      }
      head={
        <Tabs
          group={SHEET}
          label={say('phone.sheet')}
          tabs={SHEET_TABS.map((id) => ({ id, label: say(`phone.${id}`) }))}
          selected={tab}
          onSelect={setTab}
          className="max-[350px]:gap-2"
        />
      }
    >
      <TabPanel group={SHEET} id={tab}>
        {view && timeline && tab === 'read' && (
          <div className="flex flex-col gap-2">
            <ChooseObserver stretch />
            <Caption view={view} timeline={timeline} />
            <StepBar view={view} timeline={timeline} onSeek={jump} />
            <NewRunNote />
          </div>
        )}
        {view && tab === 'errors' && (
          <div id="chart" tabIndex={-1}>
            <QberPanel
              view={view}
              limit={limit}
              finiteLimit={view.test()?.finiteLimit ?? null}
              bare
            />
          </div>
        )}
        {view && timeline && tab === 'ledger' && (
          <div id="ledger" tabIndex={-1}>
            <LedgerPanel
              view={view}
              timeline={timeline}
              onSeek={jump}
              highlight={selected}
              onHighlight={selectPulse}
              bare
            />
          </div>
        )}
        {tab === 'controls' && (
          <div className="-mx-4">
            <Tools />
            <div className="px-4 pb-2">
              <LabActions />
            </div>
          </div>
        )}
      </TabPanel>
    </Sheet>
  );
}

function PhonePlayback() {
  const view = useView();
  const timeline = useTimeline();
  if (!view || !timeline) return null;
  return (
    <div className="sticky bottom-0 -mx-3 border-line border-t bg-surface px-4 py-2">
      <PlaybackBar timeline={timeline} pulses={view.pulses} variant="phone" />
    </div>
  );
}

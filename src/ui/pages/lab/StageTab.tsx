import { memo, type ReactNode, useDeferredValue } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import { pinnedStore } from '../../../store/pinned.ts';
import { runStore } from '../../../store/run.ts';
import { useTimeline, useView } from '../../../store/view.ts';
import { Caption } from '../../Caption.tsx';
import { jump, PlayingStage, RunSteps, useAbortLimit, type Watched } from '../../connected.tsx';
import { LedgerPanel } from '../../panels/ledger/LedgerPanel.tsx';
import { QberPanel } from '../../panels/qber/QberPanel.tsx';
import { Card } from '../../parts/Panel.tsx';
import { selectionStore, selectPulse } from '../../selection.ts';
import { Compare } from './tabs.ts';

/** Picture only: everything on a wide screen but the stage takes this much of its height; 896 × 338. */
const STAGE_FITS = 'max(720px, calc((100dvh - 495px) * 896 / 338))';

/** Stage, ledger and error rate; with a run pinned, both runs side by side in the ledger's place. */
export function StageTab({ head, wide }: { readonly head: ReactNode; readonly wide: boolean }) {
  const view = useView();
  const timeline = useTimeline();
  // Ten times a second, the tables below are drawn when the stage has had its frame, not before.
  const later = useDeferredValue(view);
  return (
    <>
      <Card className="min-w-0 shrink-0">
        {head}
        {!wide && (
          <div className="flex min-h-10 items-center px-4">
            <RunSteps />
          </div>
        )}
        <div className="px-4">
          <div className="mx-auto" style={wide ? { maxWidth: STAGE_FITS } : undefined}>
            <PlayingStage
              view={view}
              timeline={timeline}
              {...(wide && { layout: 'wide' as const })}
            />
          </div>
        </div>
        {/* The stage ends with air of its own. */}
        <div className={wide ? '-mt-1.5 -mb-0.5' : undefined}>
          {later && timeline && <Said view={later} timeline={timeline} />}
        </div>
      </Card>
      {later && timeline && <Below view={later} timeline={timeline} />}
    </>
  );
}

const Said = memo(Caption);

const Below = memo(function Below({ view, timeline }: Watched) {
  const say = useWords();
  const selected = useStore(selectionStore, ({ pulse }) => pulse);
  const { pinned, comparing } = useStore(pinnedStore);
  const run = useStore(runStore, ({ run }) => run);
  const limit = useAbortLimit();
  // Receipts are the simulator's own: no actor could lay two of them side by side.
  const both = comparing && pinned && run && view.observer === 'everyone' ? { pinned, run } : null;
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1.56fr)_minmax(0,1fr)] gap-3 max-[760px]:grid-cols-1">
      <div id="ledger" tabIndex={-1} className="min-w-0 rounded-card">
        {both ? (
          <Compare pinned={both.pinned.receipt} now={both.run.receipt} />
        ) : (
          <LedgerPanel
            view={view}
            timeline={timeline}
            onSeek={jump}
            highlight={selected}
            onHighlight={selectPulse}
          />
        )}
      </div>
      <div id="chart" tabIndex={-1} className="min-w-0 rounded-card">
        <QberPanel view={view} limit={limit} finiteLimit={view.test()?.finiteLimit ?? null} />
        {run?.coinsByDetection && (
          <p className="px-4 pt-2 text-[12px] text-ink2">{say('lab.coins-by-detection')}</p>
        )}
      </div>
    </div>
  );
});

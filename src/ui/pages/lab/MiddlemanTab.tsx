import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { Broken, RunConfig } from '../../../scenarios/config.ts';
import { observerStore } from '../../../store/observer.ts';
import { cancelPair, pairStore, startPair } from '../../../store/pair.ts';
import { adopt, playhead } from '../../../store/playhead.ts';
import { change, runStore } from '../../../store/run.ts';
import { timelineFor, useViewOf } from '../../../store/view.ts';
import { jump, PlaybackBar } from '../../connected.tsx';
import { announce } from '../../live-region.tsx';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Card } from '../../parts/Panel.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import type { FrameSize } from '../../use-frame-size.ts';
import { PairDifferences } from './PairDifferences.tsx';
import { PairRow, said, storyAt } from './PairRow.tsx';
import { TabHead } from './TabHead.tsx';

type Which = 'off' | 'on';

/** The middleman twice, with the same photons: without seals, and with them. */
export function MiddlemanTab({
  head,
  size,
}: {
  readonly head: ReactNode;
  readonly size: FrameSize;
}) {
  const wide = size === 'wide';
  const say = useWords();
  const { status, off, on } = useStore(pairStore);
  const run = useStore(runStore, ({ run }) => run);
  const config = run?.config ?? null;
  useEffect(() => {
    if (config) void startPair(config);
  }, [config]);
  // Other tabs play the one run again.
  useEffect(() => () => adopt(runStore.getState().run?.length ?? 0), []);
  return (
    <>
      <TabHead head={head} wide={wide} title={<PairTitle />} spoken={say('lab.tab.middleman')} />
      {status === 'crashed' && (
        <Notice
          urgent
          title={say('pair.failed')}
          actions={
            <Button size="small" onClick={() => config && startPair(config)}>
              {say('run.restart')}
            </Button>
          }
        >
          {say('run.crashed-more')}
        </Notice>
      )}
      {status === 'running' && !on && (
        <Card className="flex items-center justify-between gap-4 px-4 py-3 text-[13px] text-ink2">
          <span role="status">{say('pair.loading')}</span>
          <Button size="small" onClick={cancelPair}>
            {say('run.cancel')}
          </Button>
        </Card>
      )}
      {off && on && <Both size={size} />}
    </>
  );
}

function PairTitle() {
  const say = useWords();
  return (
    <div>
      <p className="font-semibold text-[12px] text-ink3">{say('pair.same')}</p>
      <h2 className="font-bold text-title">{say('pair.title')}</h2>
    </div>
  );
}

function Both({ size }: { readonly size: FrameSize }) {
  const wide = size === 'wide';
  const say = useWords();
  const [shown, setShown] = useState<Which>('off');
  const off = usePairSide('off');
  const on = usePairSide('on');
  const trust = useStore(pairStore, ({ on }) => on?.config.authentication ?? null);
  // Neither end knows of Eve.
  const unaware = useStore(
    observerStore,
    ({ observer }) => observer === 'alice' || observer === 'bob',
  );
  // The choice moves at once; the runs follow.
  const chosen = useStore(runStore, ({ config }) => config.authentication);
  const forgesTo = useStore(pairStore, ({ on }) => on?.config.eve.forgesTo ?? 'alice');
  const photons = useStore(pairStore, ({ on }) => on?.config.exchange.photons ?? 0);
  const ended = useStore(playhead, ({ instant, length }) => length > 0 && instant >= length);
  const verdicts = off && on ? `${said(say, off.story.title)} ${said(say, on.story.title)}` : '';
  useEffect(() => {
    if (ended && verdicts) announce(verdicts, true);
  }, [ended, verdicts]);
  if (!off || !on) return null;
  const longest = off.timeline.length >= on.timeline.length ? off : on;

  const heads: Record<Which, ReactNode> = {
    off: (
      <RowHead title={wide ? say('pair.off') : null} more={say('pair.off-more')}>
        {null}
      </RowHead>
    ),
    on: (
      <RowHead
        title={wide ? say('pair.on') : null}
        more={trust ? sealsWords(say, trust, unaware) : ''}
      >
        <Segmented
          label={say('pair.seals')}
          value={chosen.broken}
          options={breaksOf(say, chosen)}
          onChange={(broken) => change('authentication.broken', broken)}
        />
      </RowHead>
    ),
  };
  const rows = { off, on };
  const row = (which: Which) => (
    <PairRow
      head={heads[which]}
      view={rows[which].view}
      timeline={rows[which].timeline}
      story={rows[which].story}
      wide={wide}
    />
  );
  return (
    <>
      {wide ? (
        <>
          {row('off')}
          {row('on')}
        </>
      ) : (
        <>
          <Segmented
            label={say('pair.which')}
            value={shown}
            options={[
              { value: 'off', label: say('pair.off') },
              { value: 'on', label: say('pair.on') },
            ]}
            onChange={setShown}
            stretch
          />
          {row(shown)}
          <PairDifferences off={off.story} on={on.story} />
        </>
      )}
      <div
        className={
          wide
            ? 'flex min-h-14 shrink-0 flex-wrap items-center gap-x-3 py-1.5'
            : 'sticky bottom-0 z-10 -mx-3 flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-t bg-page px-3 py-1.5'
        }
      >
        <div className="min-w-[min(100%,420px)] flex-1 max-[599px]:min-w-full">
          <PlaybackBar
            timeline={longest.timeline}
            pulses={photons}
            variant={size === 'vertical' ? 'phone' : 'full'}
          />
        </div>
        <div className="flex items-center gap-3">
          {!unaware && (
            <span className="text-[13px] text-ink2">
              {say('pair.forges-to', { who: forgesTo })}
            </span>
          )}
          <Button
            onClick={() => change('eve.forgesTo', forgesTo === 'alice' ? 'bob' : 'alice')}
            size={wide ? 'normal' : 'small'}
          >
            {say('pair.swap')}
          </Button>
          {!ended && (
            <Button
              look="primary"
              size={wide ? 'normal' : 'small'}
              onClick={() => jump(longest.timeline.length)}
            >
              {say('pair.to-end')}
            </Button>
          )}
        </div>
      </div>
    </>
  );
}

type Trust = RunConfig['authentication'];

/** What the seals rest on, as the viewer can tell it, or either end. */
function sealsWords(
  say: SayWords,
  { trustAnchor, broken }: Pick<Trust, 'trustAnchor' | 'broken'>,
  unaware: boolean,
): string {
  const anchor = trustAnchor === 'pre-shared-key' ? 'shared' : trustAnchor;
  if (unaware) return say('pair.on-own', { anchor });
  // A selector of a message holds no hyphen.
  return broken === 'none'
    ? say('pair.on-more', { anchor })
    : say('pair.broken-more', { broken: broken.replaceAll('-', '_') });
}

/** Whole, the plainest break of this anchor, and what else the tools have set. */
function breaksOf(say: SayWords, { trustAnchor, broken }: Trust) {
  const shared = trustAnchor === 'pre-shared-key';
  const plain: Broken = shared ? 'key-leaked' : 'private-key-stolen';
  const options: { value: Broken; label: string }[] = [
    { value: 'none', label: say('pair.secret') },
    { value: plain, label: say(shared ? 'pair.key-leaked' : 'pair.key-stolen') },
  ];
  if (broken !== 'none' && broken !== plain) {
    options.push({ value: broken, label: say(`value.${broken}`) });
  }
  return options;
}

function RowHead({
  title,
  more,
  children,
}: {
  /** null where the choice above says it already. */
  readonly title: string | null;
  readonly more: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="flex min-h-[46px] flex-wrap items-center gap-x-3 gap-y-1 py-1">
      {title !== null && <h3 className="font-bold text-[15px]">{title}</h3>}
      <p className="min-w-0 flex-1 text-[14px] text-ink2">{more}</p>
      {children}
    </div>
  );
}

/** One side as it stands at the playhead. */
function usePairSide(which: Which) {
  const run = useStore(pairStore, (pair) => pair[which]);
  const view = useViewOf(run);
  if (!run || !view) return null;
  const timeline = timelineFor(run);
  return { view, timeline, story: storyAt(view, timeline, run.receipt, run.stop) };
}

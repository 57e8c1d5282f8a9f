import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../content/words/use-words.ts';
import type { KnowledgeView } from '../../scenarios/knowledge/view.ts';
import { useTimeline, useView } from '../../store/view.ts';
import { Caption } from '../Caption.tsx';
import { QberChart } from '../charts/QberChart.tsx';
import { ChooseObserver, PlaybackBar, PlayingStage, useAbortLimit } from '../connected.tsx';
import { formatShare, formatUncertainty } from '../format.ts';
import { curves, samples } from '../panels/qber/qber-lines.ts';
import { Button } from '../parts/Button.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { placeStore, present, revealAnswers } from '../place.ts';
import { RunState } from '../RunState.tsx';
import { LeavePresentIcon } from '../shell-icons.tsx';
import { useFrameSize } from '../use-frame-size.ts';
import { useQuestion } from '../use-question.ts';
import { Tally } from './Tally.tsx';

/** Picture only: drawn for this width, and everything grows with the page; 13 px become 22. */
const DRAWN_FOR_PX = 1120;

/** For a projector: one stage, one statistic, one chart. */
export function PresentFrame() {
  const say = useWords();
  const question = useQuestion('stage');
  const view = useView();
  const timeline = useTimeline();
  const limit = useAbortLimit();
  const answers = useStore(placeStore, ({ answers }) => answers);
  const scale = useScale();
  const vertical = useFrameSize() === 'vertical';
  return (
    <main
      className="flex flex-col gap-1 bg-surface px-7 pt-3 pb-2"
      style={{ zoom: scale, minHeight: `${100 / scale}dvh` }}
    >
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="font-bold text-[25px] leading-[1.15] tracking-[-.025em]">{question}</h1>
        <div className="flex items-center gap-3">
          <ChooseObserver />
          <IconButton label={say('present.leave')} onClick={() => present(false)}>
            <LeavePresentIcon />
          </IconButton>
        </div>
      </div>
      <RunState />
      <PlayingStage view={view} timeline={timeline} />
      {view && timeline && answers && <Caption view={view} timeline={timeline} />}
      {view && timeline && (
        <div className="grid flex-1 grid-cols-[minmax(0,1fr)_minmax(0,1fr)_330px] items-center gap-x-8 gap-y-4 max-[800px]:grid-cols-1">
          {answers ? <Statistic view={view} /> : <Hidden />}
          {answers ? <Chart view={view} limit={limit} /> : <div />}
          <PlaybackBar
            timeline={timeline}
            pulses={view.pulses}
            variant={vertical ? 'phone' : 'embed'}
            showSpeeds={false}
          />
        </div>
      )}
    </main>
  );
}

function Statistic({ view }: { readonly view: KnowledgeView }) {
  const say = useWords();
  const rate = view.errorRate() ?? view.test();
  const share = rate && formatShare(rate.errors, rate.kept);
  return (
    <div>
      <p className="text-[16px] text-ink2">{say('present.statistic')}</p>
      {rate && share ? (
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <span className="font-bold text-[54px] leading-none tracking-[-.045em] tabular-nums">
            {share}
          </span>
          <span className="text-[19px] text-ink2 tabular-nums">{formatUncertainty(rate)}</span>
        </p>
      ) : (
        <p className="my-1 font-bold text-[28px]">{say('present.not-yet')}</p>
      )}
      <Tally />
    </div>
  );
}

function Chart({ view, limit }: { readonly view: KnowledgeView; readonly limit: number }) {
  const say = useWords();
  const series = useMemo(() => curves(view, false), [view]);
  const tests = useMemo(() => samples(view), [view]);
  return (
    <QberChart
      series={series}
      tests={tests}
      limit={limit}
      finiteLimit={view.test()?.finiteLimit ?? null}
      summary={say('present.chart')}
      height={112}
    />
  );
}

function Hidden() {
  const say = useWords();
  return (
    <div className="flex flex-col items-start gap-2.5">
      <p className="text-[16px] text-ink2">{say('present.hidden')}</p>
      <Button look="primary" onClick={revealAnswers}>
        {say('present.reveal')}
      </Button>
      <Tally />
    </div>
  );
}

/** How much larger than drawn the page is. */
function useScale(): number {
  const [width, setWidth] = useState(() => document.documentElement.clientWidth);
  useEffect(() => {
    const observer = new ResizeObserver(() => setWidth(document.documentElement.clientWidth));
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, []);
  return Math.max(1, width / DRAWN_FOR_PX);
}

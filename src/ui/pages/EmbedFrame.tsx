import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useWords, type WordKey } from '../../content/words/use-words.ts';
import type { KnowledgeView } from '../../scenarios/knowledge/view.ts';
import { useTimeline, useView } from '../../store/view.ts';
import { currentAddress } from '../address.ts';
import { Caption } from '../Caption.tsx';
import { ChooseObserver, PlaybackBar, PlayingStage } from '../connected.tsx';
import { formatCount, formatPercent, formatShare, formatUncertainty } from '../format.ts';
import { everybodyCounts } from '../panels/qber/qber-lines.ts';
import { placeStore } from '../place.ts';
import { RunState } from '../RunState.tsx';
import { useFrameSize } from '../use-frame-size.ts';
import { useQuestion } from '../use-question.ts';
import { listenToParent, tellParent } from './embed-messages.ts';

/** The app in a frame of another page: one stage, three figures, playback. It keeps nothing. */
export function EmbedFrame() {
  const say = useWords();
  const question = useQuestion('stage');
  const view = useView();
  const timeline = useTimeline();
  const hide = useStore(placeStore, ({ hide }) => hide);
  const vertical = useFrameSize() === 'vertical';
  const box = useRef<HTMLElement>(null);
  useConversation(box, view, timeline?.length ?? null);
  return (
    <main ref={box} className="mx-auto max-w-[1120px] bg-surface px-4 pt-2 pb-2">
      <div className="flex min-h-[34px] flex-wrap items-center justify-between gap-2">
        {hide.includes('text') ? (
          <h1 className="sr-only">{question}</h1>
        ) : (
          <h1 className="font-bold text-embed tracking-[-.012em]">{question}</h1>
        )}
        <ChooseObserver />
      </div>
      <RunState />
      <div className="mt-2">
        <PlayingStage view={view} timeline={timeline} />
      </div>
      {view && timeline && (
        <>
          {!hide.includes('text') && <Caption view={view} timeline={timeline} takesFocus={false} />}
          {!hide.includes('chart') && <Figures view={view} />}
          {!hide.includes('controls') && (
            <div className="mt-2 flex flex-wrap items-center gap-2">
              <div className="min-w-0 flex-1 max-[599px]:min-w-full">
                <PlaybackBar
                  timeline={timeline}
                  pulses={view.pulses}
                  variant={vertical ? 'phone' : 'embed'}
                  showSpeeds={false}
                />
              </div>
              <a
                href={currentAddress({ frame: 'auto' })}
                target="_blank"
                rel="noreferrer"
                className="inline-flex h-10 items-center rounded-button border border-line2 px-4 font-semibold text-[14px] text-ink hover:bg-surface2"
              >
                {say('embed.open')}
              </a>
            </div>
          )}
        </>
      )}
    </main>
  );
}

/** Three figures, as far as this observer knows them now. */
function Figures({ view }: { readonly view: KnowledgeView }) {
  const say = useWords();
  const rate = view.errorRate();
  const test = view.test();
  const kept = view.kept();
  const known = view.eveKnows();
  const unknown = say('embed.unknown');
  const shown = rate ?? test;
  return (
    <div className="mt-1 grid grid-cols-3 gap-3 max-[480px]:grid-cols-1 max-[480px]:gap-2">
      <Statistic
        label={say(rateLabel(view))}
        value={shown ? (formatShare(shown.errors, shown.kept) ?? say('embed.not-yet')) : unknown}
        more={shown && shown.kept > 0 ? formatUncertainty(shown) : ''}
      />
      <Statistic
        label={say('embed.kept')}
        value={kept === null ? unknown : formatCount(kept)}
        more={say('embed.of-photons', { n: formatCount(view.pulsesSent) })}
      />
      <Statistic
        label={say('embed.eve-knows')}
        value={
          known
            ? known.kept === 0
              ? say('embed.not-yet')
              : formatPercent(known.known / known.kept, 0)
            : unknown
        }
        more={known ? say('embed.of-bits', { n: formatCount(known.kept) }) : ''}
      />
    </div>
  );
}

function rateLabel(view: KnowledgeView): WordKey {
  if (!view.errorRate()) return view.test() ? 'embed.test' : 'embed.error-rate.public';
  return everybodyCounts(view) ? 'embed.error-rate.public' : 'embed.error-rate';
}

function Statistic({
  label,
  value,
  more,
}: {
  readonly label: string;
  readonly value: string;
  readonly more: string;
}) {
  return (
    <div className="min-w-0 rounded-[12px] border border-line bg-surface2 px-3.5 py-2">
      <div className="truncate text-[13px] text-ink2" title={label}>
        {label}
      </div>
      <div className="flex flex-wrap items-baseline gap-x-1.5">
        <span className="whitespace-nowrap font-bold text-[25px] leading-[1.25] tracking-[-.025em] tabular-nums">
          {value}
        </span>
        <span className="text-[13px] text-ink3 tabular-nums">{more}</span>
      </div>
    </div>
  );
}

/** Says ready, height and verdict to the page around it; hears nothing but a theme. */
function useConversation(
  box: { readonly current: HTMLElement | null },
  view: KnowledgeView | null,
  length: number | null,
): void {
  useEffect(() => listenToParent((theme) => placeStore.setState({ theme })), []);
  const ready = view !== null;
  useEffect(() => {
    if (ready) tellParent({ type: 'll:ready' });
  }, [ready]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      tellParent({ type: 'll:height', height: Math.ceil(element.getBoundingClientRect().height) }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  const verdict = view && view.at === length ? view.verdict : null;
  const told = verdict?.kind === 'verdict' ? verdict.verdict : (verdict?.kind ?? null);
  useEffect(() => {
    if (told !== null) tellParent({ type: 'll:verdict', verdict: told });
  }, [told]);
}

import type { ReactNode } from 'react';
import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { KnowledgeView, Timeline } from '../../../scenarios/knowledge/view.ts';
import type { Receipt } from '../../../scenarios/receipt.ts';
import { PlayingStage } from '../../connected.tsx';
import { Card } from '../../parts/Panel.tsx';
import { type Sentence, type StopOfRun, type Story, storyOfAll, storyOfEnd } from './pair-story.ts';

/** Picture only: two of them, 916 × 236, and 300 px of all else fill a wide screen's height. */
const STAGE_FITS = 'max(720px, calc((100dvh - 316px) / 2 * 916 / 236))';

/** One of the two runs: what is on, its stage, and what came of it. */
export function PairRow({
  head,
  view,
  timeline,
  story,
  wide,
}: {
  readonly head: ReactNode;
  readonly view: KnowledgeView;
  readonly timeline: Timeline;
  readonly story: Story;
  readonly wide: boolean;
}) {
  return (
    <Card className={wide ? 'flex min-h-0 flex-1 overflow-hidden' : 'overflow-hidden'}>
      <div className={wide ? 'flex min-w-0 flex-1 flex-col px-4' : 'px-4 pb-3'}>
        {head}
        <div className={wide ? 'flex min-h-0 flex-1 items-center pb-2' : ''}>
          <div className="mx-auto w-full" style={wide ? { maxWidth: STAGE_FITS } : undefined}>
            <PlayingStage view={view} timeline={timeline} variant="pair" />
          </div>
        </div>
      </div>
      <VerdictColumn story={story} className={wide ? 'w-[300px] shrink-0 border-l' : 'border-t'} />
    </Card>
  );
}

function VerdictColumn({
  story: { eyebrow, title, figures, why },
  className,
}: {
  readonly story: Story;
  readonly className: string;
}) {
  const say = useWords();
  return (
    <section className={`flex flex-col border-line px-5 py-3 ${className}`}>
      <p className="font-semibold text-[12px] text-ink3">{said(say, eyebrow)}</p>
      <h3 className="mt-0.5 mb-2 text-balance font-bold text-[20px] leading-[1.2] tracking-[-.015em]">
        {said(say, title)}
      </h3>
      <dl>
        {figures.map(({ label, value, more }) => (
          <div
            key={label}
            className="grid grid-cols-[1fr_auto] items-baseline gap-x-2 border-line border-t py-[5px] text-[13.5px] text-ink2"
          >
            <dt>{say(label)}</dt>
            <dd className="whitespace-nowrap font-bold text-ink tabular-nums">
              {typeof value === 'string' ? value : said(say, value)}
            </dd>
            {more && (
              <dd className="col-span-2 text-right text-[12px] leading-4">{said(say, more)}</dd>
            )}
          </div>
        ))}
      </dl>
      {why && <p className="mt-auto pt-2 text-[13px] text-ink2 leading-[1.4]">{said(say, why)}</p>}
    </section>
  );
}

/** The verdict appears when the playhead is at this run's end, and no sooner. */
export function storyAt(
  view: KnowledgeView,
  timeline: Timeline,
  receipt: Receipt,
  stop: StopOfRun,
): Story {
  if (view.at < timeline.length) {
    return {
      eyebrow: { key: 'pair.watching', values: {} },
      title: { key: 'pair.watching-title', values: {} },
      figures: [],
      why: { key: 'pair.watching-more', values: {} },
    };
  }
  const { observer } = view;
  return observer === 'alice' || observer === 'bob'
    ? storyOfEnd(view, observer)
    : storyOfAll(receipt, stop);
}

export function said(say: SayWords, { key, values }: Sentence): string {
  return say(key, values);
}

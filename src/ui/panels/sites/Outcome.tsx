import type { ReactNode } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { RepeatsView, SiteView } from '../../../scenarios/knowledge/site-view.ts';
import type { Standing } from '../../../store/site.ts';
import { Button } from '../../parts/Button.tsx';
import { Slider } from '../../parts/Slider.tsx';
import { Gauges } from './Gauges.tsx';
import { storyOf } from './story.ts';

/** What came of the delivery in view, and of many like it. */
export function Outcome({
  view,
  repeated,
  standing,
  progress,
  times,
  rate,
  mostInsiders,
  busy,
  later,
  onRate,
  onRepeat,
  onCancel,
}: {
  readonly view: SiteView;
  readonly repeated: RepeatsView | null;
  readonly standing: Standing;
  /** Of the repeats under way, 0…1. */
  readonly progress: number;
  /** How often "repeat" executes. */
  readonly times: number;
  readonly rate: number;
  readonly mostInsiders: number;
  /** The choice is ahead of the delivery in view. */
  readonly busy: boolean;
  /** A way on, where there is one. */
  readonly later: ReactNode;
  readonly onRate: (rate: number) => void;
  readonly onRepeat: () => void;
  readonly onCancel: () => void;
}) {
  const say = useWords();
  const { title, more } = storyOf(say, view);
  const told = view.observer === 'everyone' || view.observer === 'eve';
  const running = standing === 'running' || standing === 'waiting';
  return (
    <div>
      <p className="font-semibold text-[12px] text-ink3">
        {say(view.link.key ? 'site.eyebrow.worked' : 'site.eyebrow.stopped')}
      </p>
      <div
        className={
          busy ? 'opacity-60 transition-opacity delay-100 motion-reduce:transition-none' : ''
        }
        aria-busy={busy}
      >
        <h3
          className="mt-0.5 text-balance font-bold text-[20px] leading-[1.2] tracking-[-.015em]"
          data-testid="story"
        >
          {title}
        </h3>
        <p className="mt-1 mb-3 min-h-[54px] text-[13px] text-ink2 leading-[1.4]">{more}</p>
      </div>
      {later}
      <Gauges view={view} repeats={repeated} mostInsiders={mostInsiders} />
      <div className="mt-3 border-line border-t pt-2.5">
        <Slider
          label={say('site.rate')}
          value={rate}
          shape={{ min: 0, max: 1, perUnit: 0.01, unit: '%' }}
          step={0.01}
          onChange={onRate}
          effect={say('site.rate.effect')}
        />
      </div>
      <div className="mt-2.5 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
        {running ? (
          <Button size="small" onClick={onCancel}>
            {say('run.cancel')}
          </Button>
        ) : (
          <Button
            size="small"
            look="primary"
            aria-disabled={standing === 'finished'}
            onClick={standing === 'finished' ? undefined : onRepeat}
            className="aria-disabled:cursor-default aria-disabled:opacity-50"
          >
            {say('site.repeat', { times })}
          </Button>
        )}
        <p
          className="min-w-0 flex-1 text-[12px] text-ink2 tabular-nums leading-[1.35]"
          data-testid="repeated"
        >
          {standing === 'finished'
            ? repeated
              ? say('site.repeated', { opened: repeated.opened, repeats: repeated.repeats })
              : say('site.repeated.unseen', { who: view.observer })
            : say(`site.standing.${standing}`, { share: progress })}
        </p>
      </div>
      {running && (
        <div className="mt-2 h-1.5 overflow-hidden rounded-full bg-track" aria-hidden="true">
          <div className="h-full bg-ink" style={{ width: `${progress * 100}%` }} />
        </div>
      )}
      {repeated && repeated.sent < repeated.repeats && (
        <p className="mt-1.5 text-[12px] text-ink2 leading-[1.35]">
          {say('site.repeated.unsent', { unsent: repeated.repeats - repeated.sent })}
        </p>
      )}
      {told && repeated && repeated.byLink > 0 && (
        <p className="mt-1.5 text-[12px] text-ink2 leading-[1.35]">
          {say('site.repeated.link', { opened: repeated.byLink })}
        </p>
      )}
    </div>
  );
}

import { useWords } from '../../../content/words/use-words.ts';
import type { LifeView } from '../../../scenarios/knowledge/life-view.ts';
import type { LifeAxis } from './axis.ts';
import { tallyOf } from './outcome.ts';
import { ageText, spanText } from './TimeBand.tsx';

/** How long the start-up method had to hold, all windows so far together, in the life of the link. */
export function Exposure({
  view,
  round,
  axis: { startUpMinutes, lifeYears },
}: {
  readonly view: LifeView;
  readonly round: number;
  readonly axis: LifeAxis;
}) {
  const say = useWords();
  const { starts } = tallyOf(view, round);
  return (
    <p title={say('time.exposure-more')} className="font-semibold text-[13px] text-ink">
      {say('time.exposure', {
        window: ageText(say, starts * startUpMinutes),
        life: spanText(say, { n: lifeYears, unit: 'years' }),
      })}
    </p>
  );
}

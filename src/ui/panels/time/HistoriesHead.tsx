import type { ReactNode } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { LifeView } from '../../../scenarios/knowledge/life-view.ts';
import { classes } from '../../parts/classes.ts';
import type { LifeAxis } from './axis.ts';
import { TimeBand } from './TimeBand.tsx';

/** The choice of histories, above whichever is shown: it stays in place while it is used. */
export function HistoriesHead({
  own,
  wide,
  axis,
  anchor,
  which,
}: {
  readonly own: boolean;
  readonly wide: boolean;
  readonly axis: LifeAxis;
  readonly anchor: LifeView['anchor'];
  readonly which: ReactNode;
}) {
  const say = useWords();
  const four = wide && !own;
  return (
    <div
      className={
        four
          ? 'grid grid-cols-[166px_minmax(0,1fr)]'
          : 'flex flex-wrap items-center justify-between gap-3'
      }
    >
      <div className={classes(four && 'pt-[13px]', !wide && 'w-full')}>{which}</div>
      {four && <TimeBand axis={axis} anchor={anchor} short={false} />}
      {wide && own && <span className="text-[13px] text-ink2">{say('time.edit.drag')}</span>}
    </div>
  );
}

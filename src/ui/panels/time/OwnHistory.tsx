import { useWords } from '../../../content/words/use-words.ts';
import type { LifeView } from '../../../scenarios/knowledge/life-view.ts';
import type { Plan } from '../../../store/lifecycle-plans.ts';
import { OnlyYouChip } from '../../parts/Chip.tsx';
import { classes } from '../../parts/classes.ts';
import { PanelNote } from '../../parts/Panel.tsx';
import { LEAST_PITCH, type LifeAxis } from './axis.ts';
import { EventList } from './EventList.tsx';
import { EventMarkers } from './EventMarkers.tsx';
import { Exposure } from './Exposure.tsx';
import { outcomeText } from './HistoryRow.tsx';
import { Legend } from './Legend.tsx';
import { Strip } from './Strip.tsx';
import { TimeBand } from './TimeBand.tsx';

/** A history of the viewer's own: events over a strip, to be dragged, added and removed. */
export function OwnHistory({
  view,
  observer,
  plan,
  axis,
  anchor,
  round,
  busy,
  wide,
  cellHeight,
  onSeek,
  onPlan,
}: {
  readonly view: LifeView | null;
  readonly observer: LifeView['observer'];
  readonly plan: Plan;
  readonly axis: LifeAxis;
  readonly anchor: LifeView['anchor'];
  readonly round: number;
  readonly busy: boolean;
  readonly wide: boolean;
  readonly cellHeight: number;
  readonly onSeek: (round: number) => void;
  readonly onPlan: (changes: Partial<Plan>) => void;
}) {
  const say = useWords();
  const { rounds } = axis;
  const unseen = observer === 'alice' || observer === 'bob';
  const onChange = (events: Plan['events']) => onPlan({ events });
  return (
    <div className="@container">
      {unseen && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <OnlyYouChip />
          <PanelNote>{say('time.edit.hidden', { who: observer })}</PanelNote>
        </div>
      )}
      <div className={'-mx-1 mt-2 overflow-x-auto overflow-y-hidden px-1'}>
        <div className={wide ? '' : 'pr-1'} style={{ minWidth: (rounds + 1) * LEAST_PITCH }}>
          <TimeBand axis={axis} anchor={anchor} short={!wide} />
          <div className="mt-1.5">
            <EventMarkers
              events={plan.events}
              rounds={rounds}
              anchor={anchor}
              reach={cellHeight + 9}
              muted={unseen}
              onChange={onChange}
            />
            {view === null ? (
              <div
                className="flex items-center text-[13px] text-ink2"
                style={{ height: cellHeight + 15 }}
              >
                {say('time.waiting')}
              </div>
            ) : (
              <div
                className={classes(
                  'transition-opacity duration-100 motion-reduce:transition-none',
                  busy && 'opacity-50',
                )}
              >
                <Strip
                  view={view}
                  round={round}
                  label={say('time.strip.own')}
                  current
                  cellHeight={cellHeight}
                  withMarks={false}
                  onSeek={onSeek}
                />
              </div>
            )}
          </div>
        </div>
      </div>
      <p
        className="mt-0.5 min-h-[20px] text-right font-semibold text-[13px]"
        data-testid="outcome-own"
      >
        {view && (busy ? say('time.busy') : outcomeText(say, view, round))}
      </p>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-5 gap-y-2 border-line border-y py-2.5">
        <Legend observer={observer} />
        {view && <Exposure view={view} round={round} axis={axis} />}
      </div>
      <div className="mt-3">
        <EventList
          events={plan.events}
          rounds={rounds}
          anchor={anchor}
          addAt={Math.min(round, rounds)}
          onChange={onChange}
        />
      </div>
    </div>
  );
}

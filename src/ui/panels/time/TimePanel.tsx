import type { LifeView } from '../../../scenarios/knowledge/life-view.ts';
import type { HistoryId } from '../../../store/lifecycle-plans.ts';
import type { LifeAxis } from './axis.ts';
import { Exposure } from './Exposure.tsx';
import { type HistoryName, HistoryRow } from './HistoryRow.tsx';
import { Legend } from './Legend.tsx';
import { TimeBand } from './TimeBand.tsx';

/** Histories of one link under one axis: the same photons, another course of events each. */
export function TimePanel({
  names,
  views,
  observer,
  axis,
  anchor,
  round,
  chosen,
  running,
  wide,
  cellHeight,
  onChoose,
  onSeek,
}: {
  readonly names: readonly HistoryName[];
  readonly views: Readonly<Record<HistoryId, LifeView | null>>;
  readonly observer: LifeView['observer'];
  readonly axis: LifeAxis;
  readonly anchor: LifeView['anchor'];
  readonly round: number;
  readonly chosen: HistoryId;
  readonly running: HistoryId | null;
  readonly wide: boolean;
  readonly cellHeight: number;
  readonly onChoose: (id: HistoryId) => void;
  readonly onSeek: (round: number) => void;
}) {
  const view = views[chosen];
  return (
    <div>
      <div className="mt-1 flex flex-col gap-1">
        {names.map((name) => (
          <HistoryRow
            key={name.id}
            name={name}
            view={views[name.id]}
            observer={observer}
            round={round}
            chosen={chosen === name.id}
            busy={running === name.id}
            wide={wide}
            cellHeight={cellHeight}
            band={wide ? null : <TimeBand axis={axis} anchor={anchor} short />}
            onChoose={() => onChoose(name.id)}
            onSeek={onSeek}
          />
        ))}
      </div>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-x-5 gap-y-2 border-line border-t pt-2.5">
        <Legend observer={observer} />
        {view && <Exposure view={view} round={round} axis={axis} />}
      </div>
    </div>
  );
}

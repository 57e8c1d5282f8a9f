import { useWords } from '../../../content/words/use-words.ts';
import { MOST_TIMES } from '../../../scenarios/distance/sweep.ts';
import { Button } from '../../parts/Button.tsx';

/** Executes the sweep, says how far it is, and hands out what is there. */
export function SweepBar({
  runs,
  executed,
  mostKm,
  progress,
  ended,
  points,
  refused,
  onRun,
  onCancel,
  onCsv,
  onSvg,
}: {
  readonly runs: number;
  readonly executed: number;
  readonly mostKm: number;
  /** 0…1; null: no sweep is under way. */
  readonly progress: number | null;
  readonly ended: 'finished' | 'cancelled' | null;
  /** Points that can be exported. */
  readonly points: number;
  readonly refused: boolean;
  readonly onRun: () => void;
  readonly onCancel: () => void;
  readonly onCsv: () => void;
  readonly onSvg: () => void;
}) {
  const say = useWords();
  const all = runs > 0 && executed === runs;
  // Runs at the length looked at may be of the sweep, and have not begun it.
  const begun = ended === 'cancelled' && executed > 0 && !all;
  const state =
    progress !== null
      ? say('distance.sweep.progress', { share: Math.round(progress * 100) / 100 })
      : ended === 'cancelled' && !all
        ? say('distance.sweep.cancelled', { executed, runs })
        : all
          ? say('distance.sweep.finished', { runs })
          : say('distance.sweep.size', { runs, km: mostKm });
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        {progress === null ? (
          <Button look="primary" size="small" disabled={refused || all} onClick={onRun}>
            {say(begun ? 'distance.sweep.rest' : 'distance.sweep.run')}
          </Button>
        ) : (
          <Button size="small" onClick={onCancel}>
            {say('distance.sweep.cancel')}
          </Button>
        )}
        <Button size="small" disabled={points === 0} onClick={onCsv}>
          {say('distance.sweep.csv')}
        </Button>
        <Button size="small" disabled={points === 0} onClick={onSvg}>
          {say('distance.sweep.svg')}
        </Button>
        <span
          className="min-w-0 flex-1 basis-[220px] text-[12px] text-ink2 tabular-nums"
          data-testid="sweep-state"
        >
          {state}
        </span>
      </div>
      <div aria-hidden="true" className="h-1 overflow-hidden rounded-full bg-track">
        <div
          className="h-full bg-ink forced-colors:bg-[CanvasText]"
          style={{ width: `${(progress ?? (ended && runs > 0 ? executed / runs : 0)) * 100}%` }}
        />
      </div>
      <p className="text-[12px] text-ink3">{say('distance.sweep.adapt', { times: MOST_TIMES })}</p>
    </div>
  );
}

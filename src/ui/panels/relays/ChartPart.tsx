import { useWords } from '../../../content/words/use-words.ts';
import { RateMark } from '../../charts/RateFrame.tsx';
import { formatRate } from '../../charts/rate-figures.ts';
import { Button } from '../../parts/Button.tsx';
import type { ExpectedLine } from './expected.ts';
import { type ChartRun, RelayChart } from './RelayChart.tsx';

/** Rate against distance for chains of several lengths: on demand, as a picture and as a table. */
export function ChartPart({
  runs,
  lines,
  series,
  lengths,
  km,
  progress,
  cancelled,
  wide,
  onRun,
  onCancel,
}: {
  readonly runs: readonly ChartRun[];
  /** Empty where there is no formula. */
  readonly lines: readonly ExpectedLine[];
  /** Relays. */
  readonly series: readonly number[];
  readonly lengths: readonly number[];
  readonly km: number | null;
  /** Of the chain under way, 0…1; null: none is. */
  readonly progress: number | null;
  readonly cancelled: boolean;
  readonly wide: boolean;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}) {
  const say = useWords();
  const executed = runs.filter(({ rate }) => rate !== null).length;
  const counts = { executed, runs: runs.length };
  const all = executed === runs.length;
  const state =
    progress !== null
      ? say('relays.chart.running', { ...counts, share: Math.round(progress * 100) / 100 })
      : all
        ? say('relays.chart.finished', counts)
        : cancelled
          ? say('relays.chart.cancelled', counts)
          : say(executed > 0 ? 'relays.chart.left' : 'relays.chart.size', counts);
  const names = series.map((relays) => say('relays.chart.series', { relays }));
  const done = (executed + (progress ?? 0)) / runs.length;
  const mostKm = Math.max(...lengths);
  return (
    <section aria-label={say('relays.chart')} className="@container">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div>
          <h3 className="font-[650] text-[14px] text-ink">{say('relays.chart')}</h3>
          <p className="mt-0.5 text-[12px] text-ink2 leading-[1.4]">{say('relays.chart.more')}</p>
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-[12px] text-ink2 tabular-nums" data-testid="relays-chart-state">
            {state}
          </span>
          {progress === null ? (
            <Button look="primary" size="small" disabled={all} onClick={onRun}>
              {say(executed > 0 && !all ? 'relays.chart.rest' : 'relays.chart.run')}
            </Button>
          ) : (
            <Button size="small" onClick={onCancel}>
              {say('run.cancel')}
            </Button>
          )}
        </div>
      </div>
      <div aria-hidden="true" className="mt-2 h-1 overflow-hidden rounded-full bg-track">
        <div
          className="h-full bg-ink forced-colors:bg-[CanvasText]"
          style={{ width: `${done * 100}%` }}
        />
      </div>
      <div
        className={
          wide
            ? 'mt-2 grid grid-cols-[minmax(0,1fr)_300px] min-[1120px]:grid-cols-[minmax(0,1fr)_360px] gap-5'
            : 'mt-3'
        }
      >
        <RelayChart
          runs={runs}
          lines={lines}
          series={series}
          km={km !== null && km <= mostKm ? km : null}
          mostKm={mostKm}
          height={wide ? 214 : 240}
          summary={say('relays.chart.summary', { ...counts, series: names.join(', ') })}
        />
        <div className={wide ? '' : 'mt-3'}>
          <table className="w-full border-collapse text-[12px] tabular-nums">
            <thead className="text-ink2">
              <tr>
                <th scope="col" className="py-1 text-left font-medium">
                  {say('relays.chart.distance')}
                </th>
                {names.map((name, i) => (
                  <th key={name} scope="col" className="py-1 pl-2 text-right font-medium">
                    <span className="inline-flex items-center gap-1 whitespace-nowrap">
                      <svg width="13" height="14" aria-hidden="true" className="flex-none">
                        <g transform="translate(6.5 7)">
                          <RateMark at={i} />
                        </g>
                      </svg>
                      {name}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lengths.map((at) => (
                <tr key={at} className="border-line border-t">
                  <th scope="row" className="whitespace-nowrap py-1 text-left font-medium">
                    {say('relays.chart.km', { km: at })}
                  </th>
                  {series.map((nodes) => (
                    <td key={nodes} className="whitespace-nowrap py-1 pl-2 text-right">
                      <Rate run={runs.find((run) => run.km === at && run.nodes === nodes)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p className="mt-2 text-[12px] text-ink3 leading-[1.4]">
            {lines.length > 0 && say('relays.chart.line')} {say('relays.chart.others')}
          </p>
        </div>
      </div>
    </section>
  );
}

function Rate({ run }: { readonly run: ChartRun | undefined }) {
  const say = useWords();
  const rate = run?.rate ?? null;
  if (rate === null) return <span className="text-ink3">{say('relays.chart.not-run')}</span>;
  if (rate === 0) return <span className="text-ink2">{say('relays.chart.no-key')}</span>;
  return <b className="font-semibold text-ink">{formatRate(rate)}</b>;
}

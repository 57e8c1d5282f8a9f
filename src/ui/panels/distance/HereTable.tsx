import { useWords } from '../../../content/words/use-words.ts';
import type { Point } from '../../../scenarios/distance/points.ts';
import { SERIES, type SeriesId } from '../../../scenarios/distance/sweep.ts';
import { formatPercent } from '../../format.ts';
import { formatMean, formatRate } from './figures.ts';
import { SeriesMark } from './marks.tsx';

export interface HereRow {
  /** null: not executed at this length. */
  readonly point: Point | null;
  /** By formula; zero or less: no key. */
  readonly expected: number;
}

/** Figures of each series at the length looked at: what ran, and beside it what the formula gives. */
export function HereTable({
  km,
  rows,
  busy,
}: {
  readonly km: number;
  readonly rows: Readonly<Record<SeriesId, HereRow>>;
  readonly busy: boolean;
}) {
  const say = useWords();
  const head = 'px-2 pb-1.5 text-right align-bottom font-medium';
  const missing = say(busy ? 'distance.here.running' : 'distance.here.not-run');
  return (
    <section aria-labelledby="distance-here" className="min-w-0">
      <h3 id="distance-here" className="mb-1.5 font-[650] text-[14px] text-ink">
        {say('distance.here', { km })}
      </h3>
      <div className="relative overflow-x-auto">
        <table className="w-full min-w-[500px] border-collapse text-[13px] tabular-nums">
          <thead className="text-[12px] text-ink2">
            <tr>
              <th scope="col" className="pb-1.5 text-left align-bottom font-medium">
                {say('distance.here.series')}
              </th>
              <th scope="col" className={head}>
                {say('distance.here.gain')}
              </th>
              <th scope="col" className={head}>
                {say('distance.here.qber')}
              </th>
              <th scope="col" className={head}>
                {say('distance.here.rate')}
              </th>
              <th scope="col" className={head}>
                {say('distance.here.formula')}
              </th>
            </tr>
          </thead>
          <tbody>
            {SERIES.map((series) => {
              const { point, expected } = rows[series];
              return (
                <tr key={series} data-series={series} className="border-line border-t">
                  <th scope="row" className="py-2 pr-2 text-left font-medium">
                    <span className="flex items-center gap-2">
                      <svg width="12" height="14" aria-hidden="true" className="shrink-0">
                        <g transform="translate(6 7)">
                          <SeriesMark series={series} />
                        </g>
                      </svg>
                      {say(`distance.series.${series}`)}
                    </span>
                  </th>
                  <td className="px-2 text-right">{point ? formatRate(point.gain) : missing}</td>
                  <td className="px-2 text-right">
                    {!point
                      ? missing
                      : point.qber === null
                        ? say('distance.here.none')
                        : formatPercent(point.qber)}
                  </td>
                  <td className="px-2 text-right font-semibold" data-testid={`rate-${series}`}>
                    {point ? <RateOf point={point} /> : missing}
                  </td>
                  <td className="px-2 text-right text-ink2">
                    {expected > 0 ? formatRate(expected) : say('distance.here.no-key')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="mt-1.5 text-[12px] text-ink3">{say('distance.here.note')}</p>
    </section>
  );
}

/** A mean rate; where only some runs gave a key, how many did. */
export function RateOf({ point }: { readonly point: Point }) {
  const say = useWords();
  const { rate, error, withKey, runs } = point;
  if (withKey === 0) return say('distance.here.no-key');
  const mean = formatMean(rate, error);
  return withKey === runs ? mean : say('distance.here.some', { rate: mean, keys: withKey, runs });
}

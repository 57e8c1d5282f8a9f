import { Fragment } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { Point } from '../../../scenarios/distance/points.ts';
import { SERIES, type SeriesId } from '../../../scenarios/distance/sweep.ts';
import { formatMean, formatRate } from '../../charts/rate-figures.ts';
import { formatPercent } from '../../format.ts';
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
  stacked,
}: {
  readonly km: number;
  readonly rows: Readonly<Record<SeriesId, HereRow>>;
  readonly busy: boolean;
  /** One series under the other, where a table is too wide. */
  readonly stacked: boolean;
}) {
  const say = useWords();
  const missing = say(busy ? 'distance.here.running' : 'distance.here.not-run');
  return (
    <section aria-labelledby="distance-here" className="min-w-0">
      <h3 id="distance-here" className="mb-1.5 font-[650] text-[14px] text-ink">
        {say('distance.here', { km })}
      </h3>
      {stacked ? (
        SERIES.map((series) => (
          <Stacked key={series} series={series} {...rows[series]} missing={missing} />
        ))
      ) : (
        <table className="w-full border-collapse text-[13px] tabular-nums">
          <thead className="text-[12px] text-ink2">
            <tr>
              <th scope="col" className="pb-1.5 text-left align-bottom font-medium">
                {say('distance.here.series')}
              </th>
              {FIGURES.map((name) => (
                <th
                  key={name}
                  scope="col"
                  className="px-2 pb-1.5 text-right align-bottom font-medium"
                >
                  {say(`distance.here.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {SERIES.map((series) => (
              <tr key={series} className="border-line border-t">
                <th scope="row" className="py-2 pr-2 text-left font-medium">
                  <Name series={series} />
                </th>
                {FIGURES.map((name) => (
                  <td key={name} className={`px-2 text-right ${LOOKS[name]}`}>
                    <Value name={name} series={series} {...rows[series]} missing={missing} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="mt-1.5 text-[12px] text-ink3">{say('distance.here.note')}</p>
    </section>
  );
}

const FIGURES = ['gain', 'qber', 'rate', 'formula'] as const;
const LOOKS = { gain: '', qber: '', rate: 'font-semibold', formula: 'text-ink2' } as const;

interface Shown extends HereRow {
  readonly series: SeriesId;
  /** Said in the place of what was not executed. */
  readonly missing: string;
}

function Stacked(shown: Shown) {
  const say = useWords();
  return (
    <div className="border-line border-t py-2 text-[13px] tabular-nums first-of-type:border-t-0">
      <h4 className="font-medium">
        <Name series={shown.series} />
      </h4>
      <dl className="mt-1 grid grid-cols-[1fr_auto] gap-y-0.5">
        {FIGURES.map((name) => (
          <Fragment key={name}>
            <dt className="text-[12px] text-ink2">{say(`distance.here.${name}`)}</dt>
            <dd className={`text-right ${LOOKS[name]}`}>
              <Value name={name} {...shown} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}

function Name({ series }: { readonly series: SeriesId }) {
  const say = useWords();
  return (
    <span className="flex items-center gap-2">
      <svg width="12" height="14" aria-hidden="true" className="shrink-0">
        <g transform="translate(6 7)">
          <SeriesMark series={series} />
        </g>
      </svg>
      {say(`distance.series.${series}`)}
    </span>
  );
}

function Value({
  name,
  series,
  point,
  expected,
  missing,
}: Shown & { readonly name: (typeof FIGURES)[number] }) {
  const say = useWords();
  if (name === 'formula') {
    return expected > 0 ? formatRate(expected) : say('distance.here.no-key');
  }
  if (!point) return missing;
  switch (name) {
    case 'gain':
      return formatRate(point.gain);
    case 'qber':
      return point.qber === null ? say('distance.here.none') : formatPercent(point.qber);
    case 'rate':
      return (
        <span data-testid={`rate-${series}`}>
          <RateOf point={point} />
        </span>
      );
    default:
      name satisfies never;
      return null;
  }
}

/** A mean rate; where only some runs gave a key, how many did. */
export function RateOf({ point }: { readonly point: Point }) {
  const say = useWords();
  const { rate, error, withKey, runs } = point;
  if (withKey === 0) return say('distance.here.no-key');
  const mean = formatMean(rate, error);
  return withKey === runs ? mean : say('distance.here.some', { rate: mean, keys: withKey, runs });
}

import { useWords } from '../../../content/words/use-words.ts';
import type { Point } from '../../../scenarios/distance/points.ts';
import { formatRate } from '../../charts/rate-figures.ts';
import { formatCount, formatPercent } from '../../format.ts';
import { RateOf } from './HereTable.tsx';

/** The chart's executed points in words and numbers. */
export function PointsTable({ points }: { readonly points: readonly Point[] }) {
  const say = useWords();
  const cell = 'whitespace-nowrap px-2 py-1 text-right';
  const heads = [
    'distance.here.series',
    'distance.here.rate',
    'distance.table.runs',
    'distance.here.gain',
    'distance.here.qber',
    'distance.table.pulses',
  ] as const;
  return (
    <details className="text-[13px]">
      <summary className="cursor-pointer py-3 font-semibold text-ink">
        {say('distance.table')}
      </summary>
      {points.length === 0 ? (
        <p className="text-ink2">{say('distance.table.empty')}</p>
      ) : (
        <section
          aria-label={say('distance.table')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
          tabIndex={0}
          className="relative max-h-[320px] overflow-auto"
        >
          <table className="w-full border-collapse text-[12px] tabular-nums">
            <thead className="text-ink2">
              <tr>
                <th scope="col" className="py-1 text-left font-medium">
                  {say('distance.table.km')}
                </th>
                {heads.map((key) => (
                  <th key={key} scope="col" className={`${cell} font-medium first:text-left`}>
                    {say(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={`${point.km} ${point.series}`} className="border-line border-t">
                  <th scope="row" className="whitespace-nowrap py-1 text-left font-medium">
                    {say('distance.here.value', { km: point.km })}
                  </th>
                  <td className={cell}>{say(`distance.series.${point.series}`)}</td>
                  <td className={cell}>
                    <RateOf point={point} />
                  </td>
                  <td className={cell}>
                    {say('distance.table.of', { keys: point.withKey, runs: point.runs })}
                  </td>
                  <td className={cell}>{formatRate(point.gain)}</td>
                  <td className={cell}>
                    {point.qber === null ? say('distance.here.none') : formatPercent(point.qber)}
                  </td>
                  <td className={cell}>{formatCount(point.pulses)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}

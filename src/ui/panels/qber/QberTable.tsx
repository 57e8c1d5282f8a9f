import { useWords, type WordKey } from '../../../content/words/use-words.ts';
import { readings, type Series } from '../../charts/qber.chart.ts';
import { formatCount, formatPercent } from '../../format.ts';

const NAMES: Readonly<Record<Series['id'], WordKey>> = {
  all: 'qber.title',
  rectilinear: 'qber.plus',
  diagonal: 'qber.cross',
  near: 'qber.near',
  far: 'qber.far',
};

/** The curve as ten lines of numbers. */
export function QberTable({
  series,
  height,
}: {
  readonly series: readonly Series[];
  readonly height: number;
}) {
  const say = useWords();
  return (
    <section
      className="overflow-y-auto px-2"
      style={{ height }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
      tabIndex={0}
      aria-label={say('qber.table')}
    >
      {series.map(({ id, points }) => {
        const rows = readings(points);
        return (
          <table key={id} className="w-full border-collapse text-right text-xs tabular-nums">
            <caption className={series.length > 1 ? 'py-1 text-left font-semibold' : 'sr-only'}>
              {series.length > 1 ? say(NAMES[id]) : say('qber.table-caption', { n: rows.length })}
            </caption>
            <thead className="text-ink3">
              <tr>
                <th scope="col" className="sticky top-0 bg-surface pb-0.5 font-medium">
                  {say('qber.kept')}
                </th>
                <th scope="col" className="sticky top-0 bg-surface font-medium">
                  {say('qber.errors')}
                </th>
                <th scope="col" className="sticky top-0 bg-surface font-medium">
                  {say('qber.rate')}
                </th>
                <th scope="col" className="sticky top-0 bg-surface font-medium">
                  {say('qber.interval')}
                </th>
              </tr>
            </thead>
            <tbody className="text-ink2">
              {rows.map((point) => (
                <tr key={point.kept} className="border-line border-t">
                  <td className="py-0.5">{formatCount(point.kept)}</td>
                  <td>{formatCount(point.errors)}</td>
                  <td className="font-semibold text-ink">
                    {formatPercent(point.errors / point.kept)}
                  </td>
                  <td>{`${formatPercent(point.low)} – ${formatPercent(point.high)}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </section>
  );
}

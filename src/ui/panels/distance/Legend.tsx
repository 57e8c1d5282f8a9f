import { useWords } from '../../../content/words/use-words.ts';
import type { SweepSetting } from '../../../scenarios/distance/sweep.ts';
import { SERIES } from '../../../scenarios/distance/sweep.ts';
import { formatRate } from '../../charts/rate-figures.ts';
import type { DrawnLine } from './drawn-lines.ts';
import { LegendSign, SeriesMark } from './marks.tsx';

/** Names of marks and dashes, and how far each formula reaches. */
export function Legend({
  lines,
  textbook,
  pulses,
  accounting,
}: {
  readonly lines: readonly DrawnLine[];
  readonly textbook: boolean;
  /** Of the run that the finite curve is drawn of. */
  readonly pulses: number;
  readonly accounting: SweepSetting['accounting'];
}) {
  const say = useWords();
  const wrong = accounting === 'single-photons-assumed';
  const reach = ({ exists, reachKm }: DrawnLine) =>
    !exists
      ? say('distance.curve.missing')
      : reachKm !== null && reachKm > 0
        ? say('distance.curve.reach', { km: Math.round(reachKm) })
        : say('distance.curve.never');
  return (
    <div className="flex flex-col gap-1 text-[12px] text-ink2">
      {textbook && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {SERIES.map((series) => (
            <li key={series} className="flex items-center gap-1.5">
              <svg width="12" height="14" aria-hidden="true" className="shrink-0">
                <g transform="translate(6 7)">
                  <SeriesMark series={series} />
                </g>
              </svg>
              {say(`distance.series.${series}`)}
            </li>
          ))}
        </ul>
      )}
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {lines.map((line) => (
          <li key={line.id} className="flex items-center gap-1.5">
            <LegendSign id={line.id} letter={textbook} />
            <span>
              {textbook || line.id === 'finite' || line.id === 'infinite-decoys'
                ? say(`distance.curve.${line.id}`, { pulses: formatRate(pulses, 0) })
                : say(`distance.series.${line.id}`)}
              {!textbook && wrong && line.id !== 'single-photons' && (
                <b className="font-semibold text-ink"> ({say('distance.wrong')})</b>
              )}
              <span className="text-ink3 tabular-nums"> {reach(line)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

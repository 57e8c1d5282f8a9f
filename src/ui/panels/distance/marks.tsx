import { SERIES, type SeriesId } from '../../../scenarios/distance/sweep.ts';
import { RateMark } from '../../charts/RateFrame.tsx';

/** A mark of its own for each series: ring, square, triangle. Never a colour. */
export function SeriesMark({ series }: { readonly series: SeriesId }) {
  return <RateMark at={SERIES.indexOf(series)} />;
}

/** Thin and broken, so that no formula is taken for a run. */
export const DASHES = {
  'single-photons': '1.5 3.5',
  'infinite-decoys': '8 3 1.5 3',
  decoys: '6 4',
  finite: '3 3',
  'without-decoys': '1.5 6',
} as const;

/** Letters of the textbook's curves. */
export const LETTERS = {
  'single-photons': 'A',
  'infinite-decoys': 'B',
  decoys: 'C',
  finite: 'D',
  'without-decoys': 'E',
} as const;

/** A mark and its line, for a legend; a letter where lines have no marks. */
export function LegendSign({
  id,
  letter = false,
}: {
  readonly id: keyof typeof DASHES;
  readonly letter?: boolean;
}) {
  const series = id === 'infinite-decoys' || id === 'finite' ? null : id;
  return (
    <svg width="38" height="14" aria-hidden="true" className="shrink-0">
      <path d="M12 7H38" className="stroke-ink2" strokeWidth="1.2" strokeDasharray={DASHES[id]} />
      <g transform="translate(6 7)">
        {letter || series === null ? (
          <text textAnchor="middle" y="4" className="fill-ink font-semibold text-[11px]">
            {LETTERS[id]}
          </text>
        ) : (
          <SeriesMark series={series} />
        )}
      </g>
    </svg>
  );
}

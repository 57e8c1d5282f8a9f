import type { CorrectionView } from '../../../scenarios/knowledge/steps-view.ts';
import { density } from '../../charts/strip.chart.ts';
import type { Heard } from './heard.ts';

/** Picture only: width of one column of the band. */
const BIN = 3;

/** The whole key as a band: columns where errors were found, outlines where some are left. */
export function Overview({
  view,
  heard,
  left,
  width,
  top,
  height,
  cells,
  cellAt,
  fanTo,
  inOrder,
}: {
  readonly view: CorrectionView;
  readonly heard: Heard;
  readonly left: readonly number[] | null;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  /** Places of the bits shown below, and where each stands. */
  readonly cells: readonly number[];
  readonly cellAt: (index: number) => number;
  readonly fanTo: number;
  readonly inOrder: boolean;
}) {
  const bins = Math.max(1, Math.floor(width / BIN));
  const found = density(heard.errorPosition.slice(0, view.found), view.bits, bins);
  const open = density(left ?? [], view.bits, bins);
  const most = Math.max(1, ...found.map((count, i) => count + (open[i] ?? 0)));
  const scale = height / most;
  const x = (position: number) => ((position + 0.5) / view.bits) * width;
  const first = cells[0] ?? 0;
  const last = cells.at(-1) ?? first;
  return (
    <g>
      <rect
        x="-0.5"
        y={top - 0.5}
        width={width + 1}
        height={height + 1}
        rx="3"
        fill="var(--surface2)"
        stroke="var(--line2)"
      />
      {found.map((count, i) => {
        const bar = count * scale;
        const more = (open[i] ?? 0) * scale;
        const at = (i / bins) * width;
        return count + more === 0 ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the key.
          <g key={i}>
            {count > 0 && (
              <rect
                x={at}
                y={top + height - bar}
                width={BIN - 0.6}
                height={bar}
                fill="var(--ink)"
              />
            )}
            {more > 0 && (
              <rect
                x={at + 0.4}
                y={top + height - bar - more + 0.4}
                width={BIN - 1.2}
                height={Math.max(0.6, more - 0.8)}
                fill="none"
                stroke="var(--ink2)"
                strokeWidth="0.9"
              />
            )}
          </g>
        );
      })}
      {inOrder ? (
        <path
          d={`M${x(first)} ${top + height + 1}L${cellAt(0)} ${fanTo}M${x(last)} ${top + height + 1}L${cellAt(cells.length - 1)} ${fanTo}`}
          stroke="var(--ink3)"
          strokeWidth="1"
          strokeDasharray="2 3"
        />
      ) : (
        <path
          d={cells
            .map((position, i) => `M${x(position)} ${top + height + 1}L${cellAt(i)} ${fanTo}`)
            .join('')}
          stroke="var(--ink3)"
          strokeWidth="0.7"
          opacity="0.75"
          fill="none"
        />
      )}
    </g>
  );
}

import { useRef } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { CorrectionView } from '../../../scenarios/knowledge/steps-view.ts';
import { formatCount } from '../../format.ts';
import { useWidth } from '../../parts/use-width.ts';
import type { Focus } from './focus.ts';
import { blockName, type Heard, type PassTally, wasOdd } from './heard.ts';

/** Picture only: height of a row, and the narrowest block drawn by itself. */
const ROW = 24;
const NARROWEST = 5;

/**
 * Every pass as a row of blocks in its own order, odd ones filled, with its counts. From the last
 * correction a thread runs back to the block of another pass that it opened again.
 */
export function PassMap({
  view,
  heard,
  tallies,
  focus,
}: {
  readonly view: CorrectionView;
  readonly heard: Heard;
  readonly tallies: readonly PassTally[];
  readonly focus: Focus | null;
}) {
  const say = useWords();
  const { busy, quiet } = partOf(tallies, focus?.pass ?? 0);
  const bar = useRef<HTMLTableCellElement>(null);
  const width = Math.max(60, (useWidth(bar) ?? 240) - 12);
  const opener = focus?.openedBy ?? null;
  const from = opener === null ? null : placeOf(view, heard, opener, width);
  const to = focus && placeIn(view, heard, focus, width);
  const thread = from && to && from.pass !== to.pass ? { from, to } : null;
  return (
    <div className="min-w-0">
      <table className="w-full table-fixed border-collapse text-[12px] tabular-nums">
        <caption className="sr-only">{say('correct.passes')}</caption>
        <thead>
          <tr className="h-5 text-ink2">
            <th scope="col" className="w-9 text-left font-medium">
              {say('correct.pass')}
            </th>
            <th scope="col" ref={bar} className="px-1.5 text-left font-medium">
              {say('correct.blocks')}
            </th>
            <th scope="col" className="w-16 text-right font-medium max-[599px]:hidden">
              {say('correct.block-length')}
            </th>
            <th scope="col" className="w-12 text-right font-medium">
              {say('correct.odd')}
            </th>
            <th scope="col" className="w-14 text-right font-medium">
              {say('correct.found')}
            </th>
            <th scope="col" className="w-[72px] text-right font-medium max-[599px]:hidden">
              {say('correct.reopened')}
            </th>
          </tr>
        </thead>
        <tbody>
          {busy.map((tally) => (
            <tr
              key={tally.pass}
              className={tally.pass === focus?.pass ? 'font-semibold text-ink' : 'text-ink2'}
              style={{ height: ROW }}
            >
              <th scope="row" className="text-left font-semibold">
                {tally.pass + 1}
              </th>
              <td className="relative px-1.5 py-0">
                {tally.pass === 0 && thread && (
                  <svg
                    aria-hidden="true"
                    className="pointer-events-none absolute top-0 left-0 overflow-visible"
                    width={width + 12}
                    height={ROW}
                  >
                    <Thread from={thread.from} to={thread.to} />
                  </svg>
                )}
                <span className="sr-only">{formatCount(tally.blocks)}</span>
                <Blocks
                  view={view}
                  heard={heard}
                  tally={tally}
                  width={width}
                  focus={focus?.pass === tally.pass ? focus : null}
                />
              </td>
              <td className="text-right max-[599px]:hidden">{formatCount(tally.blockLength)}</td>
              <td className="text-right">{formatCount(tally.odd)}</td>
              <td className="text-right">{formatCount(tally.found)}</td>
              <td className="text-right max-[599px]:hidden">{formatCount(tally.reopened)}</td>
            </tr>
          ))}
          {quiet && (
            <tr className="text-ink2" style={{ height: ROW }}>
              <th scope="row" colSpan={2} className="text-left font-semibold">
                {say('correct.quiet', { from: quiet.from, to: quiet.to })}
              </th>
              <td className="max-[599px]:hidden" />
              <td className="text-right">{formatCount(0)}</td>
              <td className="text-right">{formatCount(0)}</td>
              <td className="text-right max-[599px]:hidden">{formatCount(0)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

/** The last passes of a run find nothing, and need no row each. */
function partOf(tallies: readonly PassTally[], focused: number) {
  let last = tallies.length - 1;
  while (last > focused && tallies[last]?.odd === 0 && tallies[last]?.found === 0) last--;
  const busy = tallies.slice(0, last + 1);
  if (tallies.length - busy.length < 2) return { busy: tallies, quiet: null };
  return { busy, quiet: { from: last + 2, to: tallies.length } };
}

interface Place {
  readonly pass: number;
  /** Middle of the block, from the left of its row. */
  readonly x: number;
}

function placeIn(
  view: CorrectionView,
  heard: Heard,
  { pass, frame, block }: Pick<Focus, 'pass' | 'frame' | 'block'>,
  width: number,
): Place | null {
  const count = view.blocks(pass, frame)?.length;
  if (count === undefined) return null;
  const { frames } = heard;
  return { pass, x: ((frame + (block + 0.5) / count) / frames) * width };
}

function placeOf(view: CorrectionView, heard: Heard, error: number, width: number): Place | null {
  const last = view.error(error)?.path.at(-1);
  const question = last === undefined ? null : view.question(last);
  return question && placeIn(view, heard, question, width);
}

function Thread({ from, to }: { readonly from: Place; readonly to: Place }) {
  const y = (pass: number) => pass * ROW + ROW / 2;
  const bend = (y(from.pass) + y(to.pass)) / 2;
  const up = to.pass < from.pass;
  const end = y(to.pass) + (up ? 8 : -8);
  const start = y(from.pass) + (up ? -6 : 6);
  return (
    <g transform="translate(6 0)" fill="none" stroke="var(--ink)" strokeLinecap="round">
      <path
        d={`M${from.x} ${start}C${from.x} ${bend} ${to.x} ${bend} ${to.x} ${end}`}
        strokeWidth="2"
        strokeDasharray="1 4.5"
      />
      <circle cx={from.x} cy={start} r="2.6" fill="var(--ink)" stroke="none" />
      <path
        d={`M${to.x - 4} ${end + (up ? 5 : -5)}L${to.x} ${end}L${to.x + 4} ${end + (up ? 5 : -5)}`}
        strokeWidth="2"
      />
    </g>
  );
}

/** One pass: its blocks side by side, or how many of them are odd where they are too many. */
function Blocks({
  view,
  heard,
  tally,
  width,
  focus,
}: {
  readonly view: CorrectionView;
  readonly heard: Heard;
  readonly tally: PassTally;
  readonly width: number;
  readonly focus: Focus | null;
}) {
  const { frames } = heard;
  const perFrame = view.blocks(tally.pass, 0)?.length ?? 1;
  const count = frames * perFrame;
  const columns = Math.min(count, Math.floor(width / NARROWEST));
  const odd = new Array<number>(columns).fill(0);
  const all = new Array<number>(columns).fill(0);
  for (let i = 0; i < count; i++) {
    const name = blockName({
      pass: tally.pass,
      frame: Math.floor(i / perFrame),
      block: i % perFrame,
    });
    const question = heard.opening.get(name);
    const column = Math.floor((i / count) * columns);
    all[column] = (all[column] ?? 0) + 1;
    if (question !== undefined && question < view.questions && wasOdd(heard, question)) {
      odd[column] = (odd[column] ?? 0) + 1;
    }
  }
  const wide = width / columns;
  const chosen = focus && placeIn(view, heard, focus, width);
  return (
    <svg aria-hidden="true" width={width} height={ROW} className="block overflow-visible">
      {odd.map((n, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the pass.
          key={i}
          x={i * wide + 0.5}
          y={ROW / 2 - 5}
          width={Math.max(1, wide - 1)}
          height="10"
          rx={Math.min(3, wide / 4)}
          fill={n > 0 ? 'var(--ink)' : 'var(--track)'}
          opacity={n > 0 ? 0.25 + (0.55 * n) / (all[i] ?? 1) : 1}
        />
      ))}
      {chosen && (
        <rect
          x={chosen.x - Math.max(6, width / count + 3) / 2}
          y={ROW / 2 - 8}
          width={Math.max(6, width / count + 3)}
          height="16"
          rx="4"
          fill="none"
          stroke="var(--ink)"
          strokeWidth="2"
        />
      )}
    </svg>
  );
}

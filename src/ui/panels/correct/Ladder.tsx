import { useMemo, useRef } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { useWidth } from '../../parts/use-width.ts';
import { type Focus, type LadderRow, ladder, ladderParts } from './focus.ts';

/** Picture only: one halving to the next, CSS px. */
const ROW = { pitch: 30, bar: 21 };
/** Halvings drawn; the earlier ones of a long search are counted. */
const MOST_ROWS = 7;
const TEXT_ROOM = 92;

/**
 * The search in one odd block: ask for the parity of one half, go on in the half that differs. Each
 * row is drawn as wide as the one above; the lines between say which part of it that is.
 */
export function Ladder({ focus }: { readonly focus: Focus }) {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  const measured = useWidth(box);
  const width = Math.max(220, measured ?? 400);
  const bar = width - TEXT_ROOM;
  const all = useMemo(() => ladder(focus), [focus]);
  const rows = all.slice(-MOST_ROWS);
  const hidden = all.length - rows.length;
  const end = focus.end;
  const height = (rows.length + (end ? 1 : 0)) * ROW.pitch;
  const said = all.map(({ asked, next }) =>
    say('correct.halving', {
      length: asked.to - asked.from,
      odd: asked.odd ? 'yes' : 'no',
      left: next.to - next.from,
    }),
  );
  return (
    <div ref={box} className="min-w-0">
      {hidden > 0 && (
        <p className="pb-1 text-[12px] text-ink2">
          {say('correct.halvings-before', { n: hidden })}
        </p>
      )}
      <svg
        role="img"
        aria-label={[...said, end ? say('correct.flips', { n: end.position + 1 }) : ''].join(' ')}
        viewBox={`0 0 ${width} ${Math.max(1, height)}`}
        width="100%"
        height={height}
        className="block overflow-visible"
      >
        {rows.map((row, i) => (
          <g key={`${row.asked.from} ${row.asked.to}`} transform={`translate(0 ${i * ROW.pitch})`}>
            <g className={i === rows.length - 1 ? 'search-halves' : undefined}>
              <Half row={row} bar={bar} />
            </g>
            {(i < rows.length - 1 || end !== null) && (
              <Zoom row={row} bar={bar} single={i === rows.length - 1} />
            )}
            <text x={bar + 10} y="15" className="fill-ink2 text-[12px]">
              {say('correct.bits', { n: row.to - row.from })}
            </text>
          </g>
        ))}
        {end && (
          <g transform={`translate(0 ${rows.length * ROW.pitch})`}>
            <rect x={bar / 2 - 30} width="60" height={ROW.bar} rx="7" fill="var(--btn)" />
            <text
              x={bar / 2}
              y="15.5"
              textAnchor="middle"
              fill="var(--btnink)"
              className="font-mono font-semibold text-[12px]"
            >
              {end.position + 1}
            </text>
            <text x={bar / 2 + 40} y="15.5" className="fill-ink font-semibold text-[12px]">
              {say('correct.bob-flips')}
            </text>
          </g>
        )}
      </svg>
    </div>
  );
}

/** The part asked about, solid; its sibling, whose parity follows, dashed. */
function Half({ row, bar }: { readonly row: LadderRow; readonly bar: number }) {
  const say = useWords();
  const x = scaleOf(row, bar);
  return (
    <>
      {ladderParts(row).map((part) => {
        const left = x(part.from) + 1;
        const wide = Math.max(3, x(part.to) - x(part.from) - 2);
        const asked = part.is === 'asked';
        const solid = asked && part.odd;
        return (
          <g key={part.from}>
            <rect
              x={left}
              y="0.5"
              width={wide}
              height={ROW.bar - 1}
              rx="7"
              fill={solid ? 'var(--btn)' : 'var(--surface)'}
              stroke={
                part.odd ? 'var(--btn)' : part.is === 'quiet' ? 'var(--line2)' : 'var(--ink3)'
              }
              strokeWidth="1.4"
              strokeDasharray={asked ? undefined : '4 3'}
            />
            {wide > 46 && part.is !== 'quiet' && (
              <text
                x={left + wide / 2}
                y="15"
                textAnchor="middle"
                fill={solid ? 'var(--btnink)' : 'var(--ink)'}
                className="font-semibold text-[11.5px]"
              >
                {say(part.odd ? 'correct.differs' : 'correct.equal')}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** From the part where the search goes on to the whole width of the next row. */
function Zoom({
  row,
  bar,
  single,
}: {
  readonly row: LadderRow;
  readonly bar: number;
  /** What follows is one bit, not a row. */
  readonly single: boolean;
}) {
  const x = scaleOf(row, bar);
  const left = x(row.next.from) + 2;
  const right = x(row.next.to) - 2;
  const [toLeft, toRight] = single ? [bar / 2 - 28, bar / 2 + 28] : [1, bar - 1];
  return (
    <path
      d={`M${left} ${ROW.bar}L${toLeft} ${ROW.pitch}M${right} ${ROW.bar}L${toRight} ${ROW.pitch}`}
      stroke="var(--ink3)"
      strokeWidth="1"
      strokeDasharray="2 3"
    />
  );
}

function scaleOf({ from, to }: LadderRow, bar: number) {
  return (place: number) => ((place - from) / (to - from)) * bar;
}

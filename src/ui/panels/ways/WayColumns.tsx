/** Five columns whose rows stand in line, or a list of five with one of them opened. */
import { useWords } from '../../../content/words/use-words.ts';
import type { KeyEstablishment, RunConfig } from '../../../scenarios/config.ts';
import { classes } from '../../parts/classes.ts';
import { Ending, OpenRun, PictureOrWhy } from './WayParts.tsx';
import type { DrawPortrait } from './WayPicture.tsx';
import { type WayFacts, WayRows } from './WayRows.tsx';

export interface WaysProps {
  readonly ways: readonly WayFacts[];
  readonly told: boolean;
  readonly sealed: boolean;
  readonly trustAnchor: RunConfig['authentication']['trustAnchor'];
  readonly groupBits: number;
  readonly draw: DrawPortrait;
  readonly onRun: (means: KeyEstablishment) => void;
}

/** Head, picture, six rows, foot. */
const LINES = 9;

export function WayColumns({ ways, groupBits, draw, onRun, ...row }: WaysProps) {
  const say = useWords();
  return (
    <div
      className="grid flex-1 grid-cols-5 gap-x-2"
      style={{ gridTemplateRows: `max-content max-content repeat(${LINES - 3}, auto) max-content` }}
    >
      {ways.map((facts) => (
        <section
          key={facts.means}
          aria-label={say(`side.way.${facts.means}`)}
          className="grid min-w-0 grid-rows-subgrid rounded-[14px] border border-line bg-surface px-2 pt-1.5 pb-2 shadow-card"
          style={{ gridRow: `span ${LINES}` }}
        >
          <div className="flex min-h-8 flex-col items-start min-[1240px]:flex-row min-[1240px]:flex-wrap min-[1240px]:items-center min-[1240px]:justify-between">
            <h3 className="whitespace-nowrap font-bold text-[15px] text-ink tracking-[-.02em]">
              {say(`side.way.${facts.means}`)}
              {facts.means === 'dh-toy' && (
                <span className="ml-1.5 font-medium text-[12px] text-ink2">
                  {say('side.toy', { bits: groupBits })}
                </span>
              )}
            </h3>
            <Ending facts={facts} />
          </div>
          <div className="pt-1 pb-1.5">
            <PictureOrWhy facts={facts} draw={draw} onRun={onRun} />
          </div>
          <WayRows facts={facts} {...row} />
          <div className="flex items-end border-line border-t pt-2">
            <OpenRun facts={facts} />
          </div>
        </section>
      ))}
    </div>
  );
}

export function WayList({
  ways,
  groupBits,
  draw,
  onRun,
  chosen,
  onChoose,
  narrow,
  ...row
}: WaysProps & {
  readonly chosen: KeyEstablishment;
  readonly onChoose: (means: KeyEstablishment) => void;
  readonly narrow: boolean;
}) {
  const say = useWords();
  const facts = ways.find(({ means }) => means === chosen);
  return (
    <div
      className={classes(
        'grid gap-3 rounded-[14px] border border-line bg-surface p-2 shadow-card',
        !narrow && 'grid-cols-[minmax(0,250px)_minmax(0,1fr)]',
      )}
    >
      <ul>
        {ways.map((way) => (
          <li key={way.means}>
            <button
              type="button"
              aria-pressed={way.means === chosen}
              onClick={() => onChoose(way.means)}
              className={classes(
                'flex min-h-11 w-full items-center justify-between gap-2 rounded-[9px] px-2 text-left text-[14px] text-ink hover:bg-track',
                way.means === chosen
                  ? 'bg-surface2 font-bold shadow-[inset_2.5px_0_0_var(--ink)]'
                  : 'font-semibold',
              )}
            >
              <span>
                {say(`side.way.${way.means}`)}
                {way.means === 'dh-toy' && (
                  <span className="ml-1.5 font-medium text-[12px] text-ink2">
                    {say('side.toy', { bits: groupBits })}
                  </span>
                )}
              </span>
              <Ending facts={way} />
            </button>
          </li>
        ))}
      </ul>
      {facts && (
        <section aria-label={say(`side.way.${chosen}`)} className="min-w-0 px-2 pb-1">
          {narrow && (
            <h3 className="pb-1 font-bold text-[16px] text-ink">{say(`side.way.${chosen}`)}</h3>
          )}
          <div className="mx-auto max-w-[300px]">
            <PictureOrWhy facts={facts} draw={draw} onRun={onRun} />
          </div>
          <div className="pt-2">
            <WayRows facts={facts} {...row} />
          </div>
          <div className="border-line border-t pt-2">
            <OpenRun facts={facts} />
          </div>
        </section>
      )}
    </div>
  );
}

import { useId } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { LifeView, RoundKey } from '../../../scenarios/knowledge/life-view.ts';
import { HatchPattern } from '../../parts/glyphs/Hatch.tsx';
import { type CellLook, RoundCell } from './RoundCell.tsx';

const OF_ALL: readonly RoundKey[] = ['secret', 'known-to-eve', 'never-made'];
const OF_END: readonly RoundKey[] = ['made', 'never-made'];
const OF_EVE: readonly RoundKey[] = ['known-to-eve', 'not-hers', 'never-made'];

/** The signs that this observer's strips are made of. */
export function Legend({ observer }: { readonly observer: LifeView['observer'] }) {
  const say = useWords();
  const hatch = useId();
  const keys = observer === 'everyone' ? OF_ALL : observer === 'eve' ? OF_EVE : OF_END;
  const start: CellLook = {
    key: observer === 'everyone' ? 'secret' : observer === 'eve' ? 'not-hers' : 'made',
    start: true,
  };
  const seesEve = observer === 'everyone' || observer === 'eve';
  const cell = (look: CellLook) => (
    <svg width="20" height="20" aria-hidden="true" className="shrink-0">
      <RoundCell x={1} y={1} width={18} height={18} hatch={hatch} look={look} />
    </svg>
  );
  return (
    <ul
      aria-label={say('time.legend')}
      className="flex flex-wrap items-center gap-x-5 gap-y-1 text-[12.5px] text-ink2"
    >
      <li className="flex items-center gap-[7px]">
        <svg width="0" height="0" aria-hidden="true" className="absolute">
          <defs>
            <HatchPattern id={hatch} />
          </defs>
        </svg>
        {cell(start)}
        {say('time.cell.start')}
      </li>
      {keys.map((key) => (
        <li key={key} className="flex items-center gap-[7px]">
          {cell({ key, start: false })}
          {say(`time.cell.${key}`)}
        </li>
      ))}
      {seesEve && (
        <li className="flex items-center gap-[7px]">
          <svg width="24" height="14" aria-hidden="true" className="shrink-0">
            <g className="stroke-eve" strokeWidth="1.8" fill="none">
              <path d="M3 9H21V3" />
              <circle cx="3" cy="9" r="2.4" className="fill-eve stroke-none" />
            </g>
          </svg>
          {say('time.cell.thread')}
        </li>
      )}
    </ul>
  );
}

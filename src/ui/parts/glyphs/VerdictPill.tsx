import { useId } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { HatchPattern } from './Hatch.tsx';
import { CrossMark, EyeMark, KeyMark, TickMark } from './marks.tsx';

/** One pill per verdict of a receipt, and what an actor says who only sees the letters cease. */
export type PillVerdict =
  | 'key'
  | 'stopped-errors'
  | 'stopped-seal'
  | 'stopped-short'
  | 'stopped-alarm'
  | 'fooled'
  | 'no-key-for-me'
  | 'silence';

/**
 * How a run ended, in one mark. Word, icon and fill all differ, so that it survives greyscale:
 * outlined with a tick, filled with a cross, hatched with an eye, dashed with nothing gained.
 */
export function VerdictPill({ verdict }: { readonly verdict: PillVerdict }) {
  const say = useWords();
  const word = say(`pill.${verdict}`);
  const shape =
    'relative inline-flex h-[26px] items-center gap-1.5 overflow-hidden whitespace-nowrap rounded-pill border-[1.5px] pr-3 pl-2 text-[12.5px] font-semibold';
  const icon = 'h-3.5 w-3.5 flex-none';
  switch (verdict) {
    case 'key':
      return (
        <span className={`${shape} border-ink bg-surface text-ink`}>
          <TickMark className={icon} />
          {word}
        </span>
      );
    case 'stopped-errors':
    case 'stopped-seal':
    case 'stopped-short':
    case 'stopped-alarm':
      return (
        <span className={`${shape} border-ink bg-ink text-inv`}>
          <CrossMark className={icon} />
          {word}
        </span>
      );
    case 'fooled':
      return (
        <span className={`${shape} border-eve bg-surface text-ink`}>
          <HatchFill />
          <EyeMark className="relative h-4 w-4 flex-none text-eve" />
          <span className="relative rounded-sm bg-surface px-1 -mx-1">{word}</span>
        </span>
      );
    case 'no-key-for-me':
      return (
        <span className={`${shape} border-dashed border-ink3 bg-surface text-ink2`}>
          <KeyMark className={icon} />
          {word}
        </span>
      );
    case 'silence':
      return (
        <span className={`${shape} border-dashed border-ink3 bg-surface text-ink2`}>
          <svg viewBox="0 0 16 16" aria-hidden="true" className={icon}>
            <path
              d="M3 8h.01M8 8h.01M13 8h.01"
              stroke="currentColor"
              strokeWidth="2.6"
              strokeLinecap="round"
            />
          </svg>
          {word}
        </span>
      );
    default:
      return verdict satisfies never;
  }
}

function HatchFill() {
  const id = useId();
  return (
    <svg aria-hidden="true" className="absolute inset-0 h-full w-full">
      <defs>
        <HatchPattern id={id} />
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}

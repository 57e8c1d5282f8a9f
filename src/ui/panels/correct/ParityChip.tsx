import { useWords } from '../../../content/words/use-words.ts';
import type { StripGroup } from './strip-groups.ts';

const HEIGHT = 20;

/** Both ends' parities of one block: equal ones merge on paper, unequal ones stand on ink. */
export function ParityChip({
  parity,
  room,
}: {
  readonly parity: StripGroup['parity'];
  /** Width of the block on the strip. */
  readonly room: number;
}) {
  const say = useWords();
  if (room < 12) return null;
  const text =
    parity &&
    `${parity.alice} ${parity.odd ? '≠' : '='} ${parity.odd ? 1 - parity.alice : parity.alice}`;
  const small = room < 52;
  const width = Math.min(room, small ? 20 : parity ? 54 : 66);
  const odd = parity?.odd ?? false;
  return (
    <g>
      <rect
        x={-width / 2}
        y={-HEIGHT / 2}
        width={width}
        height={HEIGHT}
        rx={HEIGHT / 2}
        fill={odd ? 'var(--btn)' : 'var(--surface)'}
        stroke={odd ? 'var(--btn)' : 'var(--line2)'}
        strokeWidth="1.4"
        strokeDasharray={parity ? undefined : '3 3'}
      />
      <text
        y="4.5"
        textAnchor="middle"
        fill={odd ? 'var(--btnink)' : 'var(--ink)'}
        className={parity ? 'font-mono font-semibold text-[12px]' : 'text-[11px]'}
      >
        {text === null ? (small ? '' : say('correct.follows')) : small ? (odd ? '≠' : '=') : text}
      </text>
    </g>
  );
}

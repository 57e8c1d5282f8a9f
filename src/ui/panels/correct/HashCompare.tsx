import { useWords } from '../../../content/words/use-words.ts';
import { BitCell } from '../../charts/BitCell.tsx';
import { SealGlyph, type SealState } from '../../parts/glyphs/Seal.tsx';

export interface Comparison {
  /** Alice's hash, most significant bit first. */
  readonly hash: Uint8Array;
  /** null: Bob has not compared his, or this observer has not heard. */
  readonly equal: boolean | null;
  readonly seal: SealState;
}

/** Bits of the hash; the last byte holds fewer. */
const HASH_BITS = 50;
const PITCH = 9.4;

/** The end of Correct: a short hash of all the bits decides whether the two ends are equal. */
export function HashCompare({ hash, equal, seal }: Comparison) {
  const say = useWords();
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t pt-3">
      <h3 className="font-[650] text-[13px]">{say('correct.hash')}</h3>
      <svg
        role="img"
        aria-label={say('correct.hash-spoken', {
          bits: HASH_BITS,
          equal: equal === null ? 'unknown' : equal ? 'yes' : 'no',
        })}
        viewBox={`0 0 ${25 * PITCH + 60} 22`}
        width={25 * PITCH + 60}
        height="22"
        className="max-w-full"
      >
        {Array.from({ length: HASH_BITS }, (_, i) => (
          <BitCell
            // biome-ignore lint/suspicious/noArrayIndexKey: a bit is its place.
            key={i}
            bit={(((hash[i >>> 3] ?? 0) >>> (7 - (i & 7))) & 1) as 0 | 1}
            x={(i % 25) * PITCH}
            y={i < 25 ? 2 : 2 + PITCH}
            size={7.4}
            tone="alice"
          />
        ))}
        <g transform={`translate(${25 * PITCH + 30} 11)`}>
          <SealGlyph state={seal} maker="alice" size={20} />
        </g>
      </svg>
      <p className="min-w-0 flex-[1_1_220px] text-[13px] text-ink2">
        {say('correct.hash-says', {
          bits: HASH_BITS,
          equal: equal === null ? 'unknown' : equal ? 'yes' : 'no',
        })}
      </p>
    </div>
  );
}

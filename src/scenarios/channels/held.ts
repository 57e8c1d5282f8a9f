/**
 * Which pulses Eve has split and holds a photon of. She stores it, and measures it in the sender's
 * basis once that is announced: so she is certain, and nothing that she does turns a result.
 */
import type { Columns } from '../../core/optics/columns.ts';
import { lanesOfLevel, type WeakColumns } from '../../core/optics/weak.ts';
import { CHUNK_WORDS, fillByState, type LaneState } from '../../core/random/events.ts';
import type { WeakSource } from './weak-source.ts';

// Scratch shared by all calls: safe because a call returns before another can start.
const level = new Int32Array(CHUNK_WORDS);
const pool = Array.from({ length: 40 }, () => new Int32Array(CHUNK_WORDS));

/** Fills the tap columns from where Bob's detectors have light; lanes without light count as well. */
export function fillHeld(
  { sentBit, sentBasis, askedBasis, tapActs, tapBasis, tapBit }: Columns,
  weak: WeakColumns,
  { levels, splitting }: WeakSource,
  chunk: number,
  words: number,
): void {
  if (splitting === null) return;
  const { litZero, litOne } = weak;
  const states: LaneState[] = [];
  levels.forEach(({ held }, k) => {
    if (held === null) return;
    lanesOfLevel(level, weak, k, words);
    for (const [i, odds] of [held.equalBases, held.otherBases].entries()) {
      const [none, right, wrong, both] = pool.slice(states.length, states.length + 4);
      for (let w = 0; w < words; w++) {
        const otherBases = sentBasis[w]! ^ askedBasis[w]!;
        const here = level[w]! & (i === 0 ? ~otherBases : otherBases);
        const one = sentBit[w]!;
        const lit = (one & litOne[w]!) | (~one & litZero[w]!);
        const astray = (one & litZero[w]!) | (~one & litOne[w]!);
        none![w] = here & ~lit & ~astray;
        right![w] = here & lit & ~astray;
        wrong![w] = here & ~lit & astray;
        both![w] = here & lit & astray;
      }
      states.push({ lanes: none!, threshold: odds.none });
      states.push({ lanes: right!, threshold: odds.right });
      states.push({ lanes: wrong!, threshold: odds.wrong });
      states.push({ lanes: both!, threshold: odds.both });
    }
  });
  fillByState(tapActs, splitting.holds, states, chunk, words);
  tapBasis.set(sentBasis);
  tapBit.set(sentBit);
}

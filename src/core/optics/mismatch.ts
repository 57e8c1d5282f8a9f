/**
 * Two detectors of unequal efficiency. `weaker` says which one is the weaker for a lane (0 or 1, its
 * result): light there is missed in 1 − r of all cases, r the weaker's efficiency over the stronger's.
 * Then a bit of an otherwise perfect line favours the stronger one's result as 1 : r.
 * Source: Qi, Fung, Lo & Ma, Quantum Inf. Comput. 7 (2007) 73.
 */
import { CHUNK_WORDS, fillByState, fillEvents, type LaneState } from '../random/events.ts';
import type { Stream } from '../random/streams.ts';
import type { Columns } from './columns.ts';
import { lanesOfLevel, type WeakColumns } from './weak.ts';

// Scratch shared by all calls: safe because a call returns before another can start.
const scratch = Array.from({ length: 15 }, () => new Int32Array(CHUNK_WORDS));

/** out: lanes whose single photon comes to the weaker detector and is missed; `seen`: threshold of r. */
export function fillMissed(
  out: Int32Array,
  { gotBit }: Columns,
  weaker: Int32Array,
  { stream, seen }: { readonly stream: Stream; readonly seen: number },
  chunk: number,
  words: number,
): void {
  fillEvents(out, stream, seen, chunk, words);
  for (let w = 0; w < words; w++) out[w] = ~(gotBit[w]! ^ weaker[w]!) & ~out[w]!;
}

/** Thresholds: that the weaker detector sees the light which a stronger one in its place would see. */
export interface SeenOdds {
  /** Where that is the detector of the pulse's state, the other one, either in another basis. */
  readonly right: number;
  readonly wrong: number;
  readonly otherBases: number;
}

/** The same for weak pulses, [level]; the other detector of such a lane may have light that is seen. */
export function fillMissedLight(
  out: Int32Array,
  columns: Columns,
  weak: WeakColumns,
  weaker: Int32Array,
  { stream, seen }: { readonly stream: Stream; readonly seen: readonly SeenOdds[] },
  chunk: number,
  words: number,
): void {
  const { sentBit, sentBasis, tapActs, tapBasis, tapBit, askedBasis } = columns;
  const { litZero, litOne } = weak;
  const states: LaneState[] = [];
  seen.forEach((odds, level) => {
    const right = scratch[3 * level]!;
    const wrong = scratch[3 * level + 1]!;
    const other = scratch[3 * level + 2]!;
    lanesOfLevel(other, weak, level, words);
    for (let w = 0; w < words; w++) {
      const weak1 = weaker[w]!;
      const lanes = other[w]! & ((weak1 & litOne[w]!) | (~weak1 & litZero[w]!));
      const acts = tapActs[w]!;
      const basis = sentBasis[w]! ^ (acts & (sentBasis[w]! ^ tapBasis[w]!)) ^ askedBasis[w]!;
      const bit = sentBit[w]! ^ (acts & (sentBit[w]! ^ tapBit[w]!)) ^ weak1;
      right[w] = lanes & ~basis & ~bit;
      wrong[w] = lanes & ~basis & bit;
      other[w] = lanes & basis;
    }
    states.push({ lanes: right, threshold: odds.right });
    states.push({ lanes: wrong, threshold: odds.wrong });
    states.push({ lanes: other, threshold: odds.otherBases });
  });
  fillByState(out, stream, states, chunk, words);
  for (let w = 0; w < words; w++) {
    const weak1 = weaker[w]!;
    out[w] = ((weak1 & litOne[w]!) | (~weak1 & litZero[w]!)) & ~out[w]!;
  }
}

/** Detectors of unequal efficiency: which is the weaker in each lane, and where it makes no click. */
import type { Columns } from '../../core/optics/columns.ts';
import { fillMissed, fillMissedLight } from '../../core/optics/mismatch.ts';
import type { Otherwise, WeakColumns } from '../../core/optics/weak.ts';
import { CHUNK_WORDS } from '../../core/random/events.ts';
import type { LinkPlan } from './link-plan.ts';
import { blindLanes, fillWeaker } from './tampering.ts';
import type { WeakSource } from './weak-source.ts';

/** Scratch of a link whose detectors are not alike. */
export interface Unequal {
  /** 1: the detector of result 1. Always so, where nobody shifts the light in time. */
  readonly weaker: Int32Array;
  readonly lanes: Int32Array;
}

export function openUnequal({ mismatch }: LinkPlan): Unequal | null {
  if (mismatch === null) return null;
  return { weaker: new Int32Array(CHUNK_WORDS).fill(-1), lanes: new Int32Array(CHUNK_WORDS) };
}

/** Lanes whose single photon comes to the weaker detector and makes no click there; null if alike. */
export function photonsMissed(
  { mismatch, tampering }: LinkPlan,
  unequal: Unequal | null,
  columns: Columns,
  chunk: number,
  words: number,
): Int32Array | null {
  if (mismatch === null || unequal === null) return null;
  fillWeaker(unequal.weaker, tampering, mismatch.gate, chunk, words);
  fillMissed(unequal.lanes, columns, unequal.weaker, mismatch, chunk, words);
  return unequal.lanes;
}

/** The same for the light of weak pulses. */
export function lightMissed(
  { mismatch, tampering }: LinkPlan,
  unequal: Unequal | null,
  columns: Columns,
  weak: { readonly columns: WeakColumns; readonly source: WeakSource },
  chunk: number,
  words: number,
): Otherwise['missed'] {
  if (mismatch === null || unequal === null) return null;
  fillWeaker(unequal.weaker, tampering, mismatch.gate, chunk, words);
  const coins = { stream: mismatch.stream, seen: weak.source.levels.map(({ seen }) => seen) };
  fillMissedLight(unequal.lanes, columns, weak.columns, unequal.weaker, coins, chunk, words);
  const bright = blindLanes(columns, tampering);
  // Light that is made to force a click is not missed.
  if (bright) {
    for (let w = 0; w < words; w++) unequal.lanes[w] = unequal.lanes[w]! & ~bright[w]!;
  }
  return unequal;
}

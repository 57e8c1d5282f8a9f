/** Lanes of a batch: where a pulse lies, and what of it Eve is certain of. */
import type { Batch } from './batch.ts';

/** How many of the ascending positions lie below `position`. */
export function lanesBefore(positions: Uint32Array, position: number): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (positions[middle]! < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sifted lanes whose bit a tap in the sender's basis fixed with certainty. */
export function certainLanes({ columns, sifted }: Batch, w: number, midway: boolean): number {
  if (midway) return 0;
  const { tapActs, tapBasis, sentBasis } = columns;
  return sifted[w]! & tapActs[w]! & ~(tapBasis[w]! ^ sentBasis[w]!);
}

/**
 * Counts of weak pulses by intensity and basis: what decoy bounds are made of. Kept bits of every
 * intensity go into one key (Lim and others 2014); bounds that let only the signal's bits count can
 * be had from the same figures.
 */
import { countOnes } from '../../core/bits/bits.ts';
import { lanesOfLevel } from '../../core/optics/weak.ts';
import { CHUNK_WORDS } from '../../core/random/events.ts';
import type { Batch } from '../channels/batch.ts';
import type { WeakSource } from '../channels/weak-source.ts';
import type { BasisCounts, IntensityCounts } from '../intensity-counts.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type BasisTally = Mutable<BasisCounts>;

export interface LevelTally extends Mutable<IntensityCounts> {
  rectilinear: BasisTally;
  diagonal: BasisTally;
}

const nothing = (): BasisTally => ({ sifted: 0, errors: 0, tested: 0, testErrors: 0 });

/** The signal first. */
export function emptyLevels({ levels }: WeakSource): LevelTally[] {
  return levels.map(({ meanPhotonNumber, probability }) => ({
    meanPhotonNumber,
    probability,
    sent: 0,
    detected: 0,
    rectilinear: nothing(),
    diagonal: nothing(),
  }));
}

// Scratch shared by all calls: safe because a call returns before another can start.
const level = new Int32Array(CHUNK_WORDS);
const kept = new Int32Array(CHUNK_WORDS);
const part = new Int32Array(CHUNK_WORDS);

/** How many of each intensity were sent and detected. */
export function tallySent(into: readonly LevelTally[], batch: Batch): void {
  if (batch.weak === null) return;
  const sent = batch.weak.sent(batch);
  const words = (batch.lanes + 31) >>> 5;
  const { detected } = batch.columns;
  into.forEach((tally, k) => {
    lanesOfLevel(level, batch.weak!.columns, k, words);
    for (let w = 0; w < words; w++) level[w] = level[w]! & detected[w]!;
    tally.sent += sent[k]!;
    tally.detected += countOnes(level, words);
  });
}

/** Sifted bits of each intensity and basis, their errors, and the same of those tested. */
export function tallyKept(
  into: readonly LevelTally[],
  batch: Batch,
  sampled: Int32Array | null,
): void {
  if (batch.weak === null) return;
  const words = (batch.lanes + 31) >>> 5;
  const { sentBasis } = batch.columns;
  into.forEach((tally, k) => {
    lanesOfLevel(level, batch.weak!.columns, k, words);
    for (const [basis, flip] of [
      [tally.rectilinear, -1],
      [tally.diagonal, 0],
    ] as const) {
      for (let w = 0; w < words; w++) {
        kept[w] = level[w]! & batch.sifted[w]! & (sentBasis[w]! ^ flip);
      }
      basis.sifted += countOnes(kept, words);
      basis.errors += wrongAmong(batch, words);
      if (sampled === null) continue;
      for (let w = 0; w < words; w++) kept[w] = kept[w]! & sampled[w]!;
      basis.tested += countOnes(kept, words);
      basis.testErrors += wrongAmong(batch, words);
    }
  });
}

/** Of the lanes in `kept`. */
function wrongAmong({ columns }: Batch, words: number): number {
  const { sentBit, gotBit } = columns;
  for (let w = 0; w < words; w++) part[w] = (sentBit[w]! ^ gotBit[w]!) & kept[w]!;
  return countOnes(part, words);
}

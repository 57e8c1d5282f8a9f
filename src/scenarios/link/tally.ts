/** Counting a batch. One pass over its words; every counter is an exact integer. */
import { countOnes, popcount32 } from '../../core/bits/bits.ts';
import { CHUNK_WORDS } from '../../core/random/events.ts';
import type { Batch } from '../channels/batch.ts';

export interface Tally {
  detected: number;
  zeros: number;
  sifted: number;
  errors: number;
  siftedRectilinear: number;
  errorsRectilinear: number;
  knownToEve: number;
  guessedRight: number;
  tested: number;
  testErrors: number;
  testedRectilinear: number;
  testErrorsRectilinear: number;
}

export function emptyTally(): Tally {
  return {
    detected: 0,
    zeros: 0,
    sifted: 0,
    errors: 0,
    siftedRectilinear: 0,
    errorsRectilinear: 0,
    knownToEve: 0,
    guessedRight: 0,
    tested: 0,
    testErrors: 0,
    testedRectilinear: 0,
    testErrorsRectilinear: 0,
  };
}

// Scratch shared by all calls: safe because a call returns before another can start.
const wrong = new Int32Array(CHUNK_WORDS);
const plus = new Int32Array(CHUNK_WORDS);
const scratch = new Int32Array(CHUNK_WORDS);

/** What the two ends kept and where they differ. */
export function tallyExchange(into: Tally, { columns, sifted, lanes, allDetected }: Batch): void {
  const { sentBit, gotBit, detected } = columns;
  const words = (lanes + 31) >>> 5;
  for (let w = 0; w < words; w++) wrong[w] = (sentBit[w]! ^ gotBit[w]!) & sifted[w]!;
  into.detected += allDetected ? lanes : countOnes(detected, words);
  into.sifted += countOnes(sifted, words);
  into.errors += countOnes(wrong, words);
}

/** The same of the rectilinear basis alone: an average over bases can hide Eve. */
export function tallyRectilinear(into: Tally, { columns, sifted, lanes }: Batch): void {
  const { sentBit, sentBasis, gotBit } = columns;
  const words = (lanes + 31) >>> 5;
  for (let w = 0; w < words; w++) {
    const rectilinear = sifted[w]! & ~sentBasis[w]!;
    plus[w] = rectilinear;
    wrong[w] = (sentBit[w]! ^ gotBit[w]!) & rectilinear;
  }
  into.siftedRectilinear += countOnes(plus, words);
  into.errorsRectilinear += countOnes(wrong, words);
}

/** Bob's results 0. */
export function tallyResults(into: Tally, { columns, lanes }: Batch): void {
  const { gotBit, detected } = columns;
  const words = (lanes + 31) >>> 5;
  for (let w = 0; w < words; w++) {
    scratch[w] = detected[w]! & ~gotBit[w]!;
  }
  into.zeros += countOnes(scratch, words);
}

/** Sifted bits Eve is certain of from the light and the announced bases. */
export function tallyCertain(
  into: Tally,
  { columns, sifted, lanes }: Batch,
  midway: boolean,
): void {
  if (midway) return;
  const { tapActs, tapBasis, sentBasis } = columns;
  const words = (lanes + 31) >>> 5;
  for (let w = 0; w < words; w++) {
    scratch[w] = sifted[w]! & tapActs[w]! & ~(tapBasis[w]! ^ sentBasis[w]!);
  }
  into.knownToEve += countOnes(scratch, words);
}

/** Sifted bits that Eve's best guess gets right; where she did not measure she tosses her own coin. */
export function tallyGuesses(into: Tally, { columns, sifted, guess, lanes }: Batch): void {
  const { tapActs, tapBit, sentBit } = columns;
  const words = (lanes + 31) >>> 5;
  for (let w = 0; w < words; w++) {
    const acts = tapActs[w]!;
    const best = (acts & tapBit[w]!) | (~acts & guess[w]!);
    scratch[w] = sifted[w]! & ~(best ^ sentBit[w]!);
  }
  into.guessedRight += countOnes(scratch, words);
}

/** The public sample. */
export function tallySample(into: Tally, { columns, sifted, sampled, lanes }: Batch): void {
  const { sentBit, sentBasis, gotBit } = columns;
  const words = (lanes + 31) >>> 5;
  for (let w = 0; w < words; w++) {
    const tested = sifted[w]! & sampled[w]!;
    if (tested === 0) continue;
    const wrong = (sentBit[w]! ^ gotBit[w]!) & tested;
    const plus = ~sentBasis[w]!;
    into.tested += popcount32(tested);
    into.testErrors += popcount32(wrong);
    into.testedRectilinear += popcount32(tested & plus);
    into.testErrorsRectilinear += popcount32(wrong & plus);
  }
}

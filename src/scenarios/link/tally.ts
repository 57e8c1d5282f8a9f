/** Counting a batch. One pass over its words; every counter is an exact integer. */
import { popcount32 } from '../../core/bits/bits.ts';
import type { Batch } from '../channels/quantum.ts';

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
  doubleClicks: number;
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
    doubleClicks: 0,
  };
}

/** What Alice's and Bob's ends show, per basis. */
export function tallyExchange(into: Tally, { columns, sifted, lanes }: Batch): void {
  const { sentBit, sentBasis, gotBit, detected, double } = columns;
  const words = (lanes + 31) >>> 5;
  let d = 0;
  let z = 0;
  let s = 0;
  let e = 0;
  let sr = 0;
  let er = 0;
  let twice = 0;
  for (let w = 0; w < words; w++) {
    const click = detected[w]!;
    const kept = sifted[w]!;
    const wrong = (sentBit[w]! ^ gotBit[w]!) & kept;
    const plus = ~sentBasis[w]!;
    d += popcount32(click);
    z += popcount32(click & ~gotBit[w]!);
    s += popcount32(kept);
    e += popcount32(wrong);
    sr += popcount32(kept & plus);
    er += popcount32(wrong & plus);
    const both = double[w]! & click;
    if (both !== 0) twice += popcount32(both);
  }
  into.detected += d;
  into.zeros += z;
  into.sifted += s;
  into.errors += e;
  into.siftedRectilinear += sr;
  into.errorsRectilinear += er;
  into.doubleClicks += twice;
}

/** Sifted lanes whose bit a tap in the sender's basis fixed with certainty. */
export function certainLanes({ columns, sifted }: Batch, w: number, midway: boolean): number {
  if (midway) return 0;
  const { tapActs, tapBasis, sentBasis } = columns;
  return sifted[w]! & tapActs[w]! & ~(tapBasis[w]! ^ sentBasis[w]!);
}

/** What Eve holds of the sifted bits from the light and the announced bases. */
export function tallyEve(into: Tally, batch: Batch, midway: boolean): void {
  const { columns, sifted, guess, lanes } = batch;
  const { tapActs, tapBit, sentBit } = columns;
  const words = (lanes + 31) >>> 5;
  let known = 0;
  let right = 0;
  for (let w = 0; w < words; w++) {
    const acts = tapActs[w]!;
    known += popcount32(certainLanes(batch, w, midway));
    // Where she did not measure she tosses her own coin.
    const best = (acts & tapBit[w]!) | (~acts & guess[w]!);
    right += popcount32(sifted[w]! & ~(best ^ sentBit[w]!));
  }
  into.knownToEve += known;
  into.guessedRight += right;
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

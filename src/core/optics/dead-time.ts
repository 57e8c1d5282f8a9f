/**
 * Dead time: after a click a detector misses what comes during the next pulses, and what it missed
 * does not prolong that (non-paralysable). Registered clicks per pulse are then p/(1 + p·τ) for clicks
 * of probability p and τ dead pulses.
 */
import type { Columns } from './columns.ts';

export interface DeadTime {
  readonly pulses: number;
  /** A click of one detector silences both. */
  readonly joint: boolean;
}

/** First pulse at which each detector is live again; carried from batch to batch. */
export interface Blind {
  zero: number;
  one: number;
}

/** Takes away clicks of dead detectors, in order of the pulses; lane i is pulse base + (positions[i] or i). */
export function silence(
  { detected, double, dark, gotBit }: Columns,
  {
    base,
    lanes,
    positions,
  }: {
    readonly base: number;
    readonly lanes: number;
    readonly positions: Uint32Array | null;
  },
  { pulses, joint }: DeadTime,
  blind: Blind,
): void {
  const words = (lanes + 31) >>> 5;
  for (let w = 0; w < words; w++) {
    for (let open = detected[w]!; open !== 0; open &= open - 1) {
      const lane = open & -open;
      const i = w * 32 + 31 - Math.clz32(lane);
      const pulse = base + (positions === null ? i : positions[i]!);
      const one = (gotBit[w]! & lane) !== 0;
      const two = (double[w]! & lane) !== 0;
      const zeroClicks = (two || !one) && pulse >= blind.zero;
      const oneClicks = (two || one) && pulse >= blind.one;
      if (!(zeroClicks && oneClicks)) double[w] = double[w]! & ~lane;
      if (!zeroClicks && !oneClicks) {
        detected[w] = detected[w]! & ~lane;
        dark[w] = dark[w]! & ~lane;
        continue;
      }
      if (two && zeroClicks !== oneClicks) {
        gotBit[w] = oneClicks ? gotBit[w]! | lane : gotBit[w]! & ~lane;
      }
      const live = pulse + 1 + pulses;
      if (zeroClicks || joint) blind.zero = live;
      if (oneClicks || joint) blind.one = live;
    }
  }
}

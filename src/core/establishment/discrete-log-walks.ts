/**
 * Many walks through a toy group at once, in plain doubles: x ← x·m, where x itself picks which of
 * 64 multipliers m. No step needs BigInt, and no step rounds.
 *
 * A residue x is a sum of two doubles, xh + xl, with h = bits/2:
 *
 *   xh   a multiple of 2^h, |xh| ≤ 2^(2h−1)
 *   xl   a whole number, |xl| ≤ 2^(h−1) + δ, where p = 2^2h − δ and δ < 2^13
 *
 * With n = 2^h·m, x·m ≡ (xh/2^h)·n + xl·m. Both n and m are again a high and a low double, and the
 * high sum is folded with 2^2h ≡ δ. Every sum is a whole multiple, below 2^53, of the unit its terms
 * share, so doubles hold it exactly, provided that no part of n or m exceeds LIMB_LIMIT of its unit.
 * For 56 bits about one random multiplier in 270 is so; for the smaller groups all are.
 *
 * Rounding to a multiple of 2^k is adding and subtracting 1.5·2^(52+k): two additions, which round
 * alike in every engine. The walks do not depend on each other, so a processor overlaps them.
 * A residue close to ±2^(2h−1) may be held in two ways, fewer than one in 10,000: two walks
 * that meet there part again, which costs the search nothing worth counting.
 * Sources: Dekker 1971, doi:10.1007/BF01397083, for the splitting; Teske 1998, doi:10.1007/BFb0054891,
 * for walks that multiply by a table.
 */
import type { ToyGroup } from './toy-group.ts';

/** Multipliers; with so many, walks need 0.8 % more steps than if they were random. */
export const MULTIPLIERS = 64;

/** 2^27·2·LIMB_LIMIT, and the little that folding adds, must stay below 2^53. */
const LIMB_LIMIT = 33_000_000;

/** Cells before the first walk's: four for each multiplier. */
const TABLE = 4 * MULTIPLIERS;

export interface Walks {
  /**
   * For each multiplier n high, n low, m high, m low, those of n divided by 2^h; then for each walk xh,
   * xl. In one array, because a step then takes a fifth less time than with three.
   */
  readonly cells: Float64Array;
  /** 2^h and δ. */
  readonly unit: number;
  readonly fold: number;
}

/** Walks that stand nowhere yet, and an empty table. */
export function walksIn({ bits, p }: ToyGroup, count: number): Walks {
  return {
    cells: new Float64Array(TABLE + 2 * count),
    unit: 2 ** (bits / 2),
    fold: Number((1n << BigInt(bits)) - p),
  };
}

/** So many other walks that stand nowhere yet, with the same table. */
export function otherWalks(walks: Walks, count: number): Walks {
  const cells = new Float64Array(TABLE + 2 * count);
  cells.set(walks.cells.subarray(0, TABLE));
  return { ...walks, cells };
}

/** Sets a multiplier; false, and nothing set, if its parts are too large to multiply by exactly. */
export function setMultiplier(walks: Walks, group: ToyGroup, i: number, m: bigint): boolean {
  const { unit, cells } = walks;
  const [nHigh, nLow] = halves((m << BigInt(group.bits / 2)) % group.p, group);
  const [mHigh, mLow] = halves(m, group);
  if ([nHigh, nLow, mHigh, mLow].some((half) => Math.abs(half) > LIMB_LIMIT)) return false;
  cells.set([nHigh, nLow / unit, mHigh * unit, mLow], 4 * i);
  return true;
}

/** Puts one walk at a residue 0 … p − 1. */
export function placeWalk(walks: Walks, group: ToyGroup, walk: number, residue: bigint): void {
  const [high, low] = halves(residue, group);
  walks.cells.set([high * walks.unit, low], TABLE + 2 * walk);
}

/**
 * Where a walk is, as one number: the residue, or that minus p. Exact for a place of 56 bits only if
 * its last 4 bits are zero.
 */
export function placeOf({ cells }: Walks, walk: number): number {
  return cells[TABLE + 2 * walk]! + cells[TABLE + 2 * walk + 1]!;
}

/** Which multiplier a walk takes next. */
export function nextMultiplier({ cells }: Walks, walk: number): number {
  return cells[TABLE + 2 * walk + 1]! & (MULTIPLIERS - 1);
}

/**
 * Every walk one step. Writes into `arrived` which walks are now where the low bits of `mask` are all
 * zero, and returns how many; those places are the distinguished ones.
 */
export function stepAll({ cells, unit, fold }: Walks, mask: number, arrived: Int32Array): number {
  const toHalf = 1.5 * 2 ** 52 * unit;
  const toWhole = toHalf * unit;
  const folded = fold / (unit * unit);
  let arrivals = 0;
  for (let i = TABLE; i < cells.length; i += 2) {
    const xh = cells[i]!;
    const xl = cells[i + 1]!;
    const m = (xl & (MULTIPLIERS - 1)) << 2;
    const a = xh * cells[m]! + xl * cells[m + 2]!;
    const aTop = a + toWhole - toWhole;
    const c = xh * cells[m + 1]! + xl * cells[m + 3]! + aTop * folded;
    const cTop = c + toHalf - toHalf;
    const e = a - aTop + cTop;
    const eTop = e + toWhole - toWhole;
    const yl = c - cTop + eTop * folded;
    cells[i] = e - eTop;
    cells[i + 1] = yl;
    if ((yl & mask) === 0) arrived[arrivals++] = (i - TABLE) >> 1;
  }
  return arrivals;
}

/**
 * A residue 0 … p − 1, or the same minus p if that is nearer to 0, as high·2^(bits/2) + low; |low| is
 * at most 2^(bits/2 − 1).
 */
function halves(residue: bigint, { bits, p }: ToyGroup): readonly [number, number] {
  const nearest = 2n * residue > p ? residue - p : residue;
  const low = BigInt.asIntN(bits / 2, nearest);
  return [Number((nearest - low) >> BigInt(bits / 2)), Number(low)];
}

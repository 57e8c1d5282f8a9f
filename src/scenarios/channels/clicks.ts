/**
 * Who clicked in a list chunk: photons that arrived and clicks in the dark, each listed by its own
 * gaps and merged by position. Most clicks are photons, so they are copied in runs between dark ones.
 */

import type { Columns } from '../../core/optics/columns.ts';
import { clickInTheDark } from '../../core/optics/exchange.ts';
import { CHUNK_WORDS, listEvents } from '../../core/random/events.ts';
import type { LinkPlan } from './plan.ts';

/** Kinds of a click, bit by bit. */
const PHOTON = 1;
const DARK_ZERO = 2;
const DARK_ONE = 4;

export interface ClickList {
  /** The first `count` are the pulses that clicked, ascending, from the chunk's first pulse on. */
  readonly positions: Uint32Array;
  /** What clicked there; null where no detector ever clicks in the dark. */
  readonly dark: {
    readonly kinds: Uint8Array;
    readonly photons: Uint32Array;
    readonly zeros: Uint32Array;
    readonly ones: Uint32Array;
  } | null;
}

/** Room for the clicks of one chunk of `pulses`. */
export function openClicks({ odds }: LinkPlan, pulses: number): ClickList {
  const list = () => new Uint32Array(pulses);
  return {
    positions: list(),
    dark:
      odds.dark === 0
        ? null
        : { kinds: new Uint8Array(pulses), photons: list(), zeros: list(), ones: list() },
  };
}

/** Lists the clicks among the first `lanes` pulses of a chunk; returns how many. */
export function listClicks(
  { positions, dark }: ClickList,
  { odds, streams }: LinkPlan,
  at: { readonly chunk: number; readonly lanes: number },
): number {
  if (dark === null) return listEvents(positions, streams.arrival, odds.arrival, at);
  const { photons, zeros, ones, kinds } = dark;
  const photonCount = listEvents(photons, streams.arrival, odds.arrival, at);
  const zeroCount = listEvents(zeros, streams.darkZero, odds.dark, at);
  const oneCount = listEvents(ones, streams.darkOne, odds.dark, at);
  let p = 0;
  let z = 0;
  let o = 0;
  let count = 0;
  for (;;) {
    const zero = z < zeroCount ? zeros[z]! : at.lanes;
    const one = o < oneCount ? ones[o]! : at.lanes;
    const next = Math.min(zero, one);
    while (p < photonCount && photons[p]! < next) {
      positions[count] = photons[p]!;
      kinds[count] = PHOTON;
      count++;
      p++;
    }
    if (next === at.lanes) return count;
    let kind = 0;
    if (p < photonCount && photons[p] === next) {
      kind |= PHOTON;
      p++;
    }
    if (zero === next) {
      kind |= DARK_ZERO;
      z++;
    }
    if (one === next) {
      kind |= DARK_ONE;
      o++;
    }
    positions[count] = next;
    kinds[count] = kind;
    count++;
  }
}

// Scratch shared by all calls: safe because a call returns before another can start.
const photon = new Int32Array(CHUNK_WORDS);
const zero = new Int32Array(CHUNK_WORDS);
const one = new Int32Array(CHUNK_WORDS);

/** Gives clicks [first, first + lanes) of a list their results, in the lanes of one batch. */
export function darkLanes(
  columns: Columns,
  kinds: Uint8Array,
  { streams }: LinkPlan,
  {
    first,
    lanes,
    address,
  }: { readonly first: number; readonly lanes: number; readonly address: number },
): void {
  photon.fill(0);
  zero.fill(0);
  one.fill(0);
  for (let i = 0; i < lanes; i++) {
    const kind = kinds[first + i]!;
    const w = i >>> 5;
    const lane = 1 << (i & 31);
    if ((kind & PHOTON) !== 0) photon[w] = photon[w]! | lane;
    if (kind === PHOTON) continue;
    if ((kind & DARK_ZERO) !== 0) zero[w] = zero[w]! | lane;
    if ((kind & DARK_ONE) !== 0) one[w] = one[w]! | lane;
  }
  clickInTheDark(columns, { photon, zero, one }, streams, address, (lanes + 31) >>> 5);
}

/**
 * Who clicked in a list chunk: photons that arrived and clicks in the dark, each listed by its own
 * gaps and merged by position. Most clicks are photons, so they are copied in runs between dark ones.
 * Weak pulses are listed as if all were signal; those of a weaker level are then accepted with the
 * chance that it has of the signal's, by one more word each.
 */

import type { Columns } from '../../core/optics/columns.ts';
import { clickInTheDark } from '../../core/optics/exchange.ts';
import {
  clickInTheLight,
  lightDetectors,
  setLevel,
  type WeakColumns,
} from '../../core/optics/weak.ts';
import { choiceAt } from '../../core/random/choices.ts';
import { CHUNK_LANES, CHUNK_WORDS, listEvents } from '../../core/random/events.ts';
import { fillPlane } from '../../core/random/streams.ts';
import { fillHeld } from './held.ts';
import { drawLevels, type Levels } from './levels.ts';
import { LIST_CHUNK, type LinkPlan } from './link-plan.ts';
import { blindLanes, tamperWithLight } from './tampering.ts';
import { lightMissed, type Unequal } from './unequal.ts';
import type { WeakSource } from './weak-source.ts';

/** Kinds of a click, bit by bit. */
const PHOTON = 1;
const DARK_ZERO = 2;
const DARK_ONE = 4;

export interface ClickList {
  /** The first `count` are the pulses that clicked, ascending, from the chunk's first pulse on. */
  readonly positions: Uint32Array;
  /** What clicked there; null where only single photons can. */
  readonly dark: {
    readonly kinds: Uint8Array;
    readonly photons: Uint32Array;
    readonly zeros: Uint32Array;
    readonly ones: Uint32Array;
    /** Strength of the pulse; zeros for single photons. */
    readonly levels: Uint8Array;
  } | null;
}

/** Room for the clicks of one chunk of `pulses`. */
export function openClicks({ odds, weak }: LinkPlan, pulses: number): ClickList {
  const list = () => new Uint32Array(pulses);
  return {
    positions: list(),
    dark:
      odds.dark === 0 && weak === null
        ? null
        : {
            kinds: new Uint8Array(pulses),
            photons: list(),
            zeros: list(),
            ones: list(),
            levels: new Uint8Array(pulses),
          },
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
const words = new Int32Array(4096);

/**
 * Keeps of the listed clicks of weak pulses those that happened, with the strength of each; returns
 * how many. Word k of the chunk's own belongs to its k-th listed arrival.
 */
export function acceptClicks(
  { positions, dark }: ClickList,
  source: WeakSource,
  levels: Levels,
  {
    count,
    chunk,
    lanes,
  }: { readonly count: number; readonly chunk: number; readonly lanes: number },
): number {
  const { kinds, levels: strengths } = dark!;
  const accepted = source.levels.map((level) => level.accepted);
  let kept = 0;
  let arrival = 0;
  let loaded = -1;
  let i = 0;
  levels.firstPiece = (chunk * LIST_CHUNK) / CHUNK_LANES;
  for (let from = 0; from < lanes; from += CHUNK_LANES) {
    const to = Math.min(lanes, from + CHUNK_LANES);
    const choices = drawLevels(levels, levels.firstPiece + from / CHUNK_LANES);
    for (; i < count && positions[i]! < to; i++) {
      const position = positions[i]!;
      const level = choices === null ? 0 : choiceAt(choices, position - from);
      let kind = kinds[i]!;
      if ((kind & PHOTON) !== 0) {
        if (level > 0) {
          const block = Math.floor(arrival / words.length);
          if (block !== loaded) {
            // As many words as the chunk has pulses, so they never run out.
            const first = (chunk * LIST_CHUNK + block * words.length) / 64;
            fillPlane(words, source.streams.accept, 0, first);
            loaded = block;
          }
          if (words[arrival % words.length]! >>> 0 >= accepted[level]!) kind &= ~PHOTON;
        }
        arrival++;
      }
      if (kind === 0) continue;
      positions[kept] = position;
      kinds[kept] = kind;
      strengths[kept] = level;
      kept++;
    }
  }
  return kept;
}

const photon = new Int32Array(CHUNK_WORDS);
const zero = new Int32Array(CHUNK_WORDS);
const one = new Int32Array(CHUNK_WORDS);

interface Part {
  readonly first: number;
  readonly lanes: number;
  /** Chunk number of the batch's coins. */
  readonly address: number;
}

/** Gives clicks [first, first + lanes) of a list their results, in the lanes of one batch. */
export function darkLanes(
  columns: Columns,
  kinds: Uint8Array,
  { streams }: LinkPlan,
  part: Part,
  { missed, blind }: { readonly missed: Int32Array | null; readonly blind: Int32Array | null },
): void {
  spread(kinds, part);
  if (blind) withoutDark(blind);
  if (missed) for (let w = 0; w < photon.length; w++) photon[w] = photon[w]! & ~missed[w]!;
  clickInTheDark(columns, { photon, zero, one }, streams, part.address, (part.lanes + 31) >>> 5);
}

/** The same for weak pulses. */
export function weakLanes(
  columns: Columns,
  weak: { readonly columns: WeakColumns; readonly source: WeakSource },
  { kinds, levels }: NonNullable<ClickList['dark']>,
  plan: LinkPlan,
  unequal: Unequal | null,
  part: Part,
): void {
  const { first, lanes, address } = part;
  const { source } = weak;
  const count = (lanes + 31) >>> 5;
  spread(kinds, part);
  for (const column of weak.columns.dimmer) column.fill(0, 0, count);
  for (let i = 0; i < lanes; i++) setLevel(weak.columns, i, levels[first + i]!);
  const odds = source.levels.map((level) => level.odds);
  const coins = { ...plan.streams, second: source.streams.second };
  lightDetectors(columns, weak.columns, photon, odds, coins, address, count);
  tamperWithLight(columns, weak.columns, plan.tampering, address, count);
  const blind = blindLanes(columns, plan.tampering);
  if (blind) withoutDark(blind);
  const missed = lightMissed(plan, unequal, columns, weak, address, count);
  clickInTheLight(columns, weak.columns, { dark: { zero, one }, missed }, coins, address, count);
  fillHeld(columns, weak.columns, source, address, count);
}

function withoutDark(blind: Int32Array): void {
  for (let w = 0; w < zero.length; w++) {
    zero[w] = zero[w]! & ~blind[w]!;
    one[w] = one[w]! & ~blind[w]!;
  }
}

/** The kinds of some clicks as columns of scratch. */
function spread(kinds: Uint8Array, { first, lanes }: Part): void {
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
}

/** Weak pulses of one chunk, every pulse a lane. */
import type { Columns } from '../../core/optics/columns.ts';
import {
  clickInTheLight,
  fillArrivals,
  lightDetectors,
  type WeakColumns,
} from '../../core/optics/weak.ts';
import { fillChoices } from '../../core/random/choices.ts';
import { CHUNK_WORDS, fillEvents } from '../../core/random/events.ts';
import { fillHeld } from './held.ts';
import { drawLevels, type Levels } from './levels.ts';
import type { LinkPlan } from './link-plan.ts';
import { blindLanes, tamperWithLight } from './tampering.ts';
import { lightMissed, type Unequal } from './unequal.ts';
import { lostPhotons, type WeakSource } from './weak-source.ts';

// Scratch shared by all calls: safe because a call returns before another can start.
const photon = new Int32Array(CHUNK_WORDS);
const darkZero = new Int32Array(CHUNK_WORDS);
const darkOne = new Int32Array(CHUNK_WORDS);

interface WeakLane {
  readonly columns: WeakColumns;
  readonly levels: Levels;
  readonly source: WeakSource;
}

/** Strengths, arrivals and clicks, on columns as exchangePhotons leaves them. */
export function weakChunk(
  columns: Columns,
  { columns: weak, levels, source }: WeakLane,
  plan: LinkPlan,
  unequal: Unequal | null,
  { chunk, lanes }: { readonly chunk: number; readonly lanes: number },
): void {
  const { odds, streams } = plan;
  const words = (lanes + 31) >>> 5;
  levels.firstPiece = chunk;
  // Also of pulses that nobody detects: a lane for every pulse of the chunk.
  const choices = drawLevels(levels, chunk);
  if (choices) fillChoices(choices, weak.dimmer, lanes);
  const all = source.levels.map((level) => level.odds);
  const coins = { ...streams, second: source.streams.second };
  fillArrivals(photon, weak, all, coins, chunk, words);
  lightDetectors(columns, weak, photon, all, coins, chunk, words);
  let dark = null;
  if (odds.dark > 0) {
    fillEvents(darkZero, streams.darkZero, odds.dark, chunk, words);
    fillEvents(darkOne, streams.darkOne, odds.dark, chunk, words);
    dark = { zero: darkZero, one: darkOne };
  }
  tamperWithLight(columns, weak, plan.tampering, chunk, words);
  const blind = blindLanes(columns, plan.tampering);
  if (dark && blind) {
    for (let w = 0; w < words; w++) {
      darkZero[w] = darkZero[w]! & ~blind[w]!;
      darkOne[w] = darkOne[w]! & ~blind[w]!;
    }
  }
  const missed = lightMissed(plan, unequal, columns, { columns: weak, source }, chunk, words);
  clickInTheLight(columns, weak, { dark, missed }, coins, chunk, words);
  fillHeld(columns, weak, source, chunk, words);
  const { detected } = columns;
  const rest = lanes & 31;
  if (rest !== 0) detected[words - 1] = detected[words - 1]! & (0xffffffff >>> (32 - rest));
  detected.fill(0, words);
}

/**
 * Who measures on the way measures nothing where the pulse held no photon. Bob can then still have
 * clicked in the dark; of other pulses without a detection it matters to nobody.
 */
export function clearUnseen(
  { detected, tapActs }: Columns,
  { dimmer, litZero, litOne }: WeakColumns,
  source: WeakSource,
  {
    base,
    lanes,
    positions,
  }: { readonly base: number; readonly lanes: number; readonly positions: Uint32Array | null },
): void {
  const words = (lanes + 31) >>> 5;
  for (let w = 0; w < words; w++) {
    let open = detected[w]! & tapActs[w]! & ~(litZero[w]! | litOne[w]!);
    for (; open !== 0; open &= open - 1) {
      const lane = open & -open;
      const i = w * 32 + 31 - Math.clz32(lane);
      const level = dimmer.filter((column) => (column[w]! & lane) !== 0).length;
      const pulse = base + (positions === null ? i : positions[i]!);
      if (lostPhotons(source, level, pulse) === 0) tapActs[w] = tapActs[w]! & ~lane;
    }
  }
}

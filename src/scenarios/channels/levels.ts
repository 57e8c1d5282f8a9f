/**
 * How strong each pulse is: Alice's own coin, pulse by pulse, drawn 32,768 pulses at a time. Only the
 * last piece is held; how many pulses of each strength came before it is kept for the chunk.
 */
import {
  type Choices,
  choiceAt,
  choicesBefore,
  drawChoices,
  openChoices,
} from '../../core/random/choices.ts';
import { CHUNK_LANES } from '../../core/random/events.ts';
import type { PulseRange } from '../messages.ts';
import type { WeakSource } from './weak-source.ts';

export interface Levels {
  readonly count: number;
  readonly pulses: number;
  /** null without decoys: every pulse is signal. */
  readonly choices: Choices | null;
  /** Pulses of each strength before each piece of the chunk at hand: [piece · count + strength]. */
  readonly before: Float64Array;
  /** First piece of that chunk. */
  firstPiece: number;
}

/** `pieces` of a chunk; `pulses` of the whole run. */
export function openLevels(source: WeakSource, pieces: number, pulses: number): Levels {
  const count = source.levels.length;
  return {
    count,
    pulses,
    choices: count === 1 ? null : openChoices(source.streams.intensity, source.thresholds),
    before: new Float64Array((pieces + 1) * count),
    firstPiece: 0,
  };
}

/** Draws a piece of the run; pieces of a chunk come in order, the first by its own name. */
export function drawLevels(levels: Levels, piece: number): Choices | null {
  const { count, choices, before, firstPiece } = levels;
  const lanes = lanesOf(levels, piece);
  if (choices === null) return null;
  drawChoices(choices, piece, lanes);
  const at = (piece - firstPiece) * count;
  for (let k = 0; k < count; k++) before[at + count + k] = before[at + k]! + choices.counts[k]!;
  return choices;
}

function lanesOf({ pulses }: Levels, piece: number): number {
  return Math.min(CHUNK_LANES, pulses - piece * CHUNK_LANES);
}

/** How many of the chunk's pulses in a range are of each strength. */
export function sentIn(levels: Levels, { from, to }: PulseRange): number[] {
  if (levels.choices === null) return [to - from];
  const start = sentBefore(levels, from);
  return sentBefore(levels, to).map((sum, k) => sum - start[k]!);
}

/** Of each strength, among the chunk's pulses before this one. */
function sentBefore(levels: Levels, pulse: number): number[] {
  const { count, choices, before, firstPiece } = levels;
  const piece = Math.floor(pulse / CHUNK_LANES);
  const rest = pulse % CHUNK_LANES;
  const at = (piece - firstPiece) * count;
  const sums = Array.from(before.subarray(at, at + count));
  if (rest === 0 || choices === null) return sums;
  if (choices.chunk !== piece) drawChoices(choices, piece, lanesOf(levels, piece));
  const more = choicesBefore(choices, rest);
  return sums.map((sum, k) => sum + more[k]!);
}

/** Strength of one pulse of the run, whatever chunk is at hand. */
export function levelAt(levels: Levels, pulse: number): number {
  const { choices } = levels;
  if (choices === null) return 0;
  const piece = Math.floor(pulse / CHUNK_LANES);
  if (choices.chunk !== piece) drawChoices(choices, piece, lanesOf(levels, piece));
  return choiceAt(choices, pulse % CHUNK_LANES);
}

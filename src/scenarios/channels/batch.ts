/** A batch of a link's pulses, and what it is made in. */
import type { Columns } from '../../core/optics/columns.ts';
import type { Blind } from '../../core/optics/dead-time.ts';
import type { WeakColumns } from '../../core/optics/weak.ts';
import { fillEvents, fillFair } from '../../core/random/events.ts';
import type { PulseRange } from '../messages.ts';
import type { ClickList } from './clicks.ts';
import type { Levels } from './levels.ts';
import type { LinkPlan } from './link-plan.ts';
import type { Unequal } from './unequal.ts';
import type { WeakSource } from './weak-source.ts';

export interface Batch {
  /** Pulses [from, to). */
  readonly from: number;
  readonly to: number;
  /** Lanes in use. */
  readonly lanes: number;
  /** null: lane i is pulse from + i. Else lane i is pulse base + positions[i]. */
  readonly positions: Uint32Array | null;
  readonly base: number;
  readonly columns: Columns;
  /** Every lane in use is a detection. */
  readonly allDetected: boolean;
  /** null: single photons. */
  readonly weak: WeakBatch | null;
  /** Bases agree and something was detected; zero in angled runs. */
  readonly sifted: Int32Array;
  /** The sample's choice, for every lane; only lanes that are sifted count. */
  readonly sampled: Int32Array;
  /** Eve's coin for bits she knows nothing about. */
  readonly guess: Int32Array;
  /** Which detector sees the pulse worse, 1 that of result 1; null: both are alike. */
  readonly weaker: Int32Array | null;
}

export interface WeakBatch {
  readonly columns: WeakColumns;
  /** Pulses of each strength, the signal first, in a range that lies within the batch's chunk. */
  sent(range: PulseRange): number[];
}

/** Return true to end the chunk here, with the batch left in scratch. */
export type Visit = (batch: Batch) => boolean | undefined;

export interface Wants {
  readonly sample?: boolean;
  readonly guess?: boolean;
}

export interface Scratch {
  readonly columns: Columns;
  readonly sifted: Int32Array;
  readonly sampled: Int32Array;
  readonly guess: Int32Array;
  /** null: every pulse is a lane. */
  readonly clicks: ClickList | null;
  /** null: both detectors are alike. */
  readonly unequal: Unequal | null;
  readonly weak: (WeakBatch & { readonly source: WeakSource; readonly levels: Levels }) | null;
}

/** First pulse at which a detector is live again, as each chunk begins; [chunks] is after the last. */
export interface BlindStarts {
  readonly zero: Uint32Array;
  readonly one: Uint32Array;
}

export interface PulseSource {
  readonly plan: LinkPlan;
  /** null: no dead time. Filled by the visits. */
  readonly blind: BlindStarts | null;
  /** Pulses of one chunk of counters. */
  readonly pulsesPerChunk: number;
  readonly chunks: number;
  readonly scratch: Scratch;
}

/** Not every photon that arrives counts. */
export function thins({ deadTime, mismatch, tampering }: LinkPlan): boolean {
  const { blinding, blocks } = tampering;
  return deadTime !== null || mismatch !== null || blinding !== null || blocks !== null;
}

export function blindAt({ blind }: PulseSource, chunk: number): Blind | null {
  return blind && { zero: blind.zero[chunk]!, one: blind.one[chunk]! };
}

export function keepBlind({ blind }: PulseSource, chunk: number, state: Blind | null): void {
  if (blind === null || state === null) return;
  blind.zero[chunk + 1] = state.zero;
  blind.one[chunk + 1] = state.one;
}

/** What is made of detections: who keeps what, the sample, and Eve's coin. */
export function extras(
  plan: LinkPlan,
  scratch: Scratch,
  chunk: number,
  words: number,
  wants: Wants,
): void {
  const { columns, sifted, sampled, guess, unequal } = scratch;
  const { sentBasis, askedBasis, detected } = columns;
  if (plan.angled) sifted.fill(0);
  else {
    // XNOR marks equal bases; detected is zero past the last lane, so the padding stays clean.
    for (let w = 0; w < words; w++) sifted[w] = ~(sentBasis[w]! ^ askedBasis[w]!) & detected[w]!;
    sifted.fill(0, words);
  }
  if (wants.sample) fillEvents(sampled, plan.sample, plan.sampleThreshold, chunk, words);
  if (!wants.guess) return;
  // Where Bob's own coin assigns the detectors, knowing them tells her nothing.
  if (unequal === null || plan.mismatch?.gate) fillFair(guess, plan.guess, chunk, words);
  // She knows the devices: the stronger detector's result is the better guess.
  else for (let w = 0; w < words; w++) guess[w] = ~unequal.weaker[w]!;
}

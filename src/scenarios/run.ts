import type { ActorId, Step } from './actors.ts';
import type { RunConfig } from './config.ts';
import type { Letter } from './messages.ts';
import type { Ends, Receipt, Verdict } from './receipt.ts';

/** Index into the event log: pulses and letters, one event each, in order. The playhead's only axis. */
export type Instant = number;

/**
 * Counters of one link, chunk by chunk; with the configuration they are all a finished run keeps of
 * its photons, since any photon is recomputed from its address. Column c of chunk k: at [k].
 */
export interface ChunkCounts {
  readonly pulsesPerChunk: number;
  readonly detected: Uint32Array;
  readonly sifted: Uint32Array;
  readonly errors: Uint32Array;
  readonly siftedRectilinear: Uint32Array;
  readonly errorsRectilinear: Uint32Array;
  readonly siftedKnownToEve: Uint32Array;
}

/** Running totals at chosen kept-bit counts (all of the first few hundred, then spaced by ratio). */
export interface Trace {
  /** Pulses sent when the count was reached. */
  readonly pulse: Uint32Array;
  readonly kept: Uint32Array;
  readonly errors: Uint32Array;
  readonly keptRectilinear: Uint32Array;
  readonly errorsRectilinear: Uint32Array;
}

export interface LinkSummary {
  readonly ends: Ends;
  readonly counts: ChunkCounts;
  readonly trace: Trace;
  /** How far this link came. */
  readonly reached: 'exchange' | 'sifted' | 'tested' | 'accepted';
  /** The two ends' accepted keys; null when the link stopped. First 4,096 bits, for the picture. */
  readonly keyPreview: {
    readonly near: Uint8Array;
    readonly far: Uint8Array;
    readonly bits: number;
  } | null;
}

/** Where and why a run stopped; null when both ends went on to the end. */
export interface Stop {
  readonly at: Instant;
  readonly step: Step;
  readonly by: ActorId;
  readonly verdict: Verdict;
  /** Index into `letters` of the letter that made the end stop; null when no letter did. */
  readonly letter: number | null;
}

/** Everything the screen may ask of a finished run. */
export interface Run {
  readonly config: RunConfig;
  /** One, or two when Eve stands in the middle: [alice–eve, eve–bob]. */
  readonly links: readonly LinkSummary[];
  readonly letters: readonly Letter[];
  /** `letterPulses[k]`: pulses sent before letter k; with it an instant is looked up by bisection. */
  readonly letterPulses: Float64Array;
  /** Number of events. */
  readonly length: Instant;
  readonly stop: Stop | null;
  readonly receipt: Receipt;
  /** True when the coins of a large lossy run are numbered by detection, not by pulse (shown to the viewer). */
  readonly coinsByDetection: boolean;
}

export interface Progress {
  readonly pulsesDone: number;
  readonly pulses: number;
  readonly step: Step;
}

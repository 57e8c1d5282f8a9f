import type { LengthBudget } from '../core/amplification/length.ts';
import type { CascadeTerms, ParityLog } from '../core/reconciliation/cascade.ts';
import type { ActorId, Step } from './actors.ts';
import type { RunConfig } from './config.ts';
import type { IntensityCounts } from './intensity-counts.ts';
import type { Letter } from './messages.ts';
import type { Ends, LifecycleRound, Receipt, Verdict } from './receipt.ts';
import type { DeliveryMessage, ReadOutFigures, RelayHopFigures, Tool } from './receipt-later.ts';
import type { Credential, Judged, Party } from './trust/contract.ts';

/**
 * Index into the event log: pulses, letters and round trips of Correct, one event each, in order. The
 * playhead's only axis.
 */
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
  /** First pulse at which each detector is live again, as chunk k begins; null without dead time. */
  readonly blind: { readonly zero: Uint32Array; readonly one: Uint32Array } | null;
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
  /** Pulses really sent on this link; with one end robbed the two links end at different times. */
  readonly pulses: number;
  readonly counts: ChunkCounts;
  /** The signal first, then the decoys, strongest first; null for single photons. */
  readonly byIntensity: readonly IntensityCounts[] | null;
  readonly trace: Trace;
  /** Error rate in the test above which the finite-key length of such a run is nothing; null with other accounting. */
  readonly finiteLimit: number | null;
  /** How far this link came. 'key': both its ends hold a final key. */
  readonly reached: Reached;
  /** Kept bits that were not tested, as each end measured them; null before the test was passed. */
  readonly material: KeyMaterial | null;
  readonly correction: Correction | null;
  readonly shrink: Shrink | null;
  /** The two ends' accepted keys; null when the link stopped. First 4,096 bits, for the picture. */
  readonly keyPreview: {
    readonly near: Uint8Array;
    readonly far: Uint8Array;
    readonly bits: number;
  } | null;
  readonly use: Use | null;
  /** Where this link stopped; null if it went on to the end. */
  readonly stop: Stop | null;
}

export type Reached = 'exchange' | 'sifted' | 'tested' | 'accepted' | 'corrected' | 'key';

/** Packed least significant bit first in 32-bit words; the first 65,536 bits of longer ones. */
export interface KeyMaterial {
  readonly bits: number;
  readonly near: Uint32Array;
  readonly far: Uint32Array;
  /** Bits that the light and the bases fixed for Eve; null where that is none. */
  readonly certain: Uint32Array | null;
}

/** Correct, as it went on one link. */
export interface Correction {
  /** Instant of its first round trip; round r is event at + r. */
  readonly at: Instant;
  /** Round trips that happened (a dry pool may end them early). */
  readonly rounds: number;
  readonly bits: number;
  readonly terms: CascadeTerms;
  readonly seed: Uint8Array;
  /** Every question and every correction; null above 2²⁰ bits, where the counters must do. */
  readonly log: ParityLog | null;
  readonly errorsCorrected: number;
  readonly leakedBits: number;
  /** Classical letters and bytes of the round trips. */
  readonly letters: number;
  readonly bytes: number;
  /** Whether the two hashes were equal; null when they were not compared. */
  readonly verified: boolean | null;
}

export interface Shrink {
  readonly budget: LengthBudget;
  readonly accounting: RunConfig['amplification']['accounting'];
  /** Public seed of the matrix, bits least significant first in words; its first 65,536 bits. Empty without a key. */
  readonly seed: Uint32Array;
  /** Corrected bits of this link's two ends (equal when verified), first 65,536. */
  readonly input: Uint32Array;
}

export interface Use {
  /** New key bits that refilled the sealing pool before anything else. */
  readonly refilled: number;
  readonly cipher: 'none' | 'one-time-pad' | 'aes-256-gcm';
  readonly message: string;
  /** Key bits the message took. */
  readonly spent: number;
  /** Key bits left for applications. */
  readonly left: number;
  readonly ciphertext: Uint8Array | null;
  readonly altered: boolean;
  readonly accepted: boolean;
  /** What the receiver read; null if the check refused it. */
  readonly read: Uint8Array | null;
}

/** What one end was shown, and what it made of it. */
export interface IntroductionRecord {
  readonly link: 0 | 1;
  readonly of: Party;
  readonly writtenBy: ActorId;
  readonly credentials: readonly Credential[];
  readonly judged: Judged;
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
  /** The stop that decided the verdict; null when a key was accepted. */
  readonly stop: Stop | null;
  /** In the order they were checked; empty where a pre-shared key needs none. */
  readonly introductions: readonly IntroductionRecord[];
  /** Fingerprints of the sealing key in each hand, as the session began; null: holds none. */
  readonly stores: Readonly<Record<ActorId, string | null>>;
  /** Fingerprint of the hash key that Eve solved for from a repeated number; null if she did not. */
  readonly recovered: string | null;
  readonly receipt: Receipt;
  /** True when the coins of a large lossy run are numbered by detection, not by pulse (shown to the viewer). */
  readonly coinsByDetection: boolean;
}

export interface Progress {
  readonly pulsesDone: number;
  readonly pulses: number;
  readonly step: Step;
  /** While Eve searches: steps so far, and how many such a search takes on average. */
  readonly search?: { readonly steps: number; readonly expected: number };
}

/** A finished lifecycle: its rounds as executed, with what the screen needs beside the receipt. */
export interface LifecycleRun {
  readonly config: RunConfig;
  readonly rounds: readonly RoundRecord[];
  readonly receipt: Receipt;
}

/** What a scenario gives. */
export type Outcome = Run | LifecycleRun | RndlRun | DeliveryRun | RelayRun;

export function isRun(outcome: Outcome): outcome is Run {
  return 'links' in outcome;
}

export interface RoundRecord extends LifecycleRound {
  /** The two ends' pools after the round, bits: they may differ. */
  readonly pools: { readonly alice: number; readonly bob: number };
  /** Key each end accepted, bits; null without one. They part where Eve fools one end, or each apart. */
  readonly keys: { readonly alice: number | null; readonly bob: number | null };
  /** Both ends point at the same next key; false is a state of its own, which only a new start mends. */
  readonly inStep: boolean;
  /** Eve holds the pool that seals this round. */
  readonly eveHoldsPool: boolean;
  readonly eveActs: boolean;
  readonly jammed: boolean;
  readonly qber: number | null;
  readonly stoppedBy: ActorId | null;
}

/** A session that Eve recorded, and what she made of the recording. */
export interface RndlRun {
  readonly config: RunConfig;
  /** The session that made the key: its letters, seals and verdict, as of any other. */
  readonly session: Run;
  /** What crossed the classical line, in the order of the shelf; bytes add up to `recorded`. */
  readonly shelf: readonly ShelfItem[];
  /** Pulses that crossed the other line, and could not be copied. */
  readonly pulses: number;
  /** Everything she tried, in order; each really tried. Empty when nothing was sent. */
  readonly attempts: readonly Attempt[];
  readonly readOuts: readonly ReadOut[];
  /** The key of the envelope in Alice's hands, and the best that Eve can say of it, first 64 bytes. Viewer only. */
  readonly key: {
    readonly alice: Uint8Array;
    readonly guess: Uint8Array;
    readonly bits: number;
  } | null;
  /** As Alice sent it; null when nothing was sent. */
  readonly envelope: Uint8Array | null;
  readonly receipt: Receipt;
}

export interface ShelfItem {
  readonly kind:
    | 'introductions'
    | 'shares'
    | 'kem-key'
    | 'kem-ciphertext'
    | 'letters'
    | 'seals'
    | 'envelope'
    | 'hop';
  readonly items: number;
  /** As they crossed, headers included. */
  readonly bytes: number;
  /** Of what they say: an ML-KEM-768 public key is 1,184. */
  readonly contentBytes: number;
  /** Of each item up to two, the first 8 bytes of what it says. */
  readonly beginnings: readonly Uint8Array[];
}

export interface Attempt {
  readonly tool: Tool | 'best-guess' | 'none-known';
  readonly door: 'key' | 'cipher';
  /** Key found, or for the cipher's door the text. */
  readonly found: boolean;
  /** Steps of a search; null where nothing is searched. */
  readonly steps: number | null;
  /** Whether what it found was tried on the envelope and its seal fitted; null: nothing to try, or no seal. */
  readonly fits: boolean | null;
  /** An assumption of the viewer's, not a computation. */
  readonly assumed: boolean;
}

/** Alice's device in other hands at one moment. */
export interface ReadOut {
  readonly moment: 'before' | 'during' | 'after';
  readonly memory: readonly MemoryItem[];
  readonly yields: ReadOutFigures;
  /** Whether what it yields opens the recorded envelope: tried. */
  readonly opens: boolean;
}

export interface MemoryItem {
  readonly what: 'sealing-key' | 'signing-key' | 'exchange-secret' | 'message-key' | 'next-key';
  readonly state: 'stored' | 'in-pool' | 'in-use' | 'future' | 'erased' | 'not-made';
  readonly bits: number;
}

/** Keys on their way to their users. */
export interface DeliveryRun {
  readonly config: RunConfig;
  /** The first of the repeats, as the others. */
  readonly link: Run;
  readonly messages: readonly DeliveryMessage[];
  /** Site A, from the light upwards. */
  readonly hops: readonly DeliveryHop[];
  readonly repeats: readonly DeliveryRepeat[];
  /** As app A sent it in the first; null when no key came. */
  readonly envelope: Uint8Array | null;
  /** What app B read of it. */
  readonly read: string | null;
  readonly receipt: Receipt;
}

export interface DeliveryHop {
  readonly between: 'device-store' | 'store-app';
  readonly state: 'inside' | 'exposed' | 'same-box';
  /** Bytes of it on Eve's shelf; 0 unless exposed. */
  readonly recorded: number;
  /** What she made of it; null unless exposed. */
  readonly opened: boolean | null;
  readonly steps: number | null;
}

export interface DeliveryRepeat {
  /** Which of the people inside are corrupt, by number. */
  readonly corrupt: readonly number[];
  readonly sent: boolean;
  /** `link`: Eve holds the key of the link itself. */
  readonly openedBy: { readonly hop: boolean; readonly insider: boolean; readonly link: boolean };
}

/** A key from end to end of a chain of trusted nodes. */
export interface RelayRun {
  readonly config: RunConfig;
  readonly hops: readonly RelayHop[];
  /** What nodes publish, one a node: the end-to-end key XOR the key of the next hop. */
  readonly published: readonly RelayLetter[];
  /** First 64 bytes of the key at each end; null where a hop gave none. */
  readonly alice: Uint8Array | null;
  readonly bob: Uint8Array | null;
  /** What Eve computes; null where she can compute nothing. */
  readonly eve: Uint8Array | null;
  readonly receipt: Receipt;
}

export interface RelayHop extends RelayHopFigures {
  /** Its share of the pulses that arrived, and the error rate that its ends estimated. */
  readonly detected: number;
  readonly sent: number;
  readonly qber: number | null;
}

export interface RelayLetter {
  readonly by: string;
  /** First 64 bytes. */
  readonly sum: Uint8Array;
  readonly bytes: number;
  /** Whether the next box accepted its seal. */
  readonly accepted: boolean;
}

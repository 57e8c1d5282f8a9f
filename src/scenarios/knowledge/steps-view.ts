/** What an observer can say of steps 3 to 5. Asked, not copied; every null means "does not know it now". */
import type { LengthBudget } from '../../core/amplification/length.ts';
import type { Instant } from '../run.ts';

export interface QuestionView {
  /** Round trip it belongs to, 0-based. */
  readonly round: number;
  readonly pass: number;
  readonly frame: number;
  readonly block: number;
  /** Number of bits it covers. */
  readonly length: number;
  /** The opening parities of a pass come unasked. */
  readonly asked: boolean;
  readonly parity: 0 | 1;
  /** Bob's parity of the same bits differs, so an odd number of errors is inside. */
  readonly odd: boolean;
  /** Asked because an earlier correction turned this block odd again. */
  readonly reopened: boolean;
}

export interface FoundError {
  /** In the key material, 0-based. */
  readonly position: number;
  readonly round: number;
  readonly pass: number;
  /** Index of the correction that re-opened this search; null when the pass's own parities showed it. */
  readonly openedBy: number | null;
  /** The questions whose answers led here, in order; the last covers one bit or leaves one. */
  readonly path: readonly number[];
}

export interface CorrectionView {
  readonly bits: number;
  readonly passes: number;
  readonly variant: 'textbook' | 'efficient';
  readonly schedule: 'sequential' | 'parallel';
  /** Length of the first pass's blocks. */
  readonly firstBlock: number;
  readonly plannedRate: number;
  /** Instants at which it begins and ends. */
  readonly from: Instant;
  readonly to: Instant;
  readonly rounds: number;
  readonly roundsDone: number;
  /** Alice's parities spoken so far, each once; without detail this and `found` count only when it is complete. */
  readonly leaked: number;
  readonly found: number;
  /** Letters and bytes of the round trips, once they are over; a stop letter counts among them. */
  readonly spoken: { readonly letters: number; readonly bytes: number } | null;
  /** Errors not yet found; Everyone only. */
  readonly left: number | null;
  /** leaked ÷ n·h(errors ÷ n), once it is complete; null before, or without errors. */
  readonly efficiency: number | null;
  readonly complete: boolean;
  /** Whether the comparison has been heard, and how it went. */
  readonly verified: boolean | null;
  /** False when the run is so large that only counters were kept. */
  readonly detailed: boolean;
  /** Questions spoken so far (opening parities included). */
  readonly questions: number;
  question(index: number): QuestionView | null;
  /** Positions in the key material that a question covers. */
  positions(question: number): Uint32Array;
  /** Errors found so far, in order. */
  error(index: number): FoundError | null;
  /** Index of the error found at a position so far; null if none. */
  errorAt(position: number): number | null;
  /** Blocks of a pass as the lists of positions, for one frame; null without detail. */
  blocks(pass: number, frame: number): readonly Uint32Array[] | null;
  /** An end's bit now (Bob's changes when he flips it); null when not this observer's to know. */
  bit(end: 'alice' | 'bob', position: number): 0 | 1 | null;
  /** Eve can compute Alice's bit here; null where the observer may not see the hatch. */
  eveKnows(position: number): boolean | null;
  /** How many bits those are; exact up to 8,192 bits of material, at least so many above. */
  eveKnownBits(): number | null;
}

export interface ShrinkView {
  readonly from: Instant;
  readonly accounting: 'finite-key' | 'asymptotic' | 'single-photons-assumed' | 'none';
  readonly budget: LengthBudget;
  /** ε_sec. */
  readonly failure: number;
  readonly inputBits: number;
  readonly outputBits: number;
  /** Inputs and outputs up to here can be asked bit by bit. */
  readonly shownBits: number;
  /** Entry of [I|T′]; null before the seed is public. */
  entry(output: number, input: number): 0 | 1 | null;
  input(position: number): 0 | 1 | null;
  output(position: number): 0 | 1 | null;
  eveKnows(position: number): boolean | null;
}

export interface UseView {
  readonly from: Instant;
  readonly made: number;
  readonly refilled: number;
  readonly spentOnSeals: number;
  readonly spentOnMessage: number;
  readonly left: number;
  /** made − spentOnSeals: what the run earned; may be negative. */
  readonly net: number;
  readonly cipher: 'none' | 'one-time-pad' | 'aes-256-gcm';
  /** null until the envelope has been sent. */
  readonly envelope: {
    readonly bytes: number;
    readonly ciphertext: Uint8Array;
    /** Everyone and Eve only; null for who cannot tell. */
    readonly altered: boolean | null;
    /** null until the receiver has checked, or for who cannot see it. */
    readonly accepted: boolean | null;
    /** What the sender wrote and what the receiver read, each where this observer can tell; they differ if it was altered. */
    readonly written: string | null;
    readonly read: string | null;
    /** What this observer can read of it (as it came, if they can tell); null: closed to them. */
    readonly message: string | null;
    readonly sealed: boolean;
  } | null;
}

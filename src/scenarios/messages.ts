import type { ActorId, Step } from './actors.ts';

/** Pulses [from, to) that a letter speaks of. */
export interface PulseRange {
  readonly from: number;
  readonly to: number;
}

export type LetterKind =
  /** Bob: which pulses clicked, and the basis he measured each of those in. */
  | 'detections'
  /** Alice: her bases of the pulses Bob detected. */
  | 'bases'
  /** Alice: the seed that picks the test sample, and her bits at those places. */
  | 'sample'
  /** Bob: his bits at the sampled places. */
  | 'test-bits'
  /** Either: go on or stop, with the counts it rests on. */
  | 'decision';

/** How a letter was sealed: by its own tag, by the tag on the last letter of its phase, or not at all. */
export type Sealing = 'own' | 'phase' | 'none';

/** What the addressee made of the seal. 'pending': covered by a phase seal that has not come yet. */
export type SealCheck = 'accepted' | 'rejected' | 'not-checked' | 'pending';

export interface Seal {
  /** The tag as sent, packed most significant bit first. */
  readonly tag: Uint8Array;
  /** The tag the addressee computed; null if the addressee has no key to compute one. */
  readonly expected: Uint8Array | null;
  /** Bytes of text under this tag: all letters of the phase and direction, or this letter. */
  readonly coveredBytes: number;
  /** Number of the one-time mask, counted per direction; null for methods without masks. */
  readonly maskNumber: number | null;
}

/** One letter of the classical channel, as logged. The log is append-only. */
export interface Letter {
  /** Its place in the event log. */
  readonly at: number;
  /** 0: between Alice and her counterpart. 1: between Bob and his, when Eve stands in the middle. */
  readonly link: 0 | 1;
  readonly kind: LetterKind;
  readonly step: Step;
  readonly claimedFrom: 'alice' | 'bob';
  readonly writtenBy: ActorId;
  /** Who really received it. */
  readonly to: ActorId;
  /** Number of the letter, counted per link and direction; it is under the seal. */
  readonly sequence: number;
  readonly range: PulseRange | null;
  /** Length of the canonical bytes, header included. */
  readonly bytes: number;
  readonly sealing: Sealing;
  /** Present on the letter that carries a tag. */
  readonly seal: Seal | null;
  readonly check: SealCheck;
  /** The content a reader can check; bit strings stay addressable through the replay. */
  readonly content:
    | { readonly kind: 'detections'; readonly detected: number }
    | { readonly kind: 'bases'; readonly announced: number }
    | { readonly kind: 'sample'; readonly seed: Uint8Array; readonly bits: number }
    | { readonly kind: 'test-bits'; readonly bits: number }
    | {
        readonly kind: 'decision';
        readonly go: boolean;
        readonly tested: number;
        readonly errors: number;
        readonly reason: 'fine' | 'errors' | 'seal' | 'nothing-left' | 'pool-dry';
      };
}

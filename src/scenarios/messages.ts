import type { ActorId, Step } from './actors.ts';

/** Pulses [from, to) that a letter speaks of. */
export interface PulseRange {
  readonly from: number;
  readonly to: number;
}

export type LetterKind =
  /** Either, before any photon: a certificate chain or a bundle of endorsements. */
  | 'introduction'
  /** Alice: a fresh ML-KEM key. Bob: the ciphertext for it. Both signed; the sealing pool comes of it. */
  | 'kem-key'
  | 'kem-ciphertext'
  /** Either: a short sealed test of the line; sent only where sealing is misused, for Eve to learn from. */
  | 'greeting'
  /** Bob: which pulses clicked, and the basis he measured each of those in. */
  | 'detections'
  /** Alice: her bases of the pulses Bob detected. */
  | 'bases'
  /** Alice: the seed that picks the test sample, and her bits at those places. */
  | 'sample'
  /** Bob: his bits at the sampled places. */
  | 'test-bits'
  /** Either: go on or stop, with the counts it rests on. */
  | 'decision'
  /** Alice: how Correct will go, and the public seed of its blocks. */
  | 'correct-terms'
  /** One round trip of Correct, in one log entry each way: which blocks Bob asks of, what Alice answers. */
  | 'parity-questions'
  | 'parities'
  /** Alice: the seed of the comparison and her hash of the corrected bits. */
  | 'verification'
  /** Alice: the length of the final key and the public seed of the Toeplitz matrix. */
  | 'shrink'
  /** Alice: a message under the new key. */
  | 'envelope'
  /** Either: g^a or g^b of a Diffie–Hellman exchange, whose secret both will hold. */
  | 'share'
  /** Alice: a fresh ML-KEM key for the session's key. Bob: a secret closed with it. */
  | 'capsule-key'
  | 'capsule';

export type ShareGroup = 'x25519' | 32 | 40 | 48 | 56;

/** Kinds that come as round trips: counted, sealed and digested, but listed in `Correction`, not one by one. */
export type RoundKind = 'parity-questions' | 'parities';

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
  readonly kind: Exclude<LetterKind, RoundKind>;
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
        readonly reason: StopReason;
      }
    | {
        readonly kind: 'introduction';
        readonly of: 'alice' | 'bob';
        /** What the addressee made of it; index into `Run.introductions`. */
        readonly introduction: number;
        readonly accepted: boolean;
      }
    | { readonly kind: 'kem-key' | 'kem-ciphertext'; readonly length: number }
    | {
        readonly kind: 'share';
        /** 'x25519', or the bits of the small group. */
        readonly group: ShareGroup;
        readonly value: Uint8Array;
      }
    | { readonly kind: 'capsule-key' | 'capsule'; readonly length: number }
    | { readonly kind: 'greeting'; readonly text: string }
    | { readonly kind: 'correct-terms'; readonly bits: number; readonly seed: Uint8Array }
    | {
        readonly kind: 'verification';
        readonly bits: number;
        readonly seed: Uint8Array;
        readonly hash: Uint8Array;
      }
    | { readonly kind: 'shrink'; readonly inputBits: number; readonly outputBits: number }
    | {
        readonly kind: 'envelope';
        readonly cipher: 'one-time-pad' | 'aes-256-gcm';
        /** As delivered; Eve may have changed it. */
        readonly ciphertext: Uint8Array;
        readonly altered: boolean;
      };
}

/** 'unequal': the corrected bits did not pass the comparison. 'stranger': the other end could not prove who it is. 'alarm': a monitor of the box fired. */
export type StopReason =
  | 'fine'
  | 'errors'
  | 'seal'
  | 'nothing-left'
  | 'pool-dry'
  | 'unequal'
  | 'stranger'
  | 'alarm';

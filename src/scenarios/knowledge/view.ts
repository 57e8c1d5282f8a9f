import type { ActorId, Observer, Step } from '../actors.ts';
import type { Letter, PulseRange } from '../messages.ts';
import type { Verdict } from '../receipt.ts';
import type { Instant, IntroductionRecord } from '../run.ts';
import type { Credential } from '../trust/contract.ts';
import type { CorrectionView, ShrinkView, UseView } from './steps-view.ts';

/** ● full content · ○ existence only · – not drawn. */
export type Sight = 'full' | 'exists' | 'none';

/** Rows of the knowledge table. */
export type Item =
  | 'alice.record'
  | 'photon.near' // in flight, Alice's half of the fibre
  | 'photon.far'
  | 'eve.presence'
  | 'eve.record'
  | 'bob.record'
  | 'odds'
  | 'losses'
  | 'letters'
  | 'seal-result'
  | 'letter-maker'
  | 'alice.pool'
  | 'bob.pool'
  | 'error-rate' // over all kept bits
  | 'test' // tested bits and their error rate
  | 'eve-knows' // the hatch
  | 'parities' // spoken ones, and where errors were found
  | 'errors-left'
  | 'toeplitz-seed'
  | 'keys'
  | 'message'
  | 'introductions'
  | 'verdict'
  | 'double-click'
  | 'dark-count';

/** One fact about one pulse. `link` 0 is Alice's side, 1 is Bob's; they differ only with a man in the middle. */
export type PulseFact =
  | 'alice.bit'
  | 'alice.basis' // 0 rectilinear +, 1 diagonal ×
  | 'eve.acts'
  | 'eve.basis'
  | 'eve.saw'
  | 'eve.sends-bit' // man in the middle: what she sends Bob as "Alice"
  | 'eve.sends-basis'
  | 'bob.basis'
  | 'bob.bit'
  | 'detected'
  | 'kept'
  | 'differs' // kept, and the two ends' bits are unequal
  | 'tested'
  | 'eve-knows'; // Eve is certain of Alice's bit

export type PhotonSight =
  /** Drawn with its axis in its maker's colour. `fades`: as Alice made it, dying out after a third of the fibre. */
  | {
      readonly kind: 'state';
      readonly angle: number;
      readonly maker: ActorId;
      readonly fades: boolean;
    }
  /** A grey empty ring. */
  | { readonly kind: 'unknown' }
  /** Not drawn. */
  | { readonly kind: 'absent' };

export interface PhotonView {
  readonly pulse: number;
  /** Alice to Eve's place. */
  readonly near: PhotonSight;
  /** Eve's place to Bob. */
  readonly far: PhotonSight;
  /** Lost before Bob (or his detector stayed dark), as far as this observer may know: null = does not know. */
  readonly lost: boolean | null;
  /** Only of a weak source; left out for single photons. */
  readonly weak?: WeakPulseView;
}

/** What this observer knows of a laser pulse beyond its state. */
export interface WeakPulseView {
  /** 0 the signal, j decoy j: Alice's own coin, announced of the pulses that Bob reported; null = does not know. */
  readonly intensity: number | null;
  /** How many photons it had as Alice sent it: nobody but the viewer can know; null = does not know. */
  readonly photons: number | null;
}

export interface Odds {
  readonly zero: number;
  readonly one: number;
}

export type SealSight =
  | 'none' // no seal: dashed ring
  | 'sealed' // sealed, result not known to this observer (or covered by a phase seal still to come)
  | 'fits'
  | 'fits-wrongly' // fits although Eve wrote it; only Everyone and Eve see the difference
  | 'broken';

export interface LetterView {
  /** Index into the run's letters. */
  readonly index: number;
  readonly at: Instant;
  readonly kind: Letter['kind'];
  readonly step: Step;
  readonly link: 0 | 1;
  readonly claimedFrom: 'alice' | 'bob';
  /** As far as this observer can tell; an unexposed forgery shows its claimed sender. */
  readonly writtenBy: ActorId;
  readonly to: ActorId;
  readonly range: PulseRange | null;
  readonly content: Letter['content'];
  /** The first symbols of what the letter says, e.g. bases 0/1 or bits 0/1 of the first detected pulses; at most 16. */
  readonly symbols: readonly (0 | 1)[];
  /** What the symbols are. 'bytes': see `bytes`; 'none': the content says all there is to show. */
  readonly alphabet: 'bases' | 'bits' | 'bytes' | 'none';
  /** The first bytes of what the letter says (a seed, a hash, a ciphertext); at most 16, empty unless `alphabet` is 'bytes'. */
  readonly bytes: Uint8Array;
  readonly seal: SealSight;
  /** Hex of the first bytes; null when not this observer's to know. */
  readonly tagHex: string | null;
  readonly expectedTagHex: string | null;
}

/** What became of a pulse, as this observer can tell. `kept`: kept, equality not known. */
export type Outcome = 'kept-equal' | 'kept-different' | 'kept' | 'not-kept' | 'lost';

export interface ErrorRateView {
  readonly kept: number;
  readonly errors: number;
  readonly low: number;
  readonly high: number;
}

export interface TracePoint extends ErrorRateView {
  readonly pulse: number;
}

export interface TestView extends ErrorRateView {
  readonly rate: number;
  readonly limit: number;
  /** Above this rate a run of this size has no key left; null with other accounting. */
  readonly finiteLimit: number | null;
}

/** The verdict in the words this observer may use. */
export type VerdictView =
  | {
      readonly kind: 'verdict';
      readonly verdict: Verdict;
      readonly stoppedBy: ActorId | null;
      readonly step: Step | null;
    }
  /** Eve, when she holds no key. */
  | { readonly kind: 'no-key-for-me'; readonly wentOn: boolean }
  /** Alice or Bob, when the letters just ceased: the other end stopped. */
  | { readonly kind: 'silence' };

/** All that stage, panels and the live region may read. A view is asked, not copied. */
export interface KnowledgeView {
  readonly observer: Observer;
  /** Events 0…at−1 have happened. */
  readonly at: Instant;
  /** Pulses among them; an end counts those of its own link, which may have stopped earlier than the other. */
  readonly pulsesSent: number;
  readonly pulses: number;
  /** True for a man in the middle, if this observer can tell. */
  readonly twoLinks: boolean;
  /** Eve measures at 22.5°, so 'eve.basis' is null where she acts; false for who cannot see her. */
  readonly eveMidway: boolean;
  sight(item: Item): Sight;
  /** null: this observer does not know it now. */
  bit(fact: PulseFact, pulse: number, link?: 0 | 1): 0 | 1 | null;
  /** Who can compute this fact now. Empty unless the observer is Everyone. */
  knownTo(fact: PulseFact, pulse: number): readonly ActorId[];
  photon(pulse: number): PhotonView;
  /** Odds at Bob's detector for the photon that meets it; Everyone only. */
  odds(pulse: number): Odds | null;
  outcome(pulse: number, link?: 0 | 1): Outcome | null;
  /** Letters that have happened, oldest first. */
  readonly letters: readonly LetterView[];
  /** The letter that is under way between `at` and `at + 1`, if the next event is one. */
  readonly nextLetter: LetterView | null;
  /** Fingerprint of the sealing key in this hand; null when not this observer's to know, or none. */
  store(actor: ActorId): string | null;
  /** Sealing key left, bits; null when not this observer's to know or when nothing is sealed. */
  pool(actor: 'alice' | 'bob'): number | null;
  /**
   * Running error rate over all kept bits, up to now; null when not this observer's to know. An actor
   * knows it, and the trace, once Correct is complete and its comparison has been heard.
   */
  errorRate(link?: 0 | 1): ErrorRateView | null;
  trace(link?: 0 | 1, basis?: 'all' | 'rectilinear' | 'diagonal'): readonly TracePoint[] | null;
  test(link?: 0 | 1): TestView | null;
  /** Kept bits up to now, if this observer can count them. */
  kept(link?: 0 | 1): number | null;
  /** Kept bits Eve is certain of, up to now. */
  eveKnows(): { readonly known: number; readonly kept: number } | null;
  /** First bits of the final key at this actor's end (Eve: one per link), up to 64; null when none or not known. */
  key(
    actor: ActorId,
    link?: 0 | 1,
  ): { readonly bits: number; readonly preview: readonly (0 | 1)[] } | null;
  /** Correct, Shrink and Use up to now; null before they begin, or when they never did. */
  correction(link?: 0 | 1): CorrectionView | null;
  shrink(link?: 0 | 1): ShrinkView | null;
  use(link?: 0 | 1): UseView | null;
  /** Introductions that this observer has seen; `madeBy` and `carriesKeyOf` only where they can tell. */
  readonly introductions: readonly IntroductionView[];
  readonly verdict: VerdictView | null;
}

/** Who really wrote it and whose key it carries are for Everyone and Eve; null for who cannot tell. */
export interface IntroductionView extends Omit<IntroductionRecord, 'writtenBy' | 'credentials'> {
  /** Index into the run's introductions. */
  readonly index: number;
  readonly writtenBy: ActorId | null;
  readonly credentials: readonly CredentialView[];
}

export interface CredentialView extends Omit<Credential, 'madeBy' | 'carriesKeyOf'> {
  readonly madeBy: Credential['madeBy'] | null;
  readonly carriesKeyOf: Credential['carriesKeyOf'] | null;
}

/** Lookups on the event axis; the same for every observer. */
export interface Timeline {
  readonly length: Instant;
  eventAt(instant: Instant):
    | { readonly kind: 'pulse'; readonly pulse: number }
    | { readonly kind: 'letter'; readonly index: number }
    /** A round trip of Correct. */
    | { readonly kind: 'round'; readonly link: 0 | 1; readonly round: number };
  /** Pulses among events 0…instant−1. */
  pulsesBefore(instant: Instant): number;
  /** The event that is this pulse. */
  instantOfPulse(pulse: number): Instant;
  /** Instants at which a step begins; null when the run did not get there. */
  stepStart(step: Step): Instant | null;
  /** The step an instant lies in. */
  stepAt(instant: Instant): Step;
}

/** The state of a run's open talk: links, their ends, and what has been said so far. */
import type { LengthBudget } from '../../core/amplification/length.ts';
import type { Bits } from '../../core/bits/bits.ts';
import type { CascadeTerms, Reconciled } from '../../core/reconciliation/cascade.ts';
import type { ActorId } from '../actors.ts';
import type { Desk, SignatureDesk } from '../channels/classical.ts';
import type { LinkPlan } from '../channels/link-plan.ts';
import type { KeyEstablishment, RunConfig } from '../config.ts';
import type { Letter } from '../messages.ts';
import type { IntroductionRecord, Reached, Stop, Use } from '../run.ts';
import type { Party, Registered, Standing } from '../trust/contract.ts';
import type { TrustKit } from '../trust/kit.ts';
import type { SealingKey } from '../trust/pre-shared-key.ts';
import type { Light } from './light.ts';
import type { Tape } from './tape.ts';

export interface End {
  readonly actor: ActorId;
  readonly as: Party;
  /** How this actor stands before the other; null where a pre-shared key needs no proof. */
  readonly standing: Standing | null;
  readonly proof: SignatureDesk | null;
  /** The desk in use: the proof first, then the one of the method. */
  desk: Desk;
  readonly main: Desk;
  /** The sealing key in this end's hands, where it has one. */
  key: SealingKey | null;
}

export interface TalkLink {
  readonly index: 0 | 1;
  readonly plan: LinkPlan;
  readonly ends: Readonly<Record<Party, End>>;
  readonly sequence: Record<Party, number>;
  /** Eve passes every letter on as it is to this link, which is Bob's. */
  readonly relayedTo?: TalkLink;
  /** null until the light has been executed. */
  light: Light | null;
  reached: Reached;
  stop: Stop | null;
  /** Nothing more happens here: an end stopped, or Eve gave the session up. */
  over: boolean;
  /** Pulses sent on this link in the end. */
  pulses: number;
  /** Secrets of an exchange by letters; null where there was none. */
  agreed: Agreed | null;
  correction: Corrected | null;
  shrunk: Shrunk | null;
  /** The key of light, where the final key is mixed from it and another secret. */
  quantum: { readonly sender: Bits; readonly receiver: Bits } | null;
  /** What the two ends hold and accept at the end. */
  final: { readonly sender: Bits; readonly receiver: Bits } | null;
  use: Use | null;
}

export interface Talk {
  readonly config: RunConfig;
  readonly kit: TrustKit | null;
  /** How the session's key is made; null: as BB84 makes it, for a link of its own. */
  readonly means: KeyEstablishment | null;
  /** Eve's copy of the classical line; null where nobody asks for one. */
  readonly tape: Tape | null;
  readonly registered: Registered | null;
  readonly links: readonly TalkLink[];
  readonly letters: Letter[];
  readonly letterPulses: number[];
  readonly introductions: IntroductionRecord[];
  /** Fingerprint of the hash key that Eve solved for; null if she did not. */
  recovered: string | null;
  readonly seals: { made: number; checked: number; failed: number };
  /** Letters and round trips so far. */
  events: number;
  /** Classical letters, those of the round trips included, and their bytes with tags. */
  messages: number;
  bytes: number;
  longestSealed: number;
}

/** An exchange of secrets by letters, as each end has it. */
export interface Agreed {
  /** What each end drew and keeps to itself: an exponent, a private key, the coins of a ciphertext. */
  readonly own: Readonly<Record<Party, Uint8Array>>;
  readonly shared: Readonly<Record<Party, Uint8Array>>;
  /** Both letters' values; a key belongs to one conversation. */
  readonly transcript: Uint8Array;
}

export interface Corrected {
  readonly at: number;
  readonly terms: CascadeTerms;
  readonly seed: Uint8Array;
  reconciled: Reconciled;
  /** Round trips that happened. */
  rounds: number;
  letters: number;
  bytes: number;
  /** Seed of the comparison; null before it. */
  verificationSeed: Uint8Array | null;
  verified: boolean | null;
}

export interface Shrunk {
  readonly budget: LengthBudget;
  readonly accounting: RunConfig['amplification']['accounting'];
  /** Public; n − 1 bits. Empty without a key. */
  readonly seed: Bits;
  /** Before shrinking, as each end holds them. */
  readonly input: { readonly sender: Bits; readonly receiver: Bits };
}

export function lightOf({ light }: TalkLink): Light {
  if (light === null) throw new Error('the light of this link has not been executed');
  return light;
}

/** Which of two actors really stands at an end, as streams name them. */
export function streamName({ actor, as }: Pick<End, 'actor' | 'as'>): string {
  return actor === 'eve' ? `eve.as-${as}` : actor;
}

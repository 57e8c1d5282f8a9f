/**
 * What a trust anchor is: how two ends come to know whose letters they read. One grammar for all:
 * register (before the run) → prove (an introduction, a letter of its own) → check (by the other end,
 * for real) → seal letters. Everything comes from the run's seed, so a receipt can be repeated; such
 * keys are for teaching only.
 */
import type { ActorId } from '../actors.ts';
import type { RunConfig } from '../config.ts';

/** The simulation's today, for every anchor. Nothing reads a clock. */
export const TODAY = '2026-06-01T00:00:00Z';

/** Ends as letters name them. */
export type Party = 'alice' | 'bob';

export type SignatureScheme = 'ed25519' | 'ml-dsa-65';

/** A private key in somebody's hands. */
export interface Signer {
  readonly scheme: SignatureScheme;
  readonly publicKey: Uint8Array;
  /** Deterministic. */
  sign(message: Uint8Array): Uint8Array;
}

/** One thing the verifier looked at, in order. The first that fails ends the check. */
export interface TrustCheck {
  readonly name:
    | 'parses'
    | 'signature'
    | 'pinned-root'
    | 'authority'
    | 'path-length'
    | 'key-usage'
    | 'validity'
    | 'name'
    | 'revocation'
    | 'endorsement'
    | 'introducers'
    | 'path';
  /** What it is about: a certificate's subject, an introducer, a key's fingerprint. Machine words, never sentences. */
  readonly about: string;
  readonly result: 'passed' | 'failed' | 'skipped';
}

/** A certificate of the chain or an endorsement of the graph, for the picture. */
export interface Credential {
  readonly kind: 'root' | 'issuer' | 'leaf' | 'endorsement';
  readonly subject: string;
  readonly issuer: string;
  readonly scheme: SignatureScheme;
  /** Of the subject's public key: SHA-256, first 16 bytes, hexadecimal. */
  readonly fingerprint: string;
  /** Whose private key really made it, and whose key it really carries; only the viewer (and Eve) can tell. */
  readonly madeBy: ActorId | 'authority' | 'introducer';
  readonly carriesKeyOf: ActorId | 'authority' | 'introducer';
  readonly bytes: number;
  /** Of an endorsement: its maker believed it; false, or absent, if it was sold or is honest. Viewer only. */
  readonly deceived?: boolean;
  readonly serial: string;
  /** ISO dates; null for endorsements without an end. */
  readonly notBefore: string;
  readonly notAfter: string | null;
}

export interface Introduction {
  /** Body of the letter, exactly as sent (a certificate chain, a bundle of endorsements). */
  readonly body: Uint8Array;
  readonly credentials: readonly Credential[];
}

export interface Judged {
  readonly accepted: boolean;
  /** The key the verifier will check letters with; null unless accepted. */
  readonly publicKey: Uint8Array | null;
  readonly scheme: SignatureScheme | null;
  readonly checks: readonly TrustCheck[];
}

/** How an actor stands as one of the parties: what she shows, and what she can sign with. */
export interface Standing {
  readonly introduction: Introduction;
  readonly signer: Signer;
}

export interface Registered {
  /** How `actor` (the party herself, or Eve by whatever the broken assumption gave her) appears as `as`. */
  standing(actor: ActorId, as: Party): Standing;
  /** What the other end makes of an introduction that claims to be `as`; reads bytes and its own trust store, nothing else. */
  check(body: Uint8Array, as: Party): Judged;
}

/** Public-key anchors only; a pre-shared key needs no introduction. */
export interface PublicKeyAnchor {
  register(terms: TrustTerms): Registered;
}

/** What of a configuration a trust anchor depends on. */
export interface TrustTerms {
  readonly seed: RunConfig['seed'];
  readonly scheme: SignatureScheme;
  readonly broken: RunConfig['authentication']['broken'];
  readonly stolenFrom: RunConfig['authentication']['stolenFrom'];
  readonly fault: RunConfig['authentication']['fault'];
}

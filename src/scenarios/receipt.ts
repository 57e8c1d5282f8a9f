import type { Interval } from '../core/estimation/interval.ts';
import type { RunConfig } from './config.ts';
import type {
  DeliveryFigures,
  ReadOutFigures,
  RelayFigures,
  RndlFigures,
} from './receipt-later.ts';

/** How a run ended; computed from what the ends hold, never from the switches. */
export type Verdict =
  | 'key'
  | 'stopped-errors'
  | 'stopped-seal'
  | 'stopped-short'
  | 'stopped-alarm'
  | 'fooled';

export interface Counts {
  readonly sent: number;
  readonly detected: number;
  readonly sifted: number;
  readonly tested: number;
  readonly testErrors: number;
  /** Bob's results 0. */
  readonly zeros: number;
  /** Only of weak pulses: the signal first, then the decoys. */
  readonly byIntensity?: readonly IntensityFigures[];
}

export interface IntensityFigures {
  readonly meanPhotonNumber: number;
  readonly sent: number;
  readonly detected: number;
  readonly sifted: number;
  /** Over all sifted bits: only the simulator sees it. */
  readonly errors: number;
}

export interface QberFigures {
  /** From the public sample; null when no bit was compared. */
  readonly estimated: number | null;
  readonly interval: Interval | null;
  /** Over all sifted bits: only the simulator sees it. Null when nothing was sifted. */
  readonly actual: number | null;
}

export interface QberPerBasis extends QberFigures {
  readonly rectilinear: QberFigures;
  readonly diagonal: QberFigures;
}

export type Ends = readonly ['alice', 'bob'] | readonly ['alice', 'eve'] | readonly ['eve', 'bob'];

export interface KeyFigures {
  readonly bits: number;
  /** Of the key packed most significant bit first, padded with zeros. */
  readonly sha256: string;
}

/** Of the link that carries the accepted key: Bob's, or Alice's if only she accepted one. */
export interface ReconciliationFigures {
  readonly errorsCorrected: number;
  /** Parities of the sender's bits, each once. */
  readonly leakedBits: number;
  /** leakedBits ÷ n·h(errorsCorrected ÷ n); null without errors. */
  readonly efficiency: number | null;
  readonly roundTrips: number;
  readonly verificationBits: number;
  readonly verified: boolean;
}

/** inputBits − phaseErrorBits − leakedBits − marginBits = outputBits, or outputBits is 0. */
export interface AmplificationFigures {
  readonly inputBits: number;
  readonly phaseErrorBits: number;
  readonly leakedBits: number;
  readonly marginBits: number;
  readonly outputBits: number;
}

export interface LifecycleRound {
  readonly round: number;
  readonly verdict: Verdict;
  readonly key: 'secret' | 'known-to-eve' | 'never-made';
  readonly sealedBy: 'anchor' | 'pool';
  readonly spent: number;
  readonly earned: number;
  /** Level after the round, bits. */
  readonly pool: number;
}

/** One run in, one document out. Field names are a public contract. */
export interface Receipt {
  readonly schema: 1;
  readonly engine: { readonly name: string; readonly version: string };
  readonly config: RunConfig;
  readonly verdict: Verdict;
  readonly counts: Counts & { readonly links?: readonly (Counts & { readonly ends: Ends })[] };
  readonly qber: QberPerBasis & {
    readonly links?: readonly (QberPerBasis & { readonly ends: Ends })[];
  };
  readonly reconciliation: ReconciliationFigures | null;
  readonly amplification: AmplificationFigures | null;
  readonly keys: {
    readonly alice: KeyFigures | null;
    readonly bob: KeyFigures | null;
    readonly eve: readonly (KeyFigures & { readonly sharedWith: 'alice' | 'bob' })[];
    readonly equal: boolean;
    /** Part of the first min(bits) positions at which Alice's and Bob's keys agree; null without two keys. */
    readonly agreement: number | null;
  };
  readonly eve: {
    readonly siftedBitsKnown: number;
    readonly siftedBitsGuessedRight: number;
    readonly keyBitsKnown: number;
    readonly keyBitsKnownBy: 'rank' | 'bound';
  };
  readonly seals: {
    readonly made: number;
    readonly checked: number;
    readonly failed: number;
    readonly keyBitsSpent: number;
    /** log₂ of the chance per attempt on the longest letter; 0 without seals. */
    readonly forgeryOdds: number;
    readonly kind: 'bound' | 'best-known' | 'none';
  };
  readonly keyLedger: {
    readonly made: number;
    readonly spentOnSeals: number;
    readonly spentOnMessages: number;
    readonly discarded: number;
  };
  readonly use: {
    /** Whether the receiver's check let it pass; without any check it passes. */
    readonly accepted: boolean;
    /** By Eve, on the way. */
    readonly altered: boolean;
    readonly bytes: number;
  } | null;
  /** What the read-out device yields; null where none was read out. */
  readonly readOut: ReadOutFigures | null;
  readonly messages: { readonly number: number; readonly bytes: number };
  /** Only of the scenario `lifecycle`. */
  readonly lifecycle?: { readonly rounds: readonly LifecycleRound[]; readonly pool: number };
  /** Only of the scenario `rndl`. */
  readonly rndl?: RndlFigures;
  /** Only of the scenario `delivery`. */
  readonly delivery?: DeliveryFigures;
  /** Only of the scenario `relay`. */
  readonly relay?: RelayFigures;
  readonly log: { readonly events: number; readonly sha256: string };
}

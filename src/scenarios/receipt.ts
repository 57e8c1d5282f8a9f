import type { Interval } from '../core/estimation/interval.ts';
import type { RunConfig } from './config.ts';

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
  readonly reconciliation: null;
  readonly amplification: null;
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
  readonly use: null;
  readonly messages: { readonly number: number; readonly bytes: number };
  readonly log: { readonly events: number; readonly sha256: string };
}

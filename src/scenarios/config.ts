/**
 * The configuration of a run: everything a run depends on. Names and ranges are a public contract
 * (the command line, permalinks and receipts all speak it), so a name never changes its meaning.
 */

export type Seed = number | string;

/** What Alice sends. An angle is the polarisation angle in degrees; 'mixture-HV' tosses a coin between H and V. */
export type Preparation = 'random' | 'H' | 'V' | 'D' | 'A' | 'mixture-HV' | number;

/** What Bob asks. An angle is the axis of his outcome 0, in degrees. */
export type Measurement = 'random' | 'rectilinear' | 'diagonal' | number;

export type EveAttack = 'none' | 'intercept-resend' | 'man-in-the-middle';
export type EveBasis = 'random' | 'rectilinear' | 'diagonal' | 'breidbart';
export type AuthenticationMethod = 'none' | 'wegman-carter' | 'hmac-sha-256';

export interface ExchangeConfig {
  readonly protocol: 'bb84';
  /** Pulses Alice sends, 1…10⁹. */
  readonly photons: number;
  /** Probability that Alice, and Bob, choose the rectilinear basis, 0…1. */
  readonly basisBias: number;
  readonly prepare: Preparation;
  readonly measure: Measurement;
  /** 'after' Bob's sealed report; 'early' is a fault to learn from; 'hidden' keeps the letters from Eve (a control). */
  readonly announce: 'after' | 'early' | 'hidden';
  /** Pulses that one exchange letter speaks of, 16…2³⁰. */
  readonly pulsesPerLetter: number;
  readonly source: 'single';
}

/** The line, either by its loss or as a fibre with a length; never both. */
export type ChannelConfig =
  | { readonly lossDb: number; readonly flipProbability: number }
  | { readonly lengthKm: number; readonly lossDbPerKm: number; readonly flipProbability: number };

export interface RunConfig {
  readonly scenario: 'link';
  readonly seed: Seed;
  readonly exchange: ExchangeConfig;
  readonly channel: ChannelConfig;
  readonly detector: {
    readonly efficiency: number;
    /** Per detector and pulse. */
    readonly darkCountProbability: number;
  };
  readonly eve: {
    readonly attack: EveAttack;
    readonly fraction: number;
    readonly basis: EveBasis;
    /** Man in the middle: whom she answers first in the other's name, once Bob has reported. */
    readonly forgesTo: 'alice' | 'bob';
  };
  readonly authentication: {
    readonly method: AuthenticationMethod;
    readonly tagBits: number;
    readonly sealing: 'phase' | 'letter';
    readonly preSharedBits: number;
    readonly trustAnchor: 'pre-shared-key';
    readonly broken: 'none' | 'key-leaked';
  };
  readonly estimation: { readonly sampleFraction: number; readonly abortAbove: number };
  readonly reconciliation: { readonly method: 'none' };
  readonly amplification: { readonly method: 'none' };
  readonly use: { readonly cipher: 'none' };
}

export interface ConfigProblem {
  readonly code:
    | 'config/not-json'
    | 'config/unknown-field'
    | 'config/wrong-type'
    | 'config/out-of-range'
    | 'config/contradiction'
    | 'config/not-supported';
  /** JSON pointer of the field, '' for the whole document. */
  readonly path: string;
  /** What was given and what is allowed, in words. */
  readonly message: string;
}

export type ParsedConfig =
  | { readonly ok: true; readonly config: RunConfig }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

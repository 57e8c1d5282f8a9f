/**
 * The configuration of a run: everything a run depends on. Names and ranges are a public contract
 * (the command line, permalinks and receipts all speak it), so a name never changes its meaning.
 */

export type Seed = number | string;

/** What Alice sends. An angle is the polarisation angle in degrees; 'mixture-HV' tosses a coin between H and V. */
export type Preparation = 'random' | 'H' | 'V' | 'D' | 'A' | 'mixture-HV' | number;

/** What Bob asks. An angle is the axis of his outcome 0, in degrees. */
export type Measurement = 'random' | 'rectilinear' | 'diagonal' | number;

export type EveAttack =
  | 'none'
  | 'intercept-resend'
  | 'man-in-the-middle'
  | 'photon-number-splitting'
  | 'detector-blinding'
  | 'trojan-horse'
  | 'time-shift'
  | 'block';
/** What guards the boxes. */
export type DeviceFix = 'photocurrent-monitor' | 'isolator' | 'random-gating';
export type EveBasis = 'random' | 'rectilinear' | 'diagonal' | 'breidbart';
export type AuthenticationMethod =
  | 'none'
  | 'wegman-carter'
  | 'hmac-sha-256'
  | 'gmac'
  | 'ed25519'
  | 'ml-dsa-65';
export type TrustAnchorName = 'pre-shared-key' | 'pki' | 'web-of-trust';
/** What the anchor's assumption has lost; 'public-key-copied' is a control and breaks nothing. */
export type Broken =
  | 'none'
  | 'key-leaked'
  | 'private-key-stolen'
  | 'rogue-ca'
  | 'wrong-registration'
  | 'introducers-collude'
  | 'public-key-copied';
/** How sealing is misused. */
export type SealingFault = 'none' | 'nonce-reused' | 'mask-reused' | 'unpinned';

export type LifecycleEventName =
  | 'authentication-broken'
  | 'trust-anchor-broken'
  | 'endpoint-compromised'
  | 'endpoint-restored'
  | 'eve-arrives'
  | 'eve-leaves'
  | 'jam-starts'
  | 'jam-stops';

/** Takes effect before its round; round 0 is the bootstrap. */
export interface LifecycleEvent {
  readonly round: number;
  readonly event: LifecycleEventName;
}

/** Ways for two to come to one key. */
export type KeyEstablishment = 'dh-toy' | 'x25519' | 'ml-kem-768' | 'qkd' | 'hybrid';
/** Assumptions that the viewer switches on; none of them is a forecast. */
export type WhatIf = 'ml-kem-broken' | 'aes-256-broken' | 'delivered-over-dh' | 'device-read-out';
/** What of a site is behind one wall: the box alone, a rack, a building, a campus. */
export type Wall = 'same-box' | 'rack' | 'building' | 'campus';
/** How keys are protected on a hop outside the wall. */
export type HopProtection = 'none' | 'tls-dh' | 'tls-hybrid';
export type DeliveryFault =
  | 'none'
  | 'unknown-id'
  | 'wrong-application'
  | 'already-delivered'
  | 'pool-empty';

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
  /** One photon a pulse, or laser pulses with Poisson photon numbers. */
  readonly source: 'single' | 'weak-coherent';
  /** Of a signal pulse as it leaves Alice, 0…10; without effect on single photons. */
  readonly meanPhotonNumber: number;
  /** Weaker pulses among the signals, strongest first, at most 4; the rest of the pulses is signal. */
  readonly decoys: readonly DecoyConfig[];
}

export interface DecoyConfig {
  /** 0…10, below the signal's and below that of the decoy before. */
  readonly meanPhotonNumber: number;
  /** That Alice sends it, above 0; all together below 1. */
  readonly probability: number;
}

/** The line, either by its loss or as a fibre with a length; never both. */
export type ChannelConfig =
  | { readonly lossDb: number; readonly flipProbability: number }
  | { readonly lengthKm: number; readonly lossDbPerKm: number; readonly flipProbability: number };

export interface RunConfig {
  readonly scenario: 'link' | 'lifecycle' | 'rndl' | 'delivery' | 'relay';
  readonly seed: Seed;
  readonly exchange: ExchangeConfig;
  readonly channel: ChannelConfig;
  readonly detector: {
    readonly efficiency: number;
    /** Per detector and pulse. */
    readonly darkCountProbability: number;
    /** Pulses that a detector sits out after a click; one that comes meanwhile does not prolong it. */
    readonly deadTimePulses: number;
    /** A click of one detector silences both; off: the other one still counts, and its bit can be foretold. */
    readonly jointDeadTime: boolean;
    /**
     * Efficiency of the weaker detector over the stronger, 0…1. The weaker is that of result 1, unless
     * somebody shifts the light in time and so chooses it.
     */
    readonly mismatch: number;
  };
  readonly devices: {
    /** Used keys are erased from the boxes; a read-out then does not yield them. */
    readonly eraseKeys: boolean;
    /** In the order of the field table, each once. */
    readonly fixes: readonly DeviceFix[];
    /** What light loses on its way into Alice's box and back out, dB. */
    readonly isolationDb: number;
    /** What the isolator adds to that, dB. */
    readonly isolatorDb: number;
  };
  readonly eve: {
    readonly attack: EveAttack;
    readonly fraction: number;
    readonly basis: EveBasis;
    /** Trojan horse: photons that she shines into Alice's box in a pulse's time. */
    readonly trojanPhotons: number;
    /** Man in the middle: whom she answers first in the other's name, once Bob has reported. */
    readonly forgesTo: 'alice' | 'bob';
  };
  readonly authentication: {
    readonly method: AuthenticationMethod;
    /** Bits of a tag; absent for signatures, whose length is their own. */
    readonly tagBits?: number;
    readonly sealing: 'phase' | 'letter';
    /** Sealing key both hold at the start, bits; under a public-key anchor what the key exchange yields. */
    readonly preSharedBits: number;
    readonly trustAnchor: TrustAnchorName;
    readonly broken: Broken;
    /** Whose private key, if 'private-key-stolen'. */
    readonly stolenFrom: 'both' | 'alice' | 'bob';
    readonly fault: SealingFault;
  };
  readonly estimation: { readonly sampleFraction: number; readonly abortAbove: number };
  readonly reconciliation: {
    readonly method: 'none' | 'cascade';
    readonly variant: 'textbook' | 'efficient';
    readonly schedule: 'sequential' | 'parallel';
    /** 1…20. */
    readonly passes: number;
    /** First block = blockFactor ÷ estimated error rate (textbook). */
    readonly blockFactor: number;
    readonly subBlockReuse: boolean;
  };
  readonly amplification: {
    readonly method: 'none' | 'toeplitz';
    /** ε_sec: allowed distance from an ideal key. */
    readonly failure: number;
    readonly accounting: 'finite-key' | 'asymptotic' | 'single-photons-assumed';
  };
  readonly use: {
    readonly cipher: 'none' | 'one-time-pad' | 'aes-256-gcm';
    /** 1…4096 bytes of UTF-8. */
    readonly message: string;
    /** false: a pad envelope without a seal, in which Eve flips a known bit. */
    readonly sealed: boolean;
  };
  readonly lifecycle: {
    /** Rounds after the bootstrap, which is round 0. */
    readonly rounds: number;
    readonly events: readonly LifecycleEvent[];
    /** Bits kept for seals; surplus goes to applications. */
    readonly poolTarget: number;
    readonly reserveBits: number;
    readonly onDry: 'stop' | 'start-again';
  };
  readonly rndl: {
    readonly keyEstablishment: KeyEstablishment;
    /** Size of the small group of 'dh-toy', and of 'delivered-over-dh'; hops of `delivery` use 32 bits. */
    readonly groupBits: 32 | 40 | 48 | 56;
    readonly cipher: 'aes-256-gcm' | 'one-time-pad';
    /** 1…4096 bytes of UTF-8. */
    readonly message: string;
    /** Discrete logarithms fall. Off: Eve does not search, although the small group could be broken today. */
    readonly qDay: boolean;
    /** In the order of the field table, each once. */
    readonly whatIf: readonly WhatIf[];
  };
  readonly delivery: {
    /** Of site A; site B is held fixed. */
    readonly wall: Wall;
    readonly hop: HopProtection;
    /** Chance that an insider is corrupt. */
    readonly insiderRate: number;
    /** How often the whole is executed. */
    readonly repeats: number;
    /** Keys asked for, and bits of each. */
    readonly number: number;
    readonly size: number;
    readonly fault: DeliveryFault;
  };
  readonly relay: {
    /** Trusted nodes between Alice and Bob; the line is divided into equal hops. 0: none. */
    readonly nodes: number;
    /** Node that Eve reads out while the key passes, counted from Alice; 0: none, at most `nodes`. */
    readonly readOut: number;
  };
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

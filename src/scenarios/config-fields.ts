import type { DecoyConfig, LifecycleEvent, LifecycleEventName } from './config.ts';

/** Every field of a configuration with its range and default; the one table both parser and Lab read. */
export type FieldRule =
  | {
      readonly kind: 'choice';
      readonly values: readonly string[];
      /** Values of capabilities that are not built yet. */
      readonly later?: readonly string[];
      /** null: derived from other fields. */
      readonly byDefault: string | null;
    }
  | {
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      readonly integer?: boolean;
      readonly multipleOf?: number;
      readonly unit?: string;
      /** null: derived from other fields, or absent. */
      readonly byDefault: number | null;
    }
  | { readonly kind: 'seed'; readonly byDefault: number | string }
  /** One of a few numbers. */
  | { readonly kind: 'step'; readonly values: readonly number[]; readonly byDefault: number }
  | { readonly kind: 'switch'; readonly byDefault: boolean | null }
  /** Any of these, each at most once; kept in this order. */
  | {
      readonly kind: 'set';
      readonly values: readonly string[];
      readonly byDefault: readonly string[];
    }
  /** UTF-8 text; `min` and `max` count bytes. */
  | {
      readonly kind: 'text';
      readonly min: number;
      readonly max: number;
      readonly byDefault: string;
    }
  /** What happens at which round of a lifecycle. */
  | {
      readonly kind: 'events';
      readonly values: readonly LifecycleEventName[];
      readonly byDefault: readonly LifecycleEvent[];
    }
  /** Weaker pulses among the signals: a list of mean photon number and probability. */
  | {
      readonly kind: 'decoys';
      readonly most: number;
      readonly maxMeanPhotonNumber: number;
      readonly byDefault: readonly DecoyConfig[];
    }
  | {
      readonly kind: 'choice-or-angle';
      readonly values: readonly string[];
      readonly byDefault: string;
    };

const share = (byDefault: number, max = 1): FieldRule => ({
  kind: 'number',
  min: 0,
  max,
  byDefault,
});
const choice = (
  values: readonly [string, ...string[]],
  later: readonly string[] = [],
): FieldRule => ({
  kind: 'choice',
  values,
  later,
  byDefault: values[0],
});

export const fields: Readonly<Record<string, FieldRule>> = {
  scenario: choice(['link', 'lifecycle', 'rndl', 'delivery', 'relay']),
  seed: { kind: 'seed', byDefault: 1984 },
  'exchange.protocol': choice(['bb84']),
  'exchange.photons': { kind: 'number', min: 1, max: 1e9, integer: true, byDefault: 20_000 },
  'exchange.basisBias': share(0.5),
  'exchange.prepare': {
    kind: 'choice-or-angle',
    values: ['random', 'H', 'V', 'D', 'A', 'mixture-HV'],
    byDefault: 'random',
  },
  'exchange.measure': {
    kind: 'choice-or-angle',
    values: ['random', 'rectilinear', 'diagonal'],
    byDefault: 'random',
  },
  'exchange.announce': choice(['after', 'early', 'hidden']),
  'exchange.pulsesPerLetter': {
    kind: 'number',
    min: 16,
    max: 2 ** 30,
    integer: true,
    byDefault: null,
  },
  'exchange.source': choice(['single', 'weak-coherent']),
  'exchange.meanPhotonNumber': share(0.5, 10),
  'exchange.decoys': { kind: 'decoys', most: 4, maxMeanPhotonNumber: 10, byDefault: [] },
  'channel.lossDb': { kind: 'number', min: 0, max: 100, unit: 'dB', byDefault: 0 },
  'channel.lengthKm': { kind: 'number', min: 0, max: 1000, unit: 'km', byDefault: null },
  'channel.lossDbPerKm': { kind: 'number', min: 0, max: 5, unit: 'dB/km', byDefault: 0.2 },
  'channel.flipProbability': share(0, 0.5),
  'detector.efficiency': share(1),
  'detector.darkCountProbability': share(0, 0.1),
  'detector.deadTimePulses': {
    kind: 'number',
    min: 0,
    max: 1e6,
    integer: true,
    unit: 'pulses',
    byDefault: 0,
  },
  'detector.jointDeadTime': { kind: 'switch', byDefault: true },
  'detector.mismatch': share(1),
  'devices.eraseKeys': { kind: 'switch', byDefault: true },
  'devices.fixes': {
    kind: 'set',
    values: ['photocurrent-monitor', 'isolator', 'random-gating'],
    byDefault: [],
  },
  'devices.isolationDb': { kind: 'number', min: 0, max: 400, unit: 'dB', byDefault: 110 },
  'devices.isolatorDb': { kind: 'number', min: 0, max: 400, unit: 'dB', byDefault: 60 },
  'eve.attack': choice([
    'none',
    'intercept-resend',
    'man-in-the-middle',
    'photon-number-splitting',
    'detector-blinding',
    'trojan-horse',
    'time-shift',
    'block',
  ]),
  'eve.fraction': share(1),
  'eve.basis': choice(['random', 'rectilinear', 'diagonal', 'breidbart']),
  // 10²⁰ photons a second, 12.8 W at 1550 nm, on a clock of 10⁹ pulses a second: more would melt the fibre.
  'eve.trojanPhotons': { kind: 'number', min: 0, max: 1e11, unit: 'photons', byDefault: 1e11 },
  'eve.forgesTo': choice(['alice', 'bob']),
  'authentication.method': {
    kind: 'choice',
    values: ['none', 'wegman-carter', 'hmac-sha-256', 'gmac', 'ed25519', 'ml-dsa-65'],
    byDefault: 'wegman-carter',
  },
  'authentication.tagBits': {
    kind: 'number',
    min: 8,
    max: 256,
    integer: true,
    unit: 'bits',
    byDefault: null,
  },
  'authentication.sealing': choice(['phase', 'letter']),
  'authentication.preSharedBits': {
    kind: 'number',
    min: 256,
    max: 1e6,
    integer: true,
    unit: 'bits',
    byDefault: 4096,
  },
  'authentication.trustAnchor': {
    kind: 'choice',
    values: ['pre-shared-key', 'pki', 'web-of-trust'],
    byDefault: null,
  },
  'authentication.broken': choice([
    'none',
    'key-leaked',
    'private-key-stolen',
    'rogue-ca',
    'wrong-registration',
    'introducers-collude',
    'public-key-copied',
  ]),
  'authentication.stolenFrom': choice(['both', 'alice', 'bob']),
  'authentication.fault': choice(['none', 'nonce-reused', 'mask-reused', 'unpinned']),
  'estimation.sampleFraction': share(0.25, 0.9),
  'estimation.abortAbove': share(0.11, 0.5),
  'reconciliation.method': choice(['cascade', 'none']),
  'reconciliation.variant': choice(['efficient', 'textbook']),
  'reconciliation.schedule': choice(['sequential', 'parallel']),
  'reconciliation.passes': { kind: 'number', min: 1, max: 20, integer: true, byDefault: null },
  'reconciliation.blockFactor': { kind: 'number', min: 0.1, max: 5, byDefault: 0.73 },
  'reconciliation.subBlockReuse': { kind: 'switch', byDefault: null },
  'amplification.method': choice(['toeplitz', 'none']),
  'amplification.failure': { kind: 'number', min: 2 ** -128, max: 0.5, byDefault: 1e-10 },
  'amplification.accounting': choice(['finite-key', 'asymptotic', 'single-photons-assumed']),
  'use.cipher': choice(['none', 'one-time-pad', 'aes-256-gcm']),
  'use.message': {
    kind: 'text',
    min: 1,
    max: 4096,
    byDefault: 'Meet at the old bridge at 9. Bring the blue folder.',
  },
  'use.sealed': { kind: 'switch', byDefault: true },
  'lifecycle.rounds': { kind: 'number', min: 0, max: 10_000, integer: true, byDefault: 20 },
  'lifecycle.events': {
    kind: 'events',
    values: [
      'authentication-broken',
      'trust-anchor-broken',
      'endpoint-compromised',
      'endpoint-restored',
      'eve-arrives',
      'eve-leaves',
      'jam-starts',
      'jam-stops',
    ],
    byDefault: [],
  },
  'lifecycle.poolTarget': {
    kind: 'number',
    min: 256,
    max: 1e6,
    integer: true,
    unit: 'bits',
    byDefault: 4096,
  },
  'lifecycle.reserveBits': {
    kind: 'number',
    min: 0,
    max: 1e6,
    integer: true,
    unit: 'bits',
    byDefault: 512,
  },
  'lifecycle.onDry': choice(['start-again', 'stop']),
  'rndl.keyEstablishment': choice(['dh-toy', 'x25519', 'ml-kem-768', 'qkd', 'hybrid']),
  'rndl.groupBits': { kind: 'step', values: [32, 40, 48, 56], byDefault: 40 },
  'rndl.cipher': choice(['aes-256-gcm', 'one-time-pad']),
  'rndl.message': {
    kind: 'text',
    min: 1,
    max: 4096,
    byDefault: 'The account number is 4471 9023. Call me on Tuesday.',
  },
  'rndl.qDay': { kind: 'switch', byDefault: true },
  'rndl.whatIf': {
    kind: 'set',
    values: ['ml-kem-broken', 'aes-256-broken', 'delivered-over-dh', 'device-read-out'],
    byDefault: [],
  },
  'delivery.wall': {
    kind: 'choice',
    values: ['same-box', 'rack', 'building', 'campus'],
    byDefault: 'rack',
  },
  'delivery.hop': {
    kind: 'choice',
    values: ['none', 'tls-dh', 'tls-hybrid'],
    byDefault: 'tls-dh',
  },
  'delivery.insiderRate': share(0.01),
  'delivery.repeats': { kind: 'number', min: 1, max: 10_000, integer: true, byDefault: 1 },
  'delivery.number': { kind: 'number', min: 1, max: 128, integer: true, byDefault: 1 },
  'delivery.size': {
    kind: 'number',
    min: 64,
    max: 1024,
    integer: true,
    multipleOf: 8,
    unit: 'bits',
    byDefault: 256,
  },
  'delivery.fault': choice([
    'none',
    'unknown-id',
    'wrong-application',
    'already-delivered',
    'pool-empty',
  ]),
  'relay.nodes': { kind: 'number', min: 0, max: 20, integer: true, byDefault: 2 },
  'relay.readOut': { kind: 'number', min: 0, max: 20, integer: true, byDefault: 0 },
};

/** Fields of the public contract whose capability is not built yet. */
export const later: Readonly<Record<string, true>> = {};

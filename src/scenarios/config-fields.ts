/** Every field of a configuration with its range and default; the one table both parser and Lab read. */
export type FieldRule =
  | {
      readonly kind: 'choice';
      readonly values: readonly string[];
      /** Values of capabilities that are not built yet. */
      readonly later?: readonly string[];
      readonly byDefault: string;
    }
  | {
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      readonly integer?: boolean;
      readonly unit?: string;
      /** null: derived from other fields, or absent. */
      readonly byDefault: number | null;
    }
  | { readonly kind: 'seed'; readonly byDefault: number | string }
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
  scenario: choice(['link'], ['rndl', 'lifecycle', 'delivery']),
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
  'exchange.announce': choice(['after'], ['early', 'hidden']),
  'exchange.pulsesPerLetter': {
    kind: 'number',
    min: 16,
    max: 2 ** 30,
    integer: true,
    byDefault: null,
  },
  'exchange.source': choice(['single'], ['weak-coherent']),
  'channel.lossDb': { kind: 'number', min: 0, max: 100, unit: 'dB', byDefault: 0 },
  'channel.lengthKm': { kind: 'number', min: 0, max: 1000, unit: 'km', byDefault: null },
  'channel.lossDbPerKm': { kind: 'number', min: 0, max: 5, unit: 'dB/km', byDefault: 0.2 },
  'channel.flipProbability': share(0, 0.5),
  'detector.efficiency': share(1),
  'detector.darkCountProbability': share(0, 0.1),
  'eve.attack': choice(
    ['none', 'intercept-resend', 'man-in-the-middle'],
    ['photon-number-splitting', 'detector-blinding', 'trojan-horse', 'time-shift', 'block'],
  ),
  'eve.fraction': share(1),
  'eve.basis': choice(['random', 'rectilinear', 'diagonal', 'breidbart']),
  'eve.forgesTo': choice(['alice', 'bob']),
  'authentication.method': {
    kind: 'choice',
    values: ['none', 'wegman-carter', 'hmac-sha-256'],
    later: ['gmac', 'ed25519', 'ml-dsa-65'],
    byDefault: 'wegman-carter',
  },
  'authentication.tagBits': {
    kind: 'number',
    min: 8,
    max: 256,
    integer: true,
    unit: 'bits',
    byDefault: 128,
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
  'authentication.trustAnchor': choice(['pre-shared-key'], ['pki', 'web-of-trust']),
  'authentication.broken': choice(
    ['none', 'key-leaked'],
    [
      'private-key-stolen',
      'rogue-ca',
      'wrong-registration',
      'introducers-collude',
      'public-key-copied',
    ],
  ),
  'estimation.sampleFraction': share(0.25, 0.9),
  'estimation.abortAbove': share(0.11, 0.5),
  'reconciliation.method': choice(['none'], ['cascade']),
  'amplification.method': choice(['none'], ['toeplitz']),
  'use.cipher': choice(['none'], ['one-time-pad', 'aes-256-gcm']),
};

/** Fields of the public contract whose capability is not built yet. */
export const later: Readonly<Record<string, true>> = Object.fromEntries(
  [
    'exchange.meanPhotonNumber',
    'exchange.decoys',
    'devices.eraseKeys',
    'devices.fixes',
    'authentication.stolenFrom',
    'authentication.fault',
    'reconciliation.passes',
    'reconciliation.blockFactor',
    'reconciliation.subBlockReuse',
    'reconciliation.schedule',
    'reconciliation.variant',
    'amplification.failure',
    'amplification.accounting',
    'use.message',
    'use.sealed',
    'rndl.keyEstablishment',
    'rndl.groupBits',
    'rndl.cipher',
    'rndl.message',
    'rndl.qDay',
    'rndl.whatIf',
    'lifecycle.rounds',
    'lifecycle.events',
    'lifecycle.poolTarget',
    'lifecycle.reserveBits',
    'lifecycle.onDry',
    'delivery.wall',
    'delivery.hop',
    'delivery.insiderRate',
    'delivery.repeats',
    'delivery.number',
    'delivery.size',
    'delivery.fault',
  ].map((path) => [path, true]),
);

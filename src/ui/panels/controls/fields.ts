import type { SayWords, WordKey } from '../../../content/words/use-words.ts';
import type { ConfigProblem, RunConfig } from '../../../scenarios/config.ts';
import { configDifferences } from '../../../scenarios/config-parse.ts';
import type { NumberShape } from '../../parts/NumberField.tsx';

const percent = { unit: '%', perUnit: 0.01 } as const;

/** How each number of a configuration is written; ranges are those of the public contract. */
export const SHAPES = {
  'exchange.photons': { min: 1, max: 1e9, whole: true },
  'exchange.basisBias': { min: 0, max: 1, ...percent },
  'channel.lossDb': { min: 0, max: 100, unit: 'dB' },
  'channel.lengthKm': { min: 0, max: 1000, unit: 'km' },
  'channel.flipProbability': { min: 0, max: 0.5, ...percent },
  'detector.efficiency': { min: 0, max: 1, ...percent },
  'detector.darkCountProbability': { min: 0, max: 0.1, ...percent },
  'eve.fraction': { min: 0, max: 1, ...percent },
  'authentication.preSharedBits': { min: 256, max: 1e6, whole: true, unit: 'bits' },
  'estimation.sampleFraction': { min: 0, max: 0.9, ...percent },
  'estimation.abortAbove': { min: 0, max: 0.5, ...percent },
  'reconciliation.passes': { min: 1, max: 20, whole: true },
  'reconciliation.blockFactor': { min: 0.1, max: 5 },
} as const satisfies Readonly<Record<string, NumberShape>>;

/** The longest tag of each method that has a choice, bits. Signatures have one length. */
export const LONGEST_TAG = { 'wegman-carter': 128, gmac: 128, 'hmac-sha-256': 256 } as const;

/** Fields that this panel has no control for; a link may still set them. */
const WITHOUT_CONTROL = [
  'exchange.prepare',
  'exchange.measure',
  'exchange.announce',
  'exchange.pulsesPerLetter',
] as const;

/** What a link has set that no control here shows, so that nothing acts unseen. */
export function setElsewhere(config: RunConfig): readonly { path: WordKey; value: unknown }[] {
  const differences = configDifferences(config);
  return WITHOUT_CONTROL.flatMap((path) =>
    path in differences ? [{ path: `config.${path}` as const, value: differences[path] }] : [],
  );
}

/** A setting's value in words; a list by what is in it, of decoys by how strong they are. */
export function settingText(say: SayWords, value: unknown): string {
  if (typeof value === 'boolean') return say(value ? 'parts.on' : 'parts.off');
  if (Array.isArray(value)) {
    if (value.length === 0) return say('value.none');
    return value.map((item) => settingText(say, item)).join(', ');
  }
  if (typeof value === 'object' && value !== null && 'meanPhotonNumber' in value) {
    return String(value.meanPhotonNumber);
  }
  const text = String(value);
  const word = typeof value === 'string' ? valueWord(text) : null;
  return word ? say(word) : text;
}

/** The message of the problem at a field, if there is one. */
export function problemAt(problems: readonly ConfigProblem[], path: string): string | undefined {
  return problems.find((problem) => problem.path === `/${path.replaceAll('.', '/')}`)?.message;
}

/** Problems at fields that have no control, or at no field at all. */
export function problemsElsewhere(
  problems: readonly ConfigProblem[],
  shown: readonly string[],
): readonly ConfigProblem[] {
  return problems.filter(
    ({ path }) => !shown.some((known) => path === `/${known.replaceAll('.', '/')}`),
  );
}

/** Fields with a control of their own, by dotted path. */
export const SHOWN_PATHS: readonly string[] = [
  ...Object.keys(SHAPES),
  'seed',
  'exchange.source',
  'exchange.meanPhotonNumber',
  'exchange.decoys',
  'exchange.decoys.0.meanPhotonNumber',
  'channel.lossDbPerKm',
  'detector.deadTimePulses',
  'detector.jointDeadTime',
  'detector.mismatch',
  'devices.fixes',
  'devices.isolationDb',
  'devices.isolatorDb',
  'eve.trojanPhotons',
  'eve.attack',
  'eve.basis',
  'eve.forgesTo',
  'authentication.method',
  'authentication.tagBits',
  'authentication.sealing',
  'authentication.trustAnchor',
  'authentication.broken',
  'authentication.stolenFrom',
  'authentication.fault',
  'reconciliation.method',
  'reconciliation.variant',
  'reconciliation.schedule',
  'reconciliation.subBlockReuse',
  'amplification.method',
  'amplification.accounting',
  'amplification.failure',
  'use.cipher',
  'use.message',
  'use.sealed',
];

/** What each field is called, for saying which one changed. */
export const CHANGED_NAMES: Readonly<Record<string, WordKey>> = Object.fromEntries(
  (
    [
      'scenario',
      'seed',
      'exchange.photons',
      'exchange.basisBias',
      'exchange.prepare',
      'exchange.measure',
      'exchange.announce',
      'exchange.pulsesPerLetter',
      'exchange.source',
      'exchange.meanPhotonNumber',
      'exchange.decoys',
      'channel.lossDb',
      'channel.lengthKm',
      'channel.lossDbPerKm',
      'channel.flipProbability',
      'detector.efficiency',
      'detector.darkCountProbability',
      'detector.deadTimePulses',
      'detector.jointDeadTime',
      'detector.mismatch',
      'devices.eraseKeys',
      'devices.fixes',
      'devices.isolationDb',
      'devices.isolatorDb',
      'eve.attack',
      'eve.fraction',
      'eve.basis',
      'eve.trojanPhotons',
      'eve.forgesTo',
      'authentication.method',
      'authentication.tagBits',
      'authentication.sealing',
      'authentication.preSharedBits',
      'authentication.trustAnchor',
      'authentication.broken',
      'authentication.stolenFrom',
      'authentication.fault',
      'estimation.sampleFraction',
      'estimation.abortAbove',
      'reconciliation.method',
      'reconciliation.variant',
      'reconciliation.schedule',
      'reconciliation.passes',
      'reconciliation.blockFactor',
      'reconciliation.subBlockReuse',
      'amplification.method',
      'amplification.failure',
      'amplification.accounting',
      'use.cipher',
      'use.message',
      'use.sealed',
      'lifecycle.rounds',
      'lifecycle.events',
      'lifecycle.poolTarget',
      'lifecycle.reserveBits',
      'lifecycle.onDry',
      'relay.nodes',
      'relay.readOut',
    ] as const
  ).map((path) => [path, `config.${path}`]),
);

const VALUES = [
  'none',
  'intercept-resend',
  'man-in-the-middle',
  'photon-number-splitting',
  'detector-blinding',
  'trojan-horse',
  'time-shift',
  'block',
  'random',
  'rectilinear',
  'diagonal',
  'breidbart',
  'alice',
  'bob',
  'both',
  'wegman-carter',
  'hmac-sha-256',
  'gmac',
  'ed25519',
  'ml-dsa-65',
  'phase',
  'letter',
  'pre-shared-key',
  'pki',
  'web-of-trust',
  'key-leaked',
  'private-key-stolen',
  'rogue-ca',
  'wrong-registration',
  'introducers-collude',
  'public-key-copied',
  'nonce-reused',
  'mask-reused',
  'unpinned',
  'cascade',
  'efficient',
  'textbook',
  'sequential',
  'parallel',
  'toeplitz',
  'finite-key',
  'asymptotic',
  'single-photons-assumed',
  'single',
  'weak-coherent',
  'photocurrent-monitor',
  'isolator',
  'random-gating',
  'one-time-pad',
  'aes-256-gcm',
  'start-again',
  'stop',
  'link',
  'lifecycle',
  'rndl',
  'delivery',
  'relay',
  'after',
  'early',
  'hidden',
] as const;

/** What a setting's value is called, where it is one of a few; null for anything else. */
export function valueWord(value: string): WordKey | null {
  const known = VALUES.find((name) => name === value);
  return known ? `value.${known}` : null;
}

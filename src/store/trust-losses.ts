/** What a trust anchor can lose, and the sessions that show what comes of it. */
import type {
  AuthenticationMethod,
  ParsedConfig,
  Seed,
  TrustAnchorName,
} from '../scenarios/config.ts';
import { configFromDifferences } from '../scenarios/config-parse.ts';

export const ANCHORS = [
  'pki',
  'web-of-trust',
  'pre-shared-key',
] as const satisfies readonly TrustAnchorName[];

export const METHODS = [
  'wegman-carter',
  'hmac-sha-256',
  'gmac',
  'ed25519',
  'ml-dsa-65',
  'none',
] as const satisfies readonly AuthenticationMethod[];

/** `public-key-copied` is a control: it takes nothing away. */
export type Loss =
  | 'none'
  | 'public-key-copied'
  | 'stolen-both'
  | 'stolen-alice'
  | 'stolen-bob'
  | 'rogue-ca'
  | 'wrong-registration'
  | 'unpinned'
  | 'introducers-collude'
  | 'key-leaked';

/** What each anchor can lose. First that nothing is lost, then the control. */
export const LOSSES: Readonly<Record<TrustAnchorName, readonly Loss[]>> = {
  pki: [
    'none',
    'public-key-copied',
    'stolen-both',
    'stolen-alice',
    'stolen-bob',
    'rogue-ca',
    'wrong-registration',
    'unpinned',
  ],
  'web-of-trust': [
    'none',
    'public-key-copied',
    'stolen-both',
    'stolen-alice',
    'stolen-bob',
    'introducers-collude',
    'wrong-registration',
  ],
  'pre-shared-key': ['none', 'key-leaked'],
};

const FIELDS: Readonly<Record<Loss, Readonly<Record<string, unknown>>>> = {
  none: {},
  'public-key-copied': { 'authentication.broken': 'public-key-copied' },
  'stolen-both': stolen('both'),
  'stolen-alice': stolen('alice'),
  'stolen-bob': stolen('bob'),
  'rogue-ca': { 'authentication.broken': 'rogue-ca' },
  'wrong-registration': { 'authentication.broken': 'wrong-registration' },
  unpinned: { 'authentication.fault': 'unpinned' },
  'introducers-collude': { 'authentication.broken': 'introducers-collude' },
  'key-leaked': { 'authentication.broken': 'key-leaked' },
};

function stolen(from: 'both' | 'alice' | 'bob') {
  return { 'authentication.broken': 'private-key-stolen', 'authentication.stolenFrom': from };
}

/** One session of the default size. */
export interface Session {
  readonly seed: Seed;
  readonly anchor: TrustAnchorName;
  readonly method: AuthenticationMethod;
  readonly loss: Loss;
  /** Eve stands in the middle and answers this end first; null: nobody is there. */
  readonly eveAnswers: 'alice' | 'bob' | null;
}

/** As the checker of all configurations sees it: signatures need somebody who vouches. */
export function sessionConfig({ seed, anchor, method, loss, eveAnswers }: Session): ParsedConfig {
  return configFromDifferences({
    seed,
    'authentication.method': method,
    'authentication.trustAnchor': anchor,
    ...FIELDS[loss],
    ...(eveAnswers && { 'eve.attack': 'man-in-the-middle', 'eve.forgesTo': eveAnswers }),
  });
}

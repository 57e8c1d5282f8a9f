/**
 * Trust anchors with public keys. Heavy (X.509, ML-DSA): only `full-kit.ts` imports this, and what loads
 * that does so when a run asks for it.
 */
import type { PublicKeyAnchor } from './contract.ts';
import { pki } from './pki/pki.ts';
import { webOfTrust } from './web-of-trust/web-of-trust.ts';

export const publicKeyAnchors = {
  pki,
  'web-of-trust': webOfTrust,
} as const satisfies Readonly<Record<'pki' | 'web-of-trust', PublicKeyAnchor>>;

import type { RunConfig } from './config.ts';

/**
 * Whether a run needs more than sessions under a pre-shared key: certificates, signatures, ML-KEM and
 * X25519 (`trust/full-kit.ts`), or what is built on a session (`scenario.ts`).
 */
export function needsLargerEngine({ scenario, authentication }: RunConfig): boolean {
  const { method, trustAnchor } = authentication;
  const vouched = method !== 'none' && trustAnchor !== 'pre-shared-key';
  return vouched || scenario === 'rndl' || scenario === 'delivery' || scenario === 'relay';
}

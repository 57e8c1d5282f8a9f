/** What follows from the choice of a method alone. */
import type { RunConfig } from './config.ts';
import { SIGNATURES } from './config-contradictions.ts';

type Authenticated = Pick<RunConfig, 'authentication'>;

/** Letters are signed with a private key; no key is shared. */
export function signs({ authentication }: Authenticated): boolean {
  return SIGNATURES.has(authentication.method);
}

/** The fault lets a mask be seen twice. */
export function repeatsMasks({ authentication: { fault } }: Authenticated): boolean {
  return fault === 'nonce-reused' || fault === 'mask-reused';
}

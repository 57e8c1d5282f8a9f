import type { RunConfig } from '../config.ts';

const HASH_BITS = 128;
const MAC_KEY_BITS = 256;

/** Key bits that a method takes from the store: once before the first seal, and for each seal. */
export function sealingCost({
  method,
  tagBits = HASH_BITS,
}: Pick<RunConfig['authentication'], 'method' | 'tagBits'>): {
  readonly upFront: number;
  readonly perSeal: number;
} {
  switch (method) {
    case 'wegman-carter':
      // Short tags take a second secret factor.
      return { upFront: tagBits < HASH_BITS ? 2 * HASH_BITS : HASH_BITS, perSeal: tagBits };
    case 'hmac-sha-256':
    case 'gmac':
      return { upFront: MAC_KEY_BITS, perSeal: 0 };
    case 'none':
    case 'ed25519':
    case 'ml-dsa-65':
      return { upFront: 0, perSeal: 0 };
    default:
      method satisfies never;
      throw new Error('no such method');
  }
}

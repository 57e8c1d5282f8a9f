/**
 * A cut fibre: Eve learns nothing, and nobody gets a key. No cryptography helps against it.
 */
import type { Attack } from '../contract.ts';

export const block: Attack = {
  id: 'block',
  tap: () => null,
  splitsLink: false,
  trick: 'blocks',
};

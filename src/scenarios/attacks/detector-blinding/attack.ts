/**
 * Detector blinding with faked states: bright light makes Bob's detectors deaf to single photons. Eve
 * measures each pulse in a basis of her own and sends a bright one that makes a detector click only if
 * Bob asks in that basis too, and then shows him her result. So he kept only what she knows.
 * Source: Lydersen et al., Nat. Photonics 4 (2010) 686, doi:10.1038/nphoton.2010.214.
 */
import type { Attack } from '../contract.ts';

export const detectorBlinding: Attack = {
  id: 'detector-blinding',
  tap: ({ fraction, basis }) => ({ fraction, basis }),
  splitsLink: false,
  trick: 'blinds',
};

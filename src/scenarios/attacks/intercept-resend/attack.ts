/**
 * Intercept–resend: Eve measures a fraction of the pulses as they leave Alice and sends on what she
 * saw. After the bases are announced she is certain of the bits she measured in Alice's basis.
 * Where they are announced before she measures, she takes the right one each time and leaves no mark.
 * Source: Bennett & Brassard 1984; Bennett et al., J. Cryptology 5 (1992) 3.
 */
import type { Attack } from '../contract.ts';

export const interceptResend: Attack = {
  id: 'intercept-resend',
  tap: ({ fraction, basis }, announce) => ({
    fraction,
    basis: announce === 'early' ? 'announced' : basis,
  }),
  splitsLink: false,
  trick: null,
};

import type { Attack } from './contract.ts';
import { interceptResend } from './intercept-resend/attack.ts';
import { manInTheMiddle } from './man-in-the-middle/attack.ts';
import { photonNumberSplitting } from './photon-number-splitting/attack.ts';

const nobody: Attack = { id: 'none', tap: () => null, splitsLink: false, splitsPulses: false };

/** One line for each attack. */
export const attacks: Readonly<Record<Attack['id'], Attack>> = {
  none: nobody,
  'intercept-resend': interceptResend,
  'man-in-the-middle': manInTheMiddle,
  'photon-number-splitting': photonNumberSplitting,
};

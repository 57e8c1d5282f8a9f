import type { Attack } from './contract.ts';
import { interceptResend } from './intercept-resend/attack.ts';
import { manInTheMiddle } from './man-in-the-middle/attack.ts';

const nobody: Attack = { id: 'none', tap: () => null, splitsLink: false };

/** One line for each attack. */
export const attacks: Readonly<Record<Attack['id'], Attack>> = {
  none: nobody,
  'intercept-resend': interceptResend,
  'man-in-the-middle': manInTheMiddle,
};

import { block } from './block/attack.ts';
import type { Attack } from './contract.ts';
import { detectorBlinding } from './detector-blinding/attack.ts';
import { interceptResend } from './intercept-resend/attack.ts';
import { manInTheMiddle } from './man-in-the-middle/attack.ts';
import { photonNumberSplitting } from './photon-number-splitting/attack.ts';
import { timeShift } from './time-shift/attack.ts';
import { trojanHorse } from './trojan-horse/attack.ts';

const nobody: Attack = { id: 'none', tap: () => null, splitsLink: false, trick: null };

/** One line for each attack. */
export const attacks: Readonly<Record<Attack['id'], Attack>> = {
  none: nobody,
  'intercept-resend': interceptResend,
  'man-in-the-middle': manInTheMiddle,
  'photon-number-splitting': photonNumberSplitting,
  'detector-blinding': detectorBlinding,
  'trojan-horse': trojanHorse,
  'time-shift': timeShift,
  block,
};

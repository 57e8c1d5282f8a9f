/**
 * Time shift: where Bob's two detectors see best at different moments, Eve moves each pulse to a moment
 * at which one of them is nearly deaf. A click then favours the other one's result.
 * Source: Qi, Fung, Lo & Ma, Quantum Inf. Comput. 7 (2007) 73, arXiv:quant-ph/0512080.
 */
import type { Attack } from '../contract.ts';

export const timeShift: Attack = {
  id: 'time-shift',
  tap: () => null,
  splitsLink: false,
  trick: 'shifts',
};

/**
 * Man in the middle: Eve plays Bob to Alice and Alice to Bob, in two complete sessions over the same
 * line and detectors. Light cannot expose her; only the letters can.
 */
import type { Attack } from '../contract.ts';

export const manInTheMiddle: Attack = {
  id: 'man-in-the-middle',
  tap: () => null,
  splitsLink: true,
  trick: null,
};

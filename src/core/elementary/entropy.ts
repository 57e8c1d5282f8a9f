/**
 * Shannon's binary entropy. Source: Shannon, Bell System Technical Journal 27 (1948) 379, §6.
 */
import { LN_2, ln, lnOnePlus } from './logarithm.ts';

/**
 * h(x) = −x log2 x − (1−x) log2(1−x): bits of uncertainty about a coin that falls heads with
 * probability x, 0…1. h(0) = h(1) = 0, h(½) = 1 exactly. RangeError outside 0…1.
 */
export function binaryEntropy(x: number): number {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`"x" expected a probability 0…1, got ${x}`);
  const smaller = x > 0.5 ? 1 - x : x; // exact above ½, so h(x) and h(1−x) are the same number
  if (smaller === 0) return 0;
  return -(smaller * ln(smaller) + (1 - smaller) * lnOnePlus(-smaller)) / LN_2.high;
}

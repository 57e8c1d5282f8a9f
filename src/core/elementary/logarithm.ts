/**
 * Logarithms in plain arithmetic, so that every engine gives the same last bit.
 *
 * ECMAScript leaves the accuracy of Math.log to the engine (ECMA-262, §21.3.2). Here
 *   x = fraction·2^exponent,  √½ ≤ fraction < √2,
 *   ln x = exponent·ln 2 + 2·artanh(s),  s = (fraction − 1)/(fraction + 1),  |s| < 0.1716,
 * with artanh by its Taylor series; the first two terms are kept in pairs, so ln and log2 are off
 * by hardly more than half a unit in the last place.
 * Source: Muller, Elementary Functions, 3rd ed. (2016), ch. 11 (argument reduction).
 */
import { splitPowerOfTwo } from './float.ts';
import { addPairs, divideByPair, exactSum, multiplyPairs, type Pair, scalePair } from './pair.ts';

/** ln 2 = 0.693147180559945309417232121458176568…, OEIS A002162. */
export const LN_2: Pair = { high: Math.LN2, low: 2.3190468138462996e-17 };
/** 1/ln 2 = 1.44269504088896340735992468100189214…, OEIS A007525. */
const LOG2_OF_E: Pair = { high: Math.LOG2E, low: 2.0355273740931033e-17 };
/** 1/3 = high + low to 107 bits. */
const THIRD: Pair = { high: 1 / 3, low: 1.850371707708594e-17 };
/** s^28/29 is below 2^−75 of the sum for |s| < 0.1716. */
const LAST_SERIES_TERM = 14;

/** Natural logarithm of a positive, finite number; RangeError otherwise. */
export function ln(x: number): number {
  return lnPair(x).high;
}

/** Logarithm to base 2 of a positive, finite number, exact for powers of two; RangeError otherwise. */
export function log2(x: number): number {
  const { fraction, exponent } = splitPowerOfTwo(x);
  const ofFraction = multiplyPairs(lnNearOne(fraction - 1), LOG2_OF_E);
  return addPairs({ high: exponent, low: 0 }, ofFraction).high;
}

/** ln(1 + x) for −1 < x < ∞, accurate for tiny x too; RangeError otherwise. */
export function lnOnePlus(x: number): number {
  if (Math.abs(x) < 1e-20) return x; // x²/2 is beyond the last digit; also spares subnormal numbers
  if (x > -0.25 && x < 0.4) return lnNearOne(x).high;
  const sum = exactSum(1, x);
  return ln(sum.high) + sum.low / sum.high;
}

/** ln x to about 2^−63 of itself, for callers that multiply it before they round. */
export function lnPair(x: number): Pair {
  const { fraction, exponent } = splitPowerOfTwo(x);
  // fraction − 1 is exact: both lie within a factor of two of each other.
  return addPairs(scalePair(LN_2, exponent), lnNearOne(fraction - 1));
}

/** ln(1 + f) = 2s + 2s³/3 + 2s⁵/5 + …, s = f/(2 + f), for √½ − 1 ≤ f < √2 − 1. */
function lnNearOne(f: number): Pair {
  const s = divideByPair(f, exactSum(2, f));
  const square = s.high * s.high;
  let series = 0;
  for (let k = LAST_SERIES_TERM; k >= 2; k--) series = series * square + 1 / (2 * k + 1);
  const rest = series * square * square * s.high;
  const cube = multiplyPairs(multiplyPairs(s, s), multiplyPairs(s, THIRD));
  const half = addPairs(s, addPairs(cube, { high: rest, low: 0 }));
  return { high: 2 * half.high, low: 2 * half.low };
}

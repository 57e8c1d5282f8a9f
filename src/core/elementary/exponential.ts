/**
 * Exponentials and powers in plain arithmetic, so that every engine gives the same last bit.
 *
 * ECMAScript leaves the accuracy of Math.exp and Math.pow to the engine (ECMA-262, §21.3.2). Here
 *   e^x = 2^k·e^r,  k the integer nearest x/ln 2,  |r| < 0.347,  e^r by its Taylor series,
 * with x and r in pairs where x is itself a product, so that a power is off by about one unit in
 * the last place however large its exponent.
 * Source: Muller, Elementary Functions, 3rd ed. (2016), ch. 11 (argument reduction).
 */
import { scaleByPowerOfTwo } from './float.ts';
import { LN_2, lnPair } from './logarithm.ts';
import { exactProduct, exactSum, type Pair, scalePair } from './pair.ts';

/** ln(10)/10, the natural logarithm of one decibel. */
const LN_OF_ONE_DB: Pair = { high: 0.23025850929940456, low: 1.1599128504932201e-17 };
/** 0.347^15/15! is below 2^−62. */
const LAST_SERIES_TERM = 15;
/** Beyond ±800 every exponential is infinite or zero. */
const OUT_OF_REACH = 800;

/** e^x; 0 and Infinity where the result leaves the range of numbers. RangeError for NaN. */
export function exp(x: number): number {
  expectNumber('x', x);
  return expOfPair({ high: x, low: 0 });
}

/** 2^x, exact for integers; 0 and Infinity where it leaves the range. RangeError for NaN. */
export function exp2(x: number): number {
  expectNumber('x', x);
  if (x > 1025) return Infinity;
  if (x < -1080) return 0;
  const k = Math.floor(x + 0.5);
  return scaleByPowerOfTwo(expNearZero(scalePair(LN_2, x - k)), k);
}

/** base^exponent for a positive, finite base and a finite exponent; RangeError otherwise. */
export function pow(base: number, exponent: number): number {
  if (!Number.isFinite(exponent)) {
    throw new RangeError(`"exponent" expected a finite number, got ${exponent}`);
  }
  const logarithm = lnPair(base);
  const rough = logarithm.high * exponent;
  // Also keeps exact products away from exponents too large to be cut in two.
  if (Math.abs(rough) > OUT_OF_REACH) return rough > 0 ? Infinity : 0;
  if (rough === 0) return 1;
  return expOfPair(scalePair(logarithm, exponent));
}

/**
 * Part of the light that a loss leaves: 10^(−loss/10), exactly 1 at 0 dB.
 * Loss in dB, finite and not negative; RangeError otherwise. Source: IEC 60027-3, 10 dB = factor 10.
 */
export function decibelsToTransmittance(lossDb: number): number {
  if (!(lossDb >= 0 && lossDb < Infinity)) {
    throw new RangeError(`"lossDb" expected a finite loss of 0 dB or more, got ${lossDb}`);
  }
  return lossDb > 10 * OUT_OF_REACH ? 0 : expOfPair(scalePair(LN_OF_ONE_DB, -lossDb));
}

/** e^(high + low). */
function expOfPair(x: Pair): number {
  if (x.high > OUT_OF_REACH) return Infinity;
  if (x.high < -OUT_OF_REACH) return 0;
  const k = Math.floor(x.high / LN_2.high + 0.5);
  const whole = exactProduct(k, LN_2.high);
  // The first difference is exact: whole.high is nearer to x.high than half of either.
  const rest = exactSum(x.high - whole.high, x.low - whole.low - k * LN_2.low);
  return scaleByPowerOfTwo(expNearZero(rest), k);
}

/** e^r for |r| < 0.36: 1 + r + r²/2! + r³/3! + … */
function expNearZero(r: Pair): number {
  const x = r.high;
  let series = 0;
  for (let k = LAST_SERIES_TERM; k >= 2; k--) series = (series * x + 1) / k;
  // x²·series is below 0.07, so 1 + x is the sum whose rounding would show.
  const start = exactSum(1, x);
  return start.high + (start.low + r.low + x * x * series);
}

function expectNumber(name: string, x: number): void {
  if (Number.isNaN(x)) throw new RangeError(`"${name}" expected a number, got NaN`);
}

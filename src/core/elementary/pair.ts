/**
 * Pairs of numbers: an unevaluated sum high + low that carries about twice the digits of one number.
 *
 * A logarithm that is about to be multiplied by 700 and put into an exponential needs ten bits more
 * than one number holds; these few operations supply them.
 * Sources: Dekker, Numer. Math. 18 (1971) 224, doi:10.1007/BF01397083 (product, pairs);
 * Knuth, The Art of Computer Programming 2, §4.2.2, theorem B (sum).
 */
export interface Pair {
  readonly high: number;
  /** At most about half a unit in the last place of `high`. */
  readonly low: number;
}

/** 2^27 + 1: multiplying by it cuts a 53-bit number into two of 26 bits (Veltkamp). */
const CUT = 134217729;

/** a + b with its rounding error: high + low is the exact sum. */
export function exactSum(a: number, b: number): Pair {
  const high = a + b;
  const fromB = high - a;
  return { high, low: a - (high - fromB) + (b - fromB) };
}

/** a·b with its rounding error: high + low is the exact product. Both |a| and |b| below 2^970. */
export function exactProduct(a: number, b: number): Pair {
  const high = a * b;
  const aTop = a * CUT - (a * CUT - a);
  const aRest = a - aTop;
  const bTop = b * CUT - (b * CUT - b);
  const bRest = b - bTop;
  return { high, low: aTop * bTop - high + aTop * bRest + aRest * bTop + aRest * bRest };
}

/** a + b; relative error about 2^−104 unless they cancel. */
export function addPairs(a: Pair, b: Pair): Pair {
  const sum = exactSum(a.high, b.high);
  const tails = exactSum(a.low, b.low);
  const middle = exactSum(sum.high, sum.low + tails.high);
  return exactSum(middle.high, middle.low + tails.low);
}

/** a·b; relative error about 2^−102. */
export function multiplyPairs(a: Pair, b: Pair): Pair {
  const product = exactProduct(a.high, b.high);
  return exactSum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

/** a·factor; relative error about 2^−104. */
export function scalePair(a: Pair, factor: number): Pair {
  const product = exactProduct(a.high, factor);
  return exactSum(product.high, product.low + a.low * factor);
}

/** numerator/denominator for a plain numerator; relative error about 2^−103. */
export function divideByPair(numerator: number, denominator: Pair): Pair {
  const quotient = numerator / denominator.high;
  const back = exactProduct(quotient, denominator.high);
  const rest = numerator - back.high - back.low - quotient * denominator.low;
  return exactSum(quotient, rest / denominator.high);
}

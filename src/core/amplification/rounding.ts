/**
 * How far rounding can carry a convolution of bits from its integers. Derived in ROUNDING.md.
 *
 * Sources: Percival, Math. Comp. 72 (2003) 387; Brent, Percival & Zimmermann, Math. Comp.
 * 76 (2007) 1469 (the √5).
 */

/** ε, half a unit in the last place of 1. IEEE 754-2019, binary64. */
const UNIT_ROUNDOFF = Number.EPSILON / 2;
/** β/ε, where β is how far a root of `rootsFor` can be off. ROUNDING.md, step 1. */
const ROOT_ERROR = 11;

/**
 * Largest distance between a computed coefficient and the integer it stands for, when two columns of
 * `ones` bits at most go through a transform of `length` = 2^k complex numbers:
 *   √(ones₁·ones₂)·[(1+ε)^3k·(1+√5·ε)^(3k+1)·(1+β)^3k − 1].
 * Below ½ rounding to the nearest integer is exact.
 */
export function largestError(length: number, ones: readonly [number, number]): number {
  const levels = 31 - Math.clz32(length);
  const sum =
    UNIT_ROUNDOFF * (3 * levels + Math.sqrt(5) * (3 * levels + 1) + 3 * levels * ROOT_ERROR);
  // ∏(1 + xᵢ) − 1 ≤ S/(1 − S), S = Σxᵢ.
  return (Math.sqrt(ones[0] * ones[1]) * sum) / (1 - sum);
}

/**
 * The normal distribution, as far as confidence intervals need it.
 * Source: Marsaglia, Journal of Statistical Software 11 (2004), doi:10.18637/jss.v011.i04.
 */
import { exp } from './exponential.ts';

/** 1/√(2π) = 0.398942280401432677939946059934…, OEIS A231863. */
const DENSITY_AT_ZERO = 0.3989422804014327;
/** Newton's method is through after about ten steps; 8.3 standard deviations need forty. */
const MOST_STEPS = 100;

/**
 * Half-width, in standard deviations, of the middle part `level` of a normal distribution:
 * P[|Z| ≤ z] = level; 1.95996… for 0.95. Relative error about 1e-15 up to level 0.99; beyond,
 * 1 − level itself has few digits. RangeError unless 0 < level < 1.
 */
export function normalHalfWidth(level: number): number {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`"level" expected a probability between 0 and 1, got ${level}`);
  }
  // P[0 ≤ Z ≤ z] rises and bends downward, so Newton's steps from 0 climb and never overshoot.
  let z = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const density = DENSITY_AT_ZERO * exp((-z * z) / 2);
    const next = z + (level / 2 - density * seriesToMean(z)) / density;
    if (!(next > z)) return z;
    z = next;
  }
  return z;
}

/** P[0 ≤ Z ≤ z] divided by the density at z: z + z³/3 + z⁵/(3·5) + z⁷/(3·5·7) + … */
function seriesToMean(z: number): number {
  let sum = 0;
  let term = z;
  for (let odd = 3; sum + term !== sum; odd += 2) {
    sum += term;
    term *= (z * z) / odd;
  }
  return sum;
}

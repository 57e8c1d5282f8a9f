/** At least one: of repeated independent attempts, or of a Poisson number. */
import { exp } from './exponential.ts';

/**
 * Probability that at least one of `attempts` independent attempts succeeds: 1 − (1 − chance)^attempts.
 *
 * Built by doubling, a + b − ab, because 1 − (1 − 2⁻¹²⁸)^N loses every digit; so tiny chances keep
 * their relative accuracy. `chance` is 0…1, `attempts` a whole number 0…2⁵³ − 1; RangeError otherwise.
 */
export function chanceOfAtLeastOne({
  chance,
  attempts,
}: {
  readonly chance: number;
  readonly attempts: number;
}): number {
  if (!(chance >= 0 && chance <= 1)) {
    throw new RangeError(`"chance" expected a probability 0…1, got ${chance}`);
  }
  if (!Number.isSafeInteger(attempts) || attempts < 0) {
    throw new RangeError(`"attempts" expected a whole number 0…2⁵³ − 1, got ${attempts}`);
  }
  let all = 0;
  let power = chance; // of 1, 2, 4, … attempts
  for (let left = attempts; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) all = either(all, power);
    power = either(power, power);
  }
  return all;
}

/** The larger of the two is never subtracted from, so the result stays in 0…1. */
function either(a: number, b: number): number {
  return a + b * (1 - a);
}

/**
 * That a Poisson number is not zero, of photons for example: 1 − e^(−mean), to its own last digits
 * however small. RangeError unless the mean is 0 or more.
 */
export function chanceOfAny(mean: number): number {
  if (!(mean >= 0)) throw new RangeError(`"mean" expected 0 or more, got ${mean}`);
  if (mean > SERIES_UP_TO) return 1 - exp(-mean);
  let sum = 1;
  for (let n = LAST_SERIES_TERM; n >= 2; n--) sum = 1 - (mean / n) * sum;
  return mean * sum;
}

const SERIES_UP_TO = 0.5;
/** 0.5^16/16! is below 2^−60. */
const LAST_SERIES_TERM = 16;

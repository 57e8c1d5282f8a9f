/**
 * Repeated independent attempts.
 */

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

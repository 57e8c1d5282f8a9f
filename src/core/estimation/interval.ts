/**
 * How sure one may be of an error rate of which only a sample was seen.
 *
 *   errors of trials   wrong bits among the compared bits
 *   level              share of repetitions in which the interval holds the true rate, such as 0.95
 *   low, high          error rates, 0…1
 *
 * Zero errors in the sample are not a zero error rate: the interval's upper end says so. Neither
 * interval bounds the bits that were *not* compared; that is the finite-key deviation's task.
 * Sources: Wilson, JASA 22 (1927) 209, doi:10.1080/01621459.1927.10502953;
 * Clopper & Pearson, Biometrika 26 (1934) 404, doi:10.1093/biomet/26.4.404.
 */
import { binomialAtLeast, binomialAtMost, binomialDensity } from '../elementary/binomial.ts';
import { normalHalfWidth } from '../elementary/normal.ts';

export interface Interval {
  readonly method: 'wilson' | 'clopper-pearson';
  readonly level: number;
  readonly low: number;
  readonly high: number;
}

/** Halving alone would need about a hundred steps for the last digit; Newton needs about six. */
const MOST_STEPS = 200;

/**
 * Wilson's score interval: the rates whose normal approximation is not rejected by the sample. Near
 * the stated level on average, though not for every rate; 0…1 if nothing was compared. RangeError unless
 * 0 ≤ errors ≤ trials are whole numbers and 0 < level < 1.
 */
export function wilsonInterval(errors: number, trials: number, level = 0.95): Interval {
  expectSample(errors, trials, level);
  if (trials === 0) return { method: 'wilson', level, low: 0, high: 1 };
  const rate = errors / trials;
  const z = normalHalfWidth(level);
  const spread = (z * z) / trials;
  const half = z * Math.sqrt((rate * (1 - rate)) / trials + spread / (4 * trials));
  const sum = rate + spread / 2 + half;
  // The two ends are the roots of (1 + s)p² − (2r + s)p + r²; their product gives the lower one
  // without subtracting nearly equal numbers, and exactly 0 where no error was seen.
  const low = (rate * rate) / sum;
  const high = errors === trials ? 1 : sum / (1 + spread);
  return { method: 'wilson', level, low, high };
}

/**
 * The exact interval of Clopper and Pearson: it holds the true rate *at least* as often as `level`
 * says. Its ends are the rates that give so many errors or more, so many or fewer, with probability
 * (1 − level)/2. 0…1 if nothing was compared. RangeError as for Wilson's.
 */
export function clopperPearsonInterval(errors: number, trials: number, level = 0.95): Interval {
  expectSample(errors, trials, level);
  const tail = (1 - level) / 2;
  const low = errors === 0 ? 0 : lowerEnd(errors, trials, tail);
  const high = errors === trials ? 1 : upperEnd(errors, trials, tail);
  return { method: 'clopper-pearson', level, low, high };
}

/** The rate at which `errors` or more appear with probability `tail`. */
function lowerEnd(errors: number, trials: number, tail: number): number {
  return risingRoot({
    from: 0,
    to: errors / trials,
    value: (rate) => binomialAtLeast({ successes: errors, trials, chance: rate }) - tail,
    slope: (rate) => (binomialDensity({ successes: errors, trials, chance: rate }) * errors) / rate,
  });
}

/** The rate at which `errors` or fewer appear with probability `tail`. */
function upperEnd(errors: number, trials: number, tail: number): number {
  return risingRoot({
    from: errors / trials,
    to: 1,
    value: (rate) => tail - binomialAtMost({ successes: errors, trials, chance: rate }),
    slope: (rate) =>
      (binomialDensity({ successes: errors, trials, chance: rate }) * (trials - errors)) /
      (1 - rate),
  });
}

/** Where a rising function passes zero: Newton's steps, and halving wherever they leave the bracket. */
function risingRoot({
  from,
  to,
  value,
  slope,
}: {
  readonly from: number;
  readonly to: number;
  readonly value: (x: number) => number;
  readonly slope: (x: number) => number;
}): number {
  let low = from;
  let high = to;
  let x = (low + high) / 2;
  for (let step = 0; step < MOST_STEPS; step++) {
    const above = value(x);
    if (above > 0) high = x;
    else low = x;
    const newton = x - above / slope(x);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (next === x || next === low || next === high) return next;
    x = next;
  }
  return x;
}

function expectSample(errors: number, trials: number, level: number): void {
  if (!Number.isSafeInteger(trials) || trials < 0) {
    throw new RangeError(`"trials" expected a whole number, got ${trials}`);
  }
  if (!Number.isSafeInteger(errors) || errors < 0 || errors > trials) {
    throw new RangeError(`"errors" expected a whole number 0…${trials}, got ${errors}`);
  }
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`"level" expected a probability between 0 and 1, got ${level}`);
  }
}

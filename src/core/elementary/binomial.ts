/**
 * The binomial distribution: how often something of probability p happens in n independent trials.
 *
 * One probability is computed by the saddle-point form, in which nothing large cancels,
 *   P[X = m] = √(n/(2π m (n−m))) · e^(δ(n) − δ(m) − δ(n−m) − D(m, np) − D(n−m, nq)),
 *   δ(n) = ln n! − ln(√(2πn) nⁿ e⁻ⁿ),  D(x, M) = x ln(x/M) + M − x,
 * and a tail by adding terms, all positive, away from the mean.
 * Source: Loader, Fast and Accurate Computation of Binomial Probabilities (2000).
 */
import { exp } from './exponential.ts';
import { ln, lnOnePlus } from './logarithm.ts';

export interface Binomial {
  readonly successes: number;
  readonly trials: number;
  /** Probability of success in one trial. */
  readonly chance: number;
}

const TWO_PI = 6.283185307179586;
/** δ(0) … δ(15) from ln n! to 90 digits; δ(0) is never used. From 16 on Stirling's series. */
const STIRLING_ERRORS: readonly number[] = [
  0, 0.08106146679532726, 0.0413406959554093, 0.02767792568499834, 0.020790672103765093,
  0.016644691189821193, 0.013876128823070748, 0.01189670994589177, 0.010411265261972096,
  0.009255462182712733, 0.00833056343336287, 0.007573675487951841, 0.00694284010720953,
  0.006408994188004207, 0.0059513701127588475, 0.005554733551962801,
];

/** P[X = successes]; relative error below 1e-12. RangeError for an impossible question. */
export function binomialDensity(asked: Binomial): number {
  expectBinomial(asked);
  return density({ m: asked.successes, n: asked.trials, p: asked.chance, q: 1 - asked.chance });
}

/** P[X ≤ successes]; relative error below 1e-11 below the mean. RangeError as above. */
export function binomialAtMost(asked: Binomial): number {
  expectBinomial(asked);
  return atMost({ m: asked.successes, n: asked.trials, p: asked.chance, q: 1 - asked.chance });
}

/** P[X ≥ successes]; relative error below 1e-11 above the mean. RangeError as above. */
export function binomialAtLeast(asked: Binomial): number {
  expectBinomial(asked);
  const failures = asked.trials - asked.successes;
  return atMost({ m: failures, n: asked.trials, p: 1 - asked.chance, q: asked.chance });
}

/** m of n, with p + q = 1; both are passed, since 1 − p forgets a small p. */
interface Count {
  readonly m: number;
  readonly n: number;
  readonly p: number;
  readonly q: number;
}

function density({ m, n, p, q }: Count): number {
  if (p === 0) return m === 0 ? 1 : 0;
  if (q === 0) return m === n ? 1 : 0;
  if (m === 0) return exp(n * (p < q ? lnOnePlus(-p) : ln(q)));
  if (m === n) return exp(n * (q < p ? lnOnePlus(-q) : ln(p)));
  const exponent =
    stirlingError(n) -
    stirlingError(m) -
    stirlingError(n - m) -
    deviance(m, n * p) -
    deviance(n - m, n * q);
  return exp(exponent) * Math.sqrt(n / (TWO_PI * m * (n - m)));
}

function atMost({ m, n, p, q }: Count): number {
  if (m >= n) return 1;
  // Above the mean the other tail is the small one; its terms fall at once.
  if (m > n * p) return 1 - sumDownward({ m: n - m - 1, n, p: q, q: p });
  return sumDownward({ m, n, p, q });
}

/** P[X = m] + P[X = m−1] + …, until the terms no longer count; m at or below the mean. */
function sumDownward({ m, n, p, q }: Count): number {
  if (p === 0) return 1;
  let term = 1;
  let sum = 1;
  for (let k = m; k > 0; k--) {
    term *= (k * q) / ((n - k + 1) * p);
    if (sum + term === sum) break;
    sum += term;
  }
  return Math.min(1, density({ m, n, p, q }) * sum);
}

/** δ(n); Stirling's series 1/12n − 1/360n³ + 1/1260n⁵ − 1/1680n⁷; the next term is below 2e-14. */
function stirlingError(n: number): number {
  const tabled = STIRLING_ERRORS[n];
  if (tabled !== undefined) return tabled;
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / n;
}

/**
 * D(x, M) = x ln(x/M) + M − x. Near x = M it is tiny, so there, with v = (x − M)/(x + M) and
 * ln(x/M) = 2 artanh v, it is (x − M)·v + 2x(v³/3 + v⁵/5 + …).
 */
function deviance(x: number, mean: number): number {
  const v = (x - mean) / (x + mean);
  if (Math.abs(v) > 0.1) return x * ln(x / mean) + mean - x;
  let power = 2 * x * v * v * v;
  let sum = (x - mean) * v;
  for (let odd = 3; sum + power / odd !== sum; odd += 2) {
    sum += power / odd;
    power *= v * v;
  }
  return sum;
}

function expectBinomial({ successes, trials, chance }: Binomial): void {
  if (!Number.isSafeInteger(trials) || trials < 0) {
    throw new RangeError(`"trials" expected a whole number, got ${trials}`);
  }
  if (!Number.isSafeInteger(successes) || successes < 0 || successes > trials) {
    throw new RangeError(`"successes" expected a whole number 0…${trials}, got ${successes}`);
  }
  if (!(chance >= 0 && chance <= 1)) {
    throw new RangeError(`"chance" expected a probability 0…1, got ${chance}`);
  }
}

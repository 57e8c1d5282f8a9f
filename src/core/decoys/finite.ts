/**
 * Decoy states in a run of finite size: how many of the bits that Bob got came from single photons,
 * and how often those would be wrong in the other basis.
 *
 * Key bits of one basis, test bits of the other, three intensities k with probabilities p_k:
 *   τ_n         chance that a pulse has n photons, over all intensities: Σ p_k·e^(−k)·kⁿ/n!
 *   n±, m±      (e^k/p_k)·(count ± √(all/2·ln(21/ε))), for bits and for errors
 *   vacuum      τ_0(ν₁·n⁻ − ν₂·n⁺)/(ν₁ − ν₂), bits without a photon, at least
 *   single      τ_1·μ[n⁻ − n⁺ − (ν₁² − ν₂²)/μ²·(n⁺ − vacuum/τ_0)]/(μ(ν₁ − ν₂) − ν₁² + ν₂²), at least
 *   phaseError  of the single-photon key bits, at most: the error rate of single-photon test bits,
 *               and what chance may hide in a sample of them
 *
 * Source: Lim, Curty, Walenta, Xu & Zbinden, PRA 89 (2014) 022307, doi:10.1103/PhysRevA.89.022307,
 * Eqs. (1)–(5). What chance may hide there, γ of Fung, Ma & Chau, PRA 81 (2010) 012318, vanishes with
 * the errors, where it no longer holds: a flawless sample of 100 proves nothing better than a few per
 * cent. So the bound here is the larger of γ's and Chernoff's for the same chance of failure; this
 * addition is ours. At the error rates of real boxes γ's is the larger.
 */
import { exp } from '../elementary/exponential.ts';
import { LN_2, ln, log2 } from '../elementary/logarithm.ts';
import { twoDecoysFit } from './bounds.ts';

/** One intensity: how often Alice picks it, and the counts of the bits that it gave. */
export interface IntensityCounts {
  readonly meanPhotonNumber: number;
  readonly probability: number;
  /** Bits of the basis that the key is made of. */
  readonly keyBits: number;
  /** Bits of the other basis that were compared in public. */
  readonly tested: number;
  readonly testErrors: number;
}

export interface SinglePhotonEvidence {
  /** Key bits whose pulse was empty; Eve cannot know them. */
  readonly vacuum: number;
  /** Key bits from single photons. */
  readonly single: number;
  /** Tested bits from single photons, and errors among them at most. */
  readonly testedSingle: number;
  readonly testedSingleErrors: number;
  /** 0…½; ½ if the test shows nothing. */
  readonly phaseError: number;
}

/** The bounds have this many steps, and each may fail with an equal share of ε_sec. */
const FAILURES = 21;

/**
 * The bounds for a signal and two decoys, in falling order; `failure` is ε_sec.
 *
 * @throws RangeError unless there are three intensities with signal > decoy + decoy, their
 *   probabilities are above 0, the counts are counts, and 0 < failure < 1.
 */
export function twoDecoyEvidence(
  intensities: readonly IntensityCounts[],
  failure: number,
): SinglePhotonEvidence {
  expectTwoDecoys(intensities);
  if (!(failure > 0 && failure < 1)) {
    throw new RangeError(`"failure" expected a number between 0 and 1, got ${failure}`);
  }
  const doubt = ln(FAILURES) - ln(failure);
  const spread = { zero: photons(intensities, 0), one: photons(intensities, 1) };
  const counted = (of: 'keyBits' | 'tested' | 'testErrors') => ranges(intensities, of, doubt);
  const key = photonsAmong(counted('keyBits'), intensities, spread);
  const test = photonsAmong(counted('tested'), intensities, spread);
  const [, strong, weak] = counted('testErrors');
  const step = intensities[1]!.meanPhotonNumber - intensities[2]!.meanPhotonNumber;
  const wrong = Math.max(0, (spread.one * (strong!.high - weak!.low)) / step);
  return {
    ...key,
    testedSingle: test.single,
    testedSingleErrors: wrong,
    phaseError: phaseErrorBound(
      { errors: wrong, tested: test.single, keyBits: key.single },
      failure / FAILURES,
    ),
  };
}

/** Secret bits before anything said in public is paid for: vacuum + single·(1 − h(φ)) − 6·log2(21/ε_sec). */
export function privacyMargin(failure: number): number {
  return 6 * (log2(FAILURES) - log2(failure));
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** n±: what the count could be without chance, per pulse of that intensity, times e^k. */
function ranges(
  intensities: readonly IntensityCounts[],
  of: 'keyBits' | 'tested' | 'testErrors',
  doubt: number,
): readonly Range[] {
  const all = intensities.reduce((sum, one) => sum + one[of], 0);
  const deviation = Math.sqrt((all / 2) * doubt);
  return intensities.map((one) => {
    const weight = exp(one.meanPhotonNumber) / one.probability;
    return { low: weight * (one[of] - deviation), high: weight * (one[of] + deviation) };
  });
}

function photonsAmong(
  counts: readonly Range[],
  intensities: readonly IntensityCounts[],
  spread: { readonly zero: number; readonly one: number },
): { readonly vacuum: number; readonly single: number } {
  const [mu, nu1, nu2] = intensities.map((one) => one.meanPhotonNumber) as [number, number, number];
  const [signal, strong, weak] = counts as [Range, Range, Range];
  const step = nu1 - nu2;
  const vacuum = Math.max(0, (spread.zero * (nu1 * weak.low - nu2 * strong.high)) / step);
  const squares = nu1 * nu1 - nu2 * nu2;
  const single =
    (spread.one *
      mu *
      (strong.low - weak.high - (squares / (mu * mu)) * (signal.high - vacuum / spread.zero))) /
    (mu * step - squares);
  return { vacuum, single: Math.max(0, single) };
}

/** τ_n for n of 0 or 1. */
function photons(intensities: readonly IntensityCounts[], n: 0 | 1): number {
  let sum = 0;
  for (const { meanPhotonNumber: mean, probability } of intensities) {
    sum += probability * exp(-mean) * (n === 0 ? 1 : mean);
  }
  return sum;
}

interface Sample {
  readonly errors: number;
  readonly tested: number;
  readonly keyBits: number;
}

/** Error rate that `keyBits` bits exceed with probability `failure` at most, after such a sample. */
function phaseErrorBound({ errors, tested, keyBits }: Sample, failure: number): number {
  const rate = errors / tested;
  if (!(tested > 0 && keyBits > 0 && rate < 0.5)) return 0.5;
  const sample = { errors, tested, keyBits };
  const hidden = Math.max(gaussianDeviation(sample, failure), chernoffDeviation(sample, failure));
  return Math.min(0.5, rate + hidden);
}

/** γ(a, b, c, d) with b errors/tested, c tested, d key bits; NaN-free: 0 for a flawless sample. */
function gaussianDeviation({ errors, tested, keyBits }: Sample, failure: number): number {
  const rate = errors / tested;
  const variance = rate * (1 - rate);
  if (variance === 0) return 0;
  const share = (tested + keyBits) / (tested * keyBits);
  const bits = log2(share / variance) - 2 * log2(failure);
  return bits > 0 ? Math.sqrt((share * variance * bits) / LN_2.high) : 0;
}

/**
 * Chernoff's bound for a sample without replacement: a rate p over all gives a rate of b or less in
 * `tested` with probability e^(−tested·D(b‖p)) at most (Hoeffding, J. Am. Stat. Assoc. 58 (1963) 13).
 */
function chernoffDeviation({ errors, tested, keyBits }: Sample, failure: number): number {
  const rate = errors / tested;
  const doubt = -ln(failure);
  let low = rate;
  let high = 1;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (tested * divergence(rate, middle) < doubt) low = middle;
    else high = middle;
  }
  // Over all bits; those not tested hold what the tested ones lack.
  return ((high - rate) * (tested + keyBits)) / keyBits;
}

/** D(b‖p) in nats, 0 ≤ b < p < 1. */
function divergence(b: number, p: number): number {
  if (p <= b) return 0;
  if (p >= 1) return Infinity;
  const zeros = (1 - b) * (ln(1 - b) - ln(1 - p));
  return b === 0 ? zeros : zeros + b * (ln(b) - ln(p));
}

function expectTwoDecoys(intensities: readonly IntensityCounts[]): void {
  const [mu, nu1, nu2] = intensities.map((one) => one.meanPhotonNumber);
  if (intensities.length !== 3 || !twoDecoysFit(mu!, nu1!, nu2!)) {
    throw new RangeError(
      `"intensities" expected a signal above the sum of two unequal decoys, got ${intensities.map((one) => one.meanPhotonNumber).join(', ')}`,
    );
  }
  for (const { probability, keyBits, tested, testErrors } of intensities) {
    if (!(probability > 0 && keyBits >= 0 && tested >= 0 && testErrors >= 0)) {
      throw new RangeError(
        `"intensities" expected probabilities and counts, got ${probability}, ${keyBits}, ${tested}, ${testErrors}`,
      );
    }
  }
}

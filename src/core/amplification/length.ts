/**
 * How many secret bits a corrected key holds.
 *
 * An error rate tested in one basis bounds the phase errors of the *other* basis' bits, and those bound
 * what Eve can know of them. So the two bases are reckoned apart: an average hides an Eve who listens
 * in one of them.
 *
 *   n, k, q   key bits of one basis; bits tested in the other; their error rate
 *   μ(n, k)   √[(n+k)/(nk)·(k+1)/k·ln(4√B/ε_sec)], what chance may hide, B bounds holding at once
 *   length    ⌊Σ n·(1 − h(min(½, q + μ))) − leaked − log2(2/(ε_sec²·ε_cor))⌋
 *
 * ε_sec: distance from an ideal key that is allowed; ε_cor: chance that the two ends' keys differ.
 * Source: Tomamichel, Lim, Gisin & Renner, Nat. Commun. 3 (2012) 634, doi:10.1038/ncomms1631, for one
 * basis with a preset limit in place of q (B = 1). Two bases under one hash, B = 2, and q as observed
 * are our reading of that proof: see MODEL.md.
 */
import { binaryEntropy } from '../elementary/entropy.ts';
import { ln, log2 } from '../elementary/logarithm.ts';

/** ε_cor, met by comparing 50 bits of a universal hash. */
export const CORRECTNESS_FAILURE = 1e-15;

/** One basis: bits left for the key, and what the test of its other bits showed. */
export interface BasisEvidence {
  readonly keyBits: number;
  readonly tested: number;
  readonly testErrors: number;
}

export interface BothBases {
  readonly rectilinear: BasisEvidence;
  readonly diagonal: BasisEvidence;
}

/** What is known of the phase errors among one basis' key bits; null: no key bits, or no test. */
export interface PhaseErrors {
  readonly keyBits: number;
  /** Error rate tested in the other basis. */
  readonly observed: number | null;
  /** null also for weak pulses, whose bound is no sum. */
  readonly mu: number | null;
  /** min(½, observed + mu); for weak pulses that of the bits which count, see `scenarios/link/weak-length.ts`. */
  readonly bound: number | null;
}

/** How many of one basis' key bits are shown to come from pulses that Eve could not split. */
export interface PhotonsShown {
  /** From pulses without a photon; 0 where the bounds do not look for them. */
  readonly vacuumBits: number;
  /** From single photons; without decoys, from pulses with less than two. */
  readonly singleBits: number;
}

/** What weak pulses add to a budget. */
export interface WeakPulseBudget {
  /** `tagged`: without decoys (GLLP). `decoys`: endless-run bounds. `two-decoys`: for this run's size. */
  readonly bounds: 'tagged' | 'decoys' | 'two-decoys';
  /** Why the bounds cannot be used: not exactly two decoys, or a signal no stronger than their sum. */
  readonly missing: 'two-decoys' | 'stronger-signal' | null;
  /** Key bits not shown to be of an empty pulse or a single photon: Eve may know them all. */
  readonly unshownBits: number;
  readonly rectilinear: PhotonsShown;
  readonly diagonal: PhotonsShown;
}

/** outputBits = max(0, inputBits − phaseErrorBits − leakedBits − marginBits), all in whole bits. */
export interface LengthBudget {
  readonly inputBits: number;
  readonly phaseErrorBits: number;
  readonly leakedBits: number;
  readonly marginBits: number;
  readonly outputBits: number;
  readonly rectilinear: PhaseErrors;
  readonly diagonal: PhaseErrors;
  /** null: single photons, or pulses reckoned as such. With it, phaseErrorBits holds unshownBits too. */
  readonly weak: WeakPulseBudget | null;
}

/**
 * The length for a run of this size. `leakedBits`: parities said in public; `failure`: ε_sec.
 *
 * @throws RangeError for counts that are no counts, or unless 0 < failure < 1.
 */
export function finiteKeyLength(
  bases: BothBases,
  leakedBits: number,
  failure: number,
): LengthBudget {
  const logarithm = lnOfFailure(failure, 2);
  return budgetOf(bases, leakedBits, {
    margin: marginOf(failure),
    deviation: (n, k) => deviation(n, k, logarithm),
  });
}

/** The length per bit of an endless run, as textbooks have it: no deviation, no margin. */
export function asymptoticLength(bases: BothBases, leakedBits: number): LengthBudget {
  return budgetOf(bases, leakedBits, { margin: 0, deviation: () => 0 });
}

/**
 * μ of one basis alone: the rate among n key bits exceeds the rate among k tested ones by more with
 * probability (failure/4)² at most. Needs n, k ≥ 1 and 0 < failure < 1.
 */
export function singleBasisDeviation(n: number, k: number, failure: number): number {
  return deviation(n, k, lnOfFailure(failure, 1));
}

/** The published length: key from one basis only, `limit` the error rate above which they stop. */
export function singleBasisLength(
  {
    keyBits,
    tested,
    limit,
  }: { readonly keyBits: number; readonly tested: number; readonly limit: number },
  leakedBits: number,
  failure: number,
): number {
  const rate = Math.min(0.5, limit + singleBasisDeviation(keyBits, tested, failure));
  const left = keyBits * (1 - binaryEntropy(rate)) - leakedBits - marginOf(failure);
  return Math.max(0, Math.floor(left));
}

/**
 * The largest error rate, the same in both tests, at which finiteKeyLength still gives a bit, if
 * correcting leaks `efficiency` times the Shannon limit; 0 if not even an error-free run gives one.
 */
export function finiteKeyErrorLimit(
  sizes: {
    readonly rectilinear: Pick<BasisEvidence, 'keyBits' | 'tested'>;
    readonly diagonal: Pick<BasisEvidence, 'keyBits' | 'tested'>;
  },
  failure: number,
  efficiency: number,
): number {
  const { rectilinear, diagonal } = sizes;
  const inputBits = rectilinear.keyBits + diagonal.keyBits;
  const gives = (rate: number) => {
    const at = (basis: Pick<BasisEvidence, 'keyBits' | 'tested'>) => ({
      ...basis,
      testErrors: rate * basis.tested,
    });
    const leaked = Math.ceil(efficiency * inputBits * binaryEntropy(rate));
    const bases = { rectilinear: at(rectilinear), diagonal: at(diagonal) };
    return finiteKeyLength(bases, leaked, failure).outputBits > 0;
  };
  return largestRate(gives);
}

/** The largest error rate 0…½ up to which something holds; 0 if it never does. */
export function largestRate(holds: (rate: number) => boolean): number {
  if (!holds(0)) return 0;
  let works = 0;
  let fails = 0.5;
  for (let step = 0; step < 40; step++) {
    const middle = (works + fails) / 2;
    if (holds(middle)) works = middle;
    else fails = middle;
  }
  return works;
}

interface Accounting {
  /** log2(2/(ε_sec²·ε_cor)), or 0. */
  readonly margin: number;
  readonly deviation: (n: number, k: number) => number;
}

function budgetOf(
  { rectilinear, diagonal }: BothBases,
  leakedBits: number,
  accounting: Accounting,
): LengthBudget {
  expectCounts('rectilinear', rectilinear);
  expectCounts('diagonal', diagonal);
  if (!(leakedBits >= 0))
    throw new RangeError(`"leakedBits" expected 0 or more, got ${leakedBits}`);
  const plus = phaseErrors(rectilinear.keyBits, diagonal, accounting);
  const cross = phaseErrors(diagonal.keyBits, rectilinear, accounting);
  const inputBits = plus.keyBits + cross.keyBits;
  const lost = entropyOf(plus) + entropyOf(cross);
  const left = Math.floor(inputBits - lost - leakedBits - accounting.margin);
  const marginBits = Math.ceil(accounting.margin);
  return {
    inputBits,
    // Whole bits, so that the budget adds up: within one bit of `lost`.
    phaseErrorBits: inputBits - leakedBits - marginBits - left,
    leakedBits,
    marginBits,
    outputBits: Math.max(0, left),
    rectilinear: plus,
    diagonal: cross,
    weak: null,
  };
}

function phaseErrors(
  keyBits: number,
  { tested, testErrors }: BasisEvidence,
  accounting: Accounting,
): PhaseErrors {
  const observed = tested === 0 ? null : testErrors / tested;
  if (keyBits === 0 || observed === null) return { keyBits, observed, mu: null, bound: null };
  const mu = accounting.deviation(keyBits, tested);
  return { keyBits, observed, mu, bound: Math.min(0.5, observed + mu) };
}

/** Bits that Eve may know of these: all of them if nothing was tested. */
function entropyOf({ keyBits, bound }: PhaseErrors): number {
  return bound === null ? keyBits : keyBits * binaryEntropy(bound);
}

function deviation(n: number, k: number, logarithm: number): number {
  return Math.sqrt(((n + k) / (n * k)) * ((k + 1) / k) * logarithm);
}

/** ln(4√bounds/ε_sec). */
function lnOfFailure(failure: number, bounds: number): number {
  if (!(failure > 0 && failure < 1)) {
    throw new RangeError(`"failure" expected a number between 0 and 1, got ${failure}`);
  }
  return ln(4) + ln(bounds) / 2 - ln(failure);
}

function marginOf(failure: number): number {
  return 1 - 2 * log2(failure) - log2(CORRECTNESS_FAILURE);
}

function expectCounts(name: string, { keyBits, tested, testErrors }: BasisEvidence): void {
  if (!(keyBits >= 0 && tested >= 0 && testErrors >= 0 && testErrors <= tested)) {
    throw new RangeError(
      `"${name}" expected counts, got ${keyBits} key bits, ${testErrors} errors of ${tested}`,
    );
  }
}

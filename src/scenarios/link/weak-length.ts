/**
 * How many secret bits a corrected key of weak coherent pulses holds.
 *
 * A pulse with two photons or more can be split, and Eve then knows its bit without an error. So only
 * bits shown to come from fewer photons count, and of these what their phase errors leave:
 *
 *   tagged       no decoys: all pulses with more photons are taken to have clicked; endless run
 *   decoys       the bounds of `core/decoys/bounds.ts`; endless run
 *   two-decoys   the bounds of `core/decoys/finite.ts`, for the run's size; every intensity gives key bits
 *
 * The two bases are reckoned apart, the test bits of one bounding the phase errors of the other, and
 * their lengths added: for `two-decoys` each with half of ε_sec, by the union bound, which is our
 * reading of a proof for one basis. A basis whose margin exceeds its bits counts as nothing.
 * Sources: as in `core/decoys/rates.ts` and `finite.ts`.
 */
import {
  type BasisEvidence,
  CORRECTNESS_FAILURE,
  type LengthBudget,
  largestRate,
  type PhaseErrors,
  type PhotonsShown,
  type WeakPulseBudget,
} from '../../core/amplification/length.ts';
import { decoyBounds, type Observed, twoDecoysFit } from '../../core/decoys/bounds.ts';
import { privacyMargin, twoDecoyEvidence } from '../../core/decoys/finite.ts';
import { multiPhotonProbability } from '../../core/decoys/rates.ts';
import { binaryEntropy } from '../../core/elementary/entropy.ts';
import { exp } from '../../core/elementary/exponential.ts';
import { log2 } from '../../core/elementary/logarithm.ts';

/** One intensity: pulses sent at it, and their sifted bits, tested and kept, of each basis. */
export interface IntensityEvidence {
  readonly meanPhotonNumber: number;
  /** Chance that Alice picks it. */
  readonly probability: number;
  readonly sent: number;
  readonly rectilinear: BasisEvidence;
  readonly diagonal: BasisEvidence;
}

type Basis = 'rectilinear' | 'diagonal';

/** One basis' part of the key. */
interface Part {
  readonly shown: PhotonsShown;
  readonly phaseError: number;
  /** Paid by this part alone. */
  readonly margin: number;
}

/**
 * The length per bit of an endless run: `decoys` bounds if at least two intensities have light, else
 * `tagged`. Intensities strongest first; `basisBias`: chance that Alice, and Bob, choose the
 * rectilinear basis; `leakedBits`: said in public.
 *
 * @throws RangeError unless the intensities fall.
 */
export function weakAsymptoticLength(
  intensities: readonly IntensityEvidence[],
  basisBias: number,
  leakedBits: number,
): LengthBudget {
  const lit = intensities.filter((one) => one.meanPhotonNumber > 0).length;
  if (lit < 2) {
    const untagged = {
      rectilinear: untaggedShare(intensities, 'rectilinear', basisBias * basisBias),
      diagonal: untaggedShare(intensities, 'diagonal', (1 - basisBias) * (1 - basisBias)),
    };
    return budgetOf(
      intensities,
      leakedBits,
      { bounds: 'tagged', missing: null, margin: 0 },
      (b) => ({
        shown: { vacuumBits: 0, singleBits: untagged[b] * keyBitsOf(intensities, b) },
        // All errors may have struck the bits that count.
        phaseError: share(pooled(intensities, otherOf(b)) ?? 0.5, untagged[otherOf(b)]),
        margin: 0,
      }),
    );
  }
  const bounds = {
    rectilinear: decoyBounds(observedIn(intensities, 'rectilinear')),
    diagonal: decoyBounds(observedIn(intensities, 'diagonal')),
  };
  const singles = intensities.reduce(
    (sum, { sent, meanPhotonNumber: mean }) => sum + sent * mean * exp(-mean),
    0,
  );
  return budgetOf(intensities, leakedBits, { bounds: 'decoys', missing: null, margin: 0 }, (b) => {
    const sifted = sum(intensities, (one) => one[b].keyBits + one[b].tested);
    const part = sifted === 0 ? 0 : Math.min(1, (bounds[b].single * singles) / sifted);
    return {
      shown: { vacuumBits: 0, singleBits: part * keyBitsOf(intensities, b) },
      phaseError: bounds[otherOf(b)].singleError,
      margin: 0,
    };
  });
}

/**
 * The length for a run of this size. Needs exactly two decoys and a signal stronger than both
 * together; without them no bit is shown to be of a single photon, and `weak.missing` says why.
 * `failure`: ε_sec.
 *
 * @throws RangeError unless the intensities fall and 0 < failure < 1.
 */
export function weakFiniteKeyLength(
  intensities: readonly IntensityEvidence[],
  leakedBits: number,
  failure: number,
): LengthBudget {
  const missing = missingFor(intensities);
  const margin = 1 - log2(CORRECTNESS_FAILURE);
  return budgetOf(intensities, leakedBits, { bounds: 'two-decoys', missing, margin }, (b) => {
    if (missing !== null) return NO_PART;
    const counts = intensities.map((one) => ({
      meanPhotonNumber: one.meanPhotonNumber,
      probability: one.probability,
      keyBits: one[b].keyBits,
      tested: one[otherOf(b)].tested,
      testErrors: one[otherOf(b)].testErrors,
    }));
    const { vacuum, single, phaseError } = twoDecoyEvidence(counts, failure / 2);
    const all = keyBitsOf(intensities, b);
    const vacuumBits = Math.min(all, vacuum);
    return {
      shown: { vacuumBits, singleBits: Math.min(all - vacuumBits, single) },
      phaseError,
      margin: privacyMargin(failure / 2),
    };
  });
}

/**
 * The largest error rate, the same in both tests and at every intensity, at which
 * weakFiniteKeyLength still gives a bit, if correcting leaks `efficiency` times the Shannon limit; 0 if
 * not even an error-free run gives one.
 */
export function weakErrorLimit(
  intensities: readonly IntensityEvidence[],
  failure: number,
  efficiency: number,
): number {
  const inputBits = keyBitsOf(intensities, 'rectilinear') + keyBitsOf(intensities, 'diagonal');
  return largestRate((rate) => {
    const at = (basis: BasisEvidence) => ({ ...basis, testErrors: rate * basis.tested });
    const wrong = intensities.map((one) => ({
      ...one,
      rectilinear: at(one.rectilinear),
      diagonal: at(one.diagonal),
    }));
    const leaked = Math.ceil(efficiency * inputBits * binaryEntropy(rate));
    return weakFiniteKeyLength(wrong, leaked, failure).outputBits > 0;
  });
}

const NO_PART: Part = {
  shown: { vacuumBits: 0, singleBits: 0 },
  phaseError: 0.5,
  margin: 0,
};

function missingFor(intensities: readonly IntensityEvidence[]): WeakPulseBudget['missing'] {
  if (intensities.length !== 3) return 'two-decoys';
  const [signal, strong, weak] = intensities.map((one) => one.meanPhotonNumber);
  return twoDecoysFit(signal!, strong!, weak!) ? null : 'stronger-signal';
}

function budgetOf(
  intensities: readonly IntensityEvidence[],
  leakedBits: number,
  how: Pick<WeakPulseBudget, 'bounds' | 'missing'> & { readonly margin: number },
  partOf: (basis: Basis) => Part,
): LengthBudget {
  const parts = { rectilinear: partOf('rectilinear'), diagonal: partOf('diagonal') };
  const inputBits = keyBitsOf(intensities, 'rectilinear') + keyBitsOf(intensities, 'diagonal');
  let secret = 0;
  let margin = how.margin;
  let shown = 0;
  for (const { shown: found, phaseError, margin: own } of Object.values(parts)) {
    shown += found.vacuumBits + found.singleBits;
    const bits = found.vacuumBits + found.singleBits * (1 - binaryEntropy(phaseError));
    if (bits <= own) continue;
    secret += bits;
    margin += own;
  }
  const left = Math.floor(secret - leakedBits - margin);
  const marginBits = Math.ceil(margin);
  return {
    inputBits,
    // Whole bits, so that the budget adds up.
    phaseErrorBits: inputBits - leakedBits - marginBits - left,
    leakedBits,
    marginBits,
    outputBits: Math.max(0, left),
    rectilinear: phaseErrorsOf(intensities, 'rectilinear', parts.rectilinear),
    diagonal: phaseErrorsOf(intensities, 'diagonal', parts.diagonal),
    weak: {
      bounds: how.bounds,
      missing: how.missing,
      unshownBits: Math.max(0, inputBits - Math.floor(shown)),
      rectilinear: parts.rectilinear.shown,
      diagonal: parts.diagonal.shown,
    },
  };
}

function phaseErrorsOf(
  intensities: readonly IntensityEvidence[],
  basis: Basis,
  { shown, phaseError }: Part,
): PhaseErrors {
  const found = shown.vacuumBits + shown.singleBits > 0;
  return {
    keyBits: keyBitsOf(intensities, basis),
    observed: pooled(intensities, otherOf(basis)),
    mu: null,
    bound: found ? phaseError : null,
  };
}

/** 1 − Δ: part of a basis' sifted bits that no pulse with two photons or more can account for. */
function untaggedShare(
  intensities: readonly IntensityEvidence[],
  basis: Basis,
  chosenByBoth: number,
): number {
  const sifted = sum(intensities, (one) => one[basis].keyBits + one[basis].tested);
  const tagged = sum(
    intensities,
    ({ sent, meanPhotonNumber }) => sent * chosenByBoth * multiPhotonProbability(meanPhotonNumber),
  );
  return sifted === 0 ? 0 : Math.max(0, 1 - tagged / sifted);
}

/** Gains per pulse sent, whatever its basis; errors as far as they were tested. */
function observedIn(intensities: readonly IntensityEvidence[], basis: Basis): readonly Observed[] {
  return intensities.map((one) => {
    const { keyBits, tested, testErrors } = one[basis];
    const gain = one.sent === 0 ? 0 : (keyBits + tested) / one.sent;
    const qber = tested === 0 ? 0.5 : testErrors / tested;
    return { meanPhotonNumber: one.meanPhotonNumber, gain, error: gain * qber };
  });
}

/** Tested error rate of a basis over all intensities; null if nothing was tested. */
function pooled(intensities: readonly IntensityEvidence[], basis: Basis): number | null {
  const tested = sum(intensities, (one) => one[basis].tested);
  return tested === 0 ? null : sum(intensities, (one) => one[basis].testErrors) / tested;
}

function keyBitsOf(intensities: readonly IntensityEvidence[], basis: Basis): number {
  return sum(intensities, (one) => one[basis].keyBits);
}

function sum(
  intensities: readonly IntensityEvidence[],
  of: (one: IntensityEvidence) => number,
): number {
  return intensities.reduce((total, one) => total + of(one), 0);
}

/** A part of a part, at most ½. */
function share(rate: number, of: number): number {
  return of > 0 ? Math.min(0.5, rate / of) : 0.5;
}

function otherOf(basis: Basis): Basis {
  return basis === 'rectilinear' ? 'diagonal' : 'rectilinear';
}

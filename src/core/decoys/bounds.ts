/**
 * Decoy states: what the gains at several intensities say about single photons.
 *
 * Eve sees a photon number, never an intensity, so pulses with n photons have one yield Y_n and one
 * error rate e_n at every intensity, and Q_μ·e^μ = Σ Y_n·μⁿ/n!. A few such sums bound Y_1 from below
 * and e_1 from above. Statistical fluctuations are not part of this: `finite.ts` is.
 *
 *   vacuum       Y0, chance of a click without light, at least
 *   single       Y1, at least
 *   singleError  e1, at most, 0…½
 *
 * Every bound is linear in the gains, so gains counted in any common unit give Y0, Y1 in that unit.
 * Source: Ma, Qi, Zhao & Lo, PRA 72 (2005) 012326, doi:10.1103/PhysRevA.72.012326: two decoys, of
 * which Eqs. (34) and (37) are the case where one is vacuum, and one decoy.
 */
import { exp } from '../elementary/exponential.ts';

/** One intensity as observed: `gain` clicks per pulse, `error` wrong ones. */
export interface Observed {
  readonly meanPhotonNumber: number;
  readonly gain: number;
  readonly error: number;
}

export interface SinglePhotonBounds {
  readonly vacuum: number;
  readonly single: number;
  readonly singleError: number;
}

const NOTHING: SinglePhotonBounds = { vacuum: 0, single: 0, singleError: 0.5 };

/**
 * The best bounds that two decoys out of those observed give, or one if no two do; intensities
 * strongest first. Decoys too strong for their signal (two need μ > ν₁ + ν₂) and a vacuum decoy alone
 * say nothing: single is 0 then, and singleError ½. RangeError unless the intensities fall.
 */
export function decoyBounds(observed: readonly Observed[]): SinglePhotonBounds {
  const pairs: SinglePhotonBounds[] = [];
  const triples: SinglePhotonBounds[] = [];
  observed.forEach((signal, s) => {
    for (let d = s + 1; d < observed.length; d++) {
      const decoy = observed[d]!;
      if (!(decoy.meanPhotonNumber < observed[d - 1]!.meanPhotonNumber)) {
        throw new RangeError(
          `"observed" expected falling intensities, got ${decoy.meanPhotonNumber} after ${observed[d - 1]!.meanPhotonNumber}`,
        );
      }
      if (decoy.meanPhotonNumber > 0) pairs.push(oneDecoy(signal, decoy));
      for (const weaker of observed.slice(d + 1)) triples.push(twoDecoys(signal, decoy, weaker));
    }
  });
  const best = sharpest(triples);
  return best.single > 0 ? best : sharpest(pairs);
}

/**
 * Whether two decoys bound anything: μ > ν₁ + ν₂, ν₁ > ν₂ ≥ 0, and not so nearly equal that the
 * bounds' denominator (ν₁ − ν₂)(μ − ν₁ − ν₂) is rounding.
 */
export function twoDecoysFit(mu: number, nu1: number, nu2: number): boolean {
  const clearly = 1e-6 * mu;
  return nu2 >= 0 && nu1 - nu2 > clearly && mu - nu1 - nu2 > clearly;
}

/** Each bound holds by itself, so the sharpest of each kind holds too. */
function sharpest(bounds: readonly SinglePhotonBounds[]): SinglePhotonBounds {
  let { vacuum, single, singleError } = NOTHING;
  for (const one of bounds) {
    vacuum = Math.max(vacuum, one.vacuum);
    single = Math.max(single, one.single);
    singleError = Math.min(singleError, one.singleError);
  }
  return { vacuum, single, singleError };
}

/** Signal μ, decoys ν₁ > ν₂ ≥ 0, μ > ν₁ + ν₂. */
function twoDecoys(signal: Observed, strong: Observed, weak: Observed): SinglePhotonBounds {
  const mu = signal.meanPhotonNumber;
  const nu1 = strong.meanPhotonNumber;
  const nu2 = weak.meanPhotonNumber;
  if (!twoDecoysFit(mu, nu1, nu2)) return NOTHING;
  const vacuum = Math.max(0, (nu1 * weighted(weak) - nu2 * weighted(strong)) / (nu1 - nu2));
  const squares = (nu1 * nu1 - nu2 * nu2) / (mu * mu);
  const single =
    (mu / (mu * (nu1 - nu2) - nu1 * nu1 + nu2 * nu2)) *
    (weighted(strong) - weighted(weak) - squares * (weighted(signal) - vacuum));
  if (!(single > 0)) return { ...NOTHING, vacuum };
  const wrong = (weightedError(strong) - weightedError(weak)) / (nu1 - nu2);
  return { vacuum, single, singleError: rate(wrong, single) };
}

/** Without a second decoy the background is known only from above: by errors, half of it wrong. */
function oneDecoy(signal: Observed, decoy: Observed): SinglePhotonBounds {
  const mu = signal.meanPhotonNumber;
  const nu = decoy.meanPhotonNumber;
  if (!(mu - nu > 1e-6 * mu)) return NOTHING;
  const background = 2 * Math.min(weightedError(signal), weightedError(decoy));
  const squares = (nu * nu) / (mu * mu);
  const single =
    (mu / (mu * nu - nu * nu)) *
    (weighted(decoy) - weighted(signal) * squares - background * (1 - squares));
  if (!(single > 0)) return NOTHING;
  const wrong = Math.min(weightedError(signal) / mu, weightedError(decoy) / nu);
  return { vacuum: 0, single, singleError: rate(wrong, single) };
}

/** Q·e^μ = Σ Y_n·μⁿ/n!. */
function weighted({ meanPhotonNumber, gain }: Observed): number {
  return gain * exp(meanPhotonNumber);
}

function weightedError({ meanPhotonNumber, error }: Observed): number {
  return error * exp(meanPhotonNumber);
}

function rate(wrong: number, all: number): number {
  return Math.min(0.5, Math.max(0, wrong) / all);
}

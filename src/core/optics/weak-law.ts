/**
 * What a pulse of weak laser light does at Bob's two detectors, apart from the dark.
 *
 *   x  mean number of photons that would make a detector click: mean photon number of the pulse as it
 *      leaves Alice, times the line's transmittance, times the detectors' efficiency
 *   e  misalignment: chance that an arriving photon goes to the wrong detector, 0…1
 *
 * Photon numbers are Poisson, and what thins a Poisson number leaves Poisson numbers, independent of
 * each other: in the right detector x(1−e), in the wrong one xe, in either x/2 where bases differ,
 * lost on the way the rest. So a detector stays without light with probability exp(−its mean).
 * Source: Lütkenhaus, PRA 59 (1999) 3301, doi:10.1103/PhysRevA.59.3301.
 */
import { chanceOfAny } from '../elementary/chance.ts';
import { exp } from '../elementary/exponential.ts';

/** Probabilities 0…1; those but the first are of pulses with at least one arriving photon. */
export interface WeakLaw {
  readonly arrival: number;
  /** Of pulses that do not light both detectors, equal bases: light in the wrong one. */
  readonly flip: number;
  /** Light in both detectors. */
  readonly both: { readonly equalBases: number; readonly otherBases: number };
}

/** Law of a pulse with x arriving photons on average, 0 or more. */
export function weakLaw(x: number, misalignment: number): WeakLaw {
  const arrival = chanceOfAny(x);
  if (arrival === 0) {
    return { arrival, flip: misalignment, both: { equalBases: 0, otherBases: 0 } };
  }
  const right = chanceOfAny(x * (1 - misalignment));
  const wrong = chanceOfAny(x * misalignment);
  const onlyRight = right * exp(-x * misalignment);
  const onlyWrong = wrong * exp(-x * (1 - misalignment));
  const half = chanceOfAny(x / 2);
  return {
    arrival,
    flip: onlyWrong / (onlyRight + onlyWrong),
    both: { equalBases: (right * wrong) / arrival, otherBases: (half * half) / arrival },
  };
}

/** Share of wrong results among pulses that arrive, bases equal; a result from both detectors is a coin. */
export function weakErrorRate({ flip, both }: WeakLaw): number {
  return both.equalBases / 2 + (1 - both.equalBases) * flip;
}

/**
 * That a detector of r times the efficiency sees light which one of full efficiency sees, where x
 * photons would click on average: (1 − e^(−rx))/(1 − e^(−x)), for faint light r.
 */
export function chanceSeen(x: number, r: number): number {
  return x === 0 ? r : chanceOfAny(r * x) / chanceOfAny(x);
}

/**
 * The smallest n whose distribution function, for a Poisson number of mean x that is at least `least`,
 * exceeds `uniform` (0…1): a photon number by inversion.
 */
export function poissonAtLeast(least: 0 | 1, mean: number, uniform: number): number {
  let term = exp(-mean);
  let left = uniform * (least === 0 ? 1 : chanceOfAny(mean));
  if (least === 1) term *= mean;
  for (let n: number = least; ; n++) {
    // The last terms vanish in the rounding of the sum: nobody is that lucky.
    if (left < term || term < 1e-300) return n;
    left -= term;
    term *= mean / (n + 1);
  }
}

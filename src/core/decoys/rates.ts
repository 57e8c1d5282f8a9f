/**
 * Secret bits per pulse of an endless run, as textbooks have them. Negative: no key at all.
 *
 *   sifting q            part of the clicks for which both chose the same basis (½ if unbiased)
 *   efficiency f         bits said in public to correct, over the Shannon limit (1 or more)
 *   Q, E                 gain and error rate of the signal;  h the binary entropy
 *
 * Sources: Gottesman, Lo, Lütkenhaus & Preskill (GLLP), Quantum Inf. Comput. 4 (2004) 325,
 * arXiv:quant-ph/0212066 (tagged pulses); Lo, Ma & Chen, PRL 94 (2005) 230504,
 * doi:10.1103/PhysRevLett.94.230504 (decoys); Ma, Qi, Zhao & Lo, PRA 72 (2005) 012326,
 * doi:10.1103/PhysRevA.72.012326 (Eqs. 12, 42); Shor & Preskill, PRL 85 (2000) 441 (one photon each).
 */
import { binaryEntropy } from '../elementary/entropy.ts';
import { exp } from '../elementary/exponential.ts';
import { decoyBounds, type Observed, type SinglePhotonBounds } from './bounds.ts';
import type { Line, Yield } from './line.ts';

/** What the two ends do with their clicks. */
export interface Processing {
  readonly sifting: number;
  readonly efficiency: number;
}

/** Chance of two photons or more in a coherent pulse: 1 − e^(−μ)(1 + μ), exact for small μ too. */
export function multiPhotonProbability(meanPhotonNumber: number): number {
  const mu = meanPhotonNumber;
  if (!(mu >= 0)) throw new RangeError(`"meanPhotonNumber" expected 0 or more, got ${mu}`);
  if (mu > 0.5) return 1 - exp(-mu) * (1 + mu);
  // e^(−μ)·Σ μⁿ/n! from n = 2: the difference above would lose the digits of a weak pulse.
  let term = (mu * mu) / 2;
  let sum = 0;
  for (let n = 3; sum + term !== sum; n++) {
    sum += term;
    term *= mu / n;
  }
  return exp(-mu) * sum;
}

/** A source of exactly one photon: q·Q·(1 − h(E) − f·h(E)). */
export function singlePhotonRate({ single }: Line, { sifting, efficiency }: Processing): number {
  return sifting * single.gain * (1 - (1 + efficiency) * binaryEntropy(errorRate(single)));
}

/**
 * No decoys: every pulse with two photons or more is taken to have clicked, and to be known to Eve.
 * q·Q·{−f·h(E) + (1 − Δ)(1 − h(E/(1 − Δ)))}, Δ the part of the clicks that may be such pulses.
 */
export function taggedRate(line: Line, meanPhotonNumber: number, processing: Processing): number {
  const signal = line.pulse(meanPhotonNumber);
  const paid = corrected(signal, processing);
  const untagged = signal.gain - multiPhotonProbability(meanPhotonNumber);
  if (!(untagged > 0)) return processing.sifting * -paid;
  const phase = Math.min(0.5, signal.error / untagged);
  return processing.sifting * (untagged * (1 - binaryEntropy(phase)) - paid);
}

/** A signal μ with as many decoys as one likes: Y1 and e1 are known. */
export function infiniteDecoyRate(
  line: Line,
  meanPhotonNumber: number,
  processing: Processing,
): number {
  const { gain } = line.single;
  const known = { vacuum: 0, single: gain, singleError: errorRate(line.single) };
  return rateFromBounds(line.pulse(meanPhotonNumber), meanPhotonNumber, known, processing);
}

/** A signal and decoys of these mean photon numbers, falling, that are a vanishing part of the pulses. */
export function decoyRate(
  line: Line,
  { signal, decoys }: { readonly signal: number; readonly decoys: readonly number[] },
  processing: Processing,
): number {
  const bounds = decoyBounds([signal, ...decoys].map((mean) => observedOn(line, mean)));
  return rateFromBounds(line.pulse(signal), signal, bounds, processing);
}

/** What an endless run counts at one intensity. */
export function observedOn(line: Line, meanPhotonNumber: number): Observed {
  return { meanPhotonNumber, ...line.pulse(meanPhotonNumber) };
}

/**
 * The μ at which an infinite-decoy key is longest where η and Y0 are small: the root of
 * (1 − μ)e^(−μ) = f·h(e)/(1 − h(e)), e the misalignment. null if no μ gives a key.
 */
export function bestSignal({
  misalignment,
  efficiency,
}: {
  readonly misalignment: number;
  readonly efficiency: number;
}): number | null {
  const entropy = binaryEntropy(misalignment);
  const wanted = (efficiency * entropy) / (1 - entropy);
  if (!(wanted < 1)) return null;
  // The left side falls from 1 at μ = 0 to 0 at μ = 1.
  return bisect((mu) => (1 - mu) * exp(-mu) - wanted, 0, 1);
}

/** The μ of the highest rate without decoys, and that rate; both 0 if no μ gives a key. */
export function bestTaggedSignal(
  line: Line,
  processing: Processing,
): { readonly meanPhotonNumber: number; readonly rate: number } {
  // Steps of a factor first, since the best μ is near η and that spans many decades; then narrower.
  let best = { meanPhotonNumber: 0, rate: 0 };
  const trial = (mean: number) => {
    const rate = taggedRate(line, mean, processing);
    if (rate > best.rate) best = { meanPhotonNumber: mean, rate };
  };
  for (let mean = 1; mean > 1e-9; mean *= 0.98) trial(mean);
  for (let width = 0.02; best.rate > 0 && width > 1e-9; width /= 2) {
    const middle = best.meanPhotonNumber;
    trial(middle * (1 - width));
    trial(middle * (1 + width));
  }
  return best;
}

/**
 * The distance up to which a rate, falling to its one zero, is positive, in the unit of `most`, the
 * longest distance asked about; 0 if it is positive nowhere.
 */
export function furthest(rateAt: (distance: number) => number, most: number): number {
  if (!(rateAt(0) > 0)) return 0;
  if (rateAt(most) > 0) return most;
  return bisect(rateAt, 0, most);
}

function rateFromBounds(
  signal: Yield,
  meanPhotonNumber: number,
  { single, singleError }: SinglePhotonBounds,
  processing: Processing,
): number {
  const singles = single * meanPhotonNumber * exp(-meanPhotonNumber);
  const secret = singles * (1 - binaryEntropy(singleError));
  return processing.sifting * (secret - corrected(signal, processing));
}

/** Bits said in public per click, times the gain. */
function corrected(signal: Yield, { efficiency }: Processing): number {
  return signal.gain * efficiency * binaryEntropy(errorRate(signal));
}

function errorRate({ gain, error }: Yield): number {
  return gain === 0 ? 0 : error / gain;
}

/** Where a function that is positive at `works` stops being so, between there and `fails`. */
function bisect(f: (x: number) => number, works: number, fails: number): number {
  let low = works;
  let high = fails;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (f(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * What a box that differs from its model tells Eve, as closed forms.
 *
 * Sources: Brassard, Lütkenhaus, Mor & Sanders, PRL 85 (2000) 1330, doi:10.1103/PhysRevLett.85.1330
 * (photon-number splitting); Lucamarini et al., PRX 5 (2015) 031030, doi:10.1103/PhysRevX.5.031030
 * (Trojan-horse light); Helstrom, Quantum Detection and Estimation Theory (1976) (telling two states
 * apart); Qi, Fung, Lo & Ma, Quantum Inf. Comput. 7 (2007) 73, arXiv:quant-ph/0512080 (time shift).
 */
import { chanceOfAny } from '../elementary/chance.ts';
import { binaryEntropy } from '../elementary/entropy.ts';
import { decibelsToTransmittance } from '../elementary/exponential.ts';
import { lnOnePlus, log2 } from '../elementary/logarithm.ts';

/**
 * Transmittance at and below which Eve, on a lossless line of her own, can block every single photon
 * and still give Bob as many clicks, from pulses with two photons or more: 1 − ln(1 + μ)/μ. For
 * detectors without dark counts. RangeError unless μ > 0.
 */
export function splittingTransmittance(meanPhotonNumber: number): number {
  const mu = meanPhotonNumber;
  if (!(mu > 0)) throw new RangeError(`"meanPhotonNumber" expected more than 0, got ${mu}`);
  return 1 - lnOnePlus(mu) / mu;
}

/** The same as a loss of the line, dB. */
export function splittingLossDb(meanPhotonNumber: number): number {
  return (-10 * log2(splittingTransmittance(meanPhotonNumber))) / log2(10);
}

/**
 * Mean photon number, per pulse, of the light that comes back to Eve who shines into Alice's box:
 * what she sends in a pulse's time, less the attenuation of the way in and out.
 */
export function reflectedPhotons({
  photonsPerSecond,
  pulsesPerSecond,
  attenuationDb,
}: {
  readonly photonsPerSecond: number;
  readonly pulsesPerSecond: number;
  readonly attenuationDb: number;
}): number {
  return (photonsPerSecond / pulsesPerSecond) * decibelsToTransmittance(attenuationDb);
}

/**
 * The best guess of a bit from a coherent pulse that carries it as phase 0 or π, probability ½…1:
 * ½(1 + √(1 − e^(−4μ))).
 */
export function phaseGuess(meanPhotonNumber: number): number {
  return (1 + Math.sqrt(chanceOfAny(4 * meanPhotonNumber))) / 2;
}

/**
 * What the instant of a click tells of its bit, if at that instant one detector is `ratio` times as
 * efficient as the other, 0…1: the best guess 1/(1 + r) and the information 1 − h(1/(1 + r)), bits.
 */
export function timeShiftKnowledge(ratio: number): {
  readonly guess: number;
  readonly information: number;
} {
  if (!(ratio >= 0 && ratio <= 1)) throw new RangeError(`"ratio" expected 0…1, got ${ratio}`);
  const guess = 1 / (1 + ratio);
  return { guess, information: 1 - binaryEntropy(guess) };
}

/**
 * Published systems, as the papers that draw their curves describe them.
 *
 *   efficiency             of Bob's box: his optics and his detectors together
 *   misalignment           chance that an arriving photon goes to the wrong detector
 *   darkCountProbability   per detector and pulse
 *   correction             bits said in public to correct, over the Shannon limit
 */

import { afterpulsingLine, backgroundLine, type Line } from '../../core/decoys/line.ts';
import { decibelsToTransmittance } from '../../core/elementary/exponential.ts';

export interface PublishedSystem {
  readonly id: 'gys-2004' | 'lim-2014';
  readonly name: string;
  readonly lossDbPerKm: number;
  readonly efficiency: number;
  readonly misalignment: number;
  readonly darkCountProbability: number;
  /** Clicks that follow another in the same detector, per click. */
  readonly afterpulse: number;
  readonly correction: number;
  /** Mean photon numbers of the signal and of the decoys. */
  readonly signal: number;
  readonly decoys: readonly number[];
  readonly source: string;
}

export const publishedSystems: readonly PublishedSystem[] = [
  {
    id: 'gys-2004',
    name: 'Gobby, Yuan & Shields 2004',
    lossDbPerKm: 0.21,
    efficiency: 0.045,
    misalignment: 0.033,
    // Half of the printed Y0 = 1.7·10⁻⁶, which is of both detectors.
    darkCountProbability: 8.5e-7,
    afterpulse: 0,
    correction: 1.22,
    signal: 0.48,
    decoys: [0.05, 0],
    source:
      'C. Gobby, Z. L. Yuan, A. J. Shields, Appl. Phys. Lett. 84 (2004) 3762; parameters as in X. Ma, B. Qi, Y. Zhao, H.-K. Lo, Phys. Rev. A 72 (2005) 012326, doi:10.1103/PhysRevA.72.012326',
  },
  {
    id: 'lim-2014',
    name: 'Lim, Curty, Walenta, Xu & Zbinden 2014',
    lossDbPerKm: 0.2,
    efficiency: 0.1,
    misalignment: 0.005,
    darkCountProbability: 6e-7,
    afterpulse: 0.04,
    correction: 1.16,
    signal: 0.45,
    decoys: [0.2, 2e-4],
    source:
      'C. C. W. Lim, M. Curty, N. Walenta, F. Xu, H. Zbinden, Phys. Rev. A 89 (2014) 022307, doi:10.1103/PhysRevA.89.022307',
  },
];

/** A system's line over a fibre of this length, in the model of its source. */
export function systemLine(system: PublishedSystem, lengthKm: number): Line {
  const { misalignment, darkCountProbability, afterpulse } = system;
  const transmittance = system.efficiency * decibelsToTransmittance(system.lossDbPerKm * lengthKm);
  return afterpulse > 0
    ? afterpulsingLine({ transmittance, misalignment, darkCountProbability, afterpulse })
    : backgroundLine({ transmittance, misalignment, background: 2 * darkCountProbability });
}

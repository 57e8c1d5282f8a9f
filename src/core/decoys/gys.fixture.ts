/** The detector of the gys rows of the acceptance table; tests only. */
import { decibelsToTransmittance } from '../elementary/exponential.ts';
import { backgroundLine, type Line } from './line.ts';

export interface GysInputs {
  readonly alpha_dB_km: number;
  readonly e_detector: number;
  readonly Y0: number;
  readonly eta_Bob: number;
  readonly f: number;
  readonly q: number;
  readonly L_km: number;
  readonly mu: number;
  readonly nu: number;
}

export function gysLine(inputs: GysInputs, lengthKm: number): Line {
  return backgroundLine({
    transmittance: inputs.eta_Bob * decibelsToTransmittance(inputs.alpha_dB_km * lengthKm),
    misalignment: inputs.e_detector,
    background: inputs.Y0,
  });
}

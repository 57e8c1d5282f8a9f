/**
 * Photon-number splitting: a pulse of two photons carries its bit twice. Eve keeps one, blocks pulses
 * of one, and hides what is missing behind the loss of the line that she replaces. Error rates do not
 * change; how often pulses of each strength click does. Single photons cannot be split.
 * Source: Brassard, Lütkenhaus, Mor & Sanders, PRL 85 (2000) 1330, doi:10.1103/PhysRevLett.85.1330.
 */
import type { Attack } from '../contract.ts';

export const photonNumberSplitting: Attack = {
  id: 'photon-number-splitting',
  tap: () => null,
  splitsLink: false,
  trick: 'splits-pulses',
};

import { expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { multiPhotonProbability } from './rates.ts';
import {
  phaseGuess,
  reflectedPhotons,
  splittingLossDb,
  splittingTransmittance,
  timeShiftKnowledge,
} from './side-channels.ts';

function close(got: number, wanted: number) {
  expect(Math.abs(got / wanted - 1)).toBeLessThan(1e-9);
}

test('the line on which splitting is complete meets pns.critical.mu0.1', () => {
  const { inputs, expected } = anchor<
    { readonly mu: number },
    { readonly eta_critical: number; readonly L_km: number }
  >('pns.critical.mu0.1');
  close(splittingTransmittance(inputs.mu), expected.eta_critical);
  close(splittingLossDb(inputs.mu) / 0.2, expected.L_km);
});

test('there, pulses with several photons are as many as an honest line’s clicks', () => {
  for (const mu of [0.001, 0.1, 0.5, 1, 5]) {
    close(1 - Math.exp(-splittingTransmittance(mu) * mu), multiPhotonProbability(mu));
  }
  expect(() => splittingTransmittance(0)).toThrow(RangeError);
});

test('light that comes back, and what it tells, meet trojan', () => {
  const { inputs, expected } = anchor<
    {
      readonly photons_per_s: number;
      readonly attenuation_dB: number;
      readonly clock_Hz: number;
    },
    { readonly mu_out: number; readonly helstrom: number }
  >('trojan');
  const mean = reflectedPhotons({
    photonsPerSecond: inputs.photons_per_s,
    attenuationDb: inputs.attenuation_dB,
    pulsesPerSecond: inputs.clock_Hz,
  });
  close(mean, expected.mu_out);
  close(phaseGuess(mean), expected.helstrom);
  expect(phaseGuess(0)).toBe(0.5);
});

test('what the instant of a click tells meets timeshift.0.2', () => {
  const { inputs, expected } = anchor<
    { readonly r: number },
    { readonly p_guess: number; readonly info: number }
  >('timeshift.0.2');
  const { guess, information } = timeShiftKnowledge(inputs.r);
  close(guess, expected.p_guess);
  close(information, expected.info);
  expect(timeShiftKnowledge(1)).toEqual({ guess: 0.5, information: 0 });
  expect(timeShiftKnowledge(0)).toEqual({ guess: 1, information: 1 });
  expect(() => timeShiftKnowledge(1.1)).toThrow(RangeError);
});

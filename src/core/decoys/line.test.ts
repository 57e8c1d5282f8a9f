import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { decibelsToTransmittance } from '../elementary/exponential.ts';
import { afterpulsingLine, backgroundLine, type Line, thresholdLine } from './line.ts';

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const small = fc.double({ min: 0, max: 0.01, noNaN: true });
const mean = fc.double({ min: 0, max: 3, noNaN: true });

function close(got: number, wanted: number) {
  expect(Math.abs(got / wanted - 1)).toBeLessThan(1e-9);
}

describe('two threshold detectors', () => {
  test('meet det.model.50km', () => {
    const { inputs, expected } = anchor<
      Readonly<Record<'L_km' | 'e_d' | 'dark' | 'eta_det' | 'mu', number>>,
      {
        readonly transmittance: number;
        readonly single: readonly [number, number, number];
        readonly coherent: readonly [number, number, number];
      }
    >('det.model.50km');
    const fibre = decibelsToTransmittance(0.2 * inputs.L_km);
    close(fibre, expected.transmittance);
    const line = thresholdLine({
      transmittance: fibre * inputs.eta_det,
      misalignment: inputs.e_d,
      darkCountProbability: inputs.dark,
    });
    const { gain, error } = line.pulse(inputs.mu);
    close(gain, expected.coherent[0]);
    close(error / gain, expected.coherent[1]);
    close(line.single.gain, expected.single[0]);
    close(line.single.error / line.single.gain, expected.single[1]);
  });

  test('click for a coherent pulse as for its photons one by one, each lost, right or wrong', () => {
    fc.assert(
      fc.property(chance, small, small, mean, (transmittance, misalignment, dark, mu) => {
        const line = thresholdLine({ transmittance, misalignment, darkCountProbability: dark });
        let gain = 0;
        let error = 0;
        let poisson = Math.exp(-mu);
        for (let n = 0; n < 40; n++) {
          // Of n photons: none in the right detector, none in the wrong one, none in either.
          const noRight = (1 - transmittance * (1 - misalignment)) ** n * (1 - dark);
          const noWrong = (1 - transmittance * misalignment) ** n * (1 - dark);
          const silent = (1 - transmittance) ** n * (1 - dark) ** 2;
          gain += poisson * (1 - silent);
          error += poisson * (noRight - silent + (1 - noRight - noWrong + silent) / 2);
          poisson *= mu / (n + 1);
        }
        expect(line.pulse(mu).gain).toBeCloseTo(gain, 12);
        expect(line.pulse(mu).error).toBeCloseTo(error, 12);
      }),
      { seed: 1984 },
    );
  });
});

interface Gys {
  readonly e_detector: number;
  readonly Y0: number;
  readonly mu: number;
}

test.each([0, 20, 50, 80, 120])('a line with background meets gys.%dkm', (km) => {
  const { inputs, expected } = anchor<
    Gys & { readonly alpha_dB_km: number; readonly eta_Bob: number; readonly L_km: number },
    { readonly eta: number; readonly Q_mu: number; readonly E_mu: number }
  >(`gys.${km}km`);
  const transmittance = inputs.eta_Bob * decibelsToTransmittance(inputs.alpha_dB_km * inputs.L_km);
  close(transmittance, expected.eta);
  const { gain, error } = backgroundLine({
    transmittance,
    misalignment: inputs.e_detector,
    background: inputs.Y0,
  }).pulse(inputs.mu);
  close(gain, expected.Q_mu);
  close(error / gain, expected.E_mu);
});

test('the models agree but for background and light in one pulse', () => {
  fc.assert(
    fc.property(chance, small, small, mean, (transmittance, misalignment, dark, mu) => {
      const of = { transmittance, misalignment };
      const lines: readonly Line[] = [
        thresholdLine({ ...of, darkCountProbability: dark }),
        backgroundLine({ ...of, background: 2 * dark }),
        afterpulsingLine({ ...of, darkCountProbability: dark, afterpulse: 0 }),
      ];
      const both = 2 * dark * (transmittance * Math.max(mu, 1) + dark);
      // Photons of one pulse in both detectors: a coin, where the sums count each photon's errors.
      const double = misalignment * (transmittance * mu) ** 2;
      for (const line of lines.slice(1)) {
        for (const [one, other] of [
          [line.pulse(mu), lines[0]!.pulse(mu)],
          [line.single, lines[0]!.single],
          [line.vacuum, lines[0]!.vacuum],
        ] as const) {
          expect(Math.abs(one.gain - other.gain)).toBeLessThanOrEqual(both + 1e-15);
          expect(Math.abs(one.error - other.error)).toBeLessThanOrEqual(both + double + 1e-15);
        }
      }
    }),
    { seed: 1984 },
  );
});

test('the error rate of afterpulses alone is half of their share', () => {
  const line = afterpulsingLine({
    transmittance: 0.1,
    misalignment: 0,
    darkCountProbability: 0,
    afterpulse: 0.04,
  });
  const { gain, error } = line.pulse(0.5);
  close(error / gain, 0.02 / 1.04);
});

test('a line refuses what is no probability', () => {
  const fine = {
    transmittance: 0.1,
    misalignment: 0.01,
    darkCountProbability: 0,
    background: 0,
    afterpulse: 0,
  };
  for (const of of [thresholdLine, backgroundLine, afterpulsingLine]) {
    for (const bad of [-0.1, 1.1, Number.NaN]) {
      expect(() => of({ ...fine, transmittance: bad })).toThrow('transmittance');
    }
    expect(() => of(fine).pulse(-1)).toThrow(RangeError);
  }
});

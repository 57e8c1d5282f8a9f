import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../anchors.ts';
import { decibelsToTransmittance } from '../elementary/exponential.ts';
import { depolarisingQber, singlePhotonClicks } from './formula.ts';

const probability = fc.double({ min: 0, max: 1, noNaN: true });

describe('one photon and two detectors', () => {
  test('meets det.model.50km', () => {
    const { inputs, expected } = anchor<
      {
        readonly L_km: number;
        readonly e_d: number;
        readonly dark: number;
        readonly eta_det: number;
      },
      { readonly transmittance: number; readonly single: readonly [number, number, number] }
    >('det.model.50km');
    const fibre = decibelsToTransmittance(0.2 * inputs.L_km);
    expect(fibre).toBe(expected.transmittance);
    const { click, double, qber } = singlePhotonClicks({
      transmittance: fibre * inputs.eta_det,
      misalignment: inputs.e_d,
      darkCountProbability: inputs.dark,
    });
    [click, qber ?? -1, double].forEach((got, i) => {
      expect(Math.abs(got / expected.single[i]! - 1)).toBeLessThan(1e-9);
    });
  });

  test('agrees with the sum over every case', () => {
    fc.assert(
      fc.property(probability, probability, probability, (eta, misaligned, dark) => {
        let click = 0;
        let error = 0;
        let double = 0;
        for (const photon of ['lost', 'right', 'wrong'] as const) {
          for (const darkRight of [false, true]) {
            for (const darkWrong of [false, true]) {
              const reaches = photon === 'right' ? eta * (1 - misaligned) : eta * misaligned;
              const weight =
                (photon === 'lost' ? 1 - eta : reaches) *
                (darkRight ? dark : 1 - dark) *
                (darkWrong ? dark : 1 - dark);
              const right = photon === 'right' || darkRight;
              const wrong = photon === 'wrong' || darkWrong;
              if (right || wrong) click += weight;
              if (right && wrong) double += weight;
              if (wrong) error += right ? weight / 2 : weight;
            }
          }
        }
        const got = singlePhotonClicks({
          transmittance: eta,
          misalignment: misaligned,
          darkCountProbability: dark,
        });
        expect(got.click).toBeCloseTo(click, 12);
        expect(got.error).toBeCloseTo(error, 12);
        expect(got.double).toBeCloseTo(double, 12);
      }),
      { numRuns: 500, seed: 1984 },
    );
  });

  test('in the dark shows coins: half of the clicks are errors', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1, noNaN: true }), (dark) => {
        const { qber } = singlePhotonClicks({
          transmittance: 0,
          misalignment: 0,
          darkCountProbability: dark,
        });
        expect(qber).toBeCloseTo(0.5, 12);
      }),
    );
  });

  test('on a perfect line is always right, and on a cut line never anything', () => {
    const perfect = { transmittance: 1, misalignment: 0, darkCountProbability: 0 };
    expect(singlePhotonClicks(perfect)).toEqual({ click: 1, error: 0, double: 0, qber: 0 });
    expect(singlePhotonClicks({ ...perfect, transmittance: 0 })).toEqual({
      click: 0,
      error: 0,
      double: 0,
      qber: null,
    });
  });

  test('refuses what is no probability', () => {
    const perfect = { transmittance: 1, misalignment: 0, darkCountProbability: 0 };
    for (const name of ['transmittance', 'misalignment', 'darkCountProbability']) {
      expect(() => singlePhotonClicks({ ...perfect, [name]: -0.1 })).toThrow(name);
      expect(() => singlePhotonClicks({ ...perfect, [name]: Number.NaN })).toThrow(name);
    }
  });
});

test('depolarising meets chan.depol.0.08 in both conventions', () => {
  const { inputs, expected } = anchor<
    { readonly p: number },
    { readonly qber_white: number; readonly qber_pauli: number }
  >('chan.depol.0.08');
  const { white, pauli } = depolarisingQber(inputs.p);
  expect(white).toBeCloseTo(expected.qber_white, 12);
  expect(pauli).toBeCloseTo(expected.qber_pauli, 12);
  expect(() => depolarisingQber(1.01)).toThrow(RangeError);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decibelsToTransmittance, exp, exp2, pow } from './exponential.ts';
import { powerOfTwo } from './float.ts';
import { ln, log2 } from './logarithm.ts';
import { exactly, referenceExp, referenceLn, relativeError, times } from './reference.ts';

const ULP = 2.22e-16;
const inRange = fc.double({ min: -708, max: 709, noNaN: true });

describe('exponential', () => {
  test('is within one unit in the last place over the whole range of numbers', () => {
    fc.assert(
      fc.property(fc.oneof(inRange, fc.double({ min: -1, max: 1, noNaN: true })), (x) => {
        expect(relativeError(exp(x), referenceExp(exactly(x)))).toBeLessThan(ULP);
      }),
      { numRuns: 2000, seed: 1984 },
    );
  });

  test('undoes the logarithm', () => {
    fc.assert(
      fc.property(inRange, (x) => {
        // The logarithm near 700 is rounded to 2^−44, so e^(ln y) may differ by that part of y.
        const tolerance = 1e-15 + Math.abs(x) * ULP;
        expect(Math.abs(exp(ln(exp(x))) / exp(x) - 1)).toBeLessThan(tolerance);
      }),
      { numRuns: 1000, seed: 1984 },
    );
  });

  test('rises with its argument', () => {
    fc.assert(
      fc.property(inRange, fc.double({ min: 1e-15, max: 1e-12, noNaN: true }), (x, step) => {
        expect(exp(x + step * Math.abs(x))).toBeGreaterThanOrEqual(exp(x));
      }),
      { numRuns: 1000, seed: 1984 },
    );
  });

  test('leaves the range of numbers where it should', () => {
    expect(exp(0)).toBe(1);
    expect(exp(709.782712893384)).toBeLessThan(Infinity);
    expect(exp(709.7827128933841)).toBe(Infinity);
    expect(exp(-745.1332191019411)).toBe(Number.MIN_VALUE);
    expect(exp(-745.1332191019412)).toBe(0);
    expect([exp(Infinity), exp(-Infinity)]).toEqual([Infinity, 0]);
    expect(() => exp(Number.NaN)).toThrow(RangeError);
  });

  test('to base 2 is exact for integers and undoes log2', () => {
    for (let n = -1074; n <= 1023; n++) expect(log2(exp2(n))).toBe(n);
    expect([exp2(-1076), exp2(1024)]).toEqual([0, Infinity]);
    expect(Math.abs(exp2(0.5) / Math.SQRT2 - 1)).toBeLessThan(ULP);
    expect(() => exp2(Number.NaN)).toThrow(RangeError);
  });
});

describe('power', () => {
  test('is within 1.2 units in the last place, however large the exponent', () => {
    const question = fc.record({
      base: fc.oneof(
        fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
        fc.double({ min: 0.99, max: 1.01, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
      ),
      size: fc.double({ min: -700, max: 700, noNaN: true }),
    });
    fc.assert(
      fc.property(question, ({ base, size }) => {
        fc.pre(base !== 1);
        const exponent = size / ln(base);
        const wanted = referenceExp(times(referenceLn(base), exactly(exponent)));
        expect(relativeError(pow(base, exponent), wanted)).toBeLessThan(1.2 * ULP);
      }),
      { numRuns: 2000, seed: 1984 },
    );
  });

  test('with small whole exponents is the repeated product, exactly', () => {
    for (const base of [2, 3, 5, 7, 10]) {
      let product = 1;
      for (let exponent = 0; product < powerOfTwo(53); exponent++) {
        expect(pow(base, exponent)).toBe(product);
        product *= base;
      }
    }
  });

  test('leaves the range of numbers where it should, and refuses what it does not know', () => {
    expect([pow(10, 400), pow(10, -400), pow(0.5, 1e300)]).toEqual([Infinity, 0, 0]);
    expect([pow(1, 1e300), pow(1e300, 0)]).toEqual([1, 1]);
    expect(() => pow(0, 1)).toThrow(RangeError);
    expect(() => pow(-2, 2)).toThrow(RangeError);
    expect(() => pow(2, Infinity)).toThrow(RangeError);
  });
});

describe('decibels', () => {
  test('of no loss leave everything, and every ten of them a tenth', () => {
    const decades = [1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10];
    decades.forEach((transmittance, n) => {
      expect(decibelsToTransmittance(10 * n)).toBe(transmittance);
    });
  });

  test('of 25 km of fibre at 0.2 dB/km leave 0.316228', () => {
    // 10^(−1/2) = 0.31622776601683793319988935444327…, OEIS A010467.
    expect(decibelsToTransmittance(5)).toBe(0.31622776601683794);
  });

  test('never add light, and falls as the loss rises', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (loss) => {
        expect(decibelsToTransmittance(loss)).toBeLessThanOrEqual(1);
        expect(decibelsToTransmittance(loss + 1e-9)).toBeLessThan(decibelsToTransmittance(loss));
      }),
      { seed: 1984 },
    );
    expect(decibelsToTransmittance(1e6)).toBe(0);
    expect(() => decibelsToTransmittance(-1)).toThrow(RangeError);
    expect(() => decibelsToTransmittance(Infinity)).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { powerOfTwo } from './float.ts';
import { ln, lnOnePlus, lnPair, log2 } from './logarithm.ts';
import { type Exact, exactly, referenceLn, referenceLog2, relativeError } from './reference.ts';

/** Positive numbers of every size, as many small as large. */
const positive = fc
  .record({
    mantissa: fc.double({ min: 1, max: 2, noNaN: true }),
    exponent: fc.integer({ min: -1022, max: 1022 }),
  })
  .map(({ mantissa, exponent }) => mantissa * powerOfTwo(exponent));
const nearOne = fc.double({ min: 0.5, max: 2, noNaN: true }).filter((x) => x !== 1);
/** One unit in the last place of a number just above a power of two. */
const ULP = 2.22e-16;

describe('natural logarithm', () => {
  test('is within 0.52 units in the last place over the whole range of numbers', () => {
    fc.assert(
      fc.property(fc.oneof(positive, nearOne), (x) => {
        fc.pre(x !== 1);
        expect(relativeError(ln(x), referenceLn(x))).toBeLessThan(0.52 * ULP);
      }),
      { numRuns: 2000, seed: 1984 },
    );
  });

  test('of subnormal, smallest and largest numbers has full accuracy', () => {
    for (const x of [Number.MIN_VALUE, 1e-310, powerOfTwo(-1022), Number.MAX_VALUE]) {
      expect(relativeError(ln(x), referenceLn(x))).toBeLessThan(ULP);
    }
  });

  test('has ten more bits as a pair', () => {
    fc.assert(
      fc.property(fc.oneof(positive, nearOne), (x) => {
        fc.pre(x !== 1);
        const { high, low } = lnPair(x);
        const wanted = referenceLn(x);
        const rest: Exact = subtract(wanted, high);
        // 2^−63 of the logarithm, said as a part of what `low` must supply.
        const missing = Math.abs(low - toNumber(rest)) / Math.abs(high);
        expect(missing).toBeLessThan(powerOfTwo(-63));
      }),
      { numRuns: 1000, seed: 1984 },
    );
  });

  test('never falls as its argument rises by one unit in the last place', () => {
    fc.assert(
      fc.property(positive, (x) => {
        expect(ln(x * (1 + ULP))).toBeGreaterThanOrEqual(ln(x));
      }),
      { numRuns: 2000, seed: 1984 },
    );
  });

  test('is 0 at 1 and refuses what has no logarithm', () => {
    expect(ln(1)).toBe(0);
    for (const x of [0, -1, Number.NaN, Infinity]) expect(() => ln(x)).toThrow(RangeError);
  });

  test('of 1 + x keeps the digits of a tiny x', () => {
    expect(lnOnePlus(1e-300)).toBe(1e-300);
    // x − x²/2 + x³/3 with x = 1e-9: 9.999999995000000003333…e-10.
    expect(lnOnePlus(1e-9)).toBe(9.999999995e-10);
    expect(lnOnePlus(-0.5)).toBe(ln(0.5));
    expect(lnOnePlus(3)).toBe(ln(4));
    expect(() => lnOnePlus(-1)).toThrow(RangeError);
  });

  test('of 1 + x agrees with ln where 1 + x is exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1023, max: 4096 }), (n) => {
        fc.pre(n !== 0);
        expect(relativeError(lnOnePlus(n / 1024), referenceLn(1 + n / 1024))).toBeLessThan(ULP);
      }),
      { numRuns: 500, seed: 1984 },
    );
  });
});

describe('binary logarithm', () => {
  test('is exact for every power of two', () => {
    for (let exponent = -1022; exponent <= 1023; exponent++) {
      expect(log2(powerOfTwo(exponent))).toBe(exponent);
    }
    expect(log2(Number.MIN_VALUE)).toBe(-1074);
  });

  test('is within 0.52 units in the last place over the whole range of numbers', () => {
    fc.assert(
      fc.property(fc.oneof(positive, nearOne), (x) => {
        fc.pre(x !== 1);
        const error = relativeError(log2(x), referenceLog2(x));
        expect(Number.isInteger(log2(x)) ? 0 : error).toBeLessThan(0.52 * ULP);
      }),
      { numRuns: 2000, seed: 1984 },
    );
  });
});

function subtract(value: Exact, x: number): Exact {
  const { digits, exponent } = exactly(x);
  return {
    digits: value.digits - shifted(digits, exponent - value.exponent),
    exponent: value.exponent,
  };
}

function shifted(digits: bigint, by: number): bigint {
  return by >= 0 ? digits << BigInt(by) : digits >> BigInt(-by);
}

function toNumber({ digits, exponent }: Exact): number {
  return Number(digits) * powerOfTwo(exponent);
}

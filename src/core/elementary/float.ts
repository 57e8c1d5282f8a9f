/**
 * A floating-point number as a fraction times a power of two, and back, without rounding.
 *
 * Format: 1 sign bit, 11 exponent bits with bias 1023, 52 fraction bits.
 * Source: IEEE 754-2019, §3.4, binary64.
 */
export interface Split {
  /** From √½ up to, but not including, √2. */
  readonly fraction: number;
  /** An integer; the number is fraction·2^exponent. */
  readonly exponent: number;
}

/** Eight bytes, seen as words and as a number. Shared safely: no call leaves anything in it. */
const eightBytes = new DataView(new ArrayBuffer(8));

/** Numbers below 2^−1022 have fewer fraction bits; 2^54 lifts them all into the normal range. */
const LIFT = 18014398509481984;

/** 2^exponent, exactly, for the integers −1022…1023; other exponents are the caller's mistake. */
export function powerOfTwo(exponent: number): number {
  if (!Number.isInteger(exponent) || exponent < -1022 || exponent > 1023) {
    throw new RangeError(`"exponent" expected an integer −1022…1023, got ${exponent}`);
  }
  eightBytes.setUint32(0, (exponent + 1023) << 20);
  eightBytes.setUint32(4, 0);
  return eightBytes.getFloat64(0);
}

/**
 * value·2^exponent for a value of ordinary size (1/4…4) and any integer exponent: rounded once,
 * and only where the result is subnormal; Infinity above the largest number, 0 below the smallest.
 */
export function scaleByPowerOfTwo(value: number, exponent: number): number {
  if (exponent > 1023) {
    return exponent > 1026 ? Infinity : value * powerOfTwo(1023) * powerOfTwo(exponent - 1023);
  }
  if (exponent < -1022) {
    return exponent < -1078 ? 0 : (value * powerOfTwo(exponent + 60)) / powerOfTwo(60);
  }
  return value * powerOfTwo(exponent);
}

/** Splits a positive, finite number; its fraction keeps every bit. */
export function splitPowerOfTwo(x: number): Split {
  if (!(x > 0 && x < Infinity)) {
    throw new RangeError(`"x" expected a positive, finite number, got ${x}`);
  }
  const normal = x >= powerOfTwo(-1022);
  eightBytes.setFloat64(0, normal ? x : x * LIFT);
  const top = eightBytes.getUint32(0);
  const exponent = (top >>> 20) - 1023 - (normal ? 0 : 54);
  eightBytes.setUint32(0, (top & 0x000fffff) | 0x3ff00000);
  const fraction = eightBytes.getFloat64(0); // 1 ≤ fraction < 2
  return fraction < Math.SQRT2
    ? { fraction, exponent }
    : { fraction: fraction / 2, exponent: exponent + 1 };
}

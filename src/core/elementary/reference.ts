/**
 * Reference values to about 60 digits, in whole numbers of 2^−200; only tests import it.
 *
 * Every floating-point number is a whole number times a power of two, so nothing is lost on the way
 * in, and each series here is summed term by term with no argument reduction shared with the code
 * under test.
 */
export interface Exact {
  /** The value is digits·2^exponent. */
  readonly digits: bigint;
  readonly exponent: number;
}

const FRACTION_BITS = 200n;
const ONE = 1n << FRACTION_BITS;

/** ln x for a positive number: halve or double into 1…2, then 2 artanh((m−1)/(m+1)). */
export function referenceLn(x: number): Exact {
  const { digits, exponent } = exactly(x);
  const bits = digits.toString(2).length - 1;
  const mantissa = (digits << FRACTION_BITS) >> BigInt(bits);
  const ofMantissa = twiceArtanh(((mantissa - ONE) * ONE) / (mantissa + ONE));
  return fixed(BigInt(exponent + bits) * twiceArtanh(ONE / 3n) + ofMantissa);
}

/** log2 x. */
export function referenceLog2(x: number): Exact {
  return fixed((referenceLn(x).digits * ONE) / twiceArtanh(ONE / 3n));
}

/** e^value for a value given exactly, of size up to a few thousand. */
export function referenceExp(value: Exact): Exact {
  const x = toFixed(value);
  const ofTwo = twiceArtanh(ONE / 3n);
  const k = x / ofTwo;
  const rest = x - k * ofTwo;
  let term = ONE;
  let sum = 0n;
  for (let n = 1n; term !== 0n; n++) {
    sum += term;
    term = (term * rest) / (n * ONE);
  }
  return { digits: sum, exponent: Number(k) - Number(FRACTION_BITS) };
}

/** cos of an angle of 0…360 degrees, by its Taylor series at the full angle. */
export function referenceCosDegrees(angleDegrees: number): Exact {
  const x = (toFixed(exactly(angleDegrees)) * pi()) / (180n * ONE);
  const square = (x * x) / ONE;
  let term = ONE;
  let sum = 0n;
  for (let n = 1n; term !== 0n; n += 2n) {
    sum += term;
    term = -(term * square) / (n * (n + 1n) * ONE);
  }
  return fixed(sum);
}

/** The number itself. */
export function exactly(x: number): Exact {
  let exponent = 0;
  let scaled = x;
  for (; !Number.isInteger(scaled); exponent--) scaled *= 2;
  return { digits: BigInt(scaled), exponent };
}

export function times(a: Exact, b: Exact): Exact {
  return { digits: a.digits * b.digits, exponent: a.exponent + b.exponent };
}

/** |got − wanted|/|wanted|. */
export function relativeError(got: number, wanted: Exact): number {
  const found = exactly(got);
  const exponent = Math.min(found.exponent, wanted.exponent);
  const a = found.digits << BigInt(found.exponent - exponent);
  const b = wanted.digits << BigInt(wanted.exponent - exponent);
  const difference = a > b ? a - b : b - a;
  return Number((difference << 100n) / (b < 0n ? -b : b)) / Number(1n << 100n);
}

function fixed(digits: bigint): Exact {
  return { digits, exponent: -Number(FRACTION_BITS) };
}

function toFixed({ digits, exponent }: Exact): bigint {
  const shift = FRACTION_BITS + BigInt(exponent);
  return shift >= 0n ? digits << shift : digits >> -shift;
}

function twiceArtanh(s: bigint): bigint {
  const square = (s * s) / ONE;
  let power = s;
  let sum = 0n;
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += power / odd;
    power = (power * square) / ONE;
  }
  return 2n * sum;
}

/** Machin 1706: π = 16 arctan(1/5) − 4 arctan(1/239). */
function pi(): bigint {
  return 16n * arctanOfInverse(5n) - 4n * arctanOfInverse(239n);
}

function arctanOfInverse(n: bigint): bigint {
  let power = ONE / n;
  let sum = 0n;
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += (odd % 4n === 1n ? 1n : -1n) * (power / odd);
    power /= n * n;
  }
  return sum;
}

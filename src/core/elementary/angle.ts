/**
 * Cosines of angles in degrees, in plain arithmetic, so that every engine gives the same last bit.
 *
 * The angles of polarisers are degrees, and folding in degrees is exact: 450° is 90° and its cosine
 * is 0, not 6·10⁻¹⁷. Only the sine and cosine of 0…45° are summed, by their Taylor series.
 */
import { exactProduct } from './pair.ts';

/** π/180 = 0.0174532925199432957692369076848861… */
const RADIANS_PER_DEGREE = 0.017453292519943295;
/** (π/4)^20/20! is below 2^−67. */
const LAST_SERIES_TERM = 20;

/**
 * Cosine of an angle in degrees; exact at multiples of 60° and 90°, √½ at 45°.
 * RangeError unless the angle is finite.
 */
export function cosDegrees(angleDegrees: number): number {
  const folded = foldToHalfTurn(angleDegrees);
  if (folded > 90) return 0 - cosOfQuarterTurn(180 - folded);
  return cosOfQuarterTurn(folded);
}

/**
 * Squared cosine of an angle in degrees: the part of polarised light that passes a polariser at
 * this angle (Malus), and the Born rule for one photon. Exact at multiples of 30° and 45°, and
 * cos²θ + cos²(θ + 90°) is exactly 1. RangeError unless the angle is finite.
 */
export function cosSquaredDegrees(angleDegrees: number): number {
  const folded = foldToHalfTurn(angleDegrees);
  const acute = folded > 90 ? 180 - folded : folded;
  if (acute === 45) return 0.5;
  if (acute < 45) return 1 - squaredSine(acute);
  return squaredSine(90 - acute);
}

/** The angle in 0…180 with the same cosine. Remainder and differences are exact. */
function foldToHalfTurn(angleDegrees: number): number {
  if (!Number.isFinite(angleDegrees)) {
    throw new RangeError(`"angleDegrees" expected a finite angle, got ${angleDegrees}`);
  }
  const turn = Math.abs(angleDegrees) % 360;
  return turn > 180 ? 360 - turn : turn;
}

function cosOfQuarterTurn(degrees: number): number {
  if (degrees > 45) return sinOfEighth(90 - degrees);
  if (degrees === 45) return Math.SQRT1_2;
  return cosOfEighth(degrees);
}

function squaredSine(degrees: number): number {
  const sine = sinOfEighth(degrees);
  return sine * sine;
}

/** Sine of 0…45°: x − x³/3! + x⁵/5! − … */
function sinOfEighth(degrees: number): number {
  const { x, rest } = radians(degrees);
  const square = x * x;
  let series = 0;
  for (let k = LAST_SERIES_TERM; k >= 2; k -= 2) series = ((-1 - series) * square) / (k * (k + 1));
  return x + (x * series + rest);
}

/** Cosine of 0…45°: 1 − x²/2! + x⁴/4! − … */
function cosOfEighth(degrees: number): number {
  const { x, rest } = radians(degrees);
  const square = x * x;
  let series = 0;
  for (let k = LAST_SERIES_TERM; k >= 4; k -= 2) series = ((1 - series) * square) / (k * (k - 1));
  return 1 - (square / 2 - ((square * series) / 2 - x * rest));
}

/** x + rest radians. The rest is what rounding the product lost; without it sin 30° is not ½. */
function radians(degrees: number): { readonly x: number; readonly rest: number } {
  const product = exactProduct(degrees, RADIANS_PER_DEGREE);
  return { x: product.high, rest: product.low };
}

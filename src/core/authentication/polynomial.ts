/**
 * Polynomials over the field with 2^128 elements, and their roots in it.
 *
 *   polynomial   4 words a coefficient, the constant one first, the last one not 0; the polynomial 0
 *                has none at all
 *
 * Every element of the field is a root of y^(2^128) − y, so its greatest common divisor with p is the
 * product of p's distinct linear factors. The trace Tr(βy) is 0 or 1 at each root, which parts them; for
 * two different roots one of the 128 powers of x will do as β. No chance is needed.
 * Time grows with the square of the degree: 64 takes about a tenth of a second.
 * Source: Berlekamp, Math. Comp. 24 (1970) 713, doi:10.1090/S0025-5718-1970-0276200-X.
 */
import {
  type Element128,
  elementOf,
  inverse,
  multiplesOf,
  REMAINDERS,
  square,
  timesX,
} from './gf128.ts';

export type Polynomial = Int32Array;

/** Each root once, in no particular order; none for a constant. RangeError for the polynomial 0. */
export function rootsOf(polynomial: Polynomial): Element128[] {
  const p = trimmed(polynomial);
  if (p.length === 0) throw new RangeError('"polynomial" expected one that is not 0 everywhere');
  if (degreeOf(p) < 1) return [];
  const monic = madeMonic(p);
  let power = remainderOf(LINEAR, monic); // y^(2^i) mod p
  for (let i = 0; i < 128; i++) power = squareModulo(power, monic);
  const linearFactors = commonDivisor(monic, sum(power, LINEAR));
  return rootsApart(linearFactors, ONE);
}

const ONE = elementOf(Uint8Array.of(128, ...new Uint8Array(15)));
/** y. */
const LINEAR: Polynomial = Int32Array.of(0, 0, 0, 0, ...ONE);

/** Roots of a monic product of distinct linear factors; β and later powers of x shall part them. */
function rootsApart(product: Polynomial, from: Element128): Element128[] {
  if (degreeOf(product) < 1) return [];
  if (degreeOf(product) === 1) return [coefficient(product, 0)];
  let beta = from;
  for (;;) {
    const some = commonDivisor(product, traceModulo(beta, product));
    beta = timesX(beta);
    if (degreeOf(some) > 0 && degreeOf(some) < degreeOf(product)) {
      const { quotient } = divided(product, some);
      return [...rootsApart(some, beta), ...rootsApart(quotient, beta)];
    }
  }
}

/** Tr(βy) = βy + (βy)² + (βy)⁴ + … + (βy)^(2^127), modulo a monic m. */
function traceModulo(beta: Element128, m: Polynomial): Polynomial {
  let power = remainderOf(Int32Array.of(0, 0, 0, 0, ...beta), m);
  let trace = power;
  for (let i = 1; i < 128; i++) {
    power = squareModulo(power, m);
    trace = sum(trace, power);
  }
  return trace;
}

/** Monic, or 0 if both are. */
function commonDivisor(a: Polynomial, b: Polynomial): Polynomial {
  let [greater, smaller] = [a, b];
  while (smaller.length > 0) {
    const monic = madeMonic(smaller);
    [greater, smaller] = [monic, remainderOf(greater, monic)];
  }
  return greater;
}

/** (Σ cᵢyⁱ)² = Σ cᵢ²y²ⁱ, modulo a monic m. */
function squareModulo(a: Polynomial, m: Polynomial): Polynomial {
  const squared = new Int32Array(2 * a.length);
  for (let i = 0; 4 * i < a.length; i++) squared.set(square(coefficient(a, i)), 8 * i);
  return remainderOf(trimmed(squared), m);
}

function remainderOf(a: Polynomial, m: Polynomial): Polynomial {
  return divided(a, m).remainder;
}

/** By a monic m. */
function divided(a: Polynomial, m: Polynomial) {
  const remainder = a.slice();
  const quotient = new Int32Array(Math.max(0, a.length - m.length + 4));
  for (let top = a.length - 4; top >= m.length - 4; top -= 4) {
    const leading = coefficient(remainder, top / 4);
    if (leading.every((word) => word === 0)) continue;
    const from = top - (m.length - 4);
    quotient.set(leading, from);
    addMultiple(remainder, from, m, leading);
  }
  return { quotient, remainder: trimmed(remainder) };
}

function madeMonic(p: Polynomial): Polynomial {
  const monic = new Int32Array(p.length);
  addMultiple(monic, 0, p, inverse(coefficient(p, degreeOf(p))));
  return monic;
}

/** sum[to …] ← sum[to …] + a·p, coefficient by coefficient. */
function addMultiple(sum: Polynomial, to: number, p: Polynomial, a: Element128): void {
  const table = multiplesOf(a);
  for (let at = 0; at < p.length; at += 4) {
    // Horner's rule over the 16 bytes of the coefficient, the last byte first, as in GHASH.
    let z0 = 0;
    let z1 = 0;
    let z2 = 0;
    let z3 = 0;
    for (let w = 3; w >= 0; w--) {
      const word = p[at + w]!;
      for (let shift = 0; shift < 32; shift += 8) {
        const entry = ((word >>> shift) & 255) << 2;
        const out = REMAINDERS[z3 & 255]!;
        z3 = ((z3 >>> 8) | (z2 << 24)) ^ table[entry + 3]!;
        z2 = ((z2 >>> 8) | (z1 << 24)) ^ table[entry + 2]!;
        z1 = ((z1 >>> 8) | (z0 << 24)) ^ table[entry + 1]!;
        z0 = (z0 >>> 8) ^ out ^ table[entry]!;
      }
    }
    sum[to + at]! ^= z0;
    sum[to + at + 1]! ^= z1;
    sum[to + at + 2]! ^= z2;
    sum[to + at + 3]! ^= z3;
  }
}

function sum(a: Polynomial, b: Polynomial): Polynomial {
  const [long, short] = a.length < b.length ? [b, a] : [a, b];
  const added = long.slice();
  for (let w = 0; w < short.length; w++) added[w]! ^= short[w]!;
  return trimmed(added);
}

function degreeOf(p: Polynomial): number {
  return p.length / 4 - 1;
}

function coefficient(p: Polynomial, i: number): Element128 {
  return Uint32Array.from(p.subarray(4 * i, 4 * i + 4));
}

function trimmed(p: Polynomial): Polynomial {
  let end = p.length;
  while (end > 0 && !(p[end - 1]! | p[end - 2]! | p[end - 3]! | p[end - 4]!)) end -= 4;
  return p.subarray(0, end);
}

/**
 * Why a short tag needs a second secret: another text whose tag is the same far too often.
 *
 * Without the second secret the tag is the beginning of the hash itself. Alter a text only in the blocks
 * that meet h², h⁴, h⁸, …: the hash changes by Δ = Σ cᵢ·h^(2^i), and since squaring is linear, so is Δ in
 * the bits of h. Bit b of the hash is Tr(β_b·hash) for one fixed β_b, hence
 *
 *   bit b of Δ = Tr(h·Σ β_b^(2^−i)·eᵢ)      with eᵢ = cᵢ^(2^−i),
 *
 * which is 0 for every h if that sum is 0: one linear equation over the field. With k blocks to alter,
 * k − 1 such bits can be kept quiet at once, and only the other tag bits are left to luck. The mask does
 * not help, since it is the same for both texts. (Changing the length too would quiet one bit more.)
 * Sources: Ferguson, Authentication Weaknesses in GCM (2005, comment to NIST); for the equations,
 * Lidl & Niederreiter, Finite Fields (1997), §2.3 (trace, dual bases) and §3.4 (linearised polynomials).
 */
import {
  add,
  bytesOf,
  type Element128,
  elementOf,
  inverse,
  multiply,
  square,
  timesX,
} from './gf128.ts';
import { blocksOf } from './ghash.ts';
import { expectTagBits } from './tag.ts';

/** Where and by what to alter texts of one length. */
export interface SubstitutionPlan {
  readonly textBytes: number;
  /** Leading tag bits that stay the same for every key; the tag fits with chance 2^(quietBits − t). */
  readonly quietBits: number;
  /** A block from byte `at` on meets h^(2^i) and takes part with `share`, its eᵢ up to a common factor. */
  readonly alterations: readonly { i: number; at: number; share: Element128 }[];
}

export interface SubstitutionTerms {
  /** Length of the text. */
  readonly textBytes: number;
  /** So many bytes at its beginning stay as they are. */
  readonly keptBytes: number;
  /** 8…128. */
  readonly tagBits: number;
}

/** RangeError for a text in which no whole block meets a power 2^i of h. */
export function planSubstitution({
  textBytes,
  keptBytes,
  tagBits,
}: SubstitutionTerms): SubstitutionPlan {
  expectTagBits(tagBits, 128);
  const blocks = blocksOf(textBytes);
  const places: { i: number; at: number }[] = [];
  for (let i = 1; 2 ** i <= blocks; i++) {
    const at = 16 * (blocks - 2 ** i); // block j, counted from 0, meets h^(blocks − j)
    if (at >= keptBytes && at + 16 <= textBytes) places.push({ i, at });
  }
  const used = places.slice(0, tagBits + 1);
  if (used.length === 0) {
    throw new RangeError(`"textBytes" expected a block to alter, got ${textBytes} bytes`);
  }
  const quietBits = used.length - 1;
  const shares = kernelOf(
    dualBasis(quietBits).map((beta) => used.map(({ i }) => squaredTimes(beta, 128 - i))),
    used.length,
  );
  return {
    textBytes,
    quietBits,
    alterations: used.map((place, n) => ({ ...place, share: shares[n]! })),
  };
}

/**
 * Another text for the tag of this one. Each of the 2^128 − 1 choices, 16 bytes not all zero, gives
 * another. RangeError for a text of another length than planned, or a choice that changes nothing.
 */
export function substituteFor(
  text: Uint8Array,
  { textBytes, alterations }: SubstitutionPlan,
  choice: Uint8Array,
): Uint8Array {
  if (text.length !== textBytes) {
    throw new RangeError(`"text" expected ${textBytes} bytes, got ${text.length}`);
  }
  const factor = elementOf(choice);
  if (factor.every((word) => word === 0)) throw new RangeError('"choice" expected not all zero');
  const other = text.slice();
  for (const { i, at, share } of alterations) {
    const change = bytesOf(squaredTimes(multiply(factor, share), i));
    for (let j = 0; j < 16; j++) other[at + j]! ^= change[j]!;
  }
  return other;
}

/** a^(2^times). */
function squaredTimes(a: Element128, times: number): Element128 {
  let power = a;
  for (let n = 0; n < times; n++) power = square(power);
  return power;
}

/**
 * β₀ … of which Tr(β_b·y) is the coefficient of x^b in y: those of f(y)/(y − x), divided by f′(x), for
 * f = y¹²⁸ + y⁷ + y² + y + 1, whose derivative is y⁶ + 1.
 */
function dualBasis(count: number): Element128[] {
  const scale = inverse(elementOf(Uint8Array.of(0b10000010, ...new Uint8Array(15))));
  const one = elementOf(Uint8Array.of(128, ...new Uint8Array(15)));
  const quotients = new Array<Element128>(128);
  quotients[127] = one;
  for (let b = 127; b > 0; b--) {
    const next = timesX(quotients[b]!);
    quotients[b - 1] = b === 7 || b === 2 || b === 1 ? add(next, one) : next;
  }
  return quotients.slice(0, count).map((quotient) => multiply(scale, quotient));
}

/** Unknowns, not all 0, that meet one equation fewer than there are of them; the last one is 1. */
function kernelOf(equations: readonly Element128[][], unknowns: number): Element128[] {
  const rows = equations.map((row) => row.slice());
  for (let pivot = 0; pivot < rows.length; pivot++) {
    // A Moore matrix of independent elements: every leading minor is different from 0, so no swaps.
    const row = rows[pivot]!;
    const scale = inverse(row[pivot]!);
    for (let n = pivot; n < unknowns; n++) row[n] = multiply(scale, row[n]!);
    rows.forEach((other, r) => {
      if (r === pivot) return;
      const factor = other[pivot]!;
      for (let n = pivot; n < unknowns; n++) other[n] = add(other[n]!, multiply(factor, row[n]!));
    });
  }
  const one = elementOf(Uint8Array.of(128, ...new Uint8Array(15)));
  return [...rows.map((row) => row[unknowns - 1]!), one];
}

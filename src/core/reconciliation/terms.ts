/**
 * How Cascade is to go, and what it is planned with: all of it public, agreed before the first parity.
 *
 * Sources: Brassard & Salvail, EUROCRYPT '93 (textbook); Martínez-Mateo et al., Quantum Information
 * and Computation 15 (2015) 453, arXiv:1407.3257 (efficient: powers of two, then half-key blocks).
 */
export type Schedule = 'sequential' | 'parallel';

export interface CascadeTerms {
  readonly variant: 'textbook' | 'efficient';
  /** 1…20. */
  readonly passes: number;
  /** Textbook: first block = ⌈blockFactor ÷ errorRate⌉, doubled every pass. */
  readonly blockFactor: number;
  /** Remember every parity learned, not only those of whole blocks. */
  readonly subBlockReuse: boolean;
  readonly schedule: Schedule;
  /** Estimated error rate that sets the block lengths; above 0. From the test, never the true one. */
  readonly errorRate: number;
}

/** The rate to plan with: what the test showed, and never less than half an error in it; `fallback` without a test. */
export function plannedErrorRate(errors: number, tested: number, fallback: number): number {
  return tested === 0 ? fallback : Math.max(errors / tested, 1 / (2 * tested));
}

/** Dozens of the longest blocks, and yet a shuffle that stays in a processor’s cache. */
const FRAME_BITS = 100_000;

/** Frames of about 10⁵ bits, equal to within one bit; a frame is corrected by itself. */
export function framesOf(bits: number): readonly { readonly from: number; readonly to: number }[] {
  const count = Math.max(1, Math.round(bits / FRAME_BITS));
  return Array.from({ length: count }, (_, i) => ({
    from: Math.floor((bits * i) / count),
    to: Math.floor((bits * (i + 1)) / count),
  }));
}

/** The efficient schedule's first passes have blocks; from here on a pass is two random halves. */
const HALVES_FROM = 2;
const THIRD_BLOCK = 4096;

/** Block length of a pass; null: two blocks that are random halves of the frame. */
export function blockLength(terms: CascadeTerms, pass: number): number | null {
  const { variant, blockFactor, errorRate } = terms;
  if (variant === 'textbook') {
    let length = Math.max(1, Math.ceil(blockFactor / errorRate));
    for (let p = 0; p < pass; p++) length *= 2;
    return length;
  }
  if (pass === 0) return powerAtLeast(1 / errorRate);
  if (pass === 1) return powerAtLeast(4 / errorRate);
  return pass === HALVES_FROM ? THIRD_BLOCK : null;
}

/** 2^⌈log2 x⌉ for x ≥ 1. */
function powerAtLeast(x: number): number {
  let power = 1;
  while (power < x) power *= 2;
  return power;
}

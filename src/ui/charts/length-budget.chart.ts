/**
 * The length of a key as one bar: what goes in, what each reason takes, what is left.
 *
 *   bits → picture units (CSS px from the left); the longer of income and claims fills the width
 *
 * Where the claims are more than there is, the bar of claims runs past the end of the income, and
 * the part beyond is what the key lacks.
 */
export type BudgetPart = 'phase' | 'leaked' | 'margin' | 'secret';

export interface BudgetChart {
  readonly parts: readonly {
    readonly part: BudgetPart;
    readonly bits: number;
    readonly x: number;
    readonly width: number;
  }[];
  /** Where the income ends. */
  readonly end: number;
  /** Bits the claims are more than the income; 0 with a key. */
  readonly lacking: number;
}

export function lengthBudget(
  {
    inputBits,
    phaseErrorBits,
    leakedBits,
    marginBits,
    outputBits,
  }: {
    readonly inputBits: number;
    readonly phaseErrorBits: number;
    readonly leakedBits: number;
    readonly marginBits: number;
    readonly outputBits: number;
  },
  width: number,
): BudgetChart {
  const claims = phaseErrorBits + leakedBits + marginBits;
  const whole = Math.max(1, inputBits, claims + outputBits);
  let at = 0;
  const parts = (
    [
      ['phase', phaseErrorBits],
      ['leaked', leakedBits],
      ['margin', marginBits],
      ['secret', outputBits],
    ] as const
  ).map(([part, bits]) => {
    const x = (at / whole) * width;
    at += bits;
    return { part, bits, x, width: (bits / whole) * width };
  });
  return { parts, end: (inputBits / whole) * width, lacking: Math.max(0, claims - inputBits) };
}

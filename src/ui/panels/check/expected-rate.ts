/** Error rate to be expected on a line: a test of a single bit shows an error as often as a bit is one. */
export function expectedRate<Line>(
  missChance: (test: Line & { readonly testedBits: 1; readonly limit: 0 }) => number,
  line: Line,
): number {
  return 1 - missChance({ ...line, testedBits: 1, limit: 0 });
}

/** A chance that would round to certainty, which no test gives. */
export function isNearlySure(chance: number): boolean {
  return chance > 0.999;
}

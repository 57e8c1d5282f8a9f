/** Below this many expected passes, "expected" is better said as odds. */
const WORTH_COUNTING = 0.01;

/** What a number of independent attempts should give: mean n·p, standard error √(n·p·(1−p)). */
export function expectedPasses(
  attempts: number,
  oddsLog2: number,
): { readonly mean: number; readonly error: number } | null {
  const chance = 2 ** oddsLog2;
  const mean = attempts * chance;
  if (mean < WORTH_COUNTING) return null;
  return { mean, error: Math.sqrt(mean * (1 - chance)) };
}

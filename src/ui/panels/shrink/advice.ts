import type { ShrinkView } from '../../../scenarios/knowledge/steps-view.ts';

/**
 * Whether a longer run at the same error rates would leave a key: chance and the margin shrink with
 * its length, what the errors and the parities take does not.
 */
export function moreLightHelps(budget: ShrinkView['budget']): boolean {
  const { inputBits, leakedBits, rectilinear, diagonal } = budget;
  const taken = [rectilinear, diagonal].reduce(
    (sum, { keyBits, observed }) => sum + keyBits * entropy(observed ?? 0),
    leakedBits,
  );
  return taken < inputBits;
}

/** Of one bit that is 1 with probability p; 1 from ½ on, where nothing is left. */
function entropy(p: number): number {
  if (p <= 0) return 0;
  return p >= 0.5 ? 1 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
}

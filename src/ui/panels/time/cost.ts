/** Room for the smaller side, so that the line between the two never stands at an edge. */
const LEAST_SIDE = 0.12;
/** Free at both ends of the bar. */
const MARGIN = 0.02;

export interface CostParts {
  /** Where the bar changes sides, 0…1 of its width. */
  readonly zero: number;
  /** Lengths to the left and to the right of it, on one scale. */
  readonly left: number;
  readonly right: number;
}

/** One scale for both sides: as many bits, as long a bar. */
export function costParts(spent: number, earned: number): CostParts {
  const all = spent + earned;
  if (all === 0) return { zero: 0.5, left: 0, right: 0 };
  const wanted = MARGIN + (spent / all) * (1 - 2 * MARGIN);
  const zero = Math.min(1 - LEAST_SIDE, Math.max(LEAST_SIDE, wanted));
  const unit = Math.min(
    spent > 0 ? (zero - MARGIN) / spent : Number.POSITIVE_INFINITY,
    earned > 0 ? (1 - MARGIN - zero) / earned : Number.POSITIVE_INFINITY,
  );
  return { zero, left: spent * unit, right: earned * unit };
}

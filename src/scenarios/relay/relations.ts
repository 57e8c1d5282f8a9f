/**
 * What follows from sums of keys. Every letter of a node says one sum of two keys; a key that somebody
 * read is a sum of one. Elimination over GF(2), whole keys at a time.
 */

export interface Relation {
  /** Which keys are added, by number, each below 31. */
  readonly of: readonly number[];
  /** Their sum, exclusive-or; all relations of one system have the same length. */
  readonly sum: Uint8Array;
}

interface Row {
  readonly mask: number;
  readonly sum: Uint8Array;
}

/** The key with this number, if it follows from the relations; null if nothing of it does. */
export function solveFor(wanted: number, relations: readonly Relation[]): Uint8Array | null {
  // Reduced rows, each by its leading key; `wanted` leads last, so that its row ends up alone.
  const rows = new Map<number, Row>();
  const leading = (mask: number) => {
    const others = mask & ~(1 << wanted);
    return others === 0 ? wanted : 31 - Math.clz32(others);
  };
  for (const { of, sum } of relations) {
    let row: Row = { mask: of.reduce((mask, key) => mask ^ (1 << key), 0), sum };
    while (row.mask !== 0) {
      const lead = leading(row.mask);
      const known = rows.get(lead);
      if (known === undefined) {
        rows.set(lead, row);
        break;
      }
      row = { mask: row.mask ^ known.mask, sum: exclusiveOr(row.sum, known.sum) };
    }
  }
  return rows.get(wanted)?.sum ?? null;
}

export function exclusiveOr(one: Uint8Array, other: Uint8Array): Uint8Array {
  return one.map((byte, i) => byte ^ other[i]!);
}

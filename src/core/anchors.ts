/**
 * The acceptance table, by id; only tests import it.
 *
 * Each row names its own source. `expected` is what a closed form must give, or what a simulated
 * frequency must be near; `tolerance.kind` says which.
 */
import table from './anchors.json' with { type: 'json' };

export interface Anchor<Inputs, Expected> {
  readonly id: string;
  readonly inputs: Inputs;
  readonly expected: Expected;
  readonly tolerance: { readonly kind: string; readonly value?: number };
  readonly source: string;
}

/**
 * The row with this id. The caller states the shape of its inputs and its expected value, since
 * every row has its own.
 *
 * @throws RangeError if no row has this id.
 */
export function anchor<Inputs, Expected>(id: string): Anchor<Inputs, Expected> {
  const rows = table.values as readonly unknown[] as readonly Anchor<Inputs, Expected>[];
  const found = rows.find((row) => row.id === id);
  if (found === undefined) throw new RangeError(`"id" expected an acceptance value, got "${id}"`);
  return found;
}

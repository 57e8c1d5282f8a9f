/**
 * Gaps between rare events, without logarithms: G ≥ 0 with P(G = j) = qʲ(1−q), q = 1 − t/2³².
 *
 * Integers S_j = ⌊2³² qʲ⌋ give weights S_j − S_{j+1} for j < J and, for "J misses, no event yet",
 * S_J; they sum to 2³² exactly, and the geometric law forgets, so after J misses one draws again.
 * The weights go into an integer alias table (Walker 1977; Vose 1991), so a draw is one 32-bit word,
 * one comparison and one select. The law's distribution function is off by at most 2⁻³².
 */
export interface GapTable {
  /** log₂ of the number of cells. */
  readonly bits: number;
  readonly threshold: Uint32Array;
  readonly alias: Uint16Array;
  /** The value that means "this many misses and no event". */
  readonly misses: number;
}

const tables = new Map<number, GapTable>();

/** Table for events of probability t/2³², 0 < t < 2³². Tables are kept: a run uses the same few again and again. */
export function gapTable(t: number): GapTable {
  const known = tables.get(t);
  if (known !== undefined) return known;
  const made = buildTable(t, t < 4294967 ? 14 : 11);
  if (tables.size > 32) tables.clear();
  tables.set(t, made);
  return made;
}

const FRACTION_BITS = 128n;

function buildTable(t: number, bits: number): GapTable {
  const cells = 1 << bits;
  const misses = cells - 1;
  const q = ((1n << 32n) - BigInt(t)) << (FRACTION_BITS - 32n);
  const weights = new Float64Array(cells);
  let power = 1n << FRACTION_BITS;
  let s = 4294967296;
  for (let j = 0; j < misses; j++) {
    power = (power * q) >> FRACTION_BITS;
    const next = Number(power >> (FRACTION_BITS - 32n));
    weights[j] = s - next;
    s = next;
  }
  weights[misses] = s;
  return { bits, misses, ...aliasTable(weights, bits) };
}

/** Integers only: every cell holds 2^(32−bits) parts, so no rounding can shift the law. */
function aliasTable(weights: Float64Array, bits: number): Pick<GapTable, 'threshold' | 'alias'> {
  const cells = weights.length;
  const capacity = 2 ** (32 - bits);
  const left = weights.slice();
  const threshold = new Uint32Array(cells);
  const alias = new Uint16Array(cells);
  const small: number[] = [];
  const large: number[] = [];
  for (let i = 0; i < cells; i++) (left[i]! < capacity ? small : large).push(i);
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop()!;
    const rich = large[large.length - 1]!;
    threshold[poor] = left[poor]!;
    alias[poor] = rich;
    left[rich] = left[rich]! - (capacity - left[poor]!);
    if (left[rich]! < capacity) small.push(large.pop()!);
  }
  // Sums are exact, so what is left over holds exactly one full cell each.
  for (const i of [...small, ...large]) {
    threshold[i] = capacity;
    alias[i] = i;
  }
  return { threshold, alias };
}

/** The gap that a 32-bit word stands for; `table.misses` means that many misses and no event. */
export function gapOf({ bits, threshold, alias }: GapTable, word: number): number {
  const cell = word >>> (32 - bits);
  const rest = word & ((1 << (32 - bits)) - 1);
  return rest < threshold[cell]! ? cell : alias[cell]!;
}

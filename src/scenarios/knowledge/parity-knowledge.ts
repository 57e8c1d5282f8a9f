/**
 * Which bits of the key material Eve can compute from those she is certain of and the parities she
 * heard. A bit is hers when it alone is a sum of rows she holds: over GF(2) that is a unit vector in
 * their span. Grown round by round, and only as far as somebody looks.
 */
import { type Bits, bitOf } from '../../core/bits/bits.ts';

export interface Heard {
  readonly bits: number;
  /** Bits she was certain of before, least significant first; null: none. It may be shorter than the material. */
  readonly certain: Uint32Array | null;
  readonly rounds: number;
  /** The sets of positions whose parities a round said. */
  parities(round: number): readonly Uint32Array[];
  /** Rows of the comparison, which come after all rounds; called only where the span is exact. */
  rows(): readonly Bits[];
}

export interface ParityKnowledge {
  /** Whether she can compute the sender's bit after so many rounds; `compared`: and after the comparison. */
  knows(position: number, rounds: number, compared: boolean): boolean;
  /** How many bits those are. */
  count(rounds: number, compared: boolean): number;
}

/** Up to here the whole span is computed; above it only chains of single unknown bits, which can miss some. */
const EXACT_SPAN_BITS = 8192;

const NEVER = 0xffffffff;

export function openParityKnowledge(heard: Heard): ParityKnowledge {
  const { bits, certain, rounds } = heard;
  const from = new Uint32Array(bits).fill(NEVER);
  /** Rounds after which each further bit fell, ascending. */
  const fell: number[] = [];
  let done = 0;
  let compared = false;
  let first = 0;
  for (let i = 0; certain !== null && i < Math.min(bits, certain.length * 32); i++) {
    if (((certain[i >>> 5]! >>> (i & 31)) & 1) === 0) continue;
    from[i] = 0;
    first++;
  }
  const learn = (position: number) => {
    const level = compared ? rounds + 1 : done;
    if (from[position] !== NEVER) return;
    from[position] = level;
    fell.push(level);
  };
  const exact = bits <= EXACT_SPAN_BITS;
  const hear = exact ? openSpan(bits, from, learn) : openChains(bits, from, learn);

  function advance(to: number, withRows: boolean): void {
    while (done < to) {
      const said = heard.parities(done);
      done++;
      for (const positions of said) hear(positions);
    }
    if (!withRows || compared) return;
    compared = true;
    if (exact) for (const row of heard.rows()) hear(onesOf(row));
  }
  function levelOf(asked: number, withRows: boolean): number {
    const all = withRows ? rounds : Math.min(asked, rounds);
    advance(all, withRows);
    return withRows ? rounds + 1 : all;
  }
  return {
    knows(position, asked, withRows) {
      const level = levelOf(asked, withRows);
      return from[position]! <= level;
    },
    count(asked, withRows) {
      const level = levelOf(asked, withRows);
      let n = fell.length;
      while (n > 0 && fell[n - 1]! > level) n--;
      return first + n;
    },
  };
}

function onesOf(row: Bits): Uint32Array {
  const ones: number[] = [];
  for (let i = 0; i < row.length; i++) if (bitOf(row, i) === 1) ones.push(i);
  return Uint32Array.from(ones);
}

type Hear = (positions: Uint32Array) => void;

/** Rows kept fully reduced: each has a column of its own that no other row touches. */
function openSpan(bits: number, from: Uint32Array, learn: (position: number) => void): Hear {
  const words = (bits + 31) >>> 5;
  const rows: { readonly row: Uint32Array; readonly pivot: number }[] = [];
  const rowAt = new Int32Array(bits).fill(-1);
  const free = Uint8Array.from(from, (level) => (level === 0 ? 0 : 1));
  const add = (into: Uint32Array, row: Uint32Array) => {
    for (let w = 0; w < words; w++) into[w] = into[w]! ^ row[w]!;
  };
  return (positions) => {
    const sum = new Uint32Array(words);
    // A reduced row holds no other row's column, so what is reduced once stays so.
    for (const position of positions) {
      if (free[position] === 0) continue;
      sum[position >>> 5] = sum[position >>> 5]! ^ (1 << (position & 31));
    }
    for (const position of positions) {
      const own = rowAt[position]!;
      if (own >= 0 && free[position] === 1) add(sum, rows[own]!.row);
    }
    const pivot = lowest(sum);
    if (pivot < 0) return;
    const [w, mask] = [pivot >>> 5, 1 << (pivot & 31)];
    for (const one of rows) {
      if ((one.row[w]! & mask) === 0) continue;
      add(one.row, sum);
      if (isUnit(one.row, one.pivot)) learn(one.pivot);
    }
    rowAt[pivot] = rows.length;
    rows.push({ row: sum, pivot });
    if (isUnit(sum, pivot)) learn(pivot);
  };
}

function lowest(row: Uint32Array): number {
  for (let w = 0; w < row.length; w++) {
    const word = row[w]!;
    if (word !== 0) return w * 32 + 31 - Math.clz32(word & -word);
  }
  return -1;
}

function isUnit(row: Uint32Array, pivot: number): boolean {
  const place = pivot >>> 5;
  if (row[place]! !== (1 << (pivot & 31)) >>> 0) return false;
  for (let w = 0; w < row.length; w++) if (w !== place && row[w] !== 0) return false;
  return true;
}

/** Memberships kept at most; sets beyond that count only if a single bit of them is open. */
const MOST_MEMBERSHIPS = 1 << 22;

/** A set with one open bit gives that bit, which may leave another set with one. */
function openChains(bits: number, from: Uint32Array, learn: (position: number) => void): Hear {
  /** For each bit its list of sets, as links into growing arrays. */
  const head = new Int32Array(bits).fill(-1);
  const set: number[] = [];
  const next: number[] = [];
  /** For each set how many bits are open, and their places added up by exclusive or. */
  const open: number[] = [];
  const places: number[] = [];
  return (positions) => {
    let count = 0;
    let sum = 0;
    for (const position of positions) {
      if (from[position] !== NEVER) continue;
      count++;
      sum ^= position;
    }
    if (count > 1 && set.length + count <= MOST_MEMBERSHIPS) {
      const index = open.length;
      open.push(count);
      places.push(sum);
      for (const position of positions) {
        if (from[position] !== NEVER) continue;
        set.push(index);
        next.push(head[position]!);
        head[position] = set.length - 1;
      }
    }
    const found = count === 1 ? [sum] : [];
    for (let position = found.pop(); position !== undefined; position = found.pop()) {
      if (from[position] !== NEVER) continue;
      learn(position);
      for (let at = head[position]!; at >= 0; at = next[at]!) {
        const index = set[at]!;
        open[index] = open[index]! - 1;
        places[index] = places[index]! ^ position;
        if (open[index] === 1) found.push(places[index]!);
      }
    }
  };
}

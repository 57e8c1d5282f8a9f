/**
 * A key small enough to try everything: some bits Eve knows, some parities she heard, and every input
 * that still fits sent through the matrix. As long as the key is shorter than what she is missing, all
 * keys come up equally often; made longer, some cannot come up at all.
 */
import {
  COUNTED_BITS,
  type PartlyKnown,
  possibleKeys,
} from '../../core/amplification/enumerate.ts';
import { rank } from '../../core/amplification/gf2.ts';
import { keyBitsKnown } from '../../core/amplification/knowledge.ts';
import { shrink } from '../../core/amplification/toeplitz.ts';
import { type Bits, bitOf, zeros } from '../../core/bits/bits.ts';
import type { Seed } from '../config.ts';
import { coinsOf } from './coins.ts';

export interface ToyTrial {
  readonly seed: Seed;
  /** Bits that Eve does not know, 1…14. */
  readonly unknownBits: number;
  readonly knownBits: number;
  /** Parities of random halves of the bits that she heard. */
  readonly parities: number;
  /** Bits of the key, 1…14 and no more than there are bits. */
  readonly length: number;
}

export interface ToyKeys extends PartlyKnown {
  /** Bits she is missing: of the unknown ones those that no parity fixes. */
  readonly missing: number;
  /** Inputs that fit all she knows: 2^missing. */
  readonly inputs: number;
  /** How many of them give each key; bit i of the index is bit i of the key. */
  readonly counts: Uint32Array;
  /** Every key is possible, and all equally often. */
  readonly flat: boolean;
  /** Bits of the key that follow from what she holds. */
  readonly keyBitsKnown: number;
  /** The key that Alice and Bob really get, as an index of `counts`. */
  readonly key: number;
}

/**
 * The same toy for every length. RangeError for more than 14 unknown bits or bits of the key, or for
 * a key longer than its input.
 */
export function toyKeys(trial: ToyTrial): ToyKeys {
  const { seed, unknownBits, knownBits, parities, length } = trial;
  const bits = unknownBits + knownBits;
  if (length < 1 || length > Math.min(bits, COUNTED_BITS)) {
    throw new RangeError(`"length" expected 1…${Math.min(bits, COUNTED_BITS)}, got ${length}`);
  }
  const value = coinsOf(seed, 'toy-value', bits);
  const certain = chosen(seed, bits, knownBits);
  const heard = Array.from({ length: parities }, (_, p) => parityOf(seed, value, p));
  const matrix = coinsOf(seed, 'toy-matrix', bits - 1);
  const rows = heard.map(({ positions }) =>
    marked(
      bits,
      positions.filter((i) => bitOf(certain, i) === 0),
    ),
  );
  const { inputs, counts, flat } = possibleKeys(
    { value, certain, parities: heard },
    matrix,
    length,
  );
  const holds = { bits, certain, rows: heard.map(({ positions }) => positions), dense: [] };
  return {
    value,
    certain,
    parities: heard,
    missing: unknownBits - rank(rows, bits),
    inputs,
    counts,
    flat,
    keyBitsKnown: keyBitsKnown(holds, matrix, length).known,
    key: shrink(value, matrix, length).words[0]!,
  };
}

/** So many of the places, drawn without repetition: places are dealt in the order of 32 coins each. */
function chosen(seed: Seed, bits: number, count: number): Bits {
  const { words } = coinsOf(seed, 'toy-known', 32 * bits);
  const order = Array.from({ length: bits }, (_, i) => i).sort((a, b) => words[a]! - words[b]!);
  return marked(bits, order.slice(0, count));
}

function parityOf(seed: Seed, value: Bits, index: number) {
  const half = coinsOf(seed, `toy-parity/${index}`, value.length);
  const positions: number[] = [];
  let parity = 0;
  for (let i = 0; i < value.length; i++) {
    if (bitOf(half, i) === 0) continue;
    positions.push(i);
    parity ^= bitOf(value, i);
  }
  return { positions: Uint32Array.from(positions), parity: parity as 0 | 1 };
}

function marked(bits: number, positions: Iterable<number>): Bits {
  const row = zeros(bits);
  for (const i of positions) row.words[i >>> 5] = row.words[i >>> 5]! | (1 << (i & 31));
  return row;
}

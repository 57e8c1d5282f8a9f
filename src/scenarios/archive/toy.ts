/**
 * A recorded key so short that everything can be tried: each run of corrected bits that fits what was
 * said and what Eve measured, and the final key that it gives. Those that come up at all come up
 * equally often; how many they are is counted here and follows from the ranks (candidates.ts).
 */
import { type PartlyKnown, possibleKeysBy } from '../../core/amplification/enumerate.ts';
import { rank } from '../../core/amplification/gf2.ts';
import { rowOf } from '../../core/amplification/toeplitz.ts';
import { type Bits, bitOf, zeros } from '../../core/bits/bits.ts';
import type { Seed } from '../config.ts';
import { coinsOf } from '../shrinking/coins.ts';

export interface RecordedToy extends PartlyKnown {
  /** Rows of the hash, one for each bit of the final key, as long as the corrected bits. */
  readonly hash: readonly Bits[];
}

export interface CountedToy {
  /** Runs of corrected bits that fit. */
  readonly reconciled: number;
  /** Final keys that come up, ascending, and how often; bit i of `key` is bit i of the final key. */
  readonly finalKeys: readonly { readonly key: number; readonly count: number }[];
  /** Bits of the final key that follow: its length − (rank[P;E;T] − rank[P;E]). */
  readonly rankDeficit: number;
}

/** Tries every one. RangeError above 14 bits that Eve did not measure, or of the final key. */
export function countToy(toy: RecordedToy): CountedToy {
  const { value, certain, parities, hash } = toy;
  const { inputs, counts } = possibleKeysBy(toy, hash);
  const finalKeys = [...counts]
    .map((count, key) => ({ key, count }))
    .filter(({ count }) => count > 0);
  const bits = value.length;
  const held = parities.map(({ positions }) => marked(bits, positions));
  for (let i = 0; i < bits; i++) if (bitOf(certain, i) === 1) held.push(marked(bits, [i]));
  const left = rank([...held, ...hash], bits) - rank(held, bits);
  return { reconciled: inputs, finalKeys, rankDeficit: hash.length - left };
}

export interface ToyRecording {
  readonly seed: Seed;
  /** Corrected bits, 1…14. */
  readonly bits: number;
  /** How many of them Eve measured, 0…bits. With one more she still has those she had. */
  readonly measured: number;
  /** Parities of random halves that were said. */
  readonly parities: number;
  /** Bits of the final key, 1…bits. */
  readonly length: number;
}

/** The same corrected bits, parities and measured places for every length. RangeError outside the ranges. */
export function drawToy({ seed, bits, measured, parities, length }: ToyRecording): RecordedToy {
  expectWithin('bits', bits, 1, 14);
  expectWithin('measured', measured, 0, bits);
  expectWithin('length', length, 1, bits);
  const value = coinsOf(seed, 'recorded-value', bits);
  const { words } = coinsOf(seed, 'recorded-places', 32 * bits);
  const places = Array.from({ length: bits }, (_, i) => i).sort((a, b) => words[a]! - words[b]!);
  const matrix = coinsOf(seed, 'recorded-matrix', bits - 1);
  const size = { inputBits: bits, outputBits: length };
  return {
    value,
    certain: marked(bits, places.slice(0, measured)),
    parities: Array.from({ length: parities }, (_, p) => {
      const half = coinsOf(seed, `recorded-parity/${p}`, bits);
      const positions = places.filter((i) => bitOf(half, i) === 1).sort((a, b) => a - b);
      const parity = positions.reduce((sum, i) => sum ^ bitOf(value, i), 0) as 0 | 1;
      return { positions: Uint32Array.from(positions), parity };
    }),
    hash: Array.from({ length }, (_, i) => rowOf(matrix, i, size)),
  };
}

function expectWithin(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new RangeError(`"${name}" expected ${least}…${most}, got ${value}`);
  }
}

function marked(length: number, positions: Iterable<number>): Bits {
  const row = zeros(length);
  for (const i of positions) row.words[i >>> 5] = row.words[i >>> 5]! | (1 << (i & 31));
  return row;
}

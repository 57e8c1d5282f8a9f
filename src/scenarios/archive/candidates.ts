/**
 * Which keys fit what Eve recorded, and her best guess: of the letters' relations and of the bits that
 * she measured herself. Exact up to EXACT_UP_TO bits; above, a bound, and a guess that may not fit.
 *
 * Of the m key bits asked for, 2^(rank[P;E;T_m] − rank[P;E]) values are possible, all equally likely:
 * T_m the rows of the hash that make these bits, E the bits she measured.
 * Source: Bennett, Brassard, Crépeau & Maurer, IEEE Trans. Inf. Theory 41 (1995) 1915.
 */

import { rank } from '../../core/amplification/gf2.ts';
import {
  EXACT_UP_TO,
  type KeyPart,
  keyBitsKnown,
  keyBitsKnownBound,
} from '../../core/amplification/knowledge.ts';
import { type KnownBits, solutionWith, solve } from '../../core/amplification/solve.ts';
import { shrink } from '../../core/amplification/toeplitz.ts';
import { windowOf } from '../../core/amplification/words.ts';
import {
  type Bits,
  bytesOf,
  countOnes,
  onesBefore,
  validMask,
  zeros,
} from '../../core/bits/bits.ts';
import { fillPlane, openStream, publicKeyOf, type Stream } from '../../core/random/streams.ts';
import type { Relations } from './relations.ts';

export interface CandidateKeys {
  readonly log2: number;
  readonly by: 'rank' | 'bound';
}

/**
 * How many values key bits [from, to) may have, as a power of 2. `certain`: which of the n corrected bits
 * she measured; null: none. RangeError unless 0 ≤ from ≤ to ≤ outputBits, here and below.
 */
export function candidateKeys(
  relations: Relations,
  certain: Bits | null,
  from: number,
  to: number,
): CandidateKeys {
  const { bits, rows, dense, said, seed, outputBits } = relations;
  expectPart(relations, { from, to });
  const held = certain === null ? 0 : countOnes(certain.words, certain.words.length);
  const wanted = to - from;
  if (held === bits) return { log2: 0, by: 'rank' };
  if (said === 0 && seed === null) {
    const known =
      certain === null ? 0 : onesBefore(certain.words, to) - onesBefore(certain.words, from);
    return { log2: wanted - known, by: 'rank' };
  }
  if (bits > EXACT_UP_TO) {
    // What she may know of all the bits she may know of these.
    const { known } = keyBitsKnownBound(bits, held, said, outputBits);
    return { log2: wanted - Math.min(wanted, known), by: 'bound' };
  }
  const { known } = keyBitsKnown({ bits, certain, rows, dense }, seed, outputBits, { from, to });
  return { log2: wanted - known, by: 'rank' };
}

/**
 * A key that fits all she holds, bits [from, to), packed most significant bit first; where candidateKeys
 * is 0 by rank, the key. Whatever is open she tosses: `coins`, 32 bytes of her own. Above EXACT_UP_TO
 * bits, or if her notes contradict the letters, it fits her notes alone.
 */
export function bestGuess(
  relations: Relations,
  notebook: KnownBits | null,
  coins: Uint8Array,
  from: number,
  to: number,
): Uint8Array {
  const { bits } = relations;
  expectPart(relations, { from, to });
  const nothingSaid = { bits, rows: [], dense: [], values: zeros(0), known: notebook };
  const solved = solve({ ...relations, known: notebook }) ?? solve(nothingSaid)!;
  const stream = openStream(publicKeyOf('archive', coins), 'guess');
  return bytesOf(keyOf(relations, solutionWith(solved, coinsOf(stream, 0, bits)), { from, to }));
}

/**
 * Key bits [from, to) of every key that fits, in ascending order, packed as above; null if there are more
 * than 2^limit or if it cannot be told which.
 */
export function keysThatFit(
  relations: Relations,
  notebook: KnownBits | null,
  from: number,
  to: number,
  limit = 12,
): readonly Uint8Array[] | null {
  const { log2, by } = candidateKeys(relations, notebook?.certain ?? null, from, to);
  const solved = solve({ ...relations, known: notebook });
  if (by === 'bound' || log2 > limit || solved === null) return null;
  // Fair solutions give fair keys, and each has an even chance at least to differ in a new way from
  // the first, as long as there is one.
  const stream = openStream(publicKeyOf('archive', new Uint8Array(0)), 'fit');
  const draw = (plane: number) =>
    keyOf(relations, solutionWith(solved, coinsOf(stream, plane, relations.bits)), { from, to });
  const first = draw(0);
  const ways: Bits[] = [];
  for (let plane = 1; ways.length < log2; plane++) {
    const way = sumOf(first, draw(plane));
    if (rank([...ways, way], to - from) > ways.length) ways.push(way);
  }
  let keys = [first];
  for (const way of ways) keys = keys.concat(keys.map((key) => sumOf(key, way)));
  return keys.map(bytesOf).sort(compareBytes);
}

function expectPart({ outputBits }: Relations, { from, to }: KeyPart): void {
  if (!(from >= 0 && from <= to && to <= outputBits)) {
    throw new RangeError(`"from", "to" expected within 0…${outputBits}, got ${from}, ${to}`);
  }
}

function keyOf({ seed, outputBits }: Relations, input: Bits, { from, to }: KeyPart): Bits {
  const key = seed === null ? input : shrink(input, seed, outputBits);
  return windowOf(key, from, to - from);
}

function sumOf(a: Bits, b: Bits): Bits {
  return { length: a.length, words: a.words.map((word, w) => word ^ b.words[w]!) };
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const at = a.findIndex((byte, i) => byte !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

function coinsOf(stream: Stream, plane: number, length: number): Bits {
  const draws = new Int32Array(Math.ceil(length / 2048) * 64);
  fillPlane(draws, stream, plane, 0);
  const words = new Uint32Array(draws.buffer, 0, (length + 31) >>> 5);
  for (let w = 0; w < words.length; w++) words[w] = words[w]! & validMask(length, w);
  return { length, words };
}

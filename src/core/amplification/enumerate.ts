/**
 * Toy keys, counted one by one: which final keys are still possible, and how often each comes up.
 *
 * Everything known is linear, so the keys that are possible at all come up equally often. Shrunk
 * enough, all of them are possible and the count is flat; shrunk too little, some are missing, and
 * that is what Eve knows.
 */
import { type Bits, bitOf } from '../bits/bits.ts';
import { rowOf } from './toeplitz.ts';

/** Unknown bits, and bits of the key, up to which keys are counted: 16,384 of either. */
export const COUNTED_BITS = 14;

/** What Eve knows of an input. */
export interface PartlyKnown {
  /** The input; only its certain bits are looked at. */
  readonly value: Bits;
  readonly certain: Bits;
  readonly parities: readonly { readonly positions: Uint32Array; readonly parity: 0 | 1 }[];
}

export interface PossibleKeys {
  /** How many inputs fit all that is known. */
  readonly inputs: number;
  /** How many of them give each key; bit i of the index is bit i of the key. */
  readonly counts: Uint32Array;
  /** Every key is possible, and all equally often. */
  readonly flat: boolean;
}

/**
 * Sends every input that fits through [I | T']. `seed`: n − 1 bits.
 *
 * @throws RangeError above COUNTED_BITS unknown bits or bits of the key.
 */
export function possibleKeys(known: PartlyKnown, seed: Bits, outputBits: number): PossibleKeys {
  const size = { inputBits: known.value.length, outputBits };
  return possibleKeysBy(
    known,
    Array.from({ length: outputBits }, (_, o) => rowOf(seed, o, size)),
  );
}

/**
 * The same with any matrix: its rows, one for each bit of the key, as long as the input.
 *
 * @throws RangeError as above.
 */
export function possibleKeysBy(
  { value, certain, parities }: PartlyKnown,
  rows: readonly Bits[],
): PossibleKeys {
  const inputBits = value.length;
  const outputBits = rows.length;
  const unknown: number[] = [];
  for (let i = 0; i < inputBits; i++) if (bitOf(certain, i) === 0) unknown.push(i);
  expectCountable('unknown bits', unknown.length);
  expectCountable('outputBits', outputBits);

  // Which parities and which bits of the key each input bit turns.
  const wanted = new Int32Array((parities.length + 31) >>> 5);
  const turns = Array.from({ length: inputBits }, () => new Int32Array(wanted.length));
  parities.forEach(({ positions, parity }, p) => {
    for (const i of positions) turns[i]![p >>> 5] = turns[i]![p >>> 5]! ^ (1 << (p & 31));
    wanted[p >>> 5] = wanted[p >>> 5]! ^ (parity << (p & 31));
  });
  const column = new Int32Array(inputBits);
  rows.forEach((row, o) => {
    for (let i = 0; i < inputBits; i++) column[i] = column[i]! | (bitOf(row, i) << o);
  });

  // `wanted` becomes what is missing to the wanted parities, bit by bit.
  let key = 0;
  const turn = (i: number) => {
    key ^= column[i]!;
    for (let w = 0; w < wanted.length; w++) wanted[w] = wanted[w]! ^ turns[i]![w]!;
  };
  for (let i = 0; i < inputBits; i++) if ((bitOf(value, i) & bitOf(certain, i)) === 1) turn(i);
  const counts = new Uint32Array(1 << outputBits);
  let inputs = 0;
  for (let step = 1; step <= 1 << unknown.length; step++) {
    if (wanted.every((word) => word === 0)) {
      counts[key] = counts[key]! + 1;
      inputs++;
    }
    // Gray's order: one bit turns from each input to the next.
    const next = unknown[31 - Math.clz32(step & -step)];
    if (next !== undefined) turn(next);
  }
  return { inputs, counts, flat: inputs > 0 && counts.every((count) => count === counts[0]) };
}

function expectCountable(name: string, bits: number): void {
  if (bits > COUNTED_BITS) {
    throw new RangeError(`"${name}" expected ${COUNTED_BITS} at most, got ${bits}`);
  }
}

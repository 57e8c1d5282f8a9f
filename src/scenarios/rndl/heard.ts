/** What Eve's letters and notes say about the bits of light that a key was made of. */
import type { Bits } from '../../core/bits/bits.ts';
import { bestGuess, candidateKeys, keysThatFit } from '../archive/candidates.ts';
import type { RecordedLetter } from '../archive/read-letters.ts';
import { relationsIn } from '../archive/relations.ts';

export interface Heard {
  /** log₂ of how many keys fit; of a hybrid's share of light. */
  readonly log2: number;
  /** 'bound': at least so many; counting them would take too long. */
  readonly by: 'rank' | 'bound';
  /** One that fits, and it is the key where log2 is 0. */
  readonly guess: Uint8Array;
  /** All that fit, where they are few; null otherwise. */
  readonly all: readonly Uint8Array[] | null;
}

/** Bits of the key of light. */
interface Wanted {
  readonly from: number;
  readonly to: number;
  /** Whether what is closed under them tells a right key from a wrong one. */
  readonly tells: boolean;
}

interface Notes {
  readonly measured: { readonly certain: Bits; readonly values: Bits } | null;
  readonly coins: (label: string, length: number) => Uint8Array;
}

/** Keys up to this many, as a power of two, are tried one by one. */
const FEW = 12;

/** Bits [from, to), a multiple of 8; packed most significant bit first. */
export function heard(
  letters: readonly RecordedLetter[],
  { measured, coins }: Notes,
  { from, to, tells }: Wanted,
): Heard {
  const length = (to - from) / 8;
  const relations = relationsIn(letters);
  if (relations === null) {
    return { log2: 8 * length, by: 'rank', guess: coins('guess', length), all: null };
  }
  const { log2, by } = candidateKeys(relations, measured?.certain ?? null, from, to);
  const guess = bestGuess(relations, measured, coins('guess', 32), from, to);
  // Where it was not counted, but may be the only one, trying tells whether it is.
  if (by === 'bound') return { log2, by, guess, all: log2 === 0 && tells ? [guess] : null };
  return {
    log2,
    by,
    guess,
    all: log2 > FEW ? null : keysThatFit(relations, measured, from, to, FEW),
  };
}

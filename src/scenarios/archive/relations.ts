/**
 * What the letters of a finished session tell of its key, as equations over GF(2).
 *
 *   P·x = s   x the n corrected bits, P the parities that were said and the rows of the comparison
 *   T·x       the final key; T from the seed in the last letter, or x itself where nothing was shrunk
 *
 * All of it is read from recorded bytes; what the ends hold does not enter.
 * Source: Bennett, Brassard, Crépeau & Maurer, IEEE Trans. Inf. Theory 41 (1995) 1915.
 */
import { EXACT_UP_TO } from '../../core/amplification/knowledge.ts';
import {
  appendRange,
  type BitAppender,
  closeAppender,
  openAppender,
} from '../../core/bits/appender.ts';
import { type Bits, bitsOf, countOnes } from '../../core/bits/bits.ts';
import { VERIFICATION_BITS, verificationRow } from '../../core/reconciliation/verification.ts';
import { askedPositions, openedPositions } from './questions.ts';
import {
  type CorrectOpening,
  lettersIn,
  type ReadLetter,
  type RecordedLetter,
  readBases,
  readCorrectTerms,
  readGoes,
  readSampled,
  readShrink,
  readVerification,
} from './read-letters.ts';

export interface Relations {
  /** Corrected bits: n. */
  readonly bits: number;
  /** Positions that each parity said in Correct adds up. Above EXACT_UP_TO bits not listed: empty. */
  readonly rows: readonly Uint32Array[];
  /** Rows of the comparison, n bits each; not listed above EXACT_UP_TO bits either. */
  readonly dense: readonly Bits[];
  /** What each row comes to: those of `rows`, then those of `dense`. */
  readonly values: Bits;
  /** How many rows were said, listed or not. */
  readonly said: number;
  /** n − 1 bits, for [I | T']; null: the final key is the n bits themselves. */
  readonly seed: Bits | null;
  readonly outputBits: number;
}

/**
 * What all letters of one session, in the order in which they crossed the line, tell of its key. null: no
 * key was made in it.
 *
 * @throws RangeError if something recorded is no letter.
 */
export function relationsIn(recorded: readonly RecordedLetter[]): Relations | null {
  const letters = lettersIn(recorded);
  if (!madeKey(letters)) return null;
  const heard: Heard = { rows: [], values: openAppender(), said: 0 };
  let opening: CorrectOpening | null = null;
  let asked: readonly Uint32Array[] | null = null;
  let pass = 0;
  let dense: readonly Bits[] = [];
  let shrunk: ReturnType<typeof readShrink> | null = null;
  for (const letter of letters) {
    switch (letter.kind) {
      case 'correct-terms':
        opening = readCorrectTerms(letter);
        break;
      case 'parity-questions':
        asked = askedPositions(letter.body, opening!);
        break;
      case 'parities':
        while (asked === null || asked.length === 0) asked = openedPositions(pass++, opening!);
        hear(heard, asked, letter.body, opening!.bits);
        asked = null;
        break;
      case 'verification': {
        const { seed, hash } = readVerification(letter);
        const { bits } = opening!;
        heard.said += VERIFICATION_BITS;
        if (bits > EXACT_UP_TO) break;
        dense = Array.from({ length: VERIFICATION_BITS }, (_, r) => verificationRow(seed, r, bits));
        appendRange(heard.values, hash.words, { from: 0, to: VERIFICATION_BITS });
        break;
      }
      case 'shrink':
        shrunk = readShrink(letter);
        break;
      default:
    }
  }
  const bits = opening?.bits ?? shrunk?.inputBits ?? keptBits(letters);
  return {
    bits,
    rows: heard.rows,
    dense,
    values: closeAppender(heard.values),
    said: heard.said,
    seed: shrunk?.seed ?? null,
    outputBits: shrunk?.outputBits ?? bits,
  };
}

interface Heard {
  readonly rows: Uint32Array[];
  readonly values: BitAppender;
  said: number;
}

function hear(heard: Heard, asked: readonly Uint32Array[], body: Uint8Array, bits: number): void {
  heard.said += asked.length;
  if (bits > EXACT_UP_TO) return;
  heard.rows.push(...asked);
  appendRange(heard.values, bitsOf(body, asked.length).words, { from: 0, to: asked.length });
}

/**
 * Whether photons made a key, as the letters say: a test was held, nobody said stop before a key was
 * there, and the last phase that was begun was agreed to.
 */
function madeKey(letters: readonly ReadLetter[]): boolean {
  const decisions = letters.filter(({ kind, step }) => kind === 'decision' && step <= 4);
  const last = decisions.at(-1);
  if (last === undefined || !decisions.every(readGoes)) return false;
  const begun = letters.findLast(
    ({ kind }) => kind === 'sample' || kind === 'correct-terms' || kind === 'shrink',
  );
  // Alice has the last word on the test, Bob on what comes after.
  const by = begun?.kind === 'sample' ? 'alice' : 'bob';
  return begun !== undefined && last.claimedFrom === by && last.step === begun.step;
}

/** Bits kept and not given away to the test. */
function keptBits(letters: readonly ReadLetter[]): number {
  const of = (kind: ReadLetter['kind']) => letters.filter((letter) => letter.kind === kind);
  const bases = of('bases').map(readBases);
  let kept = 0;
  of('detections').forEach((letter, i) => {
    const his = readBases(letter);
    const differ = his.words.map((word, w) => word ^ bases[i]!.words[w]!);
    kept += his.length - countOnes(differ, differ.length);
  });
  return of('sample').reduce((left, letter) => left - readSampled(letter), kept);
}

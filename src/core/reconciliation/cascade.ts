/**
 * Cascade: parities of blocks find errors, and every error found opens blocks of other passes again.
 * Source: Brassard & Salvail, Secret-key reconciliation by public discussion, EUROCRYPT '93.
 *
 * What is counted: the sender's parities, every one that is said. Not counted: the parities of the
 * receiver, which an eavesdropper can tell from what he asks next and which say where the two keys
 * differ, not what they are; and parities that follow from those said (the second half of a halved
 * part, and the last block of every pass but the first), which are not said either. Without sub-block
 * reuse the receiver forgets what halving told him; if he asks again, the answer is counted again.
 */
import type { Bits } from '../bits/bits.ts';
import { loadFrame, openCopies } from './copies.ts';
import type { ParityLog } from './log.ts';
import { publicCoins } from './orders.ts';
import { openSearch, searchFrame } from './search.ts';
import { beginFrame, logOf, openSpoken } from './spoken.ts';
import { type CascadeTerms, framesOf } from './terms.ts';

export type { ParityLog } from './log.ts';
export type { CascadeTerms } from './terms.ts';

export interface Reconciled {
  /** The receiver's bits after correction. */
  readonly corrected: Bits;
  readonly errorsCorrected: number;
  /** Parities of the sender's bits that were said. */
  readonly leakedBits: number;
  /** A pass's block parities travel in one; the frames' questions travel together. */
  readonly roundTrips: number;
  /** null unless asked for. */
  readonly log: ParityLog | null;
}

/**
 * Reconciles the receiver's bits to the sender's. `seed`: public bytes that fix shuffles and halves.
 *
 * @throws RangeError if the keys differ in length or the terms are out of range.
 */
export function reconcile(input: {
  readonly sender: Bits;
  readonly receiver: Bits;
  readonly terms: CascadeTerms;
  readonly seed: Uint8Array;
  readonly keepLog: boolean;
}): Reconciled {
  const { sender, receiver, terms, seed, keepLog } = input;
  expectSound(input);
  const frames = framesOf(sender.length);
  const longest = Math.max(...frames.map(({ from, to }) => to - from));
  const copies = openCopies(longest, terms.passes);
  const spoken = openSpoken(terms.passes, keepLog);
  const corrected = receiver.words.slice();
  const search = openSearch({ terms, coins: publicCoins(seed), copies, spoken, corrected });
  frames.forEach((frame, index) => {
    loadFrame(copies, input, frame);
    beginFrame(spoken);
    searchFrame(search, index, frame.from);
  });
  return {
    corrected: { length: receiver.length, words: corrected },
    errorsCorrected: spoken.correctionCount,
    leakedBits: spoken.questionCount,
    roundTrips: spoken.rounds.reduce((sum, held) => sum + held, 0),
    log: keepLog ? logOf(spoken) : null,
  };
}

function expectSound({ sender, receiver, terms }: Parameters<typeof reconcile>[0]): void {
  if (sender.length !== receiver.length) {
    throw new RangeError(`"receiver" expected ${sender.length} bits, got ${receiver.length}`);
  }
  const { passes, blockFactor, errorRate } = terms;
  if (!Number.isInteger(passes) || passes < 1 || passes > 20) {
    throw new RangeError(`"passes" expected 1…20, got ${passes}`);
  }
  if (!(blockFactor > 0))
    throw new RangeError(`"blockFactor" expected above 0, got ${blockFactor}`);
  if (!(errorRate > 0)) throw new RangeError(`"errorRate" expected above 0, got ${errorRate}`);
}

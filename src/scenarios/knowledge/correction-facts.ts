/**
 * What was said and found in one link's Correct, looked up by time: the log is in the order spoken, so
 * "so far" is a count of its first entries. The same for every observer; who may see it is not decided here.
 */
import {
  blocksOf,
  isOpening,
  type ParityLog,
  questionPositions,
} from '../../core/reconciliation/log.ts';
import type { Correction } from '../run.ts';
import { firstWhere } from './timeline.ts';

export interface CorrectionFacts {
  readonly log: ParityLog;
  questionsAfter(rounds: number): number;
  errorsAfter(rounds: number): number;
  positions(question: number): Uint32Array;
  roundOf(question: number): number;
  /** Index of the error found at a position; null if none ever is. */
  errorAt(position: number): number | null;
  /** Questions whose answers led to an error, in order. */
  pathOf(error: number): readonly number[];
  /** The search that a question belongs to went on from a correction, not from its pass's own parities. */
  isReopened(question: number): boolean;
}

const known = new WeakMap<Correction, CorrectionFacts>();

/** null where only counters were kept. */
export function correctionFacts(correction: Correction): CorrectionFacts | null {
  const { log } = correction;
  if (log === null) return null;
  let facts = known.get(correction);
  if (facts === undefined) {
    facts = factsOf(correction, log);
    known.set(correction, facts);
  }
  return facts;
}

function factsOf({ terms, seed, bits }: Correction, log: ParityLog): CorrectionFacts {
  const { roundStart, errorAt, errorRound, errorOpenedBy } = log;
  const rounds = roundStart.length - 1;
  const positions = (question: number) => questionPositions(log, question, terms, seed, bits);
  const roundOf = (question: number) =>
    firstWhere(rounds, (round) => roundStart[round + 1]! > question);
  let places: ReadonlyMap<number, number> | undefined;
  let searches: Searches | undefined;
  const searched = () => {
    searches ??= searchesOf(log, blockOfError);
    return searches;
  };
  return {
    log,
    positions,
    roundOf,
    questionsAfter: (done) => roundStart[Math.min(done, rounds)]!,
    errorsAfter: (done) => firstWhere(errorAt.length, (error) => errorRound[error]! >= done),
    errorAt(position) {
      places ??= new Map(Array.from(errorAt, (at, error) => [at, error]));
      return places.get(position) ?? null;
    },
    pathOf(error) {
      const cause = errorOpenedBy[error]!;
      const after = cause < 0 ? -1 : errorRound[cause]!;
      const target = errorAt[error]!;
      const questions = searched()
        .questionsOf(log.errorFrame[error]!, log.errorPass[error]!, blockOfError(error))
        .filter((question) => roundOf(question) <= errorRound[error]!);
      return descend(log, questions, (question) => positions(question).includes(target)).filter(
        (question) => roundOf(question) > after,
      );
    },
    isReopened(question) {
      const errors = searched().errorsOf(question);
      const round = roundOf(question);
      const ended = errors.find((error) => errorRound[error]! >= round);
      return ended !== undefined && errorOpenedBy[ended]! >= 0;
    },
  };

  /** The block searched; a last block of one bit needs no question, for the others' parities gave its own. */
  function blockOfError(error: number): number {
    const question = log.errorQuestion[error]!;
    const asked = !isOpening(log, roundOf(question));
    if (asked || positions(question).includes(errorAt[error]!)) return log.block[question]!;
    const [frame, pass] = [log.errorFrame[error]!, log.errorPass[error]!];
    return blocksOf(terms, seed, bits, frame, pass).length - 1;
  }
}

interface Searches {
  questionsOf(frame: number, pass: number, block: number): readonly number[];
  /** Errors found in the block that a question is about. */
  errorsOf(question: number): readonly number[];
}

function searchesOf(log: ParityLog, blockOfError: (error: number) => number): Searches {
  const placeOf = (frame: number, pass: number, block: number) =>
    (block * 256 + pass) * 65536 + frame;
  const placeAt = (q: number) => placeOf(log.frame[q]!, log.pass[q]!, log.block[q]!);
  const questions = new Map<number, number[]>();
  const errors = new Map<number, number[]>();
  for (let q = 0; q < log.parity.length; q++) push(questions, placeAt(q), q);
  for (let e = 0; e < log.errorAt.length; e++) {
    push(errors, placeOf(log.errorFrame[e]!, log.errorPass[e]!, blockOfError(e)), e);
  }
  return {
    questionsOf: (frame, pass, block) => questions.get(placeOf(frame, pass, block)) ?? [],
    errorsOf: (question) => errors.get(placeAt(question)) ?? [],
  };
}

function push(lists: Map<number, number[]>, place: number, item: number): void {
  const list = lists.get(place);
  if (list === undefined) lists.set(place, [item]);
  else list.push(item);
}

/**
 * From the whole block to one bit: at each part the question about its first half, then into the half
 * that holds the bit. A half asked about more than once counts by the last time.
 */
function descend(
  { from, to }: ParityLog,
  questions: readonly number[],
  holds: (question: number) => boolean,
): number[] {
  const path: number[] = [];
  let lo = 0;
  let hi = Number.POSITIVE_INFINITY;
  for (;;) {
    // Of all that was asked inside a part its first half is the longest, and the first of equals.
    let half: number | null = null;
    for (const q of questions) {
      const inside = from[q]! >= lo && to[q]! <= hi && (from[q] !== lo || to[q] !== hi);
      if (!inside) continue;
      const longer = half === null ? 1 : to[q]! - from[q]! - (to[half]! - from[half]!);
      const earlier = half === null ? 0 : from[half]! - from[q]!;
      if (longer > 0 || (longer === 0 && earlier >= 0)) half = q;
    }
    if (half === null) return path;
    path.push(half);
    if (holds(half)) [lo, hi] = [from[half]!, to[half]!];
    else lo = to[half]!;
  }
}

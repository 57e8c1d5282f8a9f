/**
 * What was said and found in one link's Correct, looked up by time: the log is in the order spoken, so
 * "so far" is a count of its first entries. The same for every observer; who may see it is not decided here.
 */
import { type ParityLog, questionPositions } from '../../core/reconciliation/log.ts';
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
    searches ??= searchesOf(log);
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

  function blockOfError(error: number): number {
    return log.block[log.errorQuestion[error]!]!;
  }
}

interface Searches {
  questionsOf(frame: number, pass: number, block: number): readonly number[];
  /** Errors found in the block that a question is about. */
  errorsOf(question: number): readonly number[];
}

function searchesOf(log: ParityLog): Searches {
  const nameOf = (frame: number, pass: number, block: number) => `${frame} ${pass} ${block}`;
  const nameAt = (q: number) => nameOf(log.frame[q]!, log.pass[q]!, log.block[q]!);
  const questions = new Map<string, number[]>();
  const errors = new Map<string, number[]>();
  for (let q = 0; q < log.parity.length; q++) push(questions, nameAt(q), q);
  for (let e = 0; e < log.errorAt.length; e++) push(errors, nameAt(log.errorQuestion[e]!), e);
  return {
    questionsOf: (frame, pass, block) => questions.get(nameOf(frame, pass, block)) ?? [],
    errorsOf: (question) => errors.get(nameAt(question)) ?? [],
  };
}

function push(lists: Map<string, number[]>, name: string, item: number): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [item]);
  else list.push(item);
}

/**
 * From the whole block to one bit: at each node the question about one part of it, then into the part
 * that holds the bit. A part asked more than once counts by its last time.
 */
function descend(
  { from, to }: ParityLog,
  questions: readonly number[],
  holds: (question: number) => boolean,
): number[] {
  const path: number[] = [];
  let lo = Math.min(...questions.map((q) => from[q]!));
  let hi = Number.POSITIVE_INFINITY;
  for (;;) {
    const parts = questions.filter((q) => {
      const inside = from[q]! >= lo && to[q]! <= hi && (from[q] !== lo || to[q] !== hi);
      return inside && (from[q] === lo || to[q] === hi);
    });
    if (parts.length === 0) return path;
    const longest = Math.max(...parts.map((q) => to[q]! - from[q]!));
    const part = parts.findLast((q) => to[q]! - from[q]! === longest)!;
    path.push(part);
    const inPart = holds(part);
    if (inPart) [lo, hi] = [from[part]!, to[part]!];
    else if (from[part] === lo) lo = to[part]!;
    else hi = from[part]!;
  }
}

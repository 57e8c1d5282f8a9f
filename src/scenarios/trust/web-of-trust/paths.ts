/**
 * Who is believed in a web of trust: a key is somebody's if enough people whom the reader trusts say so,
 * each on a way of its own.
 *
 *   reader → introducer → … → key      every arrow but the first is an endorsement
 *
 * Two ways that share an introducer count once: one liar could have made both.
 */

import { THRESHOLD } from './graph.ts';

/** Arrows of the longest way; what GnuPG allows. */
export const MOST_STEPS = 5;

/** One endorsement: whose key vouches for which. Any names will do, as long as one key has one. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
}

export interface Question {
  /** Keys that the reader trusts to introduce others. */
  readonly trusted: readonly string[];
  readonly arrows: readonly Arrow[];
  readonly subject: string;
}

/**
 * As many ways as possible to the subject that share no introducer, at most THRESHOLD, each from a
 * trusted key to the last introducer; short ones first.
 */
export function disjointWays(question: Question): string[][] {
  const ways = question.trusted
    .flatMap((key) => waysFrom([key], question))
    .sort((a, b) => a.length - b.length);
  let best: string[][] = [];
  const choose = (from: number, chosen: string[][]) => {
    if (chosen.length > best.length) best = chosen;
    for (let n = from; n < ways.length && best.length < THRESHOLD; n++) {
      const way = ways[n]!;
      if (!chosen.some((other) => other.some((key) => way.includes(key)))) {
        choose(n + 1, [...chosen, way]);
      }
    }
  };
  choose(0, []);
  return best;
}

/** Every way that begins so, without a key twice and no longer than MOST_STEPS. */
function waysFrom(beginning: readonly string[], question: Question): string[][] {
  const { arrows, subject } = question;
  const last = beginning[beginning.length - 1]!;
  if (last === subject) return []; // nobody vouches for herself
  // The reader's own step to the first, one between each two, and one to the subject.
  const steps = beginning.length + 1;
  const next = arrows.filter(({ from }) => from === last).map(({ to }) => to);
  const arrived = next.includes(subject) ? [[...beginning]] : [];
  if (steps === MOST_STEPS) return arrived;
  const further = new Set(next.filter((key) => key !== subject && !beginning.includes(key)));
  return [...arrived, ...[...further].flatMap((key) => waysFrom([...beginning, key], question))];
}

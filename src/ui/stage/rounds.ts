/**
 * Round trips of Correct on the letter line. A view lists them as questions, not as letters, so the
 * two cards of the last one are made here: which parity Bob asked for, and what Alice answered.
 */
import type { CorrectionView } from '../../scenarios/knowledge/steps-view.ts';
import type { KnowledgeView, LetterView } from '../../scenarios/knowledge/view.ts';

/** One half of a round trip. */
export interface RoundCard {
  readonly kind: 'parity-questions' | 'parities';
  /** Changes with every round trip. */
  readonly index: string;
  readonly at: number;
  readonly link: 0 | 1;
  readonly claimedFrom: 'alice' | 'bob';
  readonly writtenBy: LetterView['writtenBy'];
  readonly to: LetterView['to'];
  /** Its seal comes with the last letter of the step. */
  readonly seal: 'none' | 'sealed';
  /** What was asked and answered; null where a large run kept counters only. */
  readonly spoken: Spoken | null;
}

export interface Spoken {
  readonly pass: number;
  /** Blocks whose parity was named. */
  readonly blocks: number;
  /** Bits in the first of them. */
  readonly length: number;
  readonly parities: readonly (0 | 1)[];
  /** False where a pass opens: its parities come unasked. */
  readonly asked: boolean;
  /** Blocks named in all round trips so far. */
  readonly soFar: number;
}

/** Parities shown on a card. */
const MOST_PARITIES = 16;

/**
 * The last round trip of a link, if nothing was written there since; in an opening round of a pass
 * nobody asks, so there is one card only.
 */
export function lastRound(view: KnowledgeView, link: 0 | 1): RoundCard[] {
  const correction = view.correction(link);
  if (!correction || correction.roundsDone === 0) return [];
  const newest = view.letters.findLast((letter) => !view.twoLinks || letter.link === link);
  if (newest?.kind !== 'correct-terms') return [];
  const spoken = spokenIn(correction, correction.roundsDone - 1);
  const answer = roundCard(view, newest, { kind: 'parities', link, spoken });
  if (spoken && !spoken.asked) return [answer];
  return [roundCard(view, newest, { kind: 'parity-questions', link, spoken }), answer];
}

/** Part of a slot after which the answer follows the question. */
const ANSWERS_AFTER = 0.5;

/** The cards of the round trip that `upcoming` has just seen, as they set out one after the other. */
export function roundUnderWay(upcoming: KnowledgeView): readonly RoundCard[] {
  const links = upcoming.twoLinks ? ([1, 0] as const) : ([0] as const);
  for (const link of links) {
    const cards = lastRound(upcoming, link);
    if (cards.some(({ at }) => at === upcoming.at - 1)) {
      return cards.map((card, i) => ({ ...card, at: card.at + i * ANSWERS_AFTER }));
    }
  }
  return [];
}

function roundCard(
  view: KnowledgeView,
  terms: LetterView,
  { kind, link, spoken }: Pick<RoundCard, 'kind' | 'link' | 'spoken'>,
): RoundCard {
  const claimedFrom = kind === 'parities' ? 'alice' : 'bob';
  // On two links one end of each is Eve, in the name of the other.
  const real = { alice: link === 0 ? 'alice' : 'eve', bob: link === 1 ? 'bob' : 'eve' } as const;
  const whole = { alice: 'alice', bob: 'bob' } as const;
  const ends = view.twoLinks ? real : whole;
  const at = view.at - 1;
  return {
    kind,
    index: `${kind} ${at}`,
    at,
    link: view.twoLinks ? link : 0,
    claimedFrom,
    writtenBy: ends[claimedFrom],
    to: ends[claimedFrom === 'alice' ? 'bob' : 'alice'],
    seal: terms.seal === 'none' ? 'none' : 'sealed',
    spoken,
  };
}

/** What was said in one round trip; null where a large run kept counters only. */
function spokenIn(correction: CorrectionView, round: number): Spoken | null {
  const first = firstOfRound(correction, round);
  const question = correction.question(first);
  // A pass may open without a block that is new.
  if (question === null || question.round !== round) return null;
  const end = firstOfRound(correction, round + 1);
  const parities: (0 | 1)[] = [];
  for (let at = first; at < Math.min(end, first + MOST_PARITIES); at++) {
    const next = correction.question(at);
    if (next !== null) parities.push(next.parity);
  }
  const { pass, length, asked } = question;
  return { pass, blocks: end - first, length, parities, asked, soFar: correction.questions };
}

/** By bisection: a run has tens of thousands of questions. Their number, if the round has none yet. */
function firstOfRound({ questions, question }: CorrectionView, round: number): number {
  let low = 0;
  let high = questions;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((question(middle)?.round ?? 0) >= round) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Rows of the list: every letter, and the round trips of Correct as one row a link. */
import type { KnowledgeView, LetterView } from '../../../scenarios/knowledge/view.ts';

type Correction = NonNullable<ReturnType<KnowledgeView['correction']>>;

export type ListRow =
  | {
      readonly kind: 'letter';
      readonly letter: LetterView;
      readonly number: number;
      /** Number of the letter whose seal covers this one; its own if it has one or none is there yet. */
      readonly sealedBy: number;
    }
  | {
      readonly kind: 'rounds';
      readonly correction: Correction;
      /** The letter that said how Correct would go: who talks to whom, and whether it is sealed. */
      readonly terms: LetterView;
    };

/** Oldest first. Numbers count what this observer can see: a gap would tell of what is Eve's affair. */
export function listRows(view: KnowledgeView): readonly ListRow[] {
  const { letters } = view;
  const numbers = new Map(letters.map((letter, i) => [letter, i + 1]));
  const numberOf = (letter: LetterView) => numbers.get(letter) ?? 0;
  return letters.flatMap((letter): ListRow[] => {
    const row: ListRow = {
      kind: 'letter',
      letter,
      number: numberOf(letter),
      sealedBy: numberOf(sealOf(letters, letter) ?? letter),
    };
    if (letter.kind !== 'correct-terms') return [row];
    const correction = view.correction(letter.link);
    return correction && correction.roundsDone > 0
      ? [row, { kind: 'rounds', correction, terms: letter }]
      : [row];
  });
}

/** The letter that carries the seal over this one: itself, or the last of its phase and direction. */
function sealOf(letters: readonly LetterView[], letter: LetterView): LetterView | null {
  if (letter.tagHex !== null) return letter;
  const { claimedFrom, link, step, at } = letter;
  return (
    letters.find(
      (next) =>
        next.at > at &&
        next.tagHex !== null &&
        next.claimedFrom === claimedFrom &&
        next.link === link &&
        next.step === step,
    ) ?? null
  );
}

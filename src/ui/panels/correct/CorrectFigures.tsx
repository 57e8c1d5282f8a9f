import { useWords } from '../../../content/words/use-words.ts';
import type { CorrectionView } from '../../../scenarios/knowledge/steps-view.ts';
import { FigureRow, FigureRows } from '../../charts/FigureRow.tsx';
import { formatCount } from '../../format.ts';
import { OnlyYouChip } from '../../parts/Chip.tsx';

/** What sealing costs here. */
export interface SealPrice {
  /** Key bits that one seal uses up; 0 for methods that use none, null without seals. */
  readonly perSeal: number | null;
  /** Every letter has one, not every phase. */
  readonly onEach: boolean;
}

const twoDigits = new Intl.NumberFormat('en', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** The counters of Correct. */
export function CorrectFigures({
  view,
  letters,
  price,
}: {
  readonly view: CorrectionView;
  /** null: not counted in a run of this size. */
  readonly letters: number | null;
  readonly price: SealPrice;
}) {
  const say = useWords();
  // Equal hashes tell everybody that no error is left.
  const left = view.verified === true ? 0 : view.left;
  return (
    <FigureRows>
      <FigureRow
        name={say('correct.left')}
        path="correction.left"
        text={left === null ? null : formatCount(left)}
        chip={view.left !== null && view.verified !== true && <OnlyYouChip />}
      />
      <FigureRow
        name={say('correct.errors-found')}
        path="reconciliation.errorsCorrected"
        text={formatCount(view.found)}
      />
      <FigureRow
        name={say('correct.leaked')}
        path="reconciliation.leakedBits"
        text={formatCount(view.leaked)}
        note={say('correct.leaked-note')}
      />
      <FigureRow
        name={say('correct.gain')}
        path="correction.leaked"
        text={say('correct.at-most', { n: view.leaked })}
        note={say('correct.gain-note')}
      />
      <FigureRow
        name={say('correct.efficiency')}
        path="reconciliation.efficiency"
        text={view.efficiency === null ? null : twoDigits.format(view.efficiency)}
        note={say('correct.efficiency-note')}
      />
      <FigureRow
        name={say('correct.trips')}
        path="reconciliation.roundTrips"
        text={say('correct.of', { done: view.roundsDone, all: view.rounds })}
      />
      <FigureRow
        name={say('correct.letters')}
        path="correction.letters"
        text={letters === null ? null : formatCount(letters)}
        note={priceNote(say, price, letters)}
      />
    </FigureRows>
  );
}

/** What a seal on each letter would cost, against the two that are paid. */
function priceNote(
  say: ReturnType<typeof useWords>,
  { perSeal, onEach }: SealPrice,
  letters: number | null,
): string | undefined {
  if (perSeal === null) return say('correct.price-none');
  if (perSeal === 0) return say('correct.price-free');
  if (letters === null) return undefined;
  const each = letters * perSeal;
  if (onEach) return say('correct.price-each', { each });
  return say('correct.price', { each, phase: 2 * perSeal });
}

import { useWords } from '../../../content/words/use-words.ts';
import { PanelNote } from '../../parts/Panel.tsx';

const WORDS = ['photon', 'basis', 'kept', 'errors', 'seal'] as const;

/** Before the first photon: nothing to show yet, so the page says what its words will mean. */
export function FirstWords() {
  const say = useWords();
  return (
    <div className="min-h-40">
      <PanelNote>{say('ledger.empty')}</PanelNote>
      <dl
        aria-label={say('ledger.first')}
        className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 border-line border-t text-[13px] leading-[1.4]"
      >
        {WORDS.map((word) => (
          <div
            key={word}
            className="col-span-2 grid grid-cols-subgrid border-line border-b py-[6px] last:border-b-0"
          >
            <dt className="font-semibold text-ink">{say(`ledger.first.${word}`)}</dt>
            <dd className="text-ink2">{say(`ledger.first.${word}-is`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

import { useWords } from '../../../content/words/use-words.ts';
import type { ActorId } from '../../../scenarios/actors.ts';
import type { KnowledgeView, LetterView } from '../../../scenarios/knowledge/view.ts';
import { classes } from '../../parts/classes.ts';
import { SealGlyph } from '../../parts/glyphs/Seal.tsx';
import { Panel, PanelNote } from '../../parts/Panel.tsx';
import { letterSays, shortTag } from './letter-words.ts';

const INK: Readonly<Record<ActorId, string>> = {
  alice: 'text-alice',
  bob: 'text-bob',
  eve: 'text-eve',
};

/** Picture only: a longer list would cost more than it shows; the others are reached by scrubbing. */
const MOST_ROWS = 300;

/** The letters so far, newest first, as the observer can read them. Pressing one goes to its arrival. */
export function LettersList({
  view,
  onSeek,
  bare = false,
}: {
  readonly view: KnowledgeView;
  readonly onSeek: (instant: number) => void;
  readonly bare?: boolean;
}) {
  const say = useWords();
  const { letters } = view;
  // Counted among the letters this observer can see: a gap would tell of one that is Eve's affair.
  const numbers = new Map(letters.map((letter, i) => [letter, i + 1]));
  const newest = letters.slice(-MOST_ROWS).reverse();
  return (
    <Panel
      title={say('letters.title')}
      detail={say('letters.count', { n: letters.length })}
      bare={bare}
    >
      <div className={bare ? '' : 'px-4 pb-3'}>
        {letters.length === 0 ? (
          <PanelNote>{say('letters.empty')}</PanelNote>
        ) : (
          <table className="w-full border-collapse text-left text-[13px]">
            <thead>
              <tr className="text-ink3 text-xs">
                <th scope="col" className="w-10 pb-1 font-medium @max-[520px]:w-8">
                  {say('letters.number')}
                </th>
                <th scope="col" className="w-28 pb-1 font-medium @max-[520px]:w-16">
                  {say('letters.from')}
                </th>
                <th scope="col" className="w-14 pb-1 font-medium @max-[640px]:hidden">
                  {say('letters.to')}
                </th>
                <th scope="col" className="pb-1 font-medium">
                  {say('letters.says')}
                </th>
                <th scope="col" className="w-32 pb-1 font-medium @max-[520px]:w-11">
                  {say('letters.seal')}
                </th>
                <th scope="col" className="w-40 pb-1 font-medium @max-[760px]:hidden">
                  {say('letters.tag')}
                </th>
              </tr>
            </thead>
            <tbody>
              {newest.map((letter) => (
                <LetterRow
                  key={letter.index}
                  letter={letter}
                  number={numbers.get(letter) ?? 0}
                  sealedBy={numbers.get(sealOf(letters, letter) ?? letter) ?? 0}
                  current={letter.at === view.at - 1}
                  onSeek={onSeek}
                />
              ))}
            </tbody>
          </table>
        )}
        {letters.length > MOST_ROWS && (
          <PanelNote>{say('letters.older', { n: letters.length - MOST_ROWS })}</PanelNote>
        )}
      </div>
    </Panel>
  );
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

function LetterRow({
  letter,
  number,
  sealedBy,
  current,
  onSeek,
}: {
  readonly letter: LetterView;
  readonly number: number;
  /** Number of the letter whose seal covers this one; its own if it has one or none is there yet. */
  readonly sealedBy: number;
  readonly current: boolean;
  readonly onSeek: (instant: number) => void;
}) {
  const say = useWords();
  const says = letterSays(say, letter);
  const forged = letter.writtenBy !== letter.claimedFrom;
  const caught = letter.to === 'eve';
  return (
    <tr
      className={classes(
        'relative border-line border-t align-middle hover:bg-surface2',
        current && 'bg-track/50',
      )}
    >
      <td className="py-2.5 text-ink3 tabular-nums">{number}</td>
      <td className="py-2.5">
        <span className={classes('font-semibold', INK[letter.writtenBy])}>
          {say(`letters.${letter.claimedFrom}`)}
        </span>
        {forged && <span className="block text-eve text-xs">{say('letters.by-eve')}</span>}
      </td>
      <td className="py-2.5 @max-[640px]:hidden">
        <span className={classes('font-semibold', INK[letter.to])}>
          {say(`letters.${letter.to}`)}
        </span>
      </td>
      <td className="py-2.5 pr-3 text-ink">
        {/* The button's area is the whole row. */}
        <button
          type="button"
          aria-label={say('letters.go', { n: number, says })}
          aria-current={current ? 'true' : undefined}
          onClick={() => onSeek(letter.at + 1)}
          className="text-left after:absolute after:inset-0 focus-visible:shadow-none focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
        >
          {says}
        </button>
        {caught && (
          <span className="ml-2 inline-block whitespace-nowrap text-ink2 text-xs">
            {say('letters.kept-by-eve')}
          </span>
        )}
      </td>
      <td className="py-2">
        <span className="flex items-center gap-2 whitespace-nowrap">
          <svg viewBox="-14 -14 28 28" className="size-6 shrink-0" aria-hidden="true">
            <SealGlyph state={letter.seal} maker={letter.writtenBy} />
          </svg>
          <span className="text-ink2 text-xs @max-[520px]:sr-only">
            {say(`letters.seal.${letter.seal}`)}
          </span>
        </span>
      </td>
      <td className="py-2.5 font-mono text-ink2 text-xs @max-[760px]:hidden">
        {letter.tagHex !== null && shortTag(letter.tagHex)}
        {letter.tagHex === null && letter.seal !== 'none' && (
          <span className="font-sans">
            {sealedBy === number
              ? say('letters.seal-follows')
              : say('letters.sealed-by', { n: sealedBy })}
          </span>
        )}
        {letter.seal === 'broken' && letter.expectedTagHex !== null && (
          <span className="block font-sans">
            {say('letters.tag-expected', { tag: shortTag(letter.expectedTagHex) })}
          </span>
        )}
      </td>
    </tr>
  );
}

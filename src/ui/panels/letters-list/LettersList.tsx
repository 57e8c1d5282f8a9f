import { useMemo } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { ActorId } from '../../../scenarios/actors.ts';
import type { KnowledgeView } from '../../../scenarios/knowledge/view.ts';
import { classes } from '../../parts/classes.ts';
import { SealGlyph } from '../../parts/glyphs/Seal.tsx';
import { Panel, PanelNote } from '../../parts/Panel.tsx';
import { letterSays, shortTag } from './letter-words.ts';
import { type ListRow as ListRowData, listRows } from './list-rows.ts';

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
  const rows = useMemo(() => listRows(view), [view]);
  const newest = rows.slice(-MOST_ROWS).reverse();
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
              {newest.map((row) =>
                row.kind === 'letter' ? (
                  <LetterRow
                    key={row.letter.index}
                    {...row}
                    current={row.letter.at === view.at - 1}
                    onSeek={onSeek}
                  />
                ) : (
                  <RoundsRow key={`rounds ${row.terms.index}`} {...row} onSeek={onSeek} />
                ),
              )}
            </tbody>
          </table>
        )}
        {rows.length > MOST_ROWS && (
          <PanelNote>{say('letters.older', { n: rows.length - MOST_ROWS })}</PanelNote>
        )}
      </div>
    </Panel>
  );
}

function LetterRow({
  letter,
  number,
  sealedBy,
  current,
  onSeek,
}: Pick<Extract<ListRowData, { kind: 'letter' }>, 'letter' | 'number' | 'sealedBy'> & {
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

/** All round trips of Correct on one link: there are thousands, and each says one bit or a few. */
function RoundsRow({
  correction,
  terms,
  onSeek,
}: Pick<Extract<ListRowData, { kind: 'rounds' }>, 'correction' | 'terms'> & {
  readonly onSeek: (instant: number) => void;
}) {
  const say = useWords();
  const { roundsDone, leaked, found, detailed, spoken } = correction;
  const says = say(detailed ? 'letters.rounds' : 'letters.rounds.counted', {
    n: roundsDone,
    parities: leaked,
    found,
  });
  // Alice's letters in this step are hers or Eve's in her name; the questions come from the other end.
  const sealed = terms.seal !== 'none';
  return (
    <tr className="relative border-line border-t align-middle hover:bg-surface2">
      <td className="py-2.5 text-ink3">…</td>
      <td className="py-2.5">
        <span className={classes('font-semibold', INK[terms.to])}>{say('letters.bob')}</span>
        <span className="@max-[640px]:block">
          {' + '}
          <span className={classes('font-semibold', INK[terms.writtenBy])}>
            {say('letters.alice')}
          </span>
        </span>
      </td>
      <td className="py-2.5 @max-[640px]:hidden" />
      <td className="py-2.5 pr-3 text-ink">
        <button
          type="button"
          aria-label={say('letters.rounds.go', { says })}
          onClick={() => onSeek(terms.at + 1 + roundsDone)}
          className="text-left after:absolute after:inset-0 focus-visible:shadow-none focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
        >
          {says}
        </button>
        {spoken && (
          <span className="block text-ink2 text-xs tabular-nums">
            {say('letters.rounds.size', { n: spoken.letters, bytes: spoken.bytes })}
          </span>
        )}
      </td>
      <td className="py-2">
        <span className="flex items-center gap-2 whitespace-nowrap">
          <svg viewBox="-14 -14 28 28" className="size-6 shrink-0" aria-hidden="true">
            <SealGlyph state={sealed ? 'sealed' : 'none'} maker={terms.writtenBy} />
          </svg>
          <span className="text-ink2 text-xs @max-[520px]:sr-only">
            {say(`letters.seal.${sealed ? 'sealed' : 'none'}`)}
          </span>
        </span>
      </td>
      <td className="py-2.5 text-ink2 text-xs @max-[760px]:hidden">
        {sealed && say(terms.tagHex === null ? 'letters.rounds.phase' : 'letters.rounds.each')}
      </td>
    </tr>
  );
}

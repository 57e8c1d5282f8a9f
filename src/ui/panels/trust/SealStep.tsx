import { useWords } from '../../../content/words/use-words.ts';
import type { LetterView, SealSight, VerdictView } from '../../../scenarios/knowledge/view.ts';
import { formatPercent } from '../../format.ts';
import { OnlyYouChip } from '../../parts/Chip.tsx';
import { SealGlyph } from '../../parts/glyphs/Seal.tsx';
import { VerdictPill } from '../../parts/glyphs/VerdictPill.tsx';
import { Slip, shortFingerprint } from './marks.tsx';
import type { Party, Scene } from './scene.ts';

/** What an end holds when the session is over, as far as this observer can tell. */
export interface EndOfSession {
  readonly end: Party | 'eve' | 'everyone';
  readonly verdict: VerdictView | null;
  /** Bits of its key; null: none, or not this observer's to know. */
  readonly bits: number | null;
  /** Eve holds the same key; null: cannot tell. */
  readonly heldByEve: boolean | null;
}

/** The first letters under the key just checked, and how the session ended for each end. */
export function SealStep({
  scene,
  readerSees,
  ends,
}: {
  readonly scene: Scene;
  /** The same seal through the reader's own eyes; null where this is the reader, or there is none. */
  readonly readerSees: SealSight | null;
  readonly ends: readonly EndOfSession[];
}) {
  const say = useWords();
  const { reader, subject, sealed, refused, errorRate } = scene;
  return (
    <div className="flex flex-col gap-2.5">
      {sealed ? (
        <div>
          <SealedSlip letter={sealed} />
          <p className="mt-1 font-semibold text-[13px] text-ink">
            {say(`trust.seal.${sealed.seal}`)}
          </p>
          {sealed.seal === 'broken' && sealed.expectedTagHex !== null && (
            <dl className="grid grid-cols-[auto_1fr] gap-x-2 text-[12px] text-ink2">
              <dt>{say('trust.seal.should-be')}</dt>
              <dd className="font-mono text-ink">{shortFingerprint(sealed.expectedTagHex)}</dd>
              <dt>{say('trust.seal.received')}</dt>
              <dd className="font-mono text-ink">{shortFingerprint(sealed.tagHex ?? '')}</dd>
            </dl>
          )}
        </div>
      ) : (
        <p className="text-[13px] text-ink2 leading-[1.4]">
          {say(refused ? 'trust.seal.no-letter' : 'trust.seal.no-seals', { who: reader })}
        </p>
      )}
      {readerSees !== null && (
        <p className="flex items-center gap-2 text-[13px] text-ink2 leading-[1.35]">
          <svg viewBox="-14 -14 28 28" aria-hidden="true" className="size-[22px] flex-none">
            <SealGlyph state={readerSees} maker={subject} />
          </svg>
          {say('trust.seal.reader-sees', { reader, subject })}
        </p>
      )}
      <div className="border-line border-t pt-2">
        <h4 className="mb-1 font-semibold text-[12px] text-ink2">{say('trust.end.title')}</h4>
        <ul className="flex flex-col gap-1.5">
          {ends.map((one) => (
            <End key={one.end} {...one} />
          ))}
        </ul>
      </div>
      {errorRate !== null && (
        <p className="text-[12px] text-ink2 leading-[1.35]">
          {say('trust.error-rate', { who: reader, rate: formatPercent(errorRate) })}
        </p>
      )}
    </div>
  );
}

function End({ end, verdict, bits, heldByEve }: EndOfSession) {
  const say = useWords();
  const kept = heldByEve === null ? 'bits' : heldByEve ? 'with-eve' : 'secret';
  return (
    <li className="text-[12px] text-ink2 leading-[1.35]">
      <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-0.5">
        <span className="font-[650] text-[13px] text-ink">
          {say('trust.end.says', { who: end })}
        </span>
        {verdict && (
          <VerdictPill verdict={verdict.kind === 'verdict' ? verdict.verdict : verdict.kind} />
        )}
      </div>
      {end === 'everyone' && (
        <p className="mt-0.5 text-right">
          <OnlyYouChip />
        </p>
      )}
      {bits !== null && <p className="tabular-nums">{say(`trust.end.${kept}`, { bits })}</p>}
    </li>
  );
}

function SealedSlip({ letter }: { readonly letter: LetterView }) {
  const say = useWords();
  const { claimedFrom, writtenBy, seal, alphabet, symbols } = letter;
  const shown = symbols.slice(0, 4).map((symbol) => (symbol === 0 ? '+' : '×'));
  return (
    <Slip
      writer={writtenBy}
      title={say('trust.from', { name: say(`value.${claimedFrom}`) })}
      seal={seal}
      sealWords={say(`letters.seal.${seal}`)}
    >
      {alphabet === 'bases' && (
        <>
          {say('trust.bases')} <span className="font-mono">{shown.join(' ')}</span>
        </>
      )}
    </Slip>
  );
}

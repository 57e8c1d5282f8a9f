import type { ReactNode } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { UseView } from '../../../scenarios/knowledge/steps-view.ts';
import { EnvelopeGlyph } from '../../parts/glyphs/Envelope.tsx';
import { EyeMark } from '../../parts/glyphs/marks.tsx';
import { SealGlyph } from '../../parts/glyphs/Seal.tsx';
import { compared, hexStart } from './texts.ts';

export interface EndLook {
  readonly name: string;
  readonly tone: 'alice' | 'bob' | 'eve';
}

/** Whom the screen is seen as. */
export interface Reader {
  readonly name: string;
  /** One of the two ends: what the other one has lies outside their sight, and is not closed to them. */
  readonly isEnd: boolean;
}

/** Bytes of the envelope that are written out. */
const HEX_BYTES = 24;
const BOX: Readonly<Record<EndLook['tone'], string>> = {
  alice: 'bg-alice-t',
  bob: 'bg-bob-t',
  eve: 'bg-eve-t',
};
const NAME: Readonly<Record<EndLook['tone'], string>> = {
  alice: 'text-alice',
  bob: 'text-bob',
  eve: 'text-eve',
};

/** The envelope on its way from one end to the other. Eve keeps a copy of whatever passes. */
export function EnvelopeCrossing({
  envelope,
  near,
  far,
  eveSeen,
  reader,
}: {
  readonly envelope: NonNullable<UseView['envelope']>;
  readonly near: EndLook;
  readonly far: EndLook;
  /** She stands beside the line, as this observer can tell. */
  readonly eveSeen: boolean;
  readonly reader: Reader;
}) {
  const say = useWords();
  const { written, read, accepted, altered, sealed, ciphertext, bytes } = envelope;
  return (
    <div className="grid items-stretch gap-2.5 min-[760px]:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)_minmax(0,1fr)]">
      <End look={near} title={say('use.writes', { name: near.name })}>
        {written === null ? <Closed reader={reader} side={near.name} /> : <Words>{written}</Words>}
      </End>
      <div className="flex min-w-0 flex-col items-center gap-1.5 rounded-[12px] border border-line2 border-dashed px-3 py-2.5">
        <svg
          role="img"
          aria-label={say('use.envelope', { bytes, sealed: sealed ? 'yes' : 'no' })}
          width="220"
          height="52"
          viewBox="0 0 220 52"
          className="max-w-full overflow-visible"
        >
          <path d="M6 26H214" stroke="var(--line2)" strokeWidth="1.5" />
          <path d="M206 21l8 5l-8 5" fill="none" stroke="var(--ink3)" strokeWidth="1.5" />
          <g transform="translate(110 26)">
            <g className="envelope-crosses">
              <EnvelopeGlyph maker={near.tone} width={60} height={40} />
              <g transform="translate(50 0)">
                <SealGlyph state={sealState(envelope)} maker={near.tone} size={22} />
              </g>
            </g>
          </g>
        </svg>
        <p className="w-full break-words text-center font-mono text-[11.5px] text-ink2 leading-[1.5]">
          {hexStart(ciphertext, HEX_BYTES)}
        </p>
        {eveSeen && (
          <p className="flex items-start gap-1.5 text-[12.5px] text-ink2">
            <EyeMark className="mt-px size-4 shrink-0 text-eve" />
            {say(altered ? 'use.eve-flips' : 'use.eve-copies')}
          </p>
        )}
      </div>
      <End look={far} title={say('use.reads', { name: far.name })}>
        {accepted === false ? (
          <p className="font-semibold text-[13.5px] text-ink">{say('use.refused')}</p>
        ) : read === null ? (
          <Closed reader={reader} side={far.name} />
        ) : (
          <Words>
            {compared(written, read).map(({ text, changed }, i) =>
              changed ? (
                <mark
                  // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the text.
                  key={i}
                  className="rounded-[3px] bg-transparent px-px font-bold text-ink underline decoration-2 decoration-eve decoration-wavy underline-offset-2"
                >
                  {text}
                </mark>
              ) : (
                text
              ),
            )}
          </Words>
        )}
      </End>
    </div>
  );
}

function sealState({ sealed, accepted }: NonNullable<UseView['envelope']>) {
  if (!sealed) return 'none';
  return accepted === null ? 'sealed' : accepted ? 'fits' : 'broken';
}

function End({
  look,
  title,
  children,
}: {
  readonly look: EndLook;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={`min-w-0 rounded-[12px] px-3.5 py-2.5 ${BOX[look.tone]}`}>
      <p className={`font-[650] text-[13px] ${NAME[look.tone]}`}>{title}</p>
      {children}
    </div>
  );
}

function Words({ children }: { readonly children: ReactNode }) {
  return (
    <p className="mt-1 max-h-40 overflow-y-auto whitespace-pre-wrap break-words text-[13.5px] text-ink leading-[1.45]">
      {children}
    </p>
  );
}

/** Not this observer's to read. */
function Closed({ reader, side }: { readonly reader: Reader; readonly side: string }) {
  const say = useWords();
  return (
    <p className="mt-1 text-[13px] text-ink2">
      {reader.isEnd
        ? say('use.elsewhere', { name: reader.name, side })
        : say('use.closed', { name: reader.name })}
    </p>
  );
}

import { useWords } from '../../content/words/use-words.ts';
import { EnvelopeGlyph } from '../parts/glyphs/Envelope.tsx';
import { INK_OF } from '../parts/glyphs/maker.ts';
import { SealGlyph } from '../parts/glyphs/Seal.tsx';
import type { StageLayout } from './layouts/places.ts';
import { type LetterText, letterText, roundText } from './letter-text.ts';
import type { Posted } from './post.ts';

/**
 * An open card, centred on the origin: in the maker's stroke, with its text to read and its seal. A
 * closed envelope has the same seal, and a key badge in place of its text.
 */
export function LetterCard({
  letter,
  twoLinks,
  layout,
  animated,
  counted = false,
}: {
  readonly letter: Posted;
  readonly twoLinks: boolean;
  readonly layout: StageLayout;
  readonly animated: boolean;
  /** Round trips pass too fast to be read: only their number is said. */
  readonly counted?: boolean;
}) {
  const say = useWords();
  const { width, height } = layout.letter;
  const text =
    'spoken' in letter
      ? roundText(letter, { twoLinks, width, counted, say })
      : letterText(letter, { twoLinks, width, say });
  const closed = letter.kind === 'envelope';
  return (
    <g className={INK_OF[letter.writtenBy]}>
      {closed ? (
        <EnvelopeGlyph maker={letter.writtenBy} width={width} height={height} />
      ) : (
        <rect
          x={-width / 2}
          y={-height / 2}
          width={width}
          height={height}
          rx="8"
          className="fill-surface"
          stroke="currentColor"
          strokeWidth="1.5"
        />
      )}
      <CardText text={text} left={-width / 2 + (closed ? ENVELOPE_TEXT : 11)} lower={closed} />
      <g transform={`translate(${width / 2 - 20} ${closed ? 4 : 0})`}>
        <g className="letter-seal">
          <SealGlyph
            key={letter.seal}
            state={letter.seal}
            maker={letter.writtenBy}
            size={height >= 50 ? 26 : 24}
            animated={animated}
          />
        </g>
      </g>
    </g>
  );
}

/** Picture only: text of an envelope begins right of its key badge, and under its flap. */
const ENVELOPE_TEXT = 44;

function CardText({
  text: { title, about, note, symbols },
  left,
  lower,
}: {
  readonly text: LetterText;
  readonly left: number;
  readonly lower: boolean;
}) {
  const lines = [title, about, note, symbols].filter((line) => line !== '').length;
  // Two or three lines, as a block in the middle of the card.
  const first = lower ? 4 : lines === 3 ? -10.5 : lines === 2 ? -3.5 : 4.3;
  const step = lines === 3 ? 14.6 : lower ? 14 : 16;
  return (
    <>
      <text x={left} y={first} fontSize="12" fontWeight="600" className="fill-ink">
        {title}
      </text>
      {about !== '' && (
        <text x={left} y={first + step} fontSize="12" className="fill-ink2">
          {about}
        </text>
      )}
      {note !== '' && (
        <text x={left} y={first + 2 * step} fontSize="12" className="fill-ink2">
          {note}
        </text>
      )}
      {symbols !== '' && (
        <text
          x={left}
          y={first + 2 * step}
          fontSize="12"
          letterSpacing="2.5"
          className="fill-ink2 font-mono"
        >
          {symbols}
        </text>
      )}
    </>
  );
}

import { useWords } from '../../content/words/use-words.ts';
import type { LetterView } from '../../scenarios/knowledge/view.ts';
import { INK_OF } from '../parts/glyphs/maker.ts';
import { SealGlyph } from '../parts/glyphs/Seal.tsx';
import type { StageLayout } from './layouts/places.ts';
import { letterText } from './letter-text.ts';

/** An open card, centred on the origin: in the maker's stroke, with its text to read and its seal. */
export function LetterCard({
  letter,
  twoLinks,
  layout,
  animated,
}: {
  readonly letter: LetterView;
  readonly twoLinks: boolean;
  readonly layout: StageLayout;
  readonly animated: boolean;
}) {
  const say = useWords();
  const { width, height } = layout.letter;
  const { title, about, note, symbols } = letterText(letter, { twoLinks, width, say });
  const left = -width / 2 + 11;
  const lines = [title, about, note, symbols].filter((line) => line !== '').length;
  // Two or three lines, as a block in the middle of the card.
  const first = lines === 3 ? -10.5 : lines === 2 ? -3.5 : 4.3;
  const step = lines === 3 ? 14.6 : 16;
  return (
    <g className={INK_OF[letter.writtenBy]}>
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
      <g transform={`translate(${width / 2 - 20} 0)`}>
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

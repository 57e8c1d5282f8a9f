/** What a letter says on its card: which words of the catalogue, with what in them. */

import type { SayWords } from '../../content/words/use-words.ts';
import type { LetterView } from '../../scenarios/knowledge/view.ts';

/** Width of what is not text on a card: its edges and the seal; stage units. */
const SEAL_AND_EDGES = 47;
const SYMBOL_WIDTH = 9.7;

const exact = new Intl.NumberFormat('en');
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** Up to four lines, each possibly empty; never more than three are filled. */
export interface LetterText {
  readonly title: string;
  readonly about: string;
  readonly note: string;
  /** "+××+" or "0110". */
  readonly symbols: string;
}

/** Photons are counted from 1 for a reader. Large numbers are shortened to fit a card. */
export function rangeText({ from, to }: { from: number; to: number }): string {
  const format = to >= 1e6 ? short : exact;
  return `${format.format(from + 1)}–${format.format(to)}`;
}

/** With Eve in the middle it matters whose name a letter carries; else what it says comes first. */
export function letterText(
  letter: LetterView,
  { twoLinks, width, say }: { twoLinks: boolean; width: number; say: SayWords },
): LetterText {
  const room = width - SEAL_AND_EDGES;
  const kind = kindOf(letter);
  const about = aboutOf(letter, room, say);
  const symbols = symbolsOf(letter, Math.floor(room / SYMBOL_WIDTH));
  if (!twoLinks) return { title: say('stage.letter.title', { kind }), about, note: '', symbols };
  const title = say('stage.letter.from', { name: letter.claimedFrom });
  if (letter.range) return { title, about, note: '', symbols };
  const what = say('stage.letter.what', { kind });
  return { title, about: what, note: symbols ? '' : about, symbols };
}

/** About how wide a text of 12 units is set: digits are wide, commas and spaces narrow. */
function widthOf(text: string): number {
  const width = (sign: string) => (/\d|–/.test(sign) ? 7.1 : /[\s,.]/.test(sign) ? 3.3 : 6);
  return [...text].reduce((sum, sign) => sum + width(sign), 0);
}

function kindOf({ content }: LetterView): string {
  switch (content.kind) {
    case 'detections':
    case 'bases':
    case 'sample':
      return content.kind;
    case 'test-bits':
      return 'bits';
    case 'decision':
      return content.go ? 'go' : 'stop';
    default:
      return content satisfies never;
  }
}

function aboutOf({ content, range }: LetterView, room: number, say: SayWords): string {
  switch (content.kind) {
    case 'detections':
    case 'bases': {
      if (!range) return '';
      const numbers = rangeText(range);
      const words = say('stage.letter.photons', { range: numbers });
      return widthOf(words) <= room ? words : numbers;
    }
    case 'sample':
      return say('stage.letter.places', { n: content.bits });
    case 'test-bits':
      return say('stage.letter.bits', { n: content.bits });
    case 'decision': {
      const reason = say('stage.letter.reason', { reason: content.reason.replace('-', '_') });
      if (reason) return reason;
      if (content.tested === 0) return '';
      const counts = { errors: content.errors, tested: content.tested };
      const words = say('stage.letter.differ', counts);
      return widthOf(words) <= room ? words : say('stage.letter.differ.short', counts);
    }
    default:
      return content satisfies never;
  }
}

function symbolsOf({ symbols, alphabet }: LetterView, most: number): string {
  if (alphabet === 'none') return '';
  const signs = alphabet === 'bases' ? '+×' : '01';
  return symbols
    .slice(0, most)
    .map((symbol) => signs.charAt(symbol))
    .join('');
}

/** The first eight digits of a tag in groups of four, as it is compared by eye. */
export function hexText(hex: string): string {
  return hex.slice(0, 8).replace(/(.{4})(?=.)/g, '$1 ');
}

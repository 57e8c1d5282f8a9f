/** What a letter says on its card: which words of the catalogue, with what in them. */

import type { SayWords } from '../../content/words/use-words.ts';
import type { LetterView } from '../../scenarios/knowledge/view.ts';

/** A line of text on a card holds about so many signs beside the seal. */
const LINE_SIGNS = 17;
const SYMBOLS = 8;

const exact = new Intl.NumberFormat('en');
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

export interface LetterText {
  readonly title: string;
  readonly about: string;
  /** "+ × × +" or "0 1 1 0", possibly empty. */
  readonly symbols: string;
}

/** Photons are counted from 1 for a reader. Large numbers are shortened to fit a card. */
export function rangeText({ from, to }: { from: number; to: number }): string {
  const format = to >= 1e6 ? short : exact;
  return `${format.format(from + 1)}–${format.format(to)}`;
}

/** With Eve in the middle it matters whose name a letter carries; else what it says comes first. */
export function letterText(letter: LetterView, twoLinks: boolean, say: SayWords): LetterText {
  const kind = kindOf(letter);
  const about = aboutOf(letter, say);
  const symbols = symbolsOf(letter);
  if (!twoLinks) return { title: say('stage.letter.title', { kind }), about, symbols };
  return {
    title: say('stage.letter.from', { name: letter.claimedFrom }),
    about: letter.range ? about : say('stage.letter.what', { kind }),
    symbols: letter.range || symbols ? symbols : about,
  };
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

function aboutOf({ content, range }: LetterView, say: SayWords): string {
  switch (content.kind) {
    case 'detections':
    case 'bases': {
      if (!range) return '';
      const numbers = rangeText(range);
      const words = say('stage.letter.photons', { range: numbers });
      return words.length <= LINE_SIGNS ? words : numbers;
    }
    case 'sample':
      return say('stage.letter.places', { n: content.bits });
    case 'test-bits':
      return say('stage.letter.bits', { n: content.bits });
    case 'decision': {
      const reason = say('stage.letter.reason', { reason: content.reason });
      if (reason) return reason;
      return content.tested === 0
        ? ''
        : say('stage.letter.differ', { errors: content.errors, tested: content.tested });
    }
    default:
      return content satisfies never;
  }
}

function symbolsOf({ symbols, alphabet }: LetterView): string {
  if (alphabet === 'none') return '';
  const signs = alphabet === 'bases' ? '+×' : '01';
  return symbols
    .slice(0, SYMBOLS)
    .map((symbol) => signs.charAt(symbol))
    .join('');
}

/** The first eight digits of a tag in groups of four, as it is compared by eye. */
export function hexText(hex: string): string {
  return hex.slice(0, 8).replace(/(.{4})(?=.)/g, '$1 ');
}

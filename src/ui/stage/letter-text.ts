/** What a letter says on its card: which words of the catalogue, with what in them. */

import type { SayWords } from '../../content/words/use-words.ts';
import type { LetterView } from '../../scenarios/knowledge/view.ts';
import type { RoundCard } from './rounds.ts';

/** Width of what is not text on a card: its edges and the seal; stage units. */
const SEAL_AND_EDGES = 47;
const SYMBOL_WIDTH = 9.7;
/** Width of the key badge on an envelope; stage units. */
const KEY_BADGE = 34;

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
  const room = width - SEAL_AND_EDGES - (letter.kind === 'envelope' ? KEY_BADGE : 0);
  const kind = kindOf(letter);
  const about = aboutOf(letter, room, say);
  const symbols = symbolsOf(letter, Math.floor(room / SYMBOL_WIDTH));
  // The envelope's own shape says what it is; its writer is in the stroke.
  if (!twoLinks || kind === 'envelope') {
    return { title: say('stage.letter.title', { kind }), about, note: '', symbols };
  }
  const title = say('stage.letter.from', { name: letter.claimedFrom });
  if (letter.range) return { title, about, note: '', symbols };
  const what = say('stage.letter.what', { kind });
  return { title, about: what, note: symbols ? '' : about, symbols };
}

/** The same of one half of a round trip; where many pass in a second, only how many there were. */
export function roundText(
  { kind, claimedFrom, spoken }: RoundCard,
  {
    twoLinks,
    width,
    counted,
    say,
  }: { twoLinks: boolean; width: number; counted: boolean; say: SayWords },
): LetterText {
  const which = kind === 'parities' ? 'parities' : 'questions';
  const what = say(`stage.letter.${twoLinks ? 'what' : 'title'}`, { kind: which });
  const title = twoLinks ? say('stage.letter.from', { name: claimedFrom }) : what;
  const line = (about: string, symbols = '') =>
    twoLinks
      ? { title, about: what, note: symbols ? '' : about, symbols }
      : { title, about, note: '', symbols };
  if (spoken === null) return line('');
  if (counted) return line(say('stage.letter.so-far', { n: spoken.soFar }));
  const { pass, blocks, length, parities } = spoken;
  const about =
    blocks === 1
      ? say('stage.letter.block', { n: length })
      : say('stage.letter.blocks', { n: blocks, pass: pass + 1 });
  if (kind === 'parity-questions') return line(about);
  const most = Math.floor((width - SEAL_AND_EDGES) / SYMBOL_WIDTH);
  return line(about, parities.slice(0, most).join(''));
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
    case 'kem-key':
    case 'kem-ciphertext':
    case 'correct-terms':
      // A selector of a message holds no hyphen.
      return content.kind.replace('-', '_');
    case 'introduction':
    case 'greeting':
    case 'verification':
    case 'shrink':
    case 'envelope':
      return content.kind;
    // The stage shows links, whose key is made of light.
    case 'share':
    case 'capsule-key':
    case 'capsule':
      return '';
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
    case 'introduction':
      return say('stage.letter.introduces', { name: content.of });
    case 'kem-key':
    case 'kem-ciphertext':
      return say('stage.letter.bytes', { n: content.length });
    case 'greeting':
      return widthOf(content.text) <= room ? content.text : '';
    case 'correct-terms':
    case 'verification':
      return say('stage.letter.bits', { n: content.bits });
    case 'shrink': {
      const lengths = { from: content.inputBits, to: content.outputBits };
      const words = say('stage.letter.shrinks', lengths);
      return widthOf(words) <= room ? words : say('stage.letter.shrinks.short', lengths);
    }
    case 'envelope':
      return say('stage.letter.bytes', { n: content.ciphertext.length });
    case 'share':
    case 'capsule-key':
    case 'capsule':
      return '';
    default:
      return content satisfies never;
  }
}

function symbolsOf({ symbols, alphabet, bytes, kind }: LetterView, most: number): string {
  if (alphabet === 'none') return '';
  if (alphabet === 'bytes') {
    // An envelope's own shape takes the room.
    return kind === 'envelope' ? '' : hexText(hexOf(bytes.subarray(0, Math.floor(most / 2.5))));
  }
  const signs = alphabet === 'bases' ? '+×' : '01';
  return symbols
    .slice(0, most)
    .map((symbol) => signs.charAt(symbol))
    .join('');
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The first eight digits of a tag in groups of four, as it is compared by eye. */
export function hexText(hex: string): string {
  return hex.slice(0, 8).replace(/(.{4})(?=.)/g, '$1 ');
}

import type { SayWords } from '../../../content/words/use-words.ts';
import type { LetterView } from '../../../scenarios/knowledge/view.ts';

/** What a letter says, in one line. Photons are counted from 1. */
export function letterSays(say: SayWords, { content, range }: LetterView): string {
  const span = { from: (range?.from ?? 0) + 1, to: range?.to ?? 0 };
  switch (content.kind) {
    case 'detections':
      return say('letters.detections', span);
    case 'bases':
      return say('letters.bases', span);
    case 'sample':
      return say('letters.sample', { bits: content.bits });
    case 'test-bits':
      return say('letters.test-bits', { bits: content.bits });
    case 'decision':
      return content.go
        ? say('letters.go-on', { errors: content.errors, tested: content.tested })
        : say(`letters.stop.${content.reason}`, {
            errors: content.errors,
            tested: content.tested,
          });
    default:
      content satisfies never;
      return '';
  }
}

/** Signs of a tag shown in the list. */
const TAG_SIGNS = 8;

/** "cb4782f7…" → "cb47 82f7": enough to see that two differ. */
export function shortTag(hex: string): string {
  return hex.slice(0, TAG_SIGNS).replace(/(.{4})(?=.)/g, '$1 ');
}

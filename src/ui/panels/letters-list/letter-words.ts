import type { SayWords } from '../../../content/words/use-words.ts';
import type { LetterView } from '../../../scenarios/knowledge/view.ts';

/** What a letter says, in one line. Photons are counted from 1. */
export function letterSays(say: SayWords, { content, range, step }: LetterView): string {
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
      if (content.go && step > 2) return say(`letters.go-on.${step === 3 ? 'equal' : 'shrunk'}`);
      return content.go
        ? say('letters.go-on', { errors: content.errors, tested: content.tested })
        : say(`letters.stop.${content.reason}`, {
            errors: content.errors,
            tested: content.tested,
          });
    case 'introduction':
      return say('letters.introduction', { of: content.of });
    case 'kem-key':
    case 'kem-ciphertext':
      return say(`letters.${content.kind}`, { bytes: content.length });
    case 'share':
      return say('letters.share', { bytes: content.value.length });
    case 'capsule-key':
      return say('letters.kem-key', { bytes: content.length });
    case 'capsule':
      return say('letters.kem-ciphertext', { bytes: content.length });
    case 'greeting':
      return say('letters.greeting', { text: content.text });
    case 'correct-terms':
      return say('letters.correct-terms', { bits: content.bits });
    case 'verification':
      return say('letters.verification', { bits: content.bits });
    case 'shrink':
      return say('letters.shrink', { from: content.inputBits, to: content.outputBits });
    case 'envelope':
      return say('letters.envelope', {
        cipher: say(`value.${content.cipher}`),
        bytes: content.ciphertext.length,
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

import { en, type WordKey } from './en.ts';
import { type Say, speaker } from './words.ts';

export type { WordKey } from './en.ts';
export type SayWords = Say<WordKey>;

/** The interface's words, for code that is not a component. */
export const say: SayWords = speaker(en, 'en');

/**
 * The interface's words, for components: `const say = useWords()`. A hook by name and use, so that
 * a second language can make it subscribe to a choice without touching any component.
 */
export function useWords(): SayWords {
  return say;
}

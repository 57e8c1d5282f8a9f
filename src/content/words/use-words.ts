import { en } from './en.ts';
import type { enLater } from './en-later.ts';
import { type Say, speaker } from './words.ts';

/** A key of either part of the catalogue; what is later is known once `learnWords` has heard it. */
export type WordKey = Extract<keyof typeof en | keyof typeof enLater, string>;
export type SayWords = Say<WordKey>;

const known: Record<string, string> = { ...en };

/** Adds the part that comes later. Called by the code that comes with it, before it shows anything. */
export function learnWords(words: Readonly<Record<string, string>>): void {
  Object.assign(known, words);
}

/** The interface's words, for code that is not a component. */
export const say: SayWords = speaker(known as Readonly<Record<WordKey, string>>, 'en');

/**
 * The interface's words, for components: `const say = useWords()`. A hook by name and use, so that
 * a second language can make it subscribe to a choice without touching any component.
 */
export function useWords(): SayWords {
  return say;
}

import { useStore } from 'zustand';
import { useWords } from '../content/words/use-words.ts';
import { runStore } from '../store/run.ts';

/** What this run is about, as a question: it follows from the configuration, never from the outcome. */
export function useQuestion(): string {
  const attack = useStore(runStore, ({ config }) => config.eve.attack);
  return useWords()(`question.${attack}`);
}

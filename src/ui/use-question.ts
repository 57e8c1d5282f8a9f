import { useStore } from 'zustand';
import { useWords } from '../content/words/use-words.ts';
import { runStore } from '../store/run.ts';
import { placeStore } from './place.ts';

/** What this run is about, as a question: it follows from the configuration, never from the outcome. */
export function useQuestion(): string {
  const say = useWords();
  const attack = useStore(runStore, ({ config }) => config.eve.attack);
  const route = useStore(placeStore, ({ route }) => route);
  if (route.screen === 'lab' && route.tab === 'middleman') return say('pair.title');
  return say(`question.${attack}`);
}

import { useStore } from 'zustand';
import { useWords } from '../content/words/use-words.ts';
import { observerStore } from '../store/observer.ts';
import { runStore } from '../store/run.ts';
import { placeStore } from './place.ts';

/**
 * What this run is about, as a question: it follows from the configuration, never from the outcome.
 * Alice and Bob cannot know what Eve is about, so theirs is always the same.
 */
export function useQuestion(place: 'tab' | 'stage' = 'tab'): string {
  const say = useWords();
  const attack = useStore(runStore, ({ config }) => config.eve.attack);
  const observer = useStore(observerStore, ({ observer }) => observer);
  const route = useStore(placeStore, ({ route }) => route);
  // A frame that always shows the stage asks its question, whatever tab the link names.
  const tab = place === 'tab' && route.screen === 'lab' ? route.tab : 'stage';
  if (tab === 'middleman') return say('pair.title');
  if (tab !== 'stage') return say(`question.${tab}`);
  return say(observer === 'alice' || observer === 'bob' ? 'question.none' : `question.${attack}`);
}

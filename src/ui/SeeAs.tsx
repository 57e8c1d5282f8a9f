import { useStore } from 'zustand';
import { useWords } from '../content/words/use-words.ts';
import { OBSERVERS } from '../scenarios/actors.ts';
import { observerStore, seeAs } from '../store/observer.ts';
import { Segmented } from './parts/Segmented.tsx';

/** Whose eyes the screen shows. */
export function SeeAs({
  large = false,
  stretch = false,
}: {
  readonly large?: boolean;
  readonly stretch?: boolean;
}) {
  const say = useWords();
  const observer = useStore(observerStore, ({ observer }) => observer);
  return (
    <Segmented
      label={say('see-as.label')}
      value={observer}
      options={OBSERVERS.map((value) => ({ value, label: say(`see-as.${value}`) }))}
      onChange={seeAs}
      large={large}
      stretch={stretch}
    />
  );
}

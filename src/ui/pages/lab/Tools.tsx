import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import { change, changeAll, resetConfig, runStore } from '../../../store/run.ts';
import { formatSeed } from '../../format.ts';
import { ControlsPanel } from '../../panels/controls/ControlsPanel.tsx';
import { CHANGED_NAMES } from '../../panels/controls/fields.ts';

/** The controls of the run, joined to it. */
export function Tools() {
  const config = useStore(runStore, ({ config }) => config);
  return (
    <ControlsPanel
      config={config}
      onChange={change}
      onChangeAll={changeAll}
      onReset={resetConfig}
    />
  );
}

/** Says that a change started a new run, from which seed. */
export function NewRunNote() {
  const say = useWords();
  const changed = useStore(runStore, ({ changed }) => changed);
  const seed = useStore(runStore, ({ config }) => config.seed);
  if (changed.length === 0) return null;
  return (
    <p className="text-[12px] text-ink2 leading-[1.35]" data-testid="new-run">
      {newRunWords(say, changed, formatSeed(seed))}
    </p>
  );
}

/** The sentence about a new run, for the eye and for the live region. */
export function newRunWords(
  say: ReturnType<typeof useWords>,
  changed: readonly string[],
  seed: string,
): string {
  const names = changed.map((path) => {
    const key = CHANGED_NAMES[path];
    return key ? say(key) : path;
  });
  return say('lab.new-run', { seed, fields: names.join(', ') });
}

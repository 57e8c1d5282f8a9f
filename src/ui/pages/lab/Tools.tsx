import { useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import type { ConfigProblem } from '../../../scenarios/config.ts';
import { changeAll, resetConfig, runStore, withChanges } from '../../../store/run.ts';
import { formatSeed } from '../../format.ts';
import { later } from '../../later.tsx';
import { ControlsPanel } from '../../panels/controls/ControlsPanel.tsx';
import { CHANGED_NAMES } from '../../panels/controls/fields.ts';

const LowerSections = later(({ LowerSections }) => LowerSections);

/** The controls of the run, joined to it. */
export function Tools() {
  const config = useStore(runStore, ({ config }) => config);
  const [refused, setRefused] = useState<readonly ConfigProblem[]>([]);
  // What the checker refuses is said where it was chosen; the run stays.
  const submit = (values: Readonly<Record<string, unknown>>) => {
    const next = withChanges(runStore.getState().config, values);
    setRefused(next.ok ? [] : next.problems);
    if (next.ok) changeAll(values);
  };
  return (
    <ControlsPanel
      config={config}
      problems={refused}
      lower={LowerSections}
      onChange={(path, value) => submit({ [path]: value })}
      onChangeAll={submit}
      onReset={() => {
        setRefused([]);
        resetConfig();
      }}
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

import type { ComponentType } from 'react';
import { useWords, type WordKey } from '../../../content/words/use-words.ts';
import type { ConfigProblem, RunConfig } from '../../../scenarios/config.ts';
import { configDifferences } from '../../../scenarios/config-parse.ts';
import { formatSeed } from '../../format.ts';
import { Button } from '../../parts/Button.tsx';
import { EveSection } from './EveSection.tsx';
import {
  CHANGED_NAMES,
  problemsElsewhere,
  SHOWN_PATHS,
  setElsewhere,
  settingText,
} from './fields.ts';
import { LettersSection } from './LettersSection.tsx';
import { LightSection } from './LightSection.tsx';
import type { LowerProps, SectionProps } from './section.ts';

/** The tools: every control of a run, each with its value, its range and what it changes. */
export function ControlsPanel({
  config,
  onChange,
  onChangeAll,
  onReset,
  lower: Lower,
  changed = [],
  problems = [],
}: {
  readonly config: RunConfig;
  /** A field by its dotted path; `undefined` leaves it to its default. */
  readonly onChange: (path: string, value: unknown) => void;
  /** Several fields that only make sense together. */
  readonly onChangeAll: (values: Readonly<Record<string, unknown>>) => void;
  readonly onReset: () => void;
  /** The lower folds, and what belongs to rarer attacks; the host may load them later. */
  readonly lower: ComponentType<LowerProps>;
  /** Dotted paths that the last restart changed. */
  readonly changed?: readonly string[];
  readonly problems?: readonly ConfigProblem[];
}) {
  const say = useWords();
  const section: SectionProps = { config, problems, onChange, onChangeAll };
  const elsewhere = setElsewhere(config);
  const others = problemsElsewhere(problems, SHOWN_PATHS);
  const isDefault = Object.keys(configDifferences(config)).every((path) => path === 'seed');
  return (
    <div className="min-w-0">
      <LightSection {...section} />
      <EveSection {...section} tricks={Lower} />
      <LettersSection {...section} />
      <Lower {...section} part="folds" />
      <div className="flex flex-col gap-2 border-line border-t px-4 py-3">
        {others.map((problem) => (
          <p key={problem.path} role="alert" className="font-medium text-ink text-xs">
            {problem.path} {problem.message}
          </p>
        ))}
        {elsewhere.length > 0 && (
          <p className="text-ink2 text-xs">
            {say('controls.also', {
              what: elsewhere
                .map(({ path, value }) => `${say(path)} ${settingText(say, value)}`)
                .join(', '),
            })}
          </p>
        )}
        <p role="status" className="min-h-[17px] text-ink2 text-xs">
          {changed.length > 0 &&
            say('controls.changed', {
              what: changed.map((path) => say(nameOf(path))).join(', '),
              seed: formatSeed(config.seed),
            })}
        </p>
        <Button size="small" disabled={isDefault} onClick={onReset} className="self-start">
          {say('controls.reset')}
        </Button>
      </div>
    </div>
  );
}

function nameOf(path: string): WordKey {
  return CHANGED_NAMES[path] ?? 'controls.light';
}

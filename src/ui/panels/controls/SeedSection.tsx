import { useId, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { formatSeed } from '../../format.ts';
import { AccordionSection } from '../../parts/Accordion.tsx';
import { Button } from '../../parts/Button.tsx';
import { classes } from '../../parts/classes.ts';
import { problemAt } from './fields.ts';
import type { SectionProps } from './section.ts';
import { nextSeed, readSeed } from './seed.ts';

/** The one source of chance. */
export function SeedSection({ config, problems, onChange }: SectionProps) {
  const say = useWords();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const { seed } = config;
  const commit = () => {
    if (draft === null) return;
    const read = readSeed(draft);
    setWrong(read === null);
    if (read === null) return;
    setDraft(null);
    if (read !== seed) onChange('seed', read);
  };
  const problem = wrong ? say('controls.seed.wrong') : problemAt(problems, 'seed');
  return (
    <AccordionSection
      title={say('controls.seed')}
      summary={say('controls.seed.summary', { seed: formatSeed(seed) })}
    >
      <label htmlFor={id} className="mb-1 block text-[13px] text-ink2">
        {say('controls.seed.label')}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          type="text"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={wrong}
          aria-describedby={`${id}-effect`}
          value={draft ?? formatSeed(seed)}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
            setWrong(false);
          }}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={commit}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Enter') commit();
            if (event.key === 'Escape') {
              setDraft(null);
              setWrong(false);
            }
          }}
          className={classes(
            'h-9 min-w-0 flex-1 rounded-[9px] border bg-surface px-3 font-mono text-[13px] text-ink',
            wrong ? 'border-ink' : 'border-ink3',
          )}
        />
        <Button
          className="!h-9 !px-3 !text-[13px]"
          onClick={() => {
            setDraft(null);
            setWrong(false);
            onChange('seed', nextSeed(seed));
          }}
        >
          {say('controls.seed.new')}
        </Button>
      </div>
      <p id={`${id}-effect`} className="mt-1.5 text-ink2 text-xs leading-[1.35]">
        {say('controls.seed.effect')}
      </p>
      {problem !== undefined && (
        <p role="alert" className="mt-1 font-medium text-ink text-xs">
          {problem}
        </p>
      )}
    </AccordionSection>
  );
}

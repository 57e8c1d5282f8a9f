import { useId, useState } from 'react';
import { useWords, type WordKey } from '../../../content/words/use-words.ts';
import { classes } from '../../parts/classes.ts';

/** A text of the configuration; it starts a run when the field is left. */
export function TextRow({
  label,
  value,
  most,
  effect,
  problem,
  onChange,
}: {
  readonly label: WordKey;
  readonly value: string;
  /** Bytes of UTF-8, at most. */
  readonly most: number;
  readonly effect: WordKey;
  readonly problem?: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  const say = useWords();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? value;
  const bytes = new TextEncoder().encode(shown).length;
  const fits = bytes >= 1 && bytes <= most;
  const commit = () => {
    if (draft === null || !fits) return;
    setDraft(null);
    if (draft !== value) onChange(draft);
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-[13px] text-ink2">
        {say(label)}
      </label>
      <textarea
        id={id}
        rows={2}
        spellCheck={false}
        aria-invalid={!fits}
        aria-describedby={`${id}-bytes`}
        value={shown}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') setDraft(null);
        }}
        className={classes(
          'block w-full resize-y rounded-[9px] border bg-surface px-3 py-1.5 text-[13px] text-ink leading-[1.4]',
          fits ? 'border-ink3' : 'border-ink',
        )}
      />
      <div className="mt-1 flex items-start justify-between gap-3 text-xs leading-[1.35]">
        <span className="text-ink2">{say(effect)}</span>
        <span id={`${id}-bytes`} className="shrink-0 whitespace-nowrap text-ink3 tabular-nums">
          {say('controls.bytes', { n: bytes, most })}
        </span>
      </div>
      {(!fits || problem !== undefined) && (
        <p role="alert" className="mt-1 font-medium text-ink text-xs">
          {fits ? problem : say('controls.bytes.wrong', { most })}
        </p>
      )}
    </div>
  );
}

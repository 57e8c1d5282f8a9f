import { type ReactNode, useId, useState } from 'react';
import { useWords, type WordKey } from '../../../content/words/use-words.ts';
import { classes } from '../../parts/classes.ts';
import type { NumberShape } from '../../parts/NumberField.tsx';
import { Segmented, type SegmentOption } from '../../parts/Segmented.tsx';
import { Select } from '../../parts/Select.tsx';
import { LogSlider, Slider } from '../../parts/Slider.tsx';
import { useDraft } from './use-draft.ts';

/** One number of the configuration. Without `step` its slider is logarithmic. */
export function NumberRow({
  label,
  value,
  shape,
  step,
  defaultValue,
  effect,
  tone,
  problem,
  onChange,
}: {
  readonly label: WordKey;
  readonly value: number;
  readonly shape: NumberShape;
  readonly step?: number;
  readonly defaultValue: number;
  readonly effect: WordKey;
  readonly tone?: 'ink' | 'eve';
  readonly problem?: string | undefined;
  readonly onChange: (value: number) => void;
}) {
  const say = useWords();
  const [shown, change] = useDraft(value, onChange);
  const props = {
    label: say(label),
    value: shown,
    shape,
    defaultValue,
    effect: say(effect),
    tone,
    problem,
    onChange: change,
  };
  return step === undefined ? <LogSlider {...props} /> : <Slider {...props} step={step} />;
}

interface ChoiceProps<Value extends string> {
  readonly label: WordKey;
  readonly value: Value;
  readonly options: readonly SegmentOption<Value>[];
  readonly effect: WordKey;
  readonly problem?: string | undefined;
  readonly onChange: (value: Value) => void;
}

/** One choice of the configuration, as a bar. */
export function ChoiceRow<Value extends string>({
  label,
  value,
  options,
  effect,
  problem,
  onChange,
}: ChoiceProps<Value>) {
  const say = useWords();
  return (
    <div>
      <div className="mb-1.5 text-[13px] text-ink2">{say(label)}</div>
      <Segmented label={say(label)} value={value} options={options} onChange={onChange} stretch />
      <Effect problem={problem}>{say(effect)}</Effect>
    </div>
  );
}

/** One choice among many, or with long names, as a list. */
export function ListRow<Value extends string>({
  label,
  value,
  options,
  effect,
  problem,
  onChange,
}: ChoiceProps<Value>) {
  const say = useWords();
  return (
    <div>
      <Select label={say(label)} value={value} options={options} onChange={onChange} />
      <Effect problem={problem}>{say(effect)}</Effect>
    </div>
  );
}

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

/** The line under a control: what it changes, and what the checker has against it. */
function Effect({
  problem,
  children,
}: {
  readonly problem: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <>
      <p className="mt-1 text-ink2 text-xs leading-[1.35]">{children}</p>
      {problem !== undefined && (
        <p role="alert" className="mt-1 font-medium text-ink text-xs">
          {problem}
        </p>
      )}
    </>
  );
}

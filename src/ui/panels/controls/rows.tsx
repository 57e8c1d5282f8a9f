import type { ReactNode } from 'react';
import { useWords, type WordKey } from '../../../content/words/use-words.ts';
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

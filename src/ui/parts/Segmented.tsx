import { useId } from 'react';
import { classes } from './classes.ts';

export interface SegmentOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Said in place of the label by a screen reader, where the label is a sign. */
  readonly spoken?: string;
}

/** One of a few: a radio group that looks like one bar. Arrow keys are the browser's own. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  onChange,
  stretch = false,
  disabled = false,
}: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly SegmentOption<Value>[];
  readonly onChange: (value: Value) => void;
  /** Fill the width, equal parts. */
  readonly stretch?: boolean;
  readonly disabled?: boolean;
}) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={classes(
        'gap-0.5 rounded-[9px] bg-track p-[3px]',
        stretch ? 'flex w-full' : 'inline-flex w-fit',
        disabled && 'opacity-50',
      )}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className={classes(
            'relative flex cursor-pointer select-none items-center justify-center whitespace-nowrap rounded-[7px] font-medium text-ink2 after:absolute after:inset-x-0 after:-inset-y-[9px] hover:text-ink',
            'has-checked:bg-seg-on has-checked:font-semibold has-checked:text-ink has-checked:shadow-[0_1px_2px_rgb(0_0_0/.12)] forced-colors:has-checked:outline-2',
            'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
            'py-1 text-[13px] leading-5',
            stretch ? 'min-w-0 flex-1 px-1' : 'px-[11px]',
          )}
        >
          <input
            type="radio"
            className="absolute inset-0 z-10 cursor-pointer appearance-none opacity-0"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={disabled}
            aria-label={option.spoken ?? option.label}
            onChange={() => onChange(option.value)}
          />
          {/* The bold twin keeps the width, so that choosing does not shift its neighbours. */}
          <span className="grid [&>*]:col-start-1 [&>*]:row-start-1" aria-hidden="true">
            <span className="invisible font-semibold">{option.label}</span>
            <span className="text-center">{option.label}</span>
          </span>
        </label>
      ))}
    </div>
  );
}

import { useState } from 'react';
import { useWords } from '../../content/words/use-words.ts';
import { classes } from './classes.ts';
import { readTyped } from './typed-number.ts';

/** How a number is written, and what may be typed. */
export interface NumberShape {
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  /** Value of one written unit: 0.01 where percent is shown. */
  readonly perUnit?: number;
  readonly unit?: string;
}

const plain = new Intl.NumberFormat('en', { maximumSignificantDigits: 10 });

/** The number with its unit, as a reader writes it. */
export function written(value: number, { perUnit = 1, unit = '' }: NumberShape): string {
  const number = plain.format(Number((value / perUnit).toPrecision(10)));
  if (unit === '') return number;
  return unit === '%' || unit === '°' ? `${number}${unit}` : `${number}\u00a0${unit}`;
}

/**
 * A value that can be typed over. What is not a number, or out of range, stays in the field with the
 * reason below it; nothing changes until it is right.
 */
export function NumberField({
  id,
  label,
  value,
  shape,
  onCommit,
  onNudge,
  disabled = false,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly shape: NumberShape;
  readonly onCommit: (value: number) => void;
  readonly onNudge?: ((direction: 1 | -1) => void) | undefined;
  readonly disabled?: boolean;
}) {
  const say = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState<'not-a-number' | 'out-of-range' | null>(null);
  const { min, max, whole = false, perUnit = 1, unit = '' } = shape;
  const commit = () => {
    if (draft === null) return;
    const typed = readTyped(draft, { min, max, whole, perUnit, unit });
    if (!typed.ok) {
      setWrong(typed.reason);
      return;
    }
    setDraft(null);
    setWrong(null);
    if (typed.value !== value) onCommit(typed.value);
  };
  const shown = draft ?? written(value, shape);
  return (
    <span className="relative inline-flex min-w-0 flex-col items-end">
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={wrong !== null}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        disabled={disabled}
        value={shown}
        // A mono field as wide as what stands in it.
        style={{ width: `${Math.max(3, shown.length) + 1.4}ch` }}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setWrong(null);
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          // Single-key shortcuts of the page must not hear what is typed.
          event.stopPropagation();
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') {
            setDraft(null);
            setWrong(null);
          }
          if (onNudge && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
            event.preventDefault();
            setDraft(null);
            onNudge(event.key === 'ArrowUp' ? 1 : -1);
          }
        }}
        className={classes(
          'h-7 max-w-full rounded-md border bg-transparent px-[.6ch] text-right font-mono font-semibold text-[12.5px] text-ink',
          wrong ? 'border-ink' : 'border-transparent hover:border-line2 focus:border-ink3',
        )}
      />
      {wrong !== null && (
        <span id={`${id}-wrong`} role="alert" className="text-right text-[12px] text-ink">
          {wrong === 'not-a-number' && whole
            ? say('parts.not-whole')
            : say(wrong === 'not-a-number' ? 'parts.not-a-number' : 'parts.out-of-range', {
                min: written(min, shape),
                max: written(max, shape),
              })}
        </span>
      )}
    </span>
  );
}

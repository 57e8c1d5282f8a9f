import { useId } from 'react';
import { useWords } from '../../content/words/use-words.ts';
import { classes } from './classes.ts';

/** On or off, and says which in words beside the drawing. */
export function Toggle({
  label,
  on,
  onChange,
  describe,
  disabled = false,
  hideLabel = false,
}: {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  /** One line under the label: what this state means. */
  readonly describe?: string;
  readonly disabled?: boolean;
  readonly hideLabel?: boolean;
}) {
  const say = useWords();
  const id = useId();
  return (
    <div className="flex min-h-11 items-center justify-between gap-3">
      <div className={hideLabel ? 'sr-only' : 'min-w-0'}>
        <div id={id} className="font-semibold text-[13px] text-ink">
          {label}
        </div>
        {describe !== undefined && (
          <div id={`${id}-more`} className="text-[12px] text-ink2 leading-[1.35]">
            {describe}
          </div>
        )}
      </div>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-labelledby={id}
        aria-describedby={describe !== undefined ? `${id}-more` : undefined}
        disabled={disabled}
        onClick={() => onChange(!on)}
        className="relative flex shrink-0 items-center gap-2 rounded-full after:absolute after:-inset-x-1 after:-inset-y-2.5 disabled:opacity-50"
      >
        <span className="min-w-6 text-right font-semibold text-[12px] text-ink2" aria-hidden="true">
          {say(on ? 'parts.on' : 'parts.off')}
        </span>
        <span
          aria-hidden="true"
          className={classes(
            'relative h-6 w-10 rounded-full border-2',
            on ? 'border-btn bg-btn' : 'border-ink3 bg-surface',
          )}
        >
          <span
            className={classes(
              'absolute top-1/2 size-4 -translate-y-1/2 rounded-full transition-[left] duration-150 motion-reduce:transition-none',
              on ? 'left-[18px] bg-surface' : 'left-0.5 bg-ink3',
            )}
          />
        </span>
      </button>
    </div>
  );
}

import type { CSSProperties } from 'react';
import { classes } from './classes.ts';

const ARROWS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
};

const TONES = { ink: 'var(--ink)', eve: 'var(--eve)' } as const;

/**
 * The bare slider: the browser's own range input under our drawing, so that keys, touch and screen
 * readers work as everywhere. The knob is 20 px, its target as high as the whole 44 px row.
 */
export function Range({
  label,
  describedBy,
  position,
  steps,
  spoken,
  marks = [],
  tone = 'ink',
  disabled = false,
  onMove,
  onNudge,
  className,
}: {
  readonly label: string;
  readonly describedBy?: string | undefined;
  readonly position: number;
  readonly steps: number;
  /** The value in words. */
  readonly spoken: string;
  /** Positions with a tick on the track. */
  readonly marks?: readonly number[];
  readonly tone?: keyof typeof TONES;
  readonly disabled?: boolean;
  readonly onMove: (position: number) => void;
  /** What an arrow key does, where that is more than one position. */
  readonly onNudge?: ((by: 1 | -1) => void) | undefined;
  readonly className?: string;
}) {
  // The middle of the knob runs from 10 px to 10 px before the end.
  const at = (where: number) => `calc(10px + (100% - 20px) * ${steps > 0 ? where / steps : 0})`;
  return (
    <div
      className={classes('relative h-6', disabled && 'opacity-50', className)}
      style={{ '--tone': TONES[tone] } as CSSProperties}
    >
      <span
        aria-hidden="true"
        className="absolute inset-x-0 top-2.5 h-1 overflow-hidden rounded-sm bg-track forced-colors:border"
      >
        <span className="absolute inset-y-0 left-0 bg-(--tone)" style={{ width: at(position) }} />
      </span>
      {marks.map((mark) => (
        <span
          key={mark}
          aria-hidden="true"
          className="absolute top-[17px] h-1.5 w-0.5 -translate-x-1/2 rounded-[1px] bg-ink3"
          style={{ left: at(mark) }}
        />
      ))}
      <input
        type="range"
        aria-label={label}
        aria-describedby={describedBy}
        aria-valuetext={spoken}
        min={0}
        max={steps}
        step={1}
        value={position}
        disabled={disabled}
        onChange={(event) => onMove(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => {
          const by = ARROWS[event.key];
          if (!onNudge || by === undefined || event.shiftKey || event.altKey) return;
          event.preventDefault();
          onNudge(by);
        }}
        className={classes(
          'peer absolute inset-x-0 -top-2.5 h-11 w-full cursor-pointer touch-pan-y appearance-none bg-transparent focus-visible:shadow-none focus-visible:outline-none disabled:cursor-default',
          '[&::-webkit-slider-thumb]:size-5 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:border-2 [&::-webkit-slider-thumb]:border-(--tone) [&::-webkit-slider-thumb]:bg-surface',
          '[&::-moz-range-thumb]:box-border [&::-moz-range-thumb]:size-5 [&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-2 [&::-moz-range-thumb]:border-(--tone) [&::-moz-range-thumb]:bg-surface',
          'focus-visible:[&::-webkit-slider-thumb]:outline-2 focus-visible:[&::-webkit-slider-thumb]:outline-focus focus-visible:[&::-webkit-slider-thumb]:outline-offset-2',
          'focus-visible:[&::-moz-range-thumb]:outline-2 focus-visible:[&::-moz-range-thumb]:outline-focus focus-visible:[&::-moz-range-thumb]:outline-offset-2',
        )}
      />
    </div>
  );
}

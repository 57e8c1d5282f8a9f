import type { ComponentProps } from 'react';
import { classes } from './classes.ts';

const LOOKS = {
  primary: 'bg-btn text-btnink hover:opacity-90',
  ghost: 'border border-line2 text-ink hover:bg-surface2',
  quiet: 'text-ink2 hover:text-ink hover:bg-surface2',
} as const;

// Small buttons are drawn 32 px high; the pseudo-element keeps a 44 px target.
const SIZES = {
  normal: 'h-10 px-4 text-[14px] after:-inset-y-0.5',
  small: 'h-8 px-3 text-[13px] after:-inset-y-1.5',
} as const;

/** A button that says what happens. Ink, never an actor's colour. */
export function Button({
  look = 'ghost',
  size = 'normal',
  className,
  ...rest
}: ComponentProps<'button'> & {
  readonly look?: keyof typeof LOOKS;
  readonly size?: keyof typeof SIZES;
}) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(
        'relative inline-flex shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-[10px] font-semibold after:absolute after:inset-x-0 disabled:cursor-default disabled:opacity-50',
        LOOKS[look],
        SIZES[size],
        className,
      )}
    />
  );
}

import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';

/**
 * A drawing that acts. It is drawn 36 px; the pseudo-element makes the target 44 px. Where it has
 * nothing to do it says so and stays in the tab order: the press that reached a bound keeps the focus.
 */
export function IconButton({
  label,
  solid = false,
  disabled = false,
  className,
  onClick,
  children,
  ...rest
}: Omit<ComponentProps<'button'>, 'aria-label' | 'aria-disabled'> & {
  readonly label: string;
  /** The one main action of a group: ink filled. */
  readonly solid?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onClick}
      className={classes(
        'relative inline-flex h-9 shrink-0 items-center justify-center rounded-[9px] after:absolute after:-inset-1 aria-disabled:cursor-default aria-disabled:opacity-40 [&_svg]:size-[18px]',
        solid ? 'w-11 bg-btn text-btnink hover:opacity-90' : 'w-9 text-ink hover:bg-track',
        className,
      )}
    >
      {children}
    </button>
  );
}

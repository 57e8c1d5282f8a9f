import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';

/** A drawing that acts. It is drawn 36 px; the pseudo-element makes the target 44 px. */
export function IconButton({
  label,
  solid = false,
  className,
  children,
  ...rest
}: Omit<ComponentProps<'button'>, 'aria-label'> & {
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
      className={classes(
        'relative inline-flex h-9 shrink-0 items-center justify-center rounded-[9px] after:absolute after:-inset-1 disabled:cursor-default disabled:opacity-40 [&_svg]:size-[18px]',
        solid ? 'w-11 bg-btn text-btnink hover:opacity-90' : 'w-9 text-ink hover:bg-track',
        className,
      )}
    >
      {children}
    </button>
  );
}

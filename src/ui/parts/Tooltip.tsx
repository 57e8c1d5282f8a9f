import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';

/** An explanation that appears beside its cause on hover and on keyboard focus. */
export function Tooltip({
  text,
  children,
  side = 'top',
  align = 'centre',
}: {
  readonly text: string;
  /** Receives the id to put into aria-describedby. */
  readonly children: (describedBy: string) => ReactNode;
  readonly side?: 'top' | 'bottom';
  readonly align?: 'centre' | 'end';
}) {
  const id = useId();
  return (
    <span className="group/tip relative inline-flex">
      {children(id)}
      <span
        role="tooltip"
        id={id}
        className={classes(
          'pointer-events-none invisible absolute z-30 w-max max-w-60 rounded-lg bg-btn px-2.5 py-1.5 text-left font-medium text-btnink text-[12px] leading-[1.35] opacity-0 transition-opacity duration-100 group-focus-within/tip:visible group-focus-within/tip:opacity-100 group-hover/tip:visible group-hover/tip:opacity-100',
          side === 'top' ? 'bottom-[calc(100%+7px)]' : 'top-[calc(100%+7px)]',
          align === 'centre' ? '-translate-x-1/2 left-1/2' : 'right-0',
        )}
      >
        {text}
      </span>
    </span>
  );
}

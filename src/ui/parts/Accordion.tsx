import { type ReactNode, useId, useState } from 'react';
import { classes } from './classes.ts';
import { ChevronDownIcon } from './icons.tsx';

/** One fold of a column of tools. Closed, it says in a few words how it is set. */
export function AccordionSection({
  title,
  summary,
  open: openAtFirst = false,
  children,
}: {
  readonly title: string;
  readonly summary: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  const [open, setOpen] = useState(openAtFirst);
  const id = useId();
  return (
    <section className="border-line border-t first:border-t-0">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="flex h-11 w-full items-center gap-2 px-4 text-left focus-visible:-outline-offset-2"
        >
          <span className="whitespace-nowrap font-[650] text-[14px] text-ink">{title}</span>
          <span className="min-w-0 flex-1 truncate text-right text-[12px] text-ink2">
            {open ? '' : summary}
          </span>
          <span
            className={classes(
              'size-4 shrink-0 text-ink2 transition-transform duration-150 motion-reduce:transition-none',
              open && 'rotate-180',
            )}
          >
            <ChevronDownIcon />
          </span>
        </button>
      </h3>
      <div id={id} hidden={!open} className="px-4 pb-3.5">
        {children}
      </div>
    </section>
  );
}

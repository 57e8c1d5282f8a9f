import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';

/** A surface with a border: the ground of every panel. */
export function Card({
  children,
  className,
}: {
  readonly children: ReactNode;
  readonly className?: string;
}) {
  return (
    <div className={classes('rounded-[14px] border border-line bg-surface shadow-card', className)}>
      {children}
    </div>
  );
}

/** A titled region. `bare` leaves out the card where the host already drew one. */
export function Panel({
  title,
  detail,
  under,
  aside,
  bare = false,
  dense = false,
  className,
  children,
}: {
  readonly title: string;
  /** Said after the title, lighter. */
  readonly detail?: string | undefined;
  /** A second line under the title. */
  readonly under?: ReactNode;
  /** At the right end of the title's line. */
  readonly aside?: ReactNode;
  readonly bare?: boolean | undefined;
  /** A low head, where the contents need the height. */
  readonly dense?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={classes(
        '@container min-w-0',
        !bare && 'h-full rounded-[14px] border border-line bg-surface shadow-card',
        className,
      )}
    >
      <div
        className={classes(
          'flex flex-wrap items-center justify-between gap-x-3 gap-y-1',
          !bare && 'px-4',
          dense ? 'pt-1 leading-[1.2]' : bare ? 'pb-1.5' : 'pt-3 pb-1.5',
        )}
      >
        <div>
          <h3 id={id} className="font-[650] text-[14px] text-ink tracking-[-.005em]">
            {title}
            {detail !== undefined && (
              <span className="ml-2 font-medium text-ink3 tabular-nums">{detail}</span>
            )}
          </h3>
          {under}
        </div>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** What a panel says in place of its contents. */
export function PanelNote({ children }: { readonly children: ReactNode }) {
  return <p className="text-[13px] text-ink2 leading-[1.45]">{children}</p>;
}

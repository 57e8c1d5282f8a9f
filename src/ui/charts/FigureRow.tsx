import type { ReactNode } from 'react';
import { classes } from '../parts/classes.ts';
import { Figure } from '../parts/Figure.tsx';

/** A column of figures, each with its name. */
export function FigureRows({ children }: { readonly children: ReactNode }) {
  return <dl className="text-[13px]">{children}</dl>;
}

/** One figure: its name, its value, and if it needs one a line that explains it. */
export function FigureRow({
  name,
  path,
  text,
  note,
  chip,
}: {
  readonly name: string;
  /** Where it comes from: a receipt's path, or the view's own name for it. */
  readonly path: string;
  /** null: not known, or not yet. */
  readonly text: string | null;
  readonly note?: string | undefined;
  readonly chip?: ReactNode;
}) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 border-line border-b py-[5px] last:border-b-0">
      <dt className="flex flex-wrap items-center gap-x-2 text-ink2">
        {name}
        {chip}
      </dt>
      <dd className="text-right">
        <Figure
          read={() => text}
          path={path}
          missing="–"
          className={classes(
            'whitespace-nowrap font-bold',
            text === null ? 'text-ink3' : 'text-ink',
          )}
        />
      </dd>
      {note !== undefined && (
        <dd className="col-span-2 text-[12px] text-ink2 leading-[1.35]">{note}</dd>
      )}
    </div>
  );
}

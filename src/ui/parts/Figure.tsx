import { classes } from './classes.ts';

/** Says what a receipt path holds, formatted; null where it is not known, or not yet. */
export type FigureReader = (path: string) => string | null;

/**
 * One figure of a run. It takes the figure's path, never a number, so that every number on screen
 * can be traced to the run it came from.
 */
export function Figure({
  read,
  path,
  missing,
  className,
}: {
  readonly read: FigureReader;
  readonly path: string;
  /** Shown in its place when there is nothing to show. */
  readonly missing: string;
  readonly className?: string;
}) {
  const text = read(path);
  return (
    <span data-figure={path} className={classes('tabular-nums', className)}>
      {text ?? missing}
    </span>
  );
}

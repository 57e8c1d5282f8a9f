import type { KeyboardEvent, ReactNode } from 'react';

/**
 * A drawing in which one of `count` things is pointed at. It is one tab stop; arrow keys walk, Page
 * keys leap, Home and End go to the ends; a screen reader hears `spoken`.
 */
export function StripCursor({
  label,
  count,
  at,
  spoken,
  leap = 16,
  onMove,
  className,
  children,
}: {
  readonly label: string;
  readonly count: number;
  /** From 0. */
  readonly at: number;
  /** What stands at `at`, in words. */
  readonly spoken: string;
  readonly leap?: number;
  readonly onMove: (at: number) => void;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const to = movedBy(event.key, { at, count, leap });
    if (to === null) return;
    // The page's own keys (arrows step through the run) are not meant here.
    event.preventDefault();
    event.stopPropagation();
    if (to !== at) onMove(to);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={Math.max(1, count)}
      aria-valuenow={at + 1}
      aria-valuetext={spoken}
      onKeyDown={onKeyDown}
      className={className}
    >
      {children}
    </div>
  );
}

/** Where a key leads; null for keys that mean nothing here. */
export function movedBy(
  key: string,
  { at, count, leap }: { readonly at: number; readonly count: number; readonly leap: number },
): number | null {
  const last = Math.max(0, count - 1);
  const inside = (to: number) => Math.min(last, Math.max(0, to));
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return inside(at + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return inside(at - 1);
    case 'PageDown':
      return inside(at + leap);
    case 'PageUp':
      return inside(at - leap);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

import type { ReactNode } from 'react';
import type { TextPlace } from './layouts/places.ts';

/** A line of text at a place of the layout; ink unless a class says otherwise. */
export function Words({
  at,
  bold = false,
  className = 'fill-ink2',
  children,
}: {
  readonly at: TextPlace;
  readonly bold?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <text
      x={at.x}
      y={at.y}
      textAnchor={at.anchor}
      fontSize={at.size}
      fontWeight={bold ? 600 : 400}
      className={className}
    >
      {children}
    </text>
  );
}

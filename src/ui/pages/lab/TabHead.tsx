import type { ReactNode } from 'react';
import { Card } from '../../parts/Panel.tsx';
import { useFrameSize } from '../../use-frame-size.ts';

/** The row of tabs with the tab's own title: beside it on a wide page, under it on a narrow one. */
export function TabHead({
  head,
  wide,
  title,
  spoken,
}: {
  readonly head: ReactNode;
  readonly wide: boolean;
  readonly title: ReactNode;
  /** On a phone the bar above holds the question; the heading is for who listens. */
  readonly spoken: string;
}) {
  const phone = useFrameSize() === 'vertical';
  if (wide) {
    return (
      <div className="grid grid-cols-[300px_minmax(0,1fr)] items-center gap-x-4">
        {title}
        <Card className="[&>*]:border-b-0">{head}</Card>
      </div>
    );
  }
  const heading = <h2 className="sr-only">{spoken}</h2>;
  if (phone && !head) return heading;
  return (
    <Card className={phone ? '[&>*]:border-b-0' : ''}>
      {head}
      {phone ? heading : <div className="px-4 py-2">{title}</div>}
    </Card>
  );
}

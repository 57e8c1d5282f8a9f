import { useEffect, useState } from 'react';

/** Picture only: where one arrangement of the screen gives way to the next, in CSS px. */
const WIDE_FROM = 1120;
const COMPACT_FROM = 600;

export type FrameSize = 'wide' | 'compact' | 'vertical';

function frameSizeOf(width: number): FrameSize {
  if (width >= WIDE_FROM) return 'wide';
  return width >= COMPACT_FROM ? 'compact' : 'vertical';
}

/** Which arrangement fits the page's own width; zooming in counts as a narrower page. */
export function useFrameSize(): FrameSize {
  const [size, setSize] = useState(() => frameSizeOf(document.documentElement.clientWidth));
  useEffect(() => {
    const measure = () => setSize(frameSizeOf(document.documentElement.clientWidth));
    const observer = new ResizeObserver(measure);
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, []);
  return size;
}

import { type RefObject, useLayoutEffect, useState } from 'react';

/**
 * The width of an element in CSS px, measured before the first paint and whenever it changes.
 * `step` rounds it down, so that a drag of the window does not draw at every pixel.
 */
export function useWidth(ref: RefObject<HTMLElement | null>, step = 1): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setWidth(Math.floor(element.clientWidth / step) * step);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, step]);
  return width;
}

import { type RefCallback, useCallback, useState } from 'react';

/** The width of an element in CSS pixels, kept up to date. */
export function useWidth(initial = 480): readonly [RefCallback<HTMLElement>, number] {
  const [width, setWidth] = useState(initial);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const measured = Math.round(element.getBoundingClientRect().width);
    if (measured > 0) setWidth(Math.max(120, measured));
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(120, Math.round(entry.contentRect.width)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

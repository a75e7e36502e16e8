import { useEffect, useRef, useState } from 'react';

/** `value`, taken at most once in `ms` milliseconds; the last one always arrives. */
export function useSampled<T>(value: T, ms: number): T {
  const [shown, setShown] = useState(value);
  const taken = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (Object.is(value, shown)) return;
    const wait = Math.max(0, taken.current + ms - performance.now());
    const timer = setTimeout(() => {
      taken.current = performance.now();
      setShown(() => value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value, shown, ms]);
  return shown;
}

import { type ReactNode, useEffect, useState } from 'react';

/** What takes less needs no word. */
const LATE_MS = 500;

/** Shows its children once it has stood for half a second. */
export function Late({ children }: { children: ReactNode }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  return late ? children : null;
}

import { type ComponentType, useEffect, useState } from 'react';
import { eventually } from '../lib/eventually';

/** What an open menu holds: fetched right after the first paint, and null until it is there. */
export function useLate(load: () => Promise<ComponentType>): ComponentType | null {
  const [component, setComponent] = useState<ComponentType | null>(null);
  useEffect(() => {
    let stands = true;
    void eventually(load).then((loaded) => stands && setComponent(() => loaded));
    return () => {
      stands = false;
    };
  }, [load]);
  return component;
}

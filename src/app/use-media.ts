import { useSyncExternalStore } from 'react';

const SMALL = '(max-width: 768px)';

/** Whether a media query holds just now. */
function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Too narrow for three columns: the palette, the inspector and the dock come up as sheets. */
export const useSmallScreen = (): boolean => useMedia(SMALL);

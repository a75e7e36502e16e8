import { useSyncExternalStore } from 'react';
import { useView } from '../store/view/view-store';

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

/** A first visit on a small screen begins with the outline: a whole pipeline on so small a canvas cannot be read. */
export function suitSmallScreen(): void {
  try {
    if (window.matchMedia(SMALL).matches && localStorage.getItem('millrace/view') === null)
      useView.getState().setOutline(true);
  } catch {
    // Storage is blocked: the canvas it is.
  }
}

import { type RefObject, useEffect } from 'react';
import { actionOf } from './canvas-keys';

/** Takes the keys of the canvas, or of the outline, also where nothing has the keyboard: the page itself, or what the canvas stands in. */
export function useStrayKeys(surface: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const take = (press: KeyboardEvent): void => {
      const { current } = surface;
      const { target } = press;
      if (current === null || press.defaultPrevented || press.isComposing || !(target instanceof Element)) return;
      if (target === current || !target.contains(current) || actionOf(press) === undefined) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) return;
      current.focus({ preventScroll: true });
      if (!current.dispatchEvent(new KeyboardEvent('keydown', press))) press.preventDefault();
    };
    document.addEventListener('keydown', take);
    return () => document.removeEventListener('keydown', take);
  }, [surface]);
}

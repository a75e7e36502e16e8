import { type RefObject, useEffect } from 'react';

/**
 * Puts the keyboard on what has just come up, and keeps it there until a person presses something: a menu that it was
 * chosen from hands the keyboard back late. Who writes in a field keeps it.
 */
export function useHeldFocus(what: RefObject<HTMLElement | null>, step = 0): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is read out anew
  useEffect(() => {
    const pressed = new AbortController();
    const { signal } = pressed;
    const take = (): void => what.current?.focus({ preventScroll: true });
    const frame = requestAnimationFrame(() => {
      if (document.activeElement?.matches('input, textarea, select') === true) return;
      take();
      document.addEventListener('focusin', ({ target }) => target !== what.current && take(), { signal });
    });
    for (const press of ['pointerdown', 'keydown'] as const)
      window.addEventListener(press, () => pressed.abort(), { capture: true, signal });
    return () => {
      cancelAnimationFrame(frame);
      pressed.abort();
    };
  }, [what, step]);
}

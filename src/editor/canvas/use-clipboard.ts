import { useEffect } from 'react';
import type { Point } from '../../graph/geometry';
import { cutText, paste, selectedText } from '../../store/document/clipboard';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Whether the clipboard is meant for the canvas: it, or nothing at all, has the keyboard, and no text is selected. */
function isOurs(event: ClipboardEvent, canvas: HTMLElement | null): boolean {
  const active = document.activeElement;
  if (isField(event.target) || isField(active)) return false;
  if (window.getSelection()?.toString()) return false;
  return active === null || active.contains(canvas) || canvas?.contains(active) === true;
}

/** Copy, cut and paste of nodes as JSON through the system's clipboard, so also between tabs. */
export function useClipboard(canvas: { readonly current: HTMLElement | null }, pointer: () => Point | undefined): void {
  useEffect(() => {
    const copy = (event: ClipboardEvent): void => {
      if (!isOurs(event, canvas.current)) return;
      const source = event.type === 'cut' ? cutText() : selectedText();
      if (source === null) return;
      event.clipboardData?.setData('text/plain', source);
      event.preventDefault();
    };
    const take = (event: ClipboardEvent): void => {
      const source = event.clipboardData?.getData('text/plain') ?? '';
      if (source === '' || !isOurs(event, canvas.current)) return;
      event.preventDefault();
      void paste(source, pointer());
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', take);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', take);
    };
  }, [canvas, pointer]);
}

import type { Point } from '../../graph/geometry';

/** A finger held this long drags, and one that moved this far has decided where to: milliseconds, pixels. */
const [HOLD_MS, SLOP] = [250, 8];

/** What a finger does that went down on something in a list: it drags sideways or after a pause, and scrolls up or down. */
export type Finger = 'undecided' | 'drags' | 'scrolls';

export function fingerAfter(before: Finger, moved: Point, heldMs: number): Finger {
  if (before !== 'undecided') return before;
  if (heldMs >= HOLD_MS) return 'drags';
  const [across, along] = [Math.abs(moved.x), Math.abs(moved.y)];
  if (Math.max(across, along) < SLOP) return 'undecided';
  return across > along ? 'drags' : 'scrolls';
}

let isDragging = false;

/**
 * Keeps the browser from scrolling a list, or showing a menu, with a finger that drags something out of it. It has to
 * know before a finger goes down that somebody may want to.
 */
export function holdWhileDragging(list: HTMLElement): () => void {
  const hold = (event: Event): void => {
    if (isDragging) event.preventDefault();
  };
  list.addEventListener('touchmove', hold, { passive: false });
  list.addEventListener('contextmenu', hold);
  return () => {
    list.removeEventListener('touchmove', hold);
    list.removeEventListener('contextmenu', hold);
  };
}

/**
 * Lets a finger drag what it went down on: the browser's own drag and drop knows the mouse alone. A likeness of it
 * follows the finger; while it does, `data-dragging-kind` stands on the root, and sheets give way to the canvas.
 */
export function dragByTouch(down: PointerEvent, what: HTMLElement, drop: (at: Point) => void): void {
  const from = { x: down.clientX, y: down.clientY };
  const began = performance.now();
  let finger: Finger = 'undecided';
  let at = from;
  let likeness: HTMLElement | null = null;

  const decide = (): void => {
    finger = fingerAfter(finger, { x: at.x - from.x, y: at.y - from.y }, performance.now() - began);
    if (finger === 'scrolls') end();
    if (finger !== 'drags') return;
    if (likeness === null) {
      likeness = likenessOf(what);
      isDragging = true;
      document.documentElement.dataset.draggingKind = '';
    }
    likeness.style.transform = `translate(${at.x}px, ${at.y}px)`;
  };
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    at = { x: event.clientX, y: event.clientY };
    decide();
  };
  const up = (event: PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    end();
    if (finger !== 'drags') return;
    // The press that ends a drag is no press on what was dragged.
    const swallow = (click: Event): void => {
      click.preventDefault();
      click.stopPropagation();
    };
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 50);
    drop(at);
  };
  const timer = setTimeout(decide, HOLD_MS);
  const end = (): void => {
    clearTimeout(timer);
    likeness?.remove();
    delete document.documentElement.dataset.draggingKind;
    isDragging = false;
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', end);
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', end);
}

function likenessOf(what: HTMLElement): HTMLElement {
  const likeness = document.createElement('div');
  likeness.className = 'mr-dragged-kind';
  likeness.setAttribute('aria-hidden', 'true');
  likeness.append(...[...what.childNodes].map((child) => child.cloneNode(true)));
  document.body.append(likeness);
  return likeness;
}

/** A finger held this long, and moved no further, asks for the menu: milliseconds, pixels. */
const [HOLD_MS, SLOP] = [500, 10];

const WITH_MENU = '.mr-canvas, .mr-outline-node';

/**
 * Lets a finger that rests ask for the menu, as the right button of a mouse does: not every browser makes the one of the
 * other. What the finger does from then on is neither a drag nor a press. Returns what ends this.
 */
export function menuOnLongPress(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from: PointerEvent | null = null;
  let opened = false;

  const letGo = (): void => {
    clearTimeout(timer);
    from = null;
  };
  const down = (event: PointerEvent): void => {
    opened = false;
    // A second finger zooms.
    if (from !== null) {
      letGo();
      return;
    }
    const { target } = event;
    if (event.pointerType === 'mouse' || !(target instanceof Element)) return;
    if (target.closest(WITH_MENU) === null || target.closest('input, textarea, select, .react-flow__handle') !== null)
      return;
    from = event;
    timer = setTimeout(() => {
      from = null;
      opened = true;
      const { clientX, clientY } = event;
      target.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY }));
    }, HOLD_MS);
  };
  const move = (event: PointerEvent): void => {
    if (from !== null && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > SLOP) letGo();
  };
  const asked = (event: Event): void => {
    // The browser's own long press came first.
    if (event.isTrusted && from !== null) {
      letGo();
      opened = true;
    }
  };
  const hold = (event: Event): void => {
    if (opened) event.stopImmediatePropagation();
  };
  // No press of a mouse comes after: it would close the menu.
  const lift = (event: Event): void => {
    if (opened && event.cancelable) event.preventDefault();
  };
  const swallow = (event: Event): void => {
    if (!opened || (event.target instanceof Element && event.target.closest('[role="menu"]') !== null)) return;
    opened = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const stop = new AbortController();
  const early = { capture: true, signal: stop.signal };
  window.addEventListener('pointerdown', down, early);
  window.addEventListener('pointermove', move, early);
  window.addEventListener('pointerup', letGo, early);
  window.addEventListener('pointercancel', letGo, early);
  window.addEventListener('contextmenu', asked, early);
  window.addEventListener('touchmove', hold, early);
  window.addEventListener('touchend', lift, { ...early, passive: false });
  window.addEventListener('click', swallow, early);
  return () => {
    letGo();
    stop.abort();
  };
}

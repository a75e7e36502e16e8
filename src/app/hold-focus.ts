import { focusCanvas } from '../editor/canvas/focus-node';
import { useDocument } from '../store/document/document-store';

/** How far back it is remembered where the keyboard was. */
const REMEMBERED = 12;

/** A place that had the keyboard, with all it stood in, from within outwards. */
type Place = readonly HTMLElement[];

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex]';

function placeOf(element: Element): Place {
  const place: HTMLElement[] = [];
  for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) {
    if (at instanceof HTMLElement && at.id !== 'root') place.push(at);
    // What stood around a menu that went is not where one was before it.
    if (at.matches('[role="menu"]')) break;
  }
  return place;
}

const isShown = (element: HTMLElement): boolean =>
  element.isConnected && element.checkVisibility({ visibilityProperty: true });

const takesKeyboard = (element: HTMLElement): boolean => element.matches(FOCUSABLE) && isShown(element);

/** What is left of a place: itself, or the nearest thing around it that takes the keyboard or holds what does. */
function leftOf(place: Place): HTMLElement | null {
  for (const at of place) {
    if (!isShown(at)) continue;
    if (takesKeyboard(at)) return at;
    // Beside a node that went stand only other nodes: the canvas itself comes closer to where one was.
    if (at.closest('.mr-canvas') !== null) continue;
    const within = [...at.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
      (one) => one.tabIndex >= 0 && takesKeyboard(one),
    );
    if (within !== undefined) return within;
  }
  return null;
}

/**
 * Keeps the keyboard off the page's body, from where no key leads anywhere: when what had it is taken away, or lets go
 * of it, it goes back to where it was before, or else to the canvas. A press on nothing lets it go, as everywhere.
 * Returns what ends this.
 */
export function holdFocus(): () => void {
  let places: readonly Place[] = [];
  let pressed = false;
  let waiting = false;

  const restore = (): void => {
    waiting = false;
    const { activeElement } = document;
    if ((activeElement !== null && activeElement !== document.body) || places.length === 0 || !document.hasFocus())
      return;
    const last = places.at(-1)?.[0];
    if (pressed && last !== undefined && takesKeyboard(last)) return;
    for (const place of places.toReversed()) {
      leftOf(place)?.focus({ preventScroll: true });
      if (document.activeElement !== document.body) return;
    }
    focusCanvas();
  };
  /** Once whoever is at work has put it where they want it. */
  const soon = (): void => {
    if (waiting) return;
    waiting = true;
    setTimeout(restore, 60);
  };
  const came = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement || target instanceof SVGElement) {
      places = [...places.slice(1 - REMEMBERED), placeOf(target)];
    }
  };
  const press = (): void => {
    pressed = true;
    soon();
  };
  const key = (): void => {
    pressed = false;
    soon();
  };
  const stop = new AbortController();
  const { signal } = stop;
  if (document.activeElement !== null && document.activeElement !== document.body) {
    places = [placeOf(document.activeElement)];
  }
  document.addEventListener('focusin', came, { signal });
  document.addEventListener('focusout', soon, { signal });
  document.addEventListener('keydown', key, { capture: true, signal });
  document.addEventListener('pointerdown', press, { capture: true, signal });
  document.addEventListener('click', soon, { capture: true, signal });
  // The canvas lets go of what is moved out of sight, which not every browser tells.
  document.addEventListener('wheel', soon, { capture: true, passive: true, signal });
  document.addEventListener('pointerup', soon, { capture: true, signal });
  const unsubscribe = useDocument.subscribe(soon);
  return () => {
    stop.abort();
    unsubscribe();
  };
}

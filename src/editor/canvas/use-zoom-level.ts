import { useStoreApi } from '@xyflow/react';
import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { zoomLevel, zoomStep } from './zoom-level';

/** For how many frames a zoom has to stand until its hand is taken to rest. */
const REST = 6;

/**
 * Tells the style sheets of the canvas how large it is drawn, without drawing anything again. A new size of text lays
 * out all that is in sight, so among the many steps of a zoom by hand the first and the last are told; what there is
 * room for is told at once. Returns what is to be told of each move's beginning.
 */
export function useZoomLevel(surface: RefObject<HTMLElement | null>): (event: unknown) => void {
  const store = useStoreApi();
  const byHand = useRef(false);
  useLayoutEffect(() => {
    let [seen, level, step] = [Number.NaN, '', Number.NaN];
    let frame: number | null = null;
    let stood = 0;
    const write = (): void => {
      const now = zoomStep(seen);
      if (now === step) return;
      step = now;
      surface.current?.style.setProperty('--zoom', String(step));
    };
    const rest = (): void => {
      stood++;
      frame = stood < REST ? requestAnimationFrame(rest) : null;
      if (frame === null) write();
    };
    const tell = (zoom: number): void => {
      if (zoom === seen || surface.current === null) return;
      seen = zoom;
      stood = 0;
      const fits = zoomLevel(zoomStep(zoom));
      if (fits !== level) surface.current.dataset.zoom = fits;
      level = fits;
      if (!byHand.current || frame === null) write();
      if (byHand.current) frame ??= requestAnimationFrame(rest);
    };
    tell(store.getState().transform[2]);
    const stop = store.subscribe(({ transform }) => tell(transform[2]));
    return () => {
      stop();
      if (frame !== null) cancelAnimationFrame(frame);
    };
  }, [store, surface]);
  return useCallback((event) => {
    // What the page does itself comes without an event.
    byHand.current = event !== null;
  }, []);
}

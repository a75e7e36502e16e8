import { useStoreApi } from '@xyflow/react';
import { type RefObject, useLayoutEffect } from 'react';
import { zoomLevel, zoomStep } from './zoom-level';

/** Tells the style sheets of the canvas how large it is drawn, without drawing anything again. */
export function useZoomLevel(surface: RefObject<HTMLElement | null>): void {
  const store = useStoreApi();
  useLayoutEffect(() => {
    let told = Number.NaN;
    const tell = (zoom: number): void => {
      const step = zoomStep(zoom);
      const { current } = surface;
      if (step === told || current === null) return;
      told = step;
      current.dataset.zoom = zoomLevel(step);
      current.style.setProperty('--zoom', String(step));
    };
    tell(store.getState().transform[2]);
    return store.subscribe(({ transform }) => tell(transform[2]));
  }, [store, surface]);
}

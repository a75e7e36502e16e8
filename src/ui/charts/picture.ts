import { createContext, type RefObject, useContext, useEffect } from 'react';
import type { Picture } from './save-chart';

/** How the chart within a frame is drawn once more when a person copies it. */
export type MakePicture = () => Picture;

export const PictureContext = createContext<RefObject<MakePicture | null> | null>(null);

/** Says to the frame around how this chart is drawn as SVG. */
export function usePicture(make: MakePicture): void {
  const place = useContext(PictureContext);
  useEffect(() => {
    if (place === null) return undefined;
    place.current = make;
    return () => {
      if (place.current === make) place.current = null;
    };
  }, [place, make]);
}

/*
 * From zoom 1 down text keeps a size on the screen that can be read, and what has no room then is left out. The sizes
 * follow steps of zoom, so that zooming does not lay out every frame anew at each notch.
 */

const STEP = 0.05;
/** Below it nothing is written any more. */
const LEAST = 0.25;

/** The step of a zoom that text is written for: at most the zoom, so that nothing is smaller on the screen than it says. */
export const zoomStep = (zoom: number): number =>
  zoom >= 1 ? 1 : Math.max(LEAST, Math.round(Math.floor((zoom + 1e-9) / STEP) * STEP * 100) / 100);

/** How much there is room for: everything, the lines without ornaments, the name alone, or not even that. */
export type ZoomLevel = 'near' | 'middle' | 'far' | 'farthest';

export function zoomLevel(zoom: number): ZoomLevel {
  if (zoom >= 0.85) return 'near';
  if (zoom >= 0.7) return 'middle';
  return zoom >= 0.45 ? 'far' : 'farthest';
}

/** Above this many nothing on the canvas is animated, and what is out of sight is not drawn. */
export const MANY_NODES = 150;

/** From here on many are drawn as one picture. */
export const AFAR = LEAST - 0.01;

/** Whether so many nodes are seen from so far that they are drawn as one picture. */
export const isDistant = (nodes: number, zoom: number): boolean => nodes > MANY_NODES && zoom < LEAST;

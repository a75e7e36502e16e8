import type { Point } from '../../graph/geometry';

const MARGIN = 8;

/** Where a box opens so that it stays on the page: at `anchor`, or below the top middle where there is none. */
export function placeOnPage(anchor: Point | null, size: { readonly width: number; readonly height: number }): Point {
  const { innerWidth, innerHeight } = window;
  const wanted = anchor ?? { x: (innerWidth - size.width) / 2, y: innerHeight * 0.18 };
  return {
    x: Math.max(MARGIN, Math.min(wanted.x, innerWidth - size.width - MARGIN)),
    y: Math.max(MARGIN, Math.min(wanted.y, innerHeight - size.height - MARGIN)),
  };
}

import type { Box, Point } from '../../graph/geometry';
import { boundsOf, type View } from './first-view';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What lies over the canvas: the lanes' names above, the tools below. */
const EDGE = { top: 40, bottom: 52, left: 12, right: 12 };

export const sizeOf = ({ width, height }: Size): Size => ({ width, height });

/** What the map of a pipeline that is not wholly in sight takes of the corner below. */
const MAP = { width: 192, height: 168 };

/** Whether anything of a box on a canvas of that size is to be seen. */
export const isSeen = ({ x, y, width, height }: Box, canvas: Size): boolean =>
  x < canvas.width && x + width > 0 && y < canvas.height && y + height > 0;

/**
 * How far the drawing has to move until a box lies on the canvas: no further than that takes, but to the middle
 * where the box is far away. Null where it lies there already. What is larger than the canvas shows its beginning.
 */
export function shiftTo(box: Box, canvas: Size): Point | null {
  const isFar = (at: number, size: number): boolean => at > 1.5 * size || at < -size / 2;
  const far = isFar(box.x, canvas.width) || isFar(box.y, canvas.height);
  const along = (at: number, length: number, from: number, to: number): number => {
    if (at < from || length > to - from) return from - at;
    return Math.min(0, to - at - length);
  };
  const shift = {
    x: along(box.x, box.width, EDGE.left, canvas.width - EDGE.right),
    y: along(box.y, box.height, EDGE.top, canvas.height - EDGE.bottom),
  };
  const underMap =
    box.x + shift.x + box.width > canvas.width - MAP.width && box.y + shift.y + box.height > canvas.height - MAP.height;
  // Above the map where there is room, else beside it.
  if (underMap && box.height <= canvas.height - MAP.height - EDGE.top)
    shift.y = canvas.height - MAP.height - box.y - box.height;
  else if (underMap && box.width <= canvas.width - MAP.width - EDGE.left)
    shift.x = canvas.width - MAP.width - box.x - box.width;
  if (shift.x === 0 && shift.y === 0) return null;
  if (!far) return shift;
  return { x: (canvas.width - box.width) / 2 - box.x, y: (canvas.height - box.height) / 2 - box.y };
}

const fits = ({ width, height }: Size, canvas: Size): boolean =>
  width <= canvas.width - EDGE.left - EDGE.right && height <= canvas.height - EDGE.top - EDGE.bottom;

/**
 * A view from which the first of some boxes of the drawing is to be seen, and with it as many of the others as there
 * is room for: as large as before, and moved no further than that takes. Null where they are seen already.
 */
export function viewWith(boxes: readonly Box[], { x, y, zoom }: View, canvas: Size): View | null {
  const onScreen = (box: Box): Box => ({
    x: x + box.x * zoom,
    y: y + box.y * zoom,
    width: box.width * zoom,
    height: box.height * zoom,
  });
  const [first, ...others] = boxes.map(onScreen);
  if (first === undefined) return null;
  let all = first;
  for (const other of others) {
    const both = boundsOf([all, other]);
    if (both !== null && fits(both, canvas)) all = both;
  }
  const shift = shiftTo(all, canvas);
  return shift === null ? null : { x: x + shift.x, y: y + shift.y, zoom };
}

import type { Box, Point } from '../../graph/geometry';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What lies over the canvas: the lanes' names above, the tools below. */
const EDGE = { top: 40, bottom: 52, left: 12, right: 12 };

export const sizeOf = ({ width, height }: Size): Size => ({ width, height });

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
  if (shift.x === 0 && shift.y === 0) return null;
  if (!far) return shift;
  return { x: (canvas.width - box.width) / 2 - box.x, y: (canvas.height - box.height) / 2 - box.y };
}

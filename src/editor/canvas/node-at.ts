import type { Box, Point } from '../../graph/geometry';

/** The last drawn of some nodes whose box holds a point. */
export function nodeAt(boxes: Iterable<readonly [id: string, box: Box]>, { x, y }: Point): string | null {
  let found: string | null = null;
  for (const [id, box] of boxes)
    if (x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height) found = id;
  return found;
}

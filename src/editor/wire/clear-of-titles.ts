import { type Box, overlaps, type Point } from '../../graph/geometry';
import type { Pipeline } from '../../graph/pipeline';
import { nodeBox } from '../../graph/route/port-places';

/** How large what is written on a wire may be, in pixels of the screen. */
const LABEL = { width: 190, height: 26 };
/** The part of a node, from above, that its title stands in. */
const TITLE = 44;
/** So far from the wire, and no further, in pixels of the screen. */
const REACH = 150;
const STEP = 6;

/** Where a label lies that belongs at a point of a wire, as near to it as may be, so that it hides no node's title. */
export function clearOfTitles(pipeline: Pipeline, wanted: Point, zoom: number): Point {
  const [width, height] = [LABEL.width / zoom, LABEL.height / zoom];
  const reach = REACH / zoom + height;
  const titles = pipeline.nodes
    .map(nodeBox)
    .filter(({ x, y, ...size }) => overlaps({ x, y, ...size }, { ...wanted, width: 0, height: 0 }, reach + width))
    .map((box): Box => ({ ...box, height: Math.max(TITLE, TITLE / zoom) }));
  for (let away = 0; away <= reach; away += STEP / zoom) {
    for (const side of away === 0 ? [0] : [-1, 1]) {
      const y = wanted.y + side * away;
      const label = { x: wanted.x - width / 2, y: y - height / 2, width, height };
      if (!titles.some((title) => overlaps(title, label, 0))) return { x: wanted.x, y };
    }
  }
  return wanted;
}

import type { Box, Point } from '../geometry';

/** How far from its own ends a wire may touch its nodes, in pixels. */
const INSET = 3;

/** The stretches of a line, from point to point. */
export const segmentsOf = (points: readonly Point[]): readonly (readonly [Point, Point])[] =>
  points.slice(1).map((point, i) => [points[i] ?? point, point] as const);

/** Whether a stretch has a part inside a box, its rim aside (Liang and Barsky 1984). */
export function goesThrough(a: Point, b: Point, box: Box, inset = INSET): boolean {
  const [left, right] = [box.x + inset, box.x + box.width - inset];
  const [top, bottom] = [box.y + inset, box.y + box.height - inset];
  let [enters, leaves] = [0, 1];
  for (const [delta, near, far] of [
    [b.x - a.x, left - a.x, right - a.x],
    [b.y - a.y, top - a.y, bottom - a.y],
  ] as const) {
    if (delta === 0) {
      if (near > 0 || far < 0) return false;
      continue;
    }
    const [first, last] = delta > 0 ? [near / delta, far / delta] : [far / delta, near / delta];
    enters = Math.max(enters, first);
    leaves = Math.min(leaves, last);
  }
  return enters < leaves;
}

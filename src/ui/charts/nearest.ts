export type Point = readonly [x: number, y: number];

/** Index of the point whose x is nearest, in points sorted by x; -1 where there is none. */
export function nearestIndex(points: readonly Point[], x: number): number {
  let low = 0;
  let high = points.length - 1;
  if (high < 0) return -1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.[0] ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  const before = points[low - 1];
  const here = points[low];
  return before && here && x - before[0] < here[0] - x ? low - 1 : low;
}

/** Moves labels that stand at the same height apart, keeping their order; `gap` in the same unit as the heights. */
export function spreadLabels(heights: readonly number[], gap: number, limit: number): readonly number[] {
  const order = heights.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height);
  const placed = heights.slice();
  let floor = Number.NEGATIVE_INFINITY;
  for (const { height, index } of order) {
    floor = Math.max(height, floor + gap);
    placed[index] = floor;
  }
  let ceiling = limit;
  for (const { index } of order.toReversed()) {
    ceiling = Math.min(placed[index] ?? limit, ceiling);
    placed[index] = ceiling;
    ceiling -= gap;
  }
  return placed;
}

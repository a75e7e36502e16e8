import type { Point } from './nearest';

/**
 * At most four points for each pixel column (first, lowest, highest, last), which draw the
 * same line as all of them (Jugel et al., "M4", 2014). Points are sorted by x.
 */
export function downsampleLine(points: readonly Point[], columnOf: (x: number) => number): readonly Point[] {
  if (points.length < 4) return points;
  const kept: Point[] = [];
  let column = Number.NaN;
  let low: Point | undefined;
  let high: Point | undefined;
  let last: Point | undefined;
  const close = (): void => {
    if (low === undefined || high === undefined || last === undefined) return;
    const extremes = low[0] <= high[0] ? [low, high] : [high, low];
    for (const point of [...extremes, last]) if (point !== kept.at(-1)) kept.push(point);
  };
  for (const point of points) {
    const at = Math.floor(columnOf(point[0]));
    if (at !== column) {
      close();
      column = at;
      kept.push(point);
      low = point;
      high = point;
    } else {
      if (low === undefined || point[1] < low[1]) low = point;
      if (high === undefined || point[1] > high[1]) high = point;
    }
    last = point;
  }
  close();
  return kept;
}

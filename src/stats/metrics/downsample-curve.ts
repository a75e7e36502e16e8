export type CurvePoint = readonly [x: number, y: number];

/**
 * At most `limit` (≥ 2) of a curve's points, both ends among them: first without the points that
 * lie on a straight line between their neighbours, then evenly along the curve's length.
 */
export function downsampleCurve(points: readonly CurvePoint[], limit: number): CurvePoint[] {
  const corners = points.filter((point, i) => !isBetween(points[i - 1], point, points[i + 1]));
  if (corners.length <= limit) return corners;
  let length = 0;
  const lengths = corners.map((point, i) => {
    const before = corners[i - 1] ?? point;
    length += Math.abs(point[0] - before[0]) + Math.abs(point[1] - before[1]);
    return length;
  });
  const kept: CurvePoint[] = [];
  corners.forEach((point, i) => {
    const isEnd = i === corners.length - 1;
    const due = (length * kept.length) / (limit - 1);
    if (isEnd || (kept.length < limit - 1 && (lengths[i] ?? 0) >= due)) kept.push(point);
  });
  return kept;
}

function isBetween(a: CurvePoint | undefined, b: CurvePoint, c: CurvePoint | undefined): boolean {
  if (a === undefined || c === undefined) return false;
  return (a[0] === b[0] && b[0] === c[0]) || (a[1] === b[1] && b[1] === c[1]);
}

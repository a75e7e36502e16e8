export type CurvePoint = readonly [x: number, y: number];

/**
 * At most `limit` (≥ 2) of a curve's points, both ends among them: first without the points that
 * lie on a straight line between their neighbours, then evenly along the curve's length.
 */
export function downsampleCurve(xs: Float64Array, ys: Float64Array, limit: number): CurvePoint[] {
  const found = new Uint32Array(xs.length);
  let count = 0;
  for (let i = 0; i < xs.length; i++) if (!isBetween(xs, i) && !isBetween(ys, i)) found[count++] = i;
  const corners = found.subarray(0, count);
  const point = (i: number): CurvePoint => [xs[i] ?? 0, ys[i] ?? 0];
  if (count <= limit) return Array.from(corners, point);
  const lengths = new Float64Array(count);
  let length = 0;
  for (let at = 0; at < count; at++) {
    const [x, y] = point(corners[at] ?? 0);
    const [x0, y0] = point(corners[Math.max(0, at - 1)] ?? 0);
    length += Math.abs(x - x0) + Math.abs(y - y0);
    lengths[at] = length;
  }
  const kept: CurvePoint[] = [];
  for (let at = 0; at < count; at++) {
    const isEnd = at === count - 1;
    const due = (length * kept.length) / (limit - 1);
    if (isEnd || (kept.length < limit - 1 && (lengths[at] ?? 0) >= due)) kept.push(point(corners[at] ?? 0));
  }
  return kept;
}

/** Whether the curve goes straight through an inner point, along or up the page. */
function isBetween(values: Float64Array, i: number): boolean {
  return i > 0 && i < values.length - 1 && values[i - 1] === values[i] && values[i] === values[i + 1];
}

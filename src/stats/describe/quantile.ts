/** The values at the given places, in that order. */
export function pick(values: Float64Array, places: Uint32Array): Float64Array {
  const picked = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) picked[i] = values[places[i] ?? 0] ?? Number.NaN;
  return picked;
}

/** The values that are present (not NaN), in their order; always a copy. */
export function present(values: Float64Array): Float64Array {
  const kept = new Float64Array(values.length);
  let count = 0;
  for (const value of values) if (!Number.isNaN(value)) kept[count++] = value;
  return kept.slice(0, count);
}

/**
 * The quantile at `share` (0 … 1) of rising values without NaN, interpolated linearly
 * (Hyndman and Fan's type 7, numpy's default). Rounds as numpy does, because a
 * quantile that misses a tied value by one bit moves a quantile transform visibly.
 * NaN where there are no values.
 */
export function quantileOfSorted(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[below + 1] ?? low;
  const part = at - below;
  // Between the ends of the range a difference overflows.
  if (!Number.isFinite(high - low)) return low * (1 - part) + high * part;
  return part >= 0.5 ? high - (high - low) * (1 - part) : low + (high - low) * part;
}

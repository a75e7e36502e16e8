/** Between ticks and pixels: x of a tick is `offset + tick * step`. */
export interface TickScale {
  readonly offset: number;
  readonly step: number;
}

/** Runs of figures without a gap, cut into pieces of at most `most` that share their ends. NaN is a gap. */
export function* pieces(values: Float64Array, most: number): Generator<{ readonly from: number; readonly to: number }> {
  let from = 0;
  for (let i = 0; i <= values.length; i++) {
    const gap = i === values.length || Number.isNaN(values[i]);
    if (gap) {
      if (i > from) yield { from, to: i };
      from = i + 1;
    } else if (i - from + 1 === most) {
      yield { from, to: i + 1 };
      from = i;
    }
  }
}

/**
 * A line of more ticks than pixels: for each pixel column the lowest and highest figure that a line through all of
 * them reaches there, the way from the column before included. NaN breaks the line.
 */
export function eachColumn(
  values: Float64Array,
  first: number,
  { offset, step }: TickScale,
  draw: (column: number, low: number, high: number) => void,
): void {
  let column = Number.NaN;
  let low = 0;
  let high = 0;
  let last = Number.NaN;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    const at = Math.floor(offset + (first + i) * step);
    if (Number.isNaN(value)) {
      last = Number.NaN;
      continue;
    }
    if (at === column) {
      if (value < low) low = value;
      if (value > high) high = value;
    } else {
      if (!Number.isNaN(column)) draw(column, low, high);
      column = at;
      low = last < value ? last : value;
      high = last > value ? last : value;
    }
    last = value;
  }
  if (!Number.isNaN(column)) draw(column, low, high);
}

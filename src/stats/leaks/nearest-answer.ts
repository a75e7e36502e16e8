/*
 * How well one column alone names the target: rows at even places are known, and each of the others is answered by the
 * known rows whose value lies nearest. One half answers for the other, so that a column of ids names nothing.
 */

/** Share of the answered rows whose class is named right, beside the share of the most frequent class among them. */
export interface NamedShare {
  readonly right: number;
  readonly usual: number;
  readonly rows: number;
}

/** Of classes. Where `exact`, only a value that is known answers (words). NaN is left out, or answers as one more value; classes below 0 are left out. */
export function classByNearest(
  values: Float64Array,
  classes: ArrayLike<number>,
  exact: boolean,
  missing: 'leave' | 'answer' = 'leave',
): NamedShare {
  const left = (row: number): boolean =>
    (classes[row] ?? -1) < 0 || (missing === 'leave' && Number.isNaN(values[row] ?? Number.NaN));
  const known = knownValues(values, (row) => !left(row));
  const counts = new Map<number, Map<number, number>>();
  for (const row of known.rows) {
    const value = values[row] ?? 0;
    const own = counts.get(value) ?? new Map<number, number>();
    counts.set(value, own);
    const label = classes[row] ?? -1;
    own.set(label, (own.get(label) ?? 0) + 1);
  }
  const answerOf = new Map<number, number>();
  for (const [value, own] of counts) answerOf.set(value, [...own].reduce((a, b) => (b[1] > a[1] ? b : a))[0]);
  const asked = new Map<number, number>();
  let [right, rows] = [0, 0];
  for (let row = 1; row < values.length; row += 2) {
    const [value, label] = [values[row] ?? Number.NaN, classes[row] ?? -1];
    if (left(row)) continue;
    rows++;
    asked.set(label, (asked.get(label) ?? 0) + 1);
    const from = exact || Number.isNaN(value) ? value : (known.sorted[nearest(known.sorted, value)] ?? Number.NaN);
    if (answerOf.get(from) === label) right++;
  }
  const usual = rows === 0 ? 1 : Math.max(...asked.values()) / rows;
  return { right: rows === 0 ? 0 : right / rows, usual, rows };
}

/** Of a quantity: the share of its variance that is left, between two known values along the line that joins them. */
export function varianceLeftByNearest(values: Float64Array, truth: Float64Array): number {
  const known = knownValues(
    values,
    (row) => !Number.isNaN(values[row] ?? Number.NaN) && !Number.isNaN(truth[row] ?? Number.NaN),
  );
  const sums = new Map<number, { sum: number; rows: number }>();
  for (const row of known.rows) {
    const own = sums.get(values[row] ?? 0) ?? { sum: 0, rows: 0 };
    sums.set(values[row] ?? 0, own);
    own.sum += truth[row] ?? 0;
    own.rows++;
  }
  const meanAt = (index: number): number => {
    const { sum = 0, rows = 1 } = sums.get(known.sorted[index] ?? 0) ?? {};
    return sum / rows;
  };
  const first = known.sorted[0] ?? Number.NaN;
  const last = known.sorted.at(-1) ?? Number.NaN;
  let [rows, mean, spread, left] = [0, 0, 0, 0];
  for (let row = 1; row < values.length; row += 2) {
    const [x, y] = [values[row] ?? Number.NaN, truth[row] ?? Number.NaN];
    // Beyond the known values nothing says where the line goes.
    if (Number.isNaN(y) || !(x >= first && x <= last)) continue;
    const at = nearest(known.sorted, x);
    const beside = (known.sorted[at] ?? 0) <= x ? at + 1 : at - 1;
    const [a, b] = [known.sorted[at] ?? 0, known.sorted[beside] ?? Number.NaN];
    const along = Number.isNaN(b) || a === b ? 0 : (x - a) / (b - a);
    const answer = along === 0 ? meanAt(at) : meanAt(at) + along * (meanAt(beside) - meanAt(at));
    rows++;
    const off = y - mean;
    mean += off / rows;
    spread += off * (y - mean);
    left += (y - answer) * (y - answer);
  }
  return spread > 0 ? left / spread : 1;
}

function knownValues(values: Float64Array, has: (row: number) => boolean) {
  const rows: number[] = [];
  for (let row = 0; row < values.length; row += 2) if (has(row)) rows.push(row);
  const sorted = Float64Array.from(
    new Set(rows.map((row) => values[row] ?? Number.NaN).filter((value) => !Number.isNaN(value))),
  ).sort();
  return { rows, sorted };
}

/** Index of the value nearest to `x`; 0 where there is none. */
function nearest(sorted: Float64Array, x: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= x) low = middle;
    else high = middle;
  }
  return high > low && Math.abs((sorted[high] ?? 0) - x) < Math.abs(x - (sorted[low] ?? 0)) ? high : low;
}

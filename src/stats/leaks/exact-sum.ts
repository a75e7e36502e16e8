/** A sum of more columns than this is not looked for. */
const MOST_PARTS = 24;
/** What may be left of the target's variance: rounding of figures that were written down. */
const LEFT = 1e-6;

/**
 * The fewest columns that a greedy search finds whose weighted sum is the target, but for rounding; null where there is
 * no such sum. Columns hold no NaN and are as long as the target. Fewer than 20 rows, or ten a column, prove nothing.
 */
export function exactSum(columns: readonly Float64Array[], target: Float64Array): readonly number[] | null {
  const rest = centred(target);
  const whole = dot(rest, rest);
  if (!(whole > 0) || !Number.isFinite(whole)) return null;
  const most = Math.min(MOST_PARTS, columns.length, Math.floor(target.length / 10) - 1);
  const open = columns.map(centred);
  const sizes = open.map((column) => dot(column, column));
  const taken: number[] = [];
  while (taken.length < most) {
    let best = -1;
    let gain = 0;
    open.forEach((column, k) => {
      const size = dot(column, column);
      // Nothing is left of a column that is a sum of those taken.
      if (taken.includes(k) || !(size > 1e-10 * (sizes[k] ?? 0))) return;
      const along = dot(column, rest);
      const explained = (along * along) / size;
      if (explained > gain) [best, gain] = [k, explained];
    });
    const chosen = open[best];
    if (chosen === undefined || gain < 1e-9 * whole) return null;
    taken.push(best);
    const size = dot(chosen, chosen);
    without(rest, chosen, size);
    open.forEach((column, k) => {
      if (k !== best) without(column, chosen, size);
    });
    if (dot(rest, rest) <= LEFT * whole) return taken.length === 1 ? taken : pruned(taken, columns, target);
  }
  return null;
}

/** Without the columns that the sum does not need. */
function pruned(taken: readonly number[], columns: readonly Float64Array[], target: Float64Array): readonly number[] {
  let needed = [...taken];
  for (const k of taken) {
    const fewer = needed.filter((other) => other !== k);
    if (fewer.length > 0 && leftOf(fewer, columns, target) <= LEFT) needed = fewer;
  }
  return needed;
}

function leftOf(chosen: readonly number[], columns: readonly Float64Array[], target: Float64Array): number {
  const rest = centred(target);
  const whole = dot(rest, rest);
  const done: Float64Array[] = [];
  for (const k of chosen) {
    const column = centred(columns[k] ?? new Float64Array(target.length));
    const size = dot(column, column);
    for (const before of done) without(column, before, dot(before, before));
    if (!(dot(column, column) > 1e-10 * size)) continue;
    without(rest, column, dot(column, column));
    done.push(column);
  }
  return dot(rest, rest) / whole;
}

function centred(values: Float64Array): Float64Array {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  return values.map((value) => value - mean);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Takes the part along `other` off. */
function without(values: Float64Array, other: Float64Array, size: number): void {
  const along = dot(values, other) / size;
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) - along * (other[i] ?? 0);
}

import { log2, powerOfTwo } from '../../lib/portable-math';
import type { Nearest } from './nearest';
import type { Metric } from './neighbours-value';

/** Rows in a leaf, at most. */
const LEAF = 32;
/** Features between two looks at whether a row is too far already. */
const STRIDE = 8;

export interface KdTree {
  /** Offers every row that could be among the nearest to the query at `from`; Euclidean distances are squared. */
  search(queries: Float32Array | Float64Array, from: number, nearest: Nearest): void;
}

/**
 * A k-d tree over rows × width numbers (Bentley 1975): halves along the feature that spreads most, with the bounds of
 * each node. Rounding cannot hide a row: every step of a bound is at most the same step of a distance.
 */
export async function createKdTree(
  rows: Float64Array,
  width: number,
  metric: Metric,
  yieldIfDue: () => Promise<void>,
): Promise<KdTree> {
  const count = rows.length / width;
  const order = Int32Array.from({ length: count }, (_, row) => row);
  const leaves = powerOfTwo(Math.max(0, Math.ceil(log2(count / LEAF))));
  const nodes = 2 * leaves - 1;
  const [starts, ends] = [new Int32Array(nodes), new Int32Array(nodes)];
  const [lows, highs] = [new Float64Array(nodes * width), new Float64Array(nodes * width)];

  ends[0] = count;
  for (let node = 0; node < nodes; node++) {
    await yieldIfDue();
    const [start, end] = [starts[node] ?? 0, ends[node] ?? 0];
    const base = node * width;
    lows.fill(Number.POSITIVE_INFINITY, base, base + width);
    highs.fill(Number.NEGATIVE_INFINITY, base, base + width);
    for (let i = start; i < end; i++) {
      const at = (order[i] ?? 0) * width;
      for (let f = 0; f < width; f++) {
        const value = rows[at + f] ?? 0;
        if (value < (lows[base + f] ?? 0)) lows[base + f] = value;
        if (value > (highs[base + f] ?? 0)) highs[base + f] = value;
      }
    }
    if (2 * node + 2 >= nodes) continue;
    let widest = 0;
    let spread = -1;
    for (let f = 0; f < width; f++) {
      const own = (highs[base + f] ?? 0) - (lows[base + f] ?? 0);
      if (own > spread) [widest, spread] = [f, own];
    }
    const middle = (start + end) >> 1;
    select(order, start, end - 1, middle, (row) => rows[row * width + widest] ?? 0);
    [starts[2 * node + 1], ends[2 * node + 1]] = [start, middle];
    [starts[2 * node + 2], ends[2 * node + 2]] = [middle, end];
  }

  // Rows of a leaf lie together.
  const sorted = new Float64Array(rows.length);
  order.forEach((row, i) => {
    sorted.set(rows.subarray(row * width, (row + 1) * width), i * width);
  });

  const squares = metric === 'euclidean';
  const boundOf = (node: number, queries: Float32Array | Float64Array, from: number): number => {
    const base = node * width;
    let sum = 0;
    for (let f = 0; f < width; f++) {
      const value = queries[from + f] ?? 0;
      const low = (lows[base + f] ?? 0) - value;
      const high = value - (highs[base + f] ?? 0);
      const gap = low > 0 ? low : high > 0 ? high : 0;
      sum += squares ? gap * gap : gap;
    }
    return sum;
  };

  const visit = (node: number, queries: Float32Array | Float64Array, from: number, nearest: Nearest): void => {
    const left = 2 * node + 1;
    if (left >= nodes) {
      const end = ends[node] ?? 0;
      for (let i = starts[node] ?? 0; i < end; i++) {
        const at = i * width;
        const worst = nearest.worst();
        let sum = 0;
        // A row is given up once it is too far by some of its features.
        for (let start = 0; start < width && sum <= worst; start += STRIDE) {
          const end = Math.min(start + STRIDE, width);
          if (squares) {
            for (let f = start; f < end; f++) {
              const apart = (queries[from + f] ?? 0) - (sorted[at + f] ?? 0);
              sum += apart * apart;
            }
          } else {
            for (let f = start; f < end; f++) sum += Math.abs((queries[from + f] ?? 0) - (sorted[at + f] ?? 0));
          }
        }
        if (sum <= worst) nearest.offer(sum, order[i] ?? 0);
      }
      return;
    }
    const near = boundOf(left, queries, from);
    const far = boundOf(left + 1, queries, from);
    const isLeftNearer = near <= far;
    if (Math.min(near, far) <= nearest.worst()) visit(isLeftNearer ? left : left + 1, queries, from, nearest);
    if (Math.max(near, far) <= nearest.worst()) visit(isLeftNearer ? left + 1 : left, queries, from, nearest);
  };
  return { search: (queries, from, nearest) => visit(0, queries, from, nearest) };
}

/** Moves the `middle`-th smallest of order[first … last] into its place, the smaller ones before it (Hoare 1961). */
function select(order: Int32Array, first: number, last: number, middle: number, keyOf: (row: number) => number): void {
  let [low, high] = [first, last];
  while (low < high) {
    const pivot = keyOf(order[(low + high) >> 1] ?? 0);
    let [i, j] = [low, high];
    while (i <= j) {
      while (keyOf(order[i] ?? 0) < pivot) i++;
      while (keyOf(order[j] ?? 0) > pivot) j--;
      if (i > j) break;
      const row = order[i] ?? 0;
      order[i++] = order[j] ?? 0;
      order[j--] = row;
    }
    if (middle <= j) high = j;
    else if (middle >= i) low = i;
    else return;
  }
}

import { ln, square } from '../../lib/portable-math';
import { type Figure, figure, REASONS, undefinedFigure } from '../metrics/figure';

/**
 * The first Wasserstein (earth mover's) distance of two samples: the area between their
 * distribution functions, in the values' own units. Weights default to 1.
 */
export function wassersteinDistance(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  aWeights?: ArrayLike<number>,
  bWeights?: ArrayLike<number>,
): Figure {
  if (a.length === 0 || b.length === 0) return undefinedFigure(REASONS.noRows);
  const one = cumulative(a, aWeights);
  const two = cumulative(b, bWeights);
  if (one === null || two === null) return undefinedFigure(REASONS.notFinite);
  const all = Float64Array.from([...one.values, ...two.values]).sort();
  let area = 0;
  let i = 0;
  let j = 0;
  for (let k = 0; k + 1 < all.length; k++) {
    const at = all[k] ?? 0;
    while (i < one.values.length && (one.values[i] ?? 0) <= at) i++;
    while (j < two.values.length && (two.values[j] ?? 0) <= at) j++;
    area += Math.abs((one.shares[i] ?? 0) - (two.shares[j] ?? 0)) * ((all[k + 1] ?? 0) - at);
  }
  return figure(area);
}

/** The same of rising samples of finite numbers, in one pass. */
export function wassersteinOfSorted(a: Float64Array, b: Float64Array): Figure {
  const [n, m] = [a.length, b.length];
  if (n === 0 || m === 0) return undefinedFigure(REASONS.noRows);
  let area = 0;
  let i = 0;
  let j = 0;
  let at = Math.min(a[0] ?? 0, b[0] ?? 0);
  while (i < n || j < m) {
    while (i < n && a[i] === at) i++;
    while (j < m && b[j] === at) j++;
    const next = Math.min(a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY);
    if (i < n || j < m) area += Math.abs(i / n - j / m) * (next - at);
    at = next;
  }
  return figure(area);
}

/** The distance over the standard deviation (over n) of `reference`, as Evidently measures drift; undefined where that is 0. */
export function normedWasserstein(reference: ArrayLike<number>, current: ArrayLike<number>): Figure {
  const distance = wassersteinDistance(reference, current);
  if (distance.value === null) return distance;
  let mean = 0;
  for (let i = 0; i < reference.length; i++) mean += (reference[i] ?? 0) / reference.length;
  let squares = 0;
  for (let i = 0; i < reference.length; i++) squares += square((reference[i] ?? 0) - mean);
  const sd = Math.sqrt(squares / reference.length);
  return sd === 0 ? undefinedFigure(REASONS.constant) : figure(distance.value / sd);
}

/**
 * Jensen-Shannon divergence in nats of two histograms over the same bins (counts or shares; each is made to
 * sum to 1), from 0 to ln 2. The *distance* is its square root. Undefined where a side is empty or negative.
 */
export function jensenShannonDivergence(p: ArrayLike<number>, q: ArrayLike<number>): Figure {
  if (p.length !== q.length) throw new RangeError(`histograms of ${p.length} and ${q.length} bins`);
  const left = shares(p);
  const right = shares(q);
  if (left === null || right === null) return undefinedFigure(REASONS.notShares);
  const middle = left.map((share, k) => (share + (right[k] ?? 0)) / 2);
  return figure(Math.max(0, (relativeEntropy(left, middle) + relativeEntropy(right, middle)) / 2));
}

export function jensenShannonDistance(p: ArrayLike<number>, q: ArrayLike<number>): Figure {
  const divergence = jensenShannonDivergence(p, q);
  return divergence.value === null ? divergence : figure(Math.sqrt(divergence.value));
}

const relativeEntropy = (from: Float64Array, to: Float64Array): number =>
  from.reduce((sum, share, k) => (share === 0 ? sum : sum + share * ln(share / (to[k] ?? 0))), 0);

function shares(counts: ArrayLike<number>): Float64Array | null {
  const values = Float64Array.from(counts);
  const total = values.reduce((a, b) => a + b, 0);
  if (!(total > 0) || values.some((value) => !(value >= 0))) return null;
  return values.map((value) => value / total);
}

/** Rising values, and before each index the share of the weight that stands there. */
function cumulative(
  values: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
): { readonly values: Float64Array; readonly shares: Float64Array } | null {
  const order = Array.from(values, (_, i) => i).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
  const sorted = Float64Array.from(order, (i) => values[i] ?? Number.NaN);
  if (!sorted.every(Number.isFinite)) return null;
  const before = new Float64Array(order.length + 1);
  order.forEach((i, k) => {
    before[k + 1] = (before[k] ?? 0) + (weights?.[i] ?? 1);
  });
  const total = before[order.length] ?? 0;
  return total > 0 ? { values: sorted, shares: before.map((weight) => weight / total) } : null;
}

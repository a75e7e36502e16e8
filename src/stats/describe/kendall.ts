import { REASONS } from '../metrics/figure';
import type { Pairs } from '../metrics/pairs';
import { normalTail } from '../special/tails';
import { averageRanks } from '../tests/ranks';
import { type Significance, untestable } from '../tests/significance';

/** Up to this many rows without ties the p-value counts all orders. */
const EXACT_ROWS = 33;

/**
 * Kendall's τ-b, pairs counted by merging (Knight 1966). The p-value is exact without ties for up to 33 rows (or where
 * at most one pair is out of order), and otherwise the normal limit corrected for ties.
 */
export function kendallTau({ a, b }: Pairs): Significance {
  const n = a.length;
  if (n < 2) return untestable(n === 0 ? REASONS.noRows : REASONS.twoRows);
  const [x, y] = [averageRanks(a), averageRanks(b)];
  const order = Uint32Array.from(a, (_, row) => row).sort(
    (i, j) => (x.ranks[i] ?? 0) - (x.ranks[j] ?? 0) || (y.ranks[i] ?? 0) - (y.ranks[j] ?? 0),
  );
  const pairs = (n * (n - 1)) / 2;
  const [tiedX, tiedY] = [pairsIn(x.ties), pairsIn(y.ties)];
  if (tiedX === pairs || tiedY === pairs) return untestable(REASONS.constant);
  const tiedBoth = pairsIn(jointTies(order, x.ranks, y.ranks));
  const discordant = inversions(Float64Array.from(order, (row) => y.ranks[row] ?? 0));
  const excess = pairs - tiedX - tiedY + tiedBoth - 2 * discordant;
  const tau = excess / Math.sqrt(pairs - tiedX) / Math.sqrt(pairs - tiedY);
  const statistic = Math.max(-1, Math.min(1, tau));
  const fewer = Math.min(discordant, pairs - discordant);
  if (tiedX === 0 && tiedY === 0 && (n <= EXACT_ROWS || fewer <= 1)) {
    return { statistic, pValue: Math.min(1, 2 * inversionsCdf(fewer, n)), method: 'exact' };
  }
  const m = n * (n - 1);
  const variance =
    (m * (2 * n + 5) - spread(x.ties) - spread(y.ties)) / 18 +
    (2 * tiedX * tiedY) / m +
    (triples(x.ties) * triples(y.ties)) / (9 * m * (n - 2));
  return {
    statistic,
    pValue: Math.min(1, 2 * normalTail(Math.abs(excess) / Math.sqrt(variance))),
    method: 'asymptotic',
  };
}

const total = (ties: readonly number[], of: (t: number) => number): number => ties.reduce((sum, t) => sum + of(t), 0);
const pairsIn = (ties: readonly number[]): number => total(ties, (t) => (t * (t - 1)) / 2);
const spread = (ties: readonly number[]): number => total(ties, (t) => t * (t - 1) * (2 * t + 5));
const triples = (ties: readonly number[]): number => total(ties, (t) => t * (t - 1) * (t - 2));

/** Sizes of the runs of rows, in this order, that are equal in both columns. */
function jointTies(order: Uint32Array, x: Float64Array, y: Float64Array): readonly number[] {
  const sizes: number[] = [];
  let run = 1;
  for (let k = 1; k < order.length; k++) {
    const [i, j] = [order[k - 1] ?? 0, order[k] ?? 0];
    if (x[i] === x[j] && y[i] === y[j]) run++;
    else {
      sizes.push(run);
      run = 1;
    }
  }
  return [...sizes, run];
}

/** Pairs that stand in falling order, counted while merging sorted halves. */
function inversions(values: Float64Array): number {
  let count = 0;
  let from = values.slice();
  let into = new Float64Array(values.length);
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      let [i, j] = [start, middle];
      for (let k = start; k < end; k++) {
        if (j >= end || (i < middle && (from[i] ?? 0) <= (from[j] ?? 0))) into[k] = from[i++] ?? 0;
        else {
          into[k] = from[j++] ?? 0;
          count += middle - i;
        }
      }
    }
    [from, into] = [into, from];
  }
  return count;
}

/** The chance that a random order of n has at most `most` inversions: the i-th value adds 0 … i-1 of them, evenly. */
function inversionsCdf(most: number, n: number): number {
  let chance = new Float64Array(most + 1);
  chance[0] = 1;
  for (let i = 2; i <= n; i++) {
    const next = new Float64Array(most + 1);
    let window = 0;
    for (let k = 0; k <= most; k++) {
      window += (chance[k] ?? 0) - (chance[k - i] ?? 0);
      next[k] = window / i;
    }
    chance = next;
  }
  return chance.reduce((sum, p) => sum + p, 0);
}

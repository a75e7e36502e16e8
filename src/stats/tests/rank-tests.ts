import { REASONS, requireSameLength } from '../metrics/figure';
import { normalTail } from '../special/tails';
import { averageRanks, tieTerm } from './ranks';
import { obstacle, type Significance, untestable } from './significance';

/** Up to this many pairs the Wilcoxon p-value counts every way of giving signs to the ranks. */
const EXACT_PAIRS = 50;

/**
 * The Mann-Whitney U test of two independent samples: `statistic` is the number of pairs in which `a` is above
 * `b`, ties half. The p-value is the normal limit, corrected for ties and continuity.
 */
export function mannWhitney(a: ArrayLike<number>, b: ArrayLike<number>): Significance {
  const because = obstacle([a, b], 1);
  if (because !== null) return untestable(because);
  const [n, m] = [a.length, b.length];
  const { ranks, ties } = averageRanks([...Array.from(a), ...Array.from(b)]);
  const statistic = sum(ranks.subarray(0, n)) - (n * (n + 1)) / 2;
  const larger = Math.max(statistic, n * m - statistic);
  const variance = ((n * m) / 12) * (n + m + 1 - tieTerm(ties) / ((n + m) * (n + m - 1)));
  const away = larger - (n * m) / 2 - 0.5;
  const pValue = away <= 0 ? 1 : Math.min(1, 2 * normalTail(away / Math.sqrt(variance)));
  return { statistic, pValue, method: 'asymptotic' };
}

/**
 * The Wilcoxon signed-rank test of pairs: `statistic` is the smaller of the rank sums above and below 0. Equal pairs
 * are left out. For up to 50 pairs none of which is equal the p-value is exact where no two differences tie (ties are
 * taken for distinct ranks, as scipy does, a half rank sum rounded up); otherwise it is the normal limit, corrected
 * for ties.
 */
export function wilcoxon(a: ArrayLike<number>, b: ArrayLike<number>): Significance {
  requireSameLength(a, b);
  const because = obstacle([a, b], 1);
  if (because !== null) return untestable(because);
  const differences = Float64Array.from(a, (value, i) => value - (b[i] ?? 0));
  const unequal = differences.filter((d) => d !== 0);
  const n = unequal.length;
  if (n === 0) return untestable(REASONS.equalPairs);
  const { ranks, ties } = averageRanks(unequal.map(Math.abs));
  const above = sum(ranks.filter((_, i) => (unequal[i] ?? 0) > 0));
  const statistic = Math.min(above, (n * (n + 1)) / 2 - above);
  if (n <= EXACT_PAIRS && n === differences.length) {
    return { statistic, pValue: Math.min(1, 2 * rankSumCdf(Math.ceil(statistic), n)), method: 'exact' };
  }
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - tieTerm(ties) / 48;
  const z = ((n * (n + 1)) / 4 - statistic) / Math.sqrt(variance);
  return { statistic, pValue: Math.min(1, 2 * normalTail(z)), method: 'asymptotic' };
}

/** The chance that the ranks 1 … n, each taken with probability ½, sum to at most `limit`. */
function rankSumCdf(limit: number, n: number): number {
  const chance = new Float64Array(limit + 1);
  chance[0] = 1;
  for (let rank = 1; rank <= n; rank++) {
    for (let s = limit; s >= 0; s--) chance[s] = ((chance[s] ?? 0) + (chance[s - rank] ?? 0)) / 2;
  }
  return sum(chance);
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

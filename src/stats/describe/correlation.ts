import { square } from '../../lib/portable-math';
import { type Figure, figure, REASONS, requireSameLength, undefinedFigure } from '../metrics/figure';
import { completePairs, type Pairs } from '../metrics/pairs';
import { studentTwoSided } from '../special/tails';
import { averageRanks } from '../tests/ranks';
import { type Significance, untestable } from '../tests/significance';
import { kendallTau } from './kendall';

export interface Correlations {
  /** Rows with both values. */
  readonly rows: number;
  readonly pearson: Significance;
  readonly spearman: Significance;
  readonly kendall: Significance;
}

/** Pearson's r, Spearman's ρ and Kendall's τ-b with two-sided p-values. Rows missing either value are left out. */
export function correlationsOf(a: ArrayLike<number>, b: ArrayLike<number>): Correlations {
  const pairs = completePairs(a, b);
  return { rows: pairs.a.length, pearson: pearson(pairs), spearman: spearman(pairs), kendall: kendallTau(pairs) };
}

/** Pearson's product-moment correlation; the p-value takes both columns for normal. */
function pearson({ a, b }: Pairs): Significance {
  return productMoment(a, b);
}

/** Spearman's rank correlation, ties by average ranks; the p-value is Student's limit. */
function spearman({ a, b }: Pairs): Significance {
  return productMoment(averageRanks(a).ranks, averageRanks(b).ranks);
}

/**
 * The correlation ratio η of numbers in groups: √(variation between the groups ÷ all variation). Rows with a missing
 * number or a negative group code are left out.
 */
export function correlationRatio(values: ArrayLike<number>, groups: ArrayLike<number>): Figure {
  requireSameLength(values, groups);
  const sums = new Map<number, { count: number; sum: number }>();
  const kept: number[] = [];
  for (let row = 0; row < values.length; row++) {
    const [value, group] = [values[row] ?? Number.NaN, groups[row] ?? -1];
    if (!Number.isFinite(value) || group < 0) continue;
    kept.push(value);
    const { count, sum } = sums.get(group) ?? { count: 0, sum: 0 };
    sums.set(group, { count: count + 1, sum: sum + value });
  }
  if (kept.length === 0) return undefinedFigure(REASONS.noRows);
  if (kept.every((value) => value === kept[0])) return undefinedFigure(REASONS.constant);
  const mean = kept.reduce((sum, value) => sum + value, 0) / kept.length;
  const all = kept.reduce((sum, value) => sum + square(value - mean), 0);
  let between = 0;
  for (const { count, sum } of sums.values()) between += count * square(sum / count - mean);
  return figure(Math.sqrt(Math.min(1, between / all)));
}

function productMoment(a: Float64Array, b: Float64Array): Significance {
  const n = a.length;
  if (n < 2) return untestable(n === 0 ? REASONS.noRows : REASONS.twoRows);
  if (a.every((value) => value === a[0]) || b.every((value) => value === b[0])) return untestable(REASONS.constant);
  const [x, y] = [deviations(a), deviations(b)];
  const statistic = Math.max(-1, Math.min(1, product(x, y) / Math.sqrt(product(x, x) * product(y, y))));
  if (!Number.isFinite(statistic)) return untestable(REASONS.notFinite);
  // A line goes through any two points.
  if (n === 2) return { statistic, pValue: 1 };
  const degreesOfFreedom = n - 2;
  const t = statistic * Math.sqrt(degreesOfFreedom / ((1 - statistic) * (1 + statistic)));
  return { statistic, pValue: studentTwoSided(t, degreesOfFreedom), degreesOfFreedom };
}

/** Deviations from the mean, the greatest 1: no square overflows, and equal shapes correlate to exactly 1. */
function deviations(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const away = values.map((value) => value - mean);
  const greatest = away.reduce((most, d) => Math.max(most, Math.abs(d)), 0);
  return away.map((d) => d / greatest);
}

const product = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

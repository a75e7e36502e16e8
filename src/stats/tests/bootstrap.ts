import { createRandom } from '../../lib/random';
import type { Text } from '../../lib/text';
import { quantileOfSorted } from '../describe/quantile';
import { requireSameLength } from '../metrics/figure';
import { obstacle } from './significance';

export interface BootstrapChoice {
  readonly seed: number;
  readonly resamples?: number;
  /** Share of intervals that hold the true difference. */
  readonly level?: number;
}

/** The mean of `a[i] - b[i]` with its interval, or why there is none. */
export type DifferenceInterval =
  | { readonly difference: number; readonly low: number; readonly high: number; readonly because?: undefined }
  | { readonly difference: null; readonly low: null; readonly high: null; readonly because: Text };

/**
 * The mean paired difference with its percentile bootstrap interval (Efron 1979): rows are drawn with replacement,
 * a pair always together. The same seed gives the same interval. At least two rows.
 */
export function bootstrapDifference(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { seed, resamples = 2_000, level = 0.95 }: BootstrapChoice,
): DifferenceInterval {
  requireSameLength(a, b);
  const because = obstacle([a, b], 2);
  if (because !== null) return { difference: null, low: null, high: null, because };
  const differences = Float64Array.from(a, (value, i) => value - (b[i] ?? 0));
  const n = differences.length;
  const random = createRandom(seed);
  const means = new Float64Array(resamples);
  for (let k = 0; k < resamples; k++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += differences[random.integer(n)] ?? 0;
    means[k] = sum / n;
  }
  means.sort();
  return {
    difference: differences.reduce((sum, d) => sum + d, 0) / n,
    low: quantileOfSorted(means, (1 - level) / 2),
    high: quantileOfSorted(means, (1 + level) / 2),
  };
}

import { momentsOf } from '../describe/moments';
import { quantileOfSorted } from '../describe/quantile';

export type FillStrategy = 'mean' | 'median' | 'most_frequent';

/** The value that stands in for missing ones, from values without NaN; NaN where there are none. */
export function fillValue(values: Float64Array, strategy: FillStrategy): number {
  if (strategy === 'mean') return momentsOf(values).mean;
  const sorted = values.slice().sort();
  return strategy === 'median' ? quantileOfSorted(sorted, 0.5) : longestRun(sorted);
}

/** The smallest of the most frequent values, of rising values. */
function longestRun(sorted: Float64Array): number {
  let best = Number.NaN;
  let longest = 0;
  let start = 0;
  for (let i = 1; i <= sorted.length; i++) {
    if (i < sorted.length && sorted[i] === sorted[start]) continue;
    if (i - start > longest) {
      longest = i - start;
      best = sorted[start] ?? best;
    }
    start = i;
  }
  return best;
}

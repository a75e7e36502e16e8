import type { Text } from '../../lib/text';
import { REASONS } from '../metrics/figure';

/** What a two-sided test says, or why it cannot say anything of these data. Never NaN. */
export type Significance =
  | {
      /** Null where it is infinite: a difference without any spread around it, whose `pValue` is 0. */
      readonly statistic: number | null;
      readonly pValue: number;
      readonly degreesOfFreedom?: number;
      /** Where a test has two ways to its p-value: the one taken. */
      readonly method?: 'exact' | 'asymptotic';
      readonly because?: undefined;
    }
  | { readonly statistic: null; readonly pValue: null; readonly because: Text };

export const untestable = (because: Text): Significance => ({ statistic: null, pValue: null, because });

/** Why these samples cannot be tested, or null where they can. */
export function obstacle(samples: readonly ArrayLike<number>[], leastRows: number): Text | null {
  if (samples.some((sample) => sample.length === 0)) return REASONS.noRows;
  if (samples.some((sample) => sample.length < leastRows)) return REASONS.twoRows;
  return samples.every((sample) => Array.from(sample).every(Number.isFinite)) ? null : REASONS.notFinite;
}

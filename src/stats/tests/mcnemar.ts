import { square } from '../../lib/portable-math';
import { chiSquareTail } from '../drift/chi-square';
import { REASONS } from '../metrics/figure';
import { fairCoinCdf } from '../special/tails';
import { type Significance, untestable } from './significance';

/**
 * McNemar's test of two classifiers on the same rows, from the rows that only one of them gets right. `asymptotic` is
 * chi-square with Edwards' (1948) continuity correction, `exact` the binomial test. By default exact below 25 such
 * rows. Untestable where there are none.
 */
export function mcnemarTest(
  onlyFirstRight: number,
  onlySecondRight: number,
  method: 'exact' | 'asymptotic' = onlyFirstRight + onlySecondRight < 25 ? 'exact' : 'asymptotic',
): Significance {
  const n = onlyFirstRight + onlySecondRight;
  if (n === 0) return untestable(REASONS.sameRowsRight);
  if (method === 'exact') {
    const fewer = Math.min(onlyFirstRight, onlySecondRight);
    return { statistic: fewer, pValue: Math.min(1, 2 * fairCoinCdf(fewer, n)), method };
  }
  const statistic = square(Math.abs(onlyFirstRight - onlySecondRight) - 1) / n;
  return { statistic, pValue: chiSquareTail(statistic, 1), degreesOfFreedom: 1, method };
}

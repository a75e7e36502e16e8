import { square } from '../../lib/portable-math';
import { REASONS, requireSameLength } from '../metrics/figure';
import { studentTwoSided } from '../special/tails';
import { obstacle, type Significance, untestable } from './significance';

/** Welch's t-test of two independent samples, whose variances may differ (Welch 1947). */
export function welchTest(a: ArrayLike<number>, b: ArrayLike<number>): Significance {
  return independent(a, b, (one, two) => {
    const [p, q] = [one.variance / one.count, two.variance / two.count];
    const degreesOfFreedom = square(p + q) / (square(p) / (one.count - 1) + square(q) / (two.count - 1));
    return { error: Math.sqrt(p + q), degreesOfFreedom };
  });
}

/** Student's t-test of two independent samples of one and the same variance. */
export function studentTest(a: ArrayLike<number>, b: ArrayLike<number>): Significance {
  return independent(a, b, (one, two) => {
    const degreesOfFreedom = one.count + two.count - 2;
    const pooled = ((one.count - 1) * one.variance + (two.count - 1) * two.variance) / degreesOfFreedom;
    return { error: Math.sqrt(pooled * (1 / one.count + 1 / two.count)), degreesOfFreedom };
  });
}

/** The paired t-test of `a[i] - b[i]` against 0. */
export function pairedTest(a: ArrayLike<number>, b: ArrayLike<number>): Significance {
  requireSameLength(a, b);
  const because = obstacle([a, b], 2);
  if (because !== null) return untestable(because);
  const { count, mean, variance } = sampleOf(Float64Array.from(a, (value, i) => value - (b[i] ?? 0)));
  if (mean === 0 && variance === 0) return untestable(REASONS.equalPairs);
  return judged(mean, Math.sqrt(variance / count), count - 1);
}

interface Sample {
  readonly count: number;
  readonly mean: number;
  /** Over n - 1. */
  readonly variance: number;
}

type Spread = (one: Sample, two: Sample) => { readonly error: number; readonly degreesOfFreedom: number };

function independent(a: ArrayLike<number>, b: ArrayLike<number>, spread: Spread): Significance {
  const because = obstacle([a, b], 2);
  if (because !== null) return untestable(because);
  const [one, two] = [sampleOf(a), sampleOf(b)];
  const { error, degreesOfFreedom } = spread(one, two);
  return judged(one.mean - two.mean, error, degreesOfFreedom);
}

function judged(difference: number, error: number, degreesOfFreedom: number): Significance {
  if (error === 0) return difference === 0 ? untestable(REASONS.constant) : { statistic: null, pValue: 0 };
  const statistic = difference / error;
  if (!Number.isFinite(statistic)) return untestable(REASONS.notFinite);
  return { statistic, pValue: studentTwoSided(statistic, degreesOfFreedom), degreesOfFreedom };
}

function sampleOf(values: ArrayLike<number>): Sample {
  const all = Float64Array.from(values);
  const count = all.length;
  const mean = all.reduce((sum, value) => sum + value, 0) / count;
  return { count, mean, variance: all.reduce((sum, value) => sum + square(value - mean), 0) / (count - 1) };
}

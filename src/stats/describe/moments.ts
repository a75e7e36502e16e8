import { square } from '../../lib/portable-math';
export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Population variance (divides by n). */
  readonly variance: number;
}

/**
 * Mean and population variance of values without NaN, by the corrected two-pass
 * algorithm (Chan, Golub and LeVeque 1983). NaN where there are no values.
 */
export function momentsOf(values: Float64Array): Moments {
  const count = values.length;
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / count;
  let squares = 0;
  let rest = 0;
  for (const value of values) {
    const d = value - mean;
    rest += d;
    squares += d * d;
  }
  return { count, mean, variance: (squares - (rest * rest) / count) / count };
}

/** Whether a variance is nothing but rounding, by the error bound of the two-pass algorithm (scikit-learn's test). */
export function isConstant({ count, mean, variance }: Moments): boolean {
  return variance <= count * Number.EPSILON * variance + square(count * mean * Number.EPSILON);
}

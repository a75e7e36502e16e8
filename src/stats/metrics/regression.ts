import { median } from '../describe/descriptive';
import { type Figure, figure, REASONS, requireSameLength, undefinedFigure } from './figure';

/** Below this a true value counts as this much in {@link meanAbsolutePercentageError}, as in scikit-learn. */
const EPSILON = Number.EPSILON;

export function meanSquaredError(truth: ArrayLike<number>, predicted: ArrayLike<number>): Figure {
  return meanOver(truth, predicted, (y, p) => (y - p) ** 2);
}

/** The root of the mean squared error, in the target's units. */
export function rootMeanSquaredError(truth: ArrayLike<number>, predicted: ArrayLike<number>): Figure {
  const mse = meanSquaredError(truth, predicted);
  return mse.value === null ? mse : figure(Math.sqrt(mse.value));
}

export function meanAbsoluteError(truth: ArrayLike<number>, predicted: ArrayLike<number>): Figure {
  return meanOver(truth, predicted, (y, p) => Math.abs(y - p));
}

/** The mean of |y - p| / max(|y|, 2.22e-16): a share, not a percentage, and enormous where a true value is 0. */
export function meanAbsolutePercentageError(truth: ArrayLike<number>, predicted: ArrayLike<number>): Figure {
  return meanOver(truth, predicted, (y, p) => Math.abs(y - p) / Math.max(Math.abs(y), EPSILON));
}

export function medianAbsoluteError(truth: ArrayLike<number>, predicted: ArrayLike<number>): Figure {
  const bad = unusable(truth, predicted);
  if (bad !== null) return bad;
  return median(Float64Array.from({ length: truth.length }, (_, i) => Math.abs((truth[i] ?? 0) - (predicted[i] ?? 0))));
}

export function maxError(truth: ArrayLike<number>, predicted: ArrayLike<number>): Figure {
  const bad = unusable(truth, predicted);
  if (bad !== null) return bad;
  let max = 0;
  for (let i = 0; i < truth.length; i++) max = Math.max(max, Math.abs((truth[i] ?? 0) - (predicted[i] ?? 0)));
  return figure(max);
}

/**
 * R² = 1 - SSE / SST. Where the truth is constant: 1 if every prediction is exact,
 * else 0, as in scikit-learn. Undefined for fewer than two rows.
 */
export function rSquared(truth: ArrayLike<number>, predicted: ArrayLike<number>): Figure {
  const bad = unusable(truth, predicted);
  if (bad !== null) return bad;
  if (truth.length < 2) return undefinedFigure(REASONS.twoRows);
  const mean = meanOf(truth);
  let sse = 0;
  let sst = 0;
  for (let i = 0; i < truth.length; i++) {
    const y = truth[i] ?? 0;
    sse += (y - (predicted[i] ?? 0)) ** 2;
    sst += (y - mean) ** 2;
  }
  return figure(explained(sse, sst));
}

/** 1 - var(y - p) / var(y): R² that forgives a constant offset. */
export function explainedVariance(truth: ArrayLike<number>, predicted: ArrayLike<number>): Figure {
  const bad = unusable(truth, predicted);
  if (bad !== null) return bad;
  const errors = Float64Array.from({ length: truth.length }, (_, i) => (truth[i] ?? 0) - (predicted[i] ?? 0));
  return figure(explained(squaresAround(errors, meanOf(errors)), squaresAround(truth, meanOf(truth))));
}

const explained = (unexplained: number, total: number): number =>
  unexplained === 0 ? 1 : total === 0 ? 0 : 1 - unexplained / total;

function squaresAround(values: ArrayLike<number>, centre: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] ?? 0) - centre) ** 2;
  return sum;
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum / values.length;
}

function meanOver(
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
  loss: (y: number, p: number) => number,
): Figure {
  const bad = unusable(truth, predicted);
  if (bad !== null) return bad;
  let sum = 0;
  for (let i = 0; i < truth.length; i++) sum += loss(truth[i] ?? 0, predicted[i] ?? 0);
  return figure(sum / truth.length);
}

function unusable(truth: ArrayLike<number>, predicted: ArrayLike<number>): Figure | null {
  requireSameLength(truth, predicted);
  if (truth.length === 0) return undefinedFigure(REASONS.noRows);
  for (let i = 0; i < truth.length; i++)
    if (!Number.isFinite(truth[i]) || !Number.isFinite(predicted[i])) return undefinedFigure(REASONS.notFinite);
  return null;
}

import { median } from '../describe/descriptive';
import { type Figure, figure, REASONS, requireSameLength, undefinedFigure } from './figure';

/** Below this a true value counts as this much in {@link meanAbsolutePercentageError}, as in scikit-learn. */
const EPSILON = Number.EPSILON;

export function meanSquaredError(truth: ArrayLike<number>, predicted: ArrayLike<number>): Figure {
  return meanOver(truth, predicted, (y, p) => (y - p) * (y - p));
}

/** The root of the mean squared error, in the target's units. */
export function rootMeanSquaredError(truth: ArrayLike<number>, predicted: ArrayLike<number>): Figure {
  const bad = unusable(truth, predicted);
  if (bad !== null) return bad;
  const errors = differences(truth, predicted);
  const unit = unitOf(errors);
  return figure(Math.sqrt(squares(errors, unit) / truth.length) * unit);
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
  const errors = differences(truth, predicted);
  const spread = deviations(truth);
  const unit = unitOf(errors, spread);
  return figure(explained(squares(errors, unit), squares(spread, unit)));
}

/** 1 - var(y - p) / var(y): R² that forgives a constant offset. */
export function explainedVariance(truth: ArrayLike<number>, predicted: ArrayLike<number>): Figure {
  const bad = unusable(truth, predicted);
  if (bad !== null) return bad;
  const errors = deviations(differences(truth, predicted));
  const spread = deviations(truth);
  const unit = unitOf(errors, spread);
  return figure(explained(squares(errors, unit), squares(spread, unit)));
}

const explained = (unexplained: number, total: number): number =>
  unexplained === 0 ? 1 : total === 0 ? 0 : 1 - unexplained / total;

const differences = (truth: ArrayLike<number>, predicted: ArrayLike<number>): Float64Array =>
  Float64Array.from({ length: truth.length }, (_, i) => (truth[i] ?? 0) - (predicted[i] ?? 0));

/** From the mean; exactly 0 where all are equal, though a mean of equal numbers rounds. */
function deviations(values: ArrayLike<number>): Float64Array {
  let sum = 0;
  let equal = true;
  for (let i = 0; i < values.length; i++) {
    sum += values[i] ?? 0;
    equal &&= values[i] === values[0];
  }
  const mean = equal ? (values[0] ?? 0) : sum / values.length;
  return Float64Array.from(values, (value) => value - mean);
}

/** What to divide by so that squares neither vanish nor overflow: 1, but for numbers near the ends of the range. */
function unitOf(...lists: readonly Float64Array[]): number {
  let greatest = 0;
  for (const list of lists) for (const value of list) greatest = Math.max(greatest, Math.abs(value));
  return greatest > 1e-140 && greatest < 1e140 ? 1 : greatest === 0 ? 1 : greatest;
}

function squares(values: Float64Array, unit: number): number {
  let sum = 0;
  for (const value of values) sum += (value / unit) * (value / unit);
  return sum;
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

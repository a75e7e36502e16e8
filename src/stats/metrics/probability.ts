import { ln, square } from '../../lib/portable-math';
import { type Figure, figure, REASONS, undefinedFigure } from './figure';

/** The smallest probability that log loss distinguishes from 0: the epsilon of float64, as scikit-learn clips. */
const CLIP = Number.EPSILON;

/**
 * Cross-entropy in nats: the mean of -ln p(true class), with p clipped to
 * [2.22e-16, 1 - 2.22e-16] and each row then made to sum to 1. `truth` holds class indices,
 * `probabilities` rows × classes row-major.
 */
export function logLoss(truth: ArrayLike<number>, probabilities: ArrayLike<number>, classes: number): Figure {
  return unusable(truth, probabilities, classes) ?? figure(meanOf(logLosses(truth, probabilities, classes)));
}

/** What each row adds to {@link logLoss}, where that is defined. */
export function logLosses(truth: ArrayLike<number>, probabilities: ArrayLike<number>, classes: number): Float64Array {
  const losses = new Float64Array(truth.length);
  for (let i = 0; i < truth.length; i++) {
    let rowSum = 0;
    for (let k = 0; k < classes; k++) rowSum += clip(probabilities[i * classes + k] ?? 0);
    losses[i] = -ln(clip(probabilities[i * classes + (truth[i] ?? 0)] ?? 0) / rowSum);
  }
  return losses;
}

/**
 * Brier score (1950). Two classes: the mean of (p - y)² of the positive class, index `positive`.
 * More classes: the mean over rows of the sum over classes of squares, so it runs to 2, not to 1.
 */
export function brierScore(
  truth: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classes: number,
  positive = 1,
): Figure {
  return (
    unusable(truth, probabilities, classes) ?? figure(meanOf(brierLosses(truth, probabilities, classes, positive)))
  );
}

/** What each row adds to {@link brierScore}, where that is defined. */
export function brierLosses(
  truth: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classes: number,
  positive = 1,
): Float64Array {
  const losses = new Float64Array(truth.length);
  for (let i = 0; i < truth.length; i++) {
    let sum = 0;
    for (let k = 0; k < classes; k++) {
      if (classes === 2 && k !== positive) continue;
      sum += square((probabilities[i * classes + k] ?? 0) - (truth[i] === k ? 1 : 0));
    }
    losses[i] = sum;
  }
  return losses;
}

/**
 * Expected calibration error (Naeini et al. 2015): over equal-width bins (0, 1/b], …, with 0 in the first,
 * the share of rows times |mean confidence - share that came true|.
 */
export function calibrationError(came: ArrayLike<number>, confidence: ArrayLike<number>, bins = 10): Figure {
  if (came.length === 0) return undefinedFigure(REASONS.noRows);
  const claimed = new Float64Array(bins);
  const hits = new Float64Array(bins);
  for (let i = 0; i < came.length; i++) {
    const p = confidence[i] ?? Number.NaN;
    if (!Number.isFinite(p)) return undefinedFigure(REASONS.notFinite);
    if (p < 0 || p > 1) return undefinedFigure(REASONS.notProbability);
    const bin = Math.min(bins - 1, Math.max(0, binAtOrBelow(p, bins)));
    claimed[bin] = (claimed[bin] ?? 0) + p;
    hits[bin] = (hits[bin] ?? 0) + (came[i] ?? 0);
  }
  let sum = 0;
  for (let b = 0; b < bins; b++) sum += Math.abs((claimed[b] ?? 0) - (hits[b] ?? 0));
  return figure(sum / came.length);
}

/** The bin whose upper edge k / bins is the first at or above `p`: exact at the edges, where p · bins would round. */
function binAtOrBelow(p: number, bins: number): number {
  let bin = Math.ceil(p * bins) - 1;
  if (p > (bin + 1) / bins) bin++;
  else if (bin > 0 && p <= bin / bins) bin--;
  return bin;
}

function unusable(truth: ArrayLike<number>, probabilities: ArrayLike<number>, classes: number): Figure | null {
  if (truth.length * classes !== probabilities.length)
    throw new RangeError(`${probabilities.length} probabilities for ${truth.length} rows of ${classes} classes`);
  if (truth.length === 0) return undefinedFigure(REASONS.noRows);
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i] ?? Number.NaN;
    if (!Number.isFinite(p)) return undefinedFigure(REASONS.notFinite);
    if (p < 0 || p > 1) return undefinedFigure(REASONS.notProbability);
  }
  for (let i = 0; i < truth.length; i++)
    if ((truth[i] ?? classes) >= classes) return undefinedFigure(REASONS.unknownClass);
  return null;
}

const meanOf = (losses: Float64Array): number => losses.reduce((sum, loss) => sum + loss, 0) / losses.length;

const clip = (p: number): number => Math.min(1 - CLIP, Math.max(CLIP, p));

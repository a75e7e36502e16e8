import { type Figure, REASONS, undefinedFigure } from './figure';
import { meanInterval, rootMeanSquareInterval, rSquaredInterval } from './intervals';
import { meanAbsoluteError, meanAbsolutePercentageError, rootMeanSquaredError, rSquared } from './regression';
import type { PartEvaluation } from './report';
import { type Figures, intervalsOf, splitFigures } from './report-figures';

const SCATTER_POINTS = 500;

export interface RegressionRows {
  /** In the target's units; NaN where it is missing. */
  readonly truth: ArrayLike<number>;
  readonly predicted: ArrayLike<number>;
  /** Mean of the training rows' target, or null where there are none. */
  readonly baseline: number | null;
}

/** Every figure of one part of the data. Rows without a truth are left out and counted. */
export function evaluateRegression(rows: RegressionRows): PartEvaluation {
  const { baseline } = rows;
  const withTruth = Array.from(rows.truth, (_, i) => i).filter((i) => !Number.isNaN(rows.truth[i] ?? Number.NaN));
  const truth = Float64Array.from(withTruth, (i) => rows.truth[i] ?? Number.NaN);
  const predicted = Float64Array.from(withTruth, (i) => rows.predicted[i] ?? Number.NaN);
  const { metrics, undefinedBecause } = splitFigures(figuresOf(truth, predicted));
  const shown = Math.min(SCATTER_POINTS, truth.length);
  return {
    rows: truth.length,
    rowsWithoutTarget: rows.truth.length - truth.length,
    metrics,
    intervals: intervalsOf(metrics, intervals(truth, predicted)),
    undefinedBecause: baseline === null ? { ...undefinedBecause, baseline: REASONS.noTrainRows } : undefinedBecause,
    baseline:
      baseline === null ? {} : splitFigures(figuresOf(truth, new Float64Array(truth.length).fill(baseline))).metrics,
    scatter: Array.from({ length: shown }, (_, i) => {
      const row = Math.floor((i * truth.length) / shown);
      return [truth[row] ?? 0, predicted[row] ?? 0] as const;
    }),
  };
}

function figuresOf(truth: Float64Array, predicted: Float64Array): Figures {
  return {
    rmse: rootMeanSquaredError(truth, predicted),
    mae: meanAbsoluteError(truth, predicted),
    r2: rSquared(truth, predicted),
    mape: relativeError(truth, predicted),
  };
}

function intervals(truth: Float64Array, predicted: Float64Array) {
  const errors = truth.map((y, i) => Math.abs(y - (predicted[i] ?? Number.NaN)));
  return {
    rmse: rootMeanSquareInterval(errors),
    mae: meanInterval(errors),
    r2: rSquaredInterval(truth, predicted),
    mape: meanInterval(errors.map((error, i) => error / Math.abs(truth[i] ?? Number.NaN))),
  };
}

/** Where a true value is 0, scikit-learn's figure is some 1e15 and says nothing: no figure is better. */
function relativeError(truth: Float64Array, predicted: Float64Array): Figure {
  return truth.includes(0) ? undefinedFigure(REASONS.zeroTarget) : meanAbsolutePercentageError(truth, predicted);
}

import { accuracy, balancedAccuracy, type Confusion, cohenKappa, macroAverages } from './classification';
import { type Figure, figure, REASONS, undefinedFigure } from './figure';

/*
 * Measures of a stream, from sums that can be kept as JSON. Every row is answered before its label is known, so these
 * are honest figures (Dawid's prequential principle). Each takes what `confusionMatrix` and `regression` would give of
 * the same rows at once.
 */

/** Counts by [true class][predicted class]; grows with the classes. */
export function addToConfusion(confusion: number[][], truth: number, predicted: number): void {
  const size = Math.max(confusion.length, truth + 1, predicted + 1);
  for (const row of confusion) while (row.length < size) row.push(0);
  while (confusion.length < size) confusion.push(new Array<number>(size).fill(0));
  const row = confusion[truth];
  if (row !== undefined) row[predicted] = (row[predicted] ?? 0) + 1;
}

export type ClassificationMeasures = Readonly<Record<'accuracy' | 'balancedAccuracy' | 'macroF1' | 'kappa', Figure>>;

export function classificationMeasures(confusion: Confusion): ClassificationMeasures {
  return {
    accuracy: accuracy(confusion),
    balancedAccuracy: balancedAccuracy(confusion),
    macroF1: macroAverages(confusion).f1,
    kappa: cohenKappa(confusion),
  };
}

/** Sums over answered rows of a regression. A type, not an interface, so that it counts as JSON. */
export type ErrorSums = {
  readonly rows: number;
  readonly absolute: number;
  readonly squared: number;
  /** Mean of the truth, and its squared deviations (Welford 1962). */
  readonly mean: number;
  readonly spread: number;
};

export const NO_ERRORS: ErrorSums = { rows: 0, absolute: 0, squared: 0, mean: 0, spread: 0 };

export function addError(sums: ErrorSums, truth: number, predicted: number): ErrorSums {
  const rows = sums.rows + 1;
  const error = truth - predicted;
  const off = truth - sums.mean;
  const mean = sums.mean + off / rows;
  return {
    rows,
    absolute: sums.absolute + Math.abs(error),
    squared: sums.squared + error * error,
    mean,
    spread: sums.spread + off * (truth - mean),
  };
}

export type RegressionMeasures = Readonly<Record<'rmse' | 'mae' | 'r2', Figure>>;

/** R² of a truth that never varies is 1 where every answer is exact, else 0, as in scikit-learn. */
export function regressionMeasures({ rows, absolute, squared, spread }: ErrorSums): RegressionMeasures {
  if (rows === 0) {
    const none = undefinedFigure(REASONS.noRows);
    return { rmse: none, mae: none, r2: none };
  }
  const explained = squared === 0 ? 1 : spread === 0 ? 0 : 1 - squared / spread;
  return {
    rmse: figure(Math.sqrt(squared / rows)),
    mae: figure(absolute / rows),
    r2: rows < 2 ? undefinedFigure(REASONS.twoRows) : figure(explained),
  };
}

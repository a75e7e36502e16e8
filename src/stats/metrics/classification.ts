import { square } from '../../lib/portable-math';
import { type Figure, figure, REASONS, requireSameLength, undefinedFigure } from './figure';

/** Counts by [true class][predicted class]. */
export type Confusion = readonly (readonly number[])[];

/** Counts pairs of class indices (0 … classes-1). */
export function confusionMatrix(truth: ArrayLike<number>, predicted: ArrayLike<number>, classes: number): Confusion {
  requireSameLength(truth, predicted);
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < truth.length; i++) {
    const t = truth[i] ?? -1;
    const p = predicted[i] ?? -1;
    const row = counts[t];
    if (row === undefined || p < 0 || p >= classes) throw new RangeError(`class index out of range in row ${i}`);
    row[p] = (row[p] ?? 0) + 1;
  }
  return counts;
}

/** What a confusion matrix says of one class; a ratio over nothing is 0 (scikit-learn's zero_division=0). */
export interface ClassCounts {
  readonly support: number;
  readonly predicted: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function classCounts(confusion: Confusion): ClassCounts[] {
  return confusion.map((row, k) => {
    const hits = row[k] ?? 0;
    const support = sum(row);
    const predicted = confusion.reduce((total, other) => total + (other[k] ?? 0), 0);
    return {
      support,
      predicted,
      precision: ratio(hits, predicted),
      recall: ratio(hits, support),
      f1: ratio(2 * hits, support + predicted),
    };
  });
}

/** The share of rows on the diagonal. */
export function accuracy(confusion: Confusion): Figure {
  const rows = total(confusion);
  if (rows === 0) return undefinedFigure(REASONS.noRows);
  return figure(confusion.reduce((hits, row, k) => hits + (row[k] ?? 0), 0) / rows);
}

/** The mean recall over the classes that occur in the truth. */
export function balancedAccuracy(confusion: Confusion): Figure {
  const present = classCounts(confusion).filter((c) => c.support > 0);
  if (present.length === 0) return undefinedFigure(REASONS.noRows);
  return figure(sum(present.map((c) => c.recall)) / present.length);
}

/** Plain means over the classes that occur in the truth or in the predictions, as scikit-learn takes its labels. */
export function macroAverages(confusion: Confusion): {
  readonly precision: Figure;
  readonly recall: Figure;
  readonly f1: Figure;
} {
  const seen = classCounts(confusion).filter((c) => c.support + c.predicted > 0);
  const mean = (of: (c: ClassCounts) => number): Figure =>
    seen.length === 0 ? undefinedFigure(REASONS.noRows) : figure(sum(seen.map(of)) / seen.length);
  return { precision: mean((c) => c.precision), recall: mean((c) => c.recall), f1: mean((c) => c.f1) };
}

/** F1 averaged with each class's share of the truth. */
export function weightedF1(confusion: Confusion): Figure {
  const rows = total(confusion);
  if (rows === 0) return undefinedFigure(REASONS.noRows);
  return figure(sum(classCounts(confusion).map((c) => c.f1 * c.support)) / rows);
}

/** Cohen's kappa (1960): agreement beyond chance; undefined where chance alone agrees always. */
export function cohenKappa(confusion: Confusion): Figure {
  const rows = total(confusion);
  if (rows === 0) return undefinedFigure(REASONS.noRows);
  let hits = 0;
  let chance = 0;
  classCounts(confusion).forEach((c, k) => {
    hits += confusion[k]?.[k] ?? 0;
    chance += c.support * c.predicted;
  });
  const square = rows * rows;
  if (chance === square) return undefinedFigure(REASONS.oneLabel);
  return figure(1 - (rows * (rows - hits)) / (square - chance));
}

/** Matthews correlation for any number of classes (Gorodkin 2004); 0 where either side is constant. */
export function matthewsCorrelation(confusion: Confusion): Figure {
  const rows = total(confusion);
  if (rows === 0) return undefinedFigure(REASONS.noRows);
  let hits = 0;
  let both = 0;
  let truths = 0;
  let predictions = 0;
  classCounts(confusion).forEach((c, k) => {
    hits += confusion[k]?.[k] ?? 0;
    both += c.support * c.predicted;
    truths += square(c.support);
    predictions += square(c.predicted);
  });
  const spread = Math.sqrt((rows * rows - predictions) * (rows * rows - truths));
  return figure(spread === 0 ? 0 : (hits * rows - both) / spread);
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const total = (confusion: Confusion): number => confusion.reduce((rows, row) => rows + sum(row), 0);
const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

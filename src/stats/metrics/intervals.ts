import { exp, ln, square } from '../../lib/portable-math';
import { normalQuantile } from '../special/normal-quantile';
import { studentQuantile } from '../special/student-quantile';
import { type Confusion, classCounts } from './classification';
import type { Ranking } from './ranking';

/** Where the figure of all such rows lies, with 95 % confidence, going by the rows that were measured. */
export type Interval = readonly [low: number, high: number];

/** None where the rows cannot tell it. */
type MaybeInterval = Interval | null;

const LEVEL = 0.95;
const Z = normalQuantile((1 + LEVEL) / 2);

/** Of a share of rows (Wilson 1927): it holds where every row is right, too. Null without rows. */
export function shareInterval(hits: number, rows: number): MaybeInterval {
  if (rows === 0) return null;
  const share = hits / rows;
  const pull = square(Z) / rows;
  const centre = (share + pull / 2) / (1 + pull);
  const half = (Z * Math.sqrt((share * (1 - share) + pull / 4) / rows)) / (1 + pull);
  return [hits === 0 ? 0 : centre - half, hits === rows ? 1 : centre + half];
}

/** Of the mean of a loss of at least 0 a row, by Student's t. Null under two rows, or where all lose alike. */
export function meanInterval(losses: ArrayLike<number>): MaybeInterval {
  const error = standardErrorOfMean(losses);
  if (error === null) return null;
  const half = studentQuantile((1 + LEVEL) / 2, losses.length - 1) * error.standardError;
  return finite([Math.max(0, error.mean - half), error.mean + half]);
}

/** Of the root of the mean squared error, in the target's unit: the root of the interval of the mean square. */
export function rootMeanSquareInterval(errors: ArrayLike<number>): MaybeInterval {
  const interval = meanInterval(Float64Array.from(errors, square));
  return interval && [Math.sqrt(interval[0]), Math.sqrt(interval[1])];
}

/**
 * Of R², by the delta method: how far each row moves it (its influence, Hampel 1974) gives its standard error. Null
 * where the truth is constant, or no row moves it.
 */
export function rSquaredInterval(truth: Float64Array, predicted: Float64Array): MaybeInterval {
  const n = truth.length;
  if (n < 2 || truth.every((y) => y === truth[0])) return null;
  const centre = meanOf(truth);
  const spreads = Float64Array.from(truth, (y) => square(y - centre));
  const errors = Float64Array.from(truth, (y, i) => square(y - (predicted[i] ?? Number.NaN)));
  const [variance, loss] = [meanOf(spreads), meanOf(errors)];
  const influence = errors.map((error, i) => ((loss / variance) * (spreads[i] ?? 0) - error) / variance);
  const error = standardErrorOfMean(influence);
  if (error === null) return null;
  const half = studentQuantile((1 + LEVEL) / 2, n - 1) * error.standardError;
  const value = 1 - loss / variance;
  return finite([value - half, Math.min(1, value + half)]);
}

/**
 * Of an area under a ROC curve (DeLong, DeLong and Clarke-Pearson 1988), symmetric on the log-odds scale, so that it
 * stays within 0 and 1. Null where a class has fewer than two rows, or every pair is ranked right (or wrong).
 */
export function areaInterval(area: number, ranking: Ranking): MaybeInterval {
  const { truePositives, falsePositives, positives, negatives } = ranking;
  if (positives < 2 || negatives < 2) return null;
  // What each row adds: the share of the other class on its right side, that of equal score half. Their mean is the area.
  let [above, below] = [0, 0];
  let [tp, fp] = [0, 0];
  for (let i = 0; i < truePositives.length; i++) {
    const [nextTp, nextFp] = [truePositives[i] ?? 0, falsePositives[i] ?? 0];
    above += (nextTp - tp) * square(1 - (nextFp + fp) / 2 / negatives - area);
    below += (nextFp - fp) * square((nextTp + tp) / 2 / positives - area);
    [tp, fp] = [nextTp, nextFp];
  }
  const variance = above / (positives - 1) / positives + below / (negatives - 1) / negatives;
  return onLogOdds(area, Math.sqrt(variance));
}

/** The figures of a confusion matrix that are means over classes; those of {@link classIntervals}. */
type ClassFigure = 'balancedAccuracy' | 'macroF1' | 'macroPrecision' | 'macroRecall';

/**
 * Of means over classes, by the delta method on the counts of the matrix (Takahashi et al. 2022), symmetric on the
 * log-odds scale. Null where no count moves the figure: where every row is right.
 */
export function classIntervals(confusion: Confusion): Readonly<Record<ClassFigure, MaybeInterval>> {
  const classes = classCounts(confusion);
  const seen = classes.map(({ support, predicted }) => support + predicted > 0);
  const present = classes.map(({ support }) => support > 0);
  const hits = classes.map((_, k) => confusion[k]?.[k] ?? 0);
  const per = (whole: (k: number) => number) => classes.map((_, k) => inverse(whole(k)));
  const rows = per((k) => classes[k]?.support ?? 0);
  const columns = per((k) => classes[k]?.predicted ?? 0);
  const both = per((k) => (classes[k]?.support ?? 0) + (classes[k]?.predicted ?? 0));
  const none = classes.map(() => 0);
  const shares = (wholes: readonly number[]) => wholes.map((one, k) => square(one) * (hits[k] ?? 0));
  const recall = { hit: rows, row: shares(rows), column: none };
  const precision = { hit: columns, row: none, column: shares(columns) };
  const twice = (values: readonly number[]) => values.map((value) => 2 * value);
  const f1 = { hit: twice(both), row: twice(shares(both)), column: twice(shares(both)) };
  return {
    balancedAccuracy: meanOverClasses(confusion, recall, present),
    macroF1: meanOverClasses(confusion, f1, seen),
    macroPrecision: meanOverClasses(confusion, precision, seen),
    macroRecall: meanOverClasses(confusion, recall, seen),
  };
}

/** How one class's figure moves with a count: of its hits, of its row, of its column. */
interface Slopes {
  readonly hit: readonly number[];
  readonly row: readonly number[];
  readonly column: readonly number[];
}

function meanOverClasses(confusion: Confusion, slopes: Slopes, counted: readonly boolean[]): MaybeInterval {
  const classes = counted.filter(Boolean).length;
  const at = (values: readonly number[], k: number): number => (counted[k] ? (values[k] ?? 0) : 0);
  let value = 0;
  let variance = 0;
  confusion.forEach((row, i) => {
    value += at(slopes.hit, i) * (row[i] ?? 0);
    row.forEach((count, j) => {
      const slope = (i === j ? at(slopes.hit, i) : 0) - at(slopes.row, i) - at(slopes.column, j);
      variance += count * square(slope);
    });
  });
  return onLogOdds(value / classes, Math.sqrt(variance) / classes);
}

function onLogOdds(share: number, standardError: number): MaybeInterval {
  if (!(share > 0 && share < 1 && standardError > 0)) return null;
  const middle = ln(share / (1 - share));
  const half = (Z * standardError) / (share * (1 - share));
  const back = (odds: number): number => 1 / (1 + exp(-odds));
  return [back(middle - half), back(middle + half)];
}

function standardErrorOfMean(values: ArrayLike<number>): { mean: number; standardError: number } | null {
  const n = values.length;
  if (n < 2) return null;
  const mean = meanOf(values);
  let squares = 0;
  for (let i = 0; i < n; i++) squares += square((values[i] ?? 0) - mean);
  return squares > 0 ? { mean, standardError: Math.sqrt(squares / (n - 1) / n) } : null;
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum / values.length;
}

const inverse = (whole: number): number => (whole === 0 ? 0 : 1 / whole);

const finite = (interval: Interval): MaybeInterval => (interval.every(Number.isFinite) ? interval : null);

import { type Figure, figure, REASONS, undefinedFigure } from './figure';

/** Class `k` of rows × classes probabilities, row-major, as a question of two classes. */
export function classAgainstRest(
  truth: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classes: number,
  k: number,
): { readonly isClass: Uint8Array; readonly score: Float64Array } {
  const isClass = new Uint8Array(truth.length);
  const score = new Float64Array(truth.length);
  for (let row = 0; row < truth.length; row++) {
    isClass[row] = truth[row] === k ? 1 : 0;
    score[row] = probabilities[row * classes + k] ?? Number.NaN;
  }
  return { isClass, score };
}

/** The mean of one figure a class, weighed by `shares` (which sum to 1) where given; undefined where any of them is. */
export function meanOverClasses(figures: readonly Figure[], shares?: readonly number[]): Figure {
  let total = 0;
  for (const [k, { value, because }] of figures.entries()) {
    if (value === null) {
      const absent = because === undefined || because === REASONS.oneClass || because === REASONS.noPositive;
      return undefinedFigure(absent ? REASONS.absentClass : because);
    }
    total += value * (shares?.[k] ?? 1 / figures.length);
  }
  return figure(total);
}

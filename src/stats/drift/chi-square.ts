import { square } from '../../lib/portable-math';
import { type Figure, figure, REASONS, undefinedFigure } from '../metrics/figure';
import { upperGamma } from '../special/incomplete-gamma';

export interface ChiSquare {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/**
 * Pearson's chi-square of independence of a contingency table of counts. `yates` moves each cell of a
 * 2 × 2 table by at most 0.5 towards its expectation. Null where a row or a column is empty.
 */
export function chiSquareIndependence(
  table: readonly (readonly number[])[],
  yates = false,
): (ChiSquare & { readonly expected: readonly (readonly number[])[] }) | null {
  const rows = table.map(sum);
  const columns = (table[0] ?? []).map((_, c) => sum(table.map((row) => row[c] ?? 0)));
  const n = sum(rows);
  if (n === 0 || [...rows, ...columns].includes(0)) return null;
  const expected = rows.map((row) => columns.map((column) => (row * column) / n));
  const degreesOfFreedom = (rows.length - 1) * (columns.length - 1);
  let statistic = 0;
  expected.forEach((row, r) => {
    row.forEach((e, c) => {
      const gap = Math.abs((table[r]?.[c] ?? 0) - e);
      const counted = yates && degreesOfFreedom === 1 ? gap - Math.min(0.5, gap) : gap;
      statistic += square(counted) / e;
    });
  });
  return { statistic, degreesOfFreedom, pValue: chiSquareTail(statistic, degreesOfFreedom), expected };
}

/** Pearson's goodness of fit. Null where an expected count is 0 or the sums differ by more than 1e-8 of themselves. */
export function chiSquareFit(observed: readonly number[], expected: readonly number[]): ChiSquare | null {
  if (observed.length !== expected.length) throw new RangeError('observed and expected differ in length');
  const total = sum(expected);
  if (expected.some((e) => e <= 0) || Math.abs(sum(observed) - total) > 1e-8 * total) return null;
  const statistic = sum(expected.map((e, k) => square((observed[k] ?? 0) - e) / e));
  const degreesOfFreedom = observed.length - 1;
  return { statistic, degreesOfFreedom, pValue: chiSquareTail(statistic, degreesOfFreedom) };
}

/** Cramér's V of a contingency table; `corrected` takes Bergsma's (2013) bias off. Undefined for a single row or column. */
export function cramersV(table: readonly (readonly number[])[], corrected = false): Figure {
  const test = chiSquareIndependence(table);
  if (test === null) return undefinedFigure(REASONS.noRows);
  const n = sum(table.map(sum));
  const [r, c] = [table.length, table[0]?.length ?? 0];
  if (Math.min(r, c) < 2) return undefinedFigure(REASONS.oneClass);
  if (!corrected) return figure(Math.sqrt(test.statistic / (n * (Math.min(r, c) - 1))));
  const shrunk = (k: number): number => k - square(k - 1) / (n - 1);
  const phi = Math.max(0, test.statistic / n - ((r - 1) * (c - 1)) / (n - 1));
  return figure(Math.sqrt(phi / (Math.min(shrunk(r), shrunk(c)) - 1)));
}

/** The chance that a chi-square variable of so many degrees of freedom is at least `x`. */
export function chiSquareTail(x: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom === 0 || x <= 0) return 1;
  return upperGamma(degreesOfFreedom / 2, x / 2);
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

import { missingTest } from '../missing';
import { parseDate } from '../parse-date';
import type { DecimalMark } from '../parse-number';
import { parseNumber } from '../parse-number';

/**
 * A header is a row of words over columns of numbers or dates. Where all is words
 * it is taken for granted, unless its words recur below. A first row of numbers is
 * a header only as a run of years (2019, 2020, …).
 */
export function hasHeader(
  rows: readonly (readonly string[])[],
  decimal: DecimalMark,
  missingWords: readonly string[],
): boolean {
  const [first = [], ...below] = rows;
  const isMissing = missingTest(missingWords);
  const isValue = (cell: string): boolean =>
    parseNumber(cell, decimal) !== null || parseDate(cell) !== null || /^(true|false)$/i.test(cell.trim());
  if (below.length === 0) return !first.some((cell) => isValue(cell));
  let wordsOverValues = 0;
  let valuesOverValues = 0;
  let recurring = 0;
  first.forEach((cell, k) => {
    const column = below.map((row) => row[k] ?? '').filter((other) => !isMissing(other));
    if (isMissing(cell) || column.length === 0) return;
    const typed = nearlyAll(column, isValue);
    if (isValue(cell)) valuesOverValues++;
    else if (typed) wordsOverValues++;
    else if (column.includes(cell)) recurring++;
  });
  if (wordsOverValues > 0) return true;
  if (valuesOverValues > 0) return isRunOfYears(first);
  return recurring === 0;
}

/** Whether a test holds for four of five; asks no more cells than it takes to know. */
function nearlyAll(cells: readonly string[], test: (cell: string) => boolean): boolean {
  let others = 0;
  return cells.every((cell) => {
    if (!test(cell)) others++;
    return cells.length - others >= cells.length * 0.8;
  });
}

function isRunOfYears(cells: readonly string[]): boolean {
  const years = cells.filter((cell) => /^(19|20)\d\d$/.test(cell.trim())).map(Number);
  const numbers = cells.filter((cell) => parseNumber(cell) !== null).length;
  return (
    years.length >= 2 &&
    years.length === numbers &&
    years.every((year, i) => i === 0 || year - (years[i - 1] ?? 0) === 1)
  );
}

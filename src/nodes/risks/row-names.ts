import { isNumeric } from '../../table/columns';
import type { Column, Recipe } from '../../table/table';

/** Words that say that a column of whole numbers counts or names things. */
const ID_WORD =
  /(^|[^a-z])(id|ids|uuid|guid|index|idx|key|no|nr|num|row|rownum|rowid|serial|instant)([^a-z]|$)|[a-z]Id$|번호|아이디|식별|일련/i;

/**
 * Whole numbers that count the rows: each follows the one before, or all are different and the name says so. A column
 * that was scaled still counts: its steps are all alike, and the raw column held whole numbers.
 */
export function isRowNumber(column: Column, { source }: Recipe): boolean {
  if (!isNumeric(column) || (column.type !== 'integer' && column.type !== 'number')) return false;
  const { name, values } = column;
  if (values.length < 2) return false;
  const step = (values[1] ?? 0) - (values[0] ?? 0);
  const wasWhole = wholeNumbersOf(source).has(name);
  if (Math.abs(step) !== 1 && !wasWhole) return namesIt(name, values, false);
  const counts = step !== 0 && values.every((value, row) => row === 0 || isStep(value - (values[row - 1] ?? 0), step));
  return counts || namesIt(name, values, wasWhole);
}

const whole = new WeakMap<Recipe['source'], ReadonlySet<string>>();

/** Names of the raw columns that held whole numbers. */
function wholeNumbersOf(source: Recipe['source']): ReadonlySet<string> {
  const known = whole.get(source);
  if (known !== undefined) return known;
  const names = new Set(source.flatMap(({ name, type }) => (type === 'integer' ? [name] : [])));
  whole.set(source, names);
  return names;
}

/** But for what rounding takes. */
const isStep = (difference: number, step: number): boolean => Math.abs(difference - step) <= 1e-9 * Math.abs(step);

const namesIt = (name: string, values: Float64Array, wasWhole: boolean): boolean =>
  ID_WORD.test(name) &&
  (wasWhole ? !values.includes(Number.NaN) : values.every(Number.isInteger)) &&
  new Set(values).size === values.length;

/** Words of which nearly every row has one of its own: they name the row, and no other row can be learned from. */
export function namesItself(column: Column): boolean {
  if (column.type !== 'category' || !('codes' in column)) return false;
  const rowsOf = new Map<number, number>();
  let present = 0;
  for (const code of column.codes) {
    if (code < 0) continue;
    present++;
    rowsOf.set(code, (rowsOf.get(code) ?? 0) + 1);
  }
  return present > column.codes.length / 2 && rowsOf.size > 0.95 * present;
}

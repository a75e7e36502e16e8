import type { Column } from '../../table/table';

/** Words that say that a column of whole numbers counts or names things. */
const ID_WORD =
  /(^|[^a-z])(id|ids|uuid|guid|index|idx|key|no|nr|num|row|rownum|rowid|serial|instant)([^a-z]|$)|[a-z]Id$|번호|아이디|식별|일련/i;

/** Whole numbers that count the rows: each follows the one before, or all are different and the name says so. */
export function isRowNumber({ name, type, ...column }: Column): boolean {
  if ((type !== 'integer' && type !== 'number') || !('values' in column)) return false;
  const { values } = column;
  const step = (values[1] ?? 0) - (values[0] ?? 0);
  const counts =
    Math.abs(step) === 1 && values.every((value, row) => row === 0 || value - (values[row - 1] ?? 0) === step);
  return counts || (ID_WORD.test(name) && new Set(values).size === values.length && values.every(Number.isInteger));
}

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

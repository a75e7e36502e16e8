import { profileColumn } from '../../table/profile';
import type { Table } from '../../table/table';
import { isRowNumber, namesItself } from '../risks/row-names';
import { timeInOrder } from '../risks/time-in-order';
import type { ColumnLook, DataLook } from './data-look';

/** Fewer rows than this name nothing. */
const LEAST_ROWS = 10;

/** Looks at a table as it was read. Gives others a turn between columns. */
export async function lookAtData(
  table: Table,
  header: Pick<DataLook, 'headless' | 'firstRow'>,
  yieldIfDue: () => Promise<void>,
): Promise<DataLook> {
  const columns: ColumnLook[] = [];
  for (const column of table.columns) {
    const counts = table.rows >= LEAST_ROWS && isRowNumber(column, table.recipe);
    const names = table.rows >= LEAST_ROWS && namesItself(column);
    columns.push({
      ...profileColumn(column, table.rows),
      identifies: counts ? 'number' : names ? 'name' : null,
    });
    await yieldIfDue();
  }
  return { rows: table.rows, ...header, columns, ordered: timeInOrder(table) };
}

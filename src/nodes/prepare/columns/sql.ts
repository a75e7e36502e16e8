import type { ColumnType, Field } from '../../../table/table';
import type { PyTable } from '../../contract/code';
import { columnsOf, FROM_ROWS, ofRows, partColumn, partColumns } from '../../sql/rows';
import { type Sql, type SqlColumn, select } from '../../sql/sql';
import type { ColumnsParams } from './params';
import { type PlannedColumn, planColumns } from './plan';

/**
 * Choosing columns as a SELECT; null where a type is changed in a way that databases do each after their own, or a column
 * takes the name of the one that says the part.
 */
export function columnsSql(table: PyTable, params: ColumnsParams): Sql | null {
  const fields = new Map(table.schema.fields.map((field) => [field.name, field]));
  const part = partColumn(table);
  const columns: SqlColumn[] = [];
  for (const planned of planColumns(table.schema.fields, params)) {
    const field = fields.get(planned.from);
    if (field === undefined) continue;
    if (field.type === 'image') {
      columns.push(...columnsOf(table, field));
      continue;
    }
    const cast = castOf(field, planned, params);
    if (cast === null) return null;
    const value = ofRows(field.name);
    if (planned.name === part) return null;
    columns.push({ name: planned.name, value: cast === '' ? value : `CAST(${value} AS ${cast})` });
  }
  return select({ columns: [...columns, ...partColumns(table)], from: FROM_ROWS });
}

const WORDS: readonly ColumnType[] = ['category', 'text'];

/** The type of SQL that a field is cast to; '' where its cells stay as they are. */
function castOf(
  { type: from, categories = [] }: Field,
  { type: to }: PlannedColumn,
  params: ColumnsParams,
): string | null {
  if (from === to || (WORDS.includes(from) && WORDS.includes(to))) return '';
  if (from === 'integer' && to === 'number') return 'DOUBLE PRECISION';
  if (from === 'boolean' && to === 'number') return 'DOUBLE PRECISION';
  if (from === 'boolean' && to === 'integer') return 'BIGINT';
  if (params.unreadable !== 'fail') return null;
  if (from === 'number' && to === 'integer') return 'BIGINT';
  const every = (form: RegExp): boolean => categories.length > 0 && categories.every((word) => form.test(word));
  if (to === 'number' && every(/^-?\d+(\.\d+)?$/)) return 'DOUBLE PRECISION';
  return to === 'integer' && every(/^-?\d{1,15}$/) ? 'BIGINT' : null;
}

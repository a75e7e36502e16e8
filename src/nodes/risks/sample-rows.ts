import { takeRows } from '../../table/rows';
import type { Table } from '../../table/table';

/** So many rows at most, evenly taken. */
export function sampleRows(table: Table, most: number): Table {
  if (table.rows <= most) return table;
  return takeRows(
    table,
    Uint32Array.from({ length: most }, (_, i) => Math.floor((i * table.rows) / most)),
  );
}

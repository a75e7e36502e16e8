import { isCoded } from './columns';
import type { Column, Table } from './table';

/** The rows `from` … `to - 1` over the same arrays: nothing is copied, so nothing may be written. */
export function viewRows(table: Table, from: number, to: number): Table {
  return {
    rows: to - from,
    columns: table.columns.map((column) => viewCells(column, from, to)),
    partition: table.partition?.subarray(from, to) ?? null,
    sourceRows: table.sourceRows?.subarray(from, to) ?? null,
    recipe: table.recipe,
  };
}

function viewCells(column: Column, from: number, to: number): Column {
  if (isCoded(column)) return { ...column, codes: column.codes.subarray(from, to) };
  if (column.type !== 'image') return { ...column, values: column.values.subarray(from, to) };
  const [height, width, channels] = column.shape;
  const size = height * width * channels;
  return { ...column, values: column.values.subarray(from * size, to * size) };
}

/** The column with the cells from `from` on missing; a copy. */
export function withMissingFrom(column: Column, from: number): Column {
  if (isCoded(column)) return { ...column, codes: column.codes.slice().fill(-1, from) };
  if (column.type === 'image') throw new Error('cells of an image column are never missing');
  return { ...column, values: column.values.slice().fill(Number.NaN, from) };
}

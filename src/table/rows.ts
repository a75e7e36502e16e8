import { isCoded } from './columns';
import type { Column, PartName, Table } from './table';
import { PART } from './table';

/** Row indices that fitting may look at: the training part, or every row of an unsplit table. */
export function trainRows(table: Table): Uint32Array {
  return partRows(table, 'train');
}

/** Row indices of one part. An unsplit table is all training part. */
export function partRows(table: Table, part: PartName): Uint32Array {
  const { partition, rows } = table;
  if (partition === null) return part === 'train' ? everyRow(rows) : new Uint32Array(0);
  const wanted = PART[part];
  const found = new Uint32Array(rows);
  let count = 0;
  for (let i = 0; i < rows; i++) if (partition[i] === wanted) found[count++] = i;
  return found.slice(0, count);
}

/** The table of the given rows, in the given order; `sourceRows` goes along. */
export function takeRows(table: Table, rows: Uint32Array): Table {
  const { partition, sourceRows } = table;
  return {
    rows: rows.length,
    columns: table.columns.map((column) => takeCells(column, rows)),
    partition: partition === null ? null : Uint8Array.from(rows, (row) => partition[row] ?? 0),
    sourceRows: sourceRows === null ? rows.slice() : rows.map((row) => sourceRows[row] ?? row),
    recipe: table.recipe,
  };
}

function everyRow(rows: number): Uint32Array {
  const all = new Uint32Array(rows);
  for (let i = 0; i < rows; i++) all[i] = i;
  return all;
}

function takeCells(column: Column, rows: Uint32Array): Column {
  if (isCoded(column)) {
    const codes = new Int32Array(rows.length);
    for (let i = 0; i < rows.length; i++) codes[i] = column.codes[rows[i] ?? -1] ?? -1;
    return { ...column, codes };
  }
  if (column.type === 'image') {
    const [height, width, channels] = column.shape;
    const size = height * width * channels;
    const values = new Float32Array(rows.length * size);
    rows.forEach((row, i) => {
      values.set(column.values.subarray(row * size, (row + 1) * size), i * size);
    });
    return { ...column, values };
  }
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = column.values[rows[i] ?? -1] ?? Number.NaN;
  return { ...column, values };
}

/** How many rows each part has. */
export function partSizes(partition: Uint8Array): Record<PartName, number> {
  const sizes = { train: 0, validation: 0, test: 0 };
  for (const part of partition) {
    if (part === PART.train) sizes.train++;
    else if (part === PART.validation) sizes.validation++;
    else sizes.test++;
  }
  return sizes;
}

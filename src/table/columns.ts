import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import { closeNames } from './close-names';
import type { CodedColumn, Column, NumericColumn, Role, Table } from './table';

/** Names of fewer columns are looked through: an index of them would cost more. */
const FEW = 16;
const indices = new WeakMap<readonly Column[], ReadonlyMap<string, Column>>();

/** The column called `name`, or undefined. Costs no more in a wide table: a list of columns never changes. */
export function findColumn({ columns }: Pick<Table, 'columns'>, name: string): Column | undefined {
  if (columns.length <= FEW) return columns.find((column) => column.name === name);
  let index = indices.get(columns);
  if (index === undefined) {
    index = new Map(columns.map((column) => [column.name, column]));
    indices.set(columns, index);
  }
  return index.get(name);
}

/** The column called `name`; fails with `column-not-found`, naming the nearest names. */
export function columnNamed(table: Table, name: string): Column {
  const column = findColumn(table, name);
  if (column !== undefined) return column;
  const near = closeNames(
    name,
    table.columns.map((candidate) => candidate.name),
  );
  const list = near.map((word) => `“${word}”`).join(', ');
  throw new Failure({
    code: 'column-not-found',
    column: name,
    message: text(`There is no column “${name}” in this table.`, `이 표에 “${name}” 열이 없어요.`),
    hint:
      near.length > 0
        ? text(`Did you mean ${list}? Choose the column again.`, `${list} 열인지 확인하고 열을 다시 고르세요.`)
        : text('Choose a column of the connected table.', '연결된 표에 있는 열을 고르세요.'),
  });
}

/** The first column with this role, or null. */
export function roleColumn(table: Table, role: Role): Column | null {
  return table.columns.find((column) => column.role === role) ?? null;
}

/** The table with `column` in the place of the one of its name, or at the end. */
export function withColumn(table: Table, column: Column): Table {
  const exists = table.columns.some((old) => old.name === column.name);
  return exists
    ? replaceColumns(table, new Map([[column.name, [column]]]))
    : checked({ ...table, columns: [...table.columns, column] });
}

/** The table with each named column replaced, where it stands, by the columns given for it (none: dropped). */
export function replaceColumns(table: Table, replacements: ReadonlyMap<string, readonly Column[]>): Table {
  const columns = table.columns.flatMap((column) => replacements.get(column.name) ?? [column]);
  return checked({ ...table, columns });
}

/** A category or text column. (Comparing `type` twice does not narrow the union.) */
export const isCoded = (column: Column): column is CodedColumn => 'codes' in column;

/** A number, integer, boolean or date column. */
export const isNumeric = (column: Column): column is NumericColumn => !('codes' in column) && !('shape' in column);

/** Cells a column holds. */
export function columnLength(column: Column): number {
  if (isCoded(column)) return column.codes.length;
  if (column.type !== 'image') return column.values.length;
  const [height, width, channels] = column.shape;
  return column.values.length / (height * width * channels);
}

function checked(table: Table): Table {
  const names = new Set<string>();
  for (const column of table.columns) {
    if (names.has(column.name)) throw new Error(`two columns are called ${column.name}`);
    names.add(column.name);
    const length = columnLength(column);
    if (length !== table.rows) throw new Error(`column ${column.name} has ${length} cells for ${table.rows} rows`);
  }
  return table;
}

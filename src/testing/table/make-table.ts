import type { Column, ColumnType, Role, Table } from '../../table/table';

/** Cells of one column for a test's table: numbers, words or booleans, null for missing. */
export type Cells = readonly (number | string | boolean | null)[];

/** A column of given cells; the type follows from the first that is present unless given. */
export function makeColumn(name: string, cells: Cells, role: Role | null = null, type?: ColumnType): Column {
  const first = cells.find((cell) => cell !== null);
  const kind = type ?? (typeof first === 'string' ? 'category' : typeof first === 'boolean' ? 'boolean' : 'number');
  if (kind === 'image') throw new Error('images are made elsewhere');
  if (kind === 'category' || kind === 'text') {
    const dictionary = [...new Set(cells.flatMap((cell) => (cell === null ? [] : [String(cell)])))];
    const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : dictionary.indexOf(String(cell))));
    return { name, role, type: kind, codes, dictionary };
  }
  return {
    name,
    role,
    type: kind,
    values: Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell))),
  };
}

/** A raw table for tests, out of cells by column name, or of columns. `parts` are numbers of PART. */
export function makeTable(
  columns: Readonly<Record<string, Cells>> | readonly Column[],
  parts?: readonly number[],
): Table {
  const made = isColumns(columns) ? columns : Object.entries(columns).map(([name, cells]) => makeColumn(name, cells));
  const [first] = made;
  const rows =
    first === undefined || first.type === 'image' ? 0 : 'codes' in first ? first.codes.length : first.values.length;
  return {
    rows,
    columns: made,
    partition: parts === undefined ? null : Uint8Array.from(parts),
    sourceRows: null,
    recipe: { source: [], steps: [] },
  };
}

const isColumns = (value: Readonly<Record<string, Cells>> | readonly Column[]): value is readonly Column[] =>
  Array.isArray(value);

/** A column's cells as plain values: null where missing, words as text. */
export function cellsOf(table: Table, name: string): readonly (number | string | null)[] {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw new Error(`no column ${name}`);
  if ('codes' in column) return Array.from(column.codes, (code) => column.dictionary[code] ?? null);
  return Array.from(column.values, (value) => (Number.isNaN(value) ? null : value));
}

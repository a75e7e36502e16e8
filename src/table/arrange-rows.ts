import { cellText } from './cells';
import { columnNamed, isCoded } from './columns';
import { partRows } from './rows';
import type { Column, PartName, Table } from './table';
import { byNumberOrCodePoint } from './word-order';

/** Which rows of a table are looked at, and in which order. */
export interface RowsView {
  readonly part?: PartName | undefined;
  /** Only rows with a cell that holds this text, in whichever case. */
  readonly search?: string | undefined;
  /** By a column's values; missing ones stand last either way. */
  readonly sort?: { readonly column: string; readonly descending: boolean } | undefined;
  /** These rows of the table, in this order, before all else. */
  readonly only?: readonly number[] | undefined;
}

/** Rows looked at between two turns of others. */
const STRETCH = 20_000;

/** The rows of a view, in its order. Long tables take seconds: `yieldIfDue` is awaited now and then. */
export async function arrangeRows(
  table: Table,
  { part, search, sort, only }: RowsView,
  yieldIfDue: () => Promise<void>,
): Promise<Uint32Array> {
  const chosen = only === undefined ? null : Uint32Array.from(only).filter((row) => row < table.rows);
  const all = chosen ?? Uint32Array.from({ length: table.rows }, (_, row) => row);
  const inPart = part === undefined ? all : await kept(all, memberOf(table, part), yieldIfDue);
  const wanted = search?.trim().toLowerCase() ?? '';
  const found = wanted === '' ? inPart : await kept(inPart, await holding(table, wanted, yieldIfDue), yieldIfDue);
  if (sort === undefined) return found;
  await yieldIfDue();
  return sorted(found, ranksOf(columnNamed(table, sort.column)), sort.descending);
}

async function kept(
  rows: Uint32Array,
  isKept: (row: number) => boolean,
  yieldIfDue: () => Promise<void>,
): Promise<Uint32Array> {
  const found = new Uint32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    if (isKept(row)) found[count++] = row;
    if (i % STRETCH === STRETCH - 1) await yieldIfDue();
  }
  return found.slice(0, count);
}

function memberOf(table: Table, part: PartName): (row: number) => boolean {
  const members = new Uint8Array(table.rows);
  for (const row of partRows(table, part)) members[row] = 1;
  return (row) => members[row] === 1;
}

/** Tells whether any cell of a row holds a text in small letters; words are looked at once each, not in every row. */
async function holding(
  table: Table,
  wanted: string,
  yieldIfDue: () => Promise<void>,
): Promise<(row: number) => boolean> {
  const tests: ((row: number) => boolean)[] = [];
  for (const column of table.columns) {
    await yieldIfDue();
    if (column.type === 'image') continue;
    if (isCoded(column)) {
      const { codes } = column;
      const hits = column.dictionary.map((word) => word.toLowerCase().includes(wanted));
      if (hits.includes(true)) tests.push((row) => hits[codes[row] ?? -1] === true);
    } else if (column.type === 'boolean' ? /^[a-z]+$/.test(wanted) : NUMERIC.test(wanted)) {
      tests.push((row) => cellText(column, row)?.toLowerCase().includes(wanted) === true);
    }
  }
  return (row) => tests.some((test) => test(row));
}

/** What a number or a date can hold. */
const NUMERIC = /^[-+.:0-9etz]+$/;

/** Numbers in whose order the column's values stand; NaN is missing. */
function ranksOf(column: Column): (row: number) => number {
  if (column.type === 'image') return () => Number.NaN;
  if (!isCoded(column)) return (row) => column.values[row] ?? Number.NaN;
  const { codes, dictionary } = column;
  const ranks = new Float64Array(dictionary.length);
  const order = dictionary.map((_, code) => code);
  order.sort((a, b) => byNumberOrCodePoint(dictionary[a] ?? '', dictionary[b] ?? ''));
  order.forEach((code, rank) => {
    ranks[code] = rank;
  });
  return (row) => ranks[codes[row] ?? -1] ?? Number.NaN;
}

function sorted(rows: Uint32Array, rankOf: (row: number) => number, descending: boolean): Uint32Array {
  const ranks = Float64Array.from(rows, rankOf);
  const known: number[] = [];
  const missing: number[] = [];
  for (let i = 0; i < rows.length; i++) (Number.isNaN(ranks[i]) ? missing : known).push(i);
  const way = descending ? -1 : 1;
  known.sort((a, b) => way * ((ranks[a] ?? 0) - (ranks[b] ?? 0)));
  return Uint32Array.from([...known, ...missing], (i) => rows[i] ?? 0);
}

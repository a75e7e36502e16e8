import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Json, JsonObject } from '../../lib/json';
import { cellText } from '../../table/cells';
import { isNumeric } from '../../table/columns';
import { type Column, PART, type Table } from '../../table/table';
import { python } from './play-programs';

export interface PlayedQuery {
  readonly table: Table;
  /** The column that says which part a row is in; null of rows that are not split. */
  readonly part: string | null;
  readonly sql: string;
}

export type PlayedRows =
  | { readonly ok: true; readonly columns: JsonObject; readonly rows: number }
  | { readonly ok: false; readonly why: string };

/** Runs SELECTs over tables as `rows` in sqlite. */
export function playSql(queries: readonly PlayedQuery[]): readonly PlayedRows[] {
  if (python === null) throw new Error('there is no Python');
  const jobs = queries.map(({ table, part, sql }) => ({
    columns: [...table.columns.map(givenColumn), ...(part === null ? [] : [partsOf(table, part)])],
    sql,
  }));
  const driver = fileURLToPath(new URL('sql_driver.py', import.meta.url));
  const { stdout, stderr, status } = spawnSync(python, [driver], {
    input: JSON.stringify(jobs),
    encoding: 'utf8',
    maxBuffer: 512 * 2 ** 20,
  });
  if (status !== 0) throw new Error(stderr);
  const played: readonly PlayedRows[] = JSON.parse(stdout);
  return played;
}

interface GivenColumn {
  readonly name: string;
  readonly type: string;
  readonly cells: readonly Json[];
}

function givenColumn(column: Column): GivenColumn {
  const { name } = column;
  if (!isNumeric(column)) {
    const rows = column.type === 'image' ? 0 : column.codes.length;
    return { name, type: 'TEXT', cells: Array.from({ length: rows }, (_, row) => cellText(column, row)) };
  }
  const cells = Array.from(column.values, (value) => (Number.isNaN(value) ? null : value));
  return { name, type: column.type === 'number' ? 'REAL' : 'INTEGER', cells };
}

const PARTS = Object.entries(PART).sort(([, a], [, b]) => a - b);

const partsOf = ({ partition }: Table, name: string): GivenColumn => ({
  name,
  type: 'TEXT',
  cells: Array.from(partition ?? [], (part) => PARTS[part]?.[0] ?? null),
});

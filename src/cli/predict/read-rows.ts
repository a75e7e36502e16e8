import type { RawRow } from '../../application/workspace';
import type { FailureDetail } from '../../lib/failure';
import { text } from '../../lib/text';
import { headerNames } from '../../table/csv/header-names';
import { CSV_CHOICE, type CsvChoice, readCsvCells } from '../../table/csv/read-csv';
import { choiceLike } from '../../table/csv/reading';
import { type NumberMark, parseNumber } from '../../table/parse-number';
import { decimalMarkOf } from '../../table/reading';
import type { ColumnType, Field, Reading } from '../../table/table';

export type RowsFormat = 'csv' | 'ndjson';

/** Rows as a person gave them, by their number (from 1, the header not counted). */
export interface GivenRows {
  readonly format: RowsFormat;
  readonly rows: readonly { readonly number: number; readonly row: RawRow }[];
  /** Rows that could not even be read. */
  readonly refused: readonly RefusedRow[];
  /** The columns that any row names. */
  readonly columns: ReadonlySet<string>;
}

export interface RefusedRow {
  readonly number: number;
  readonly failure: FailureDetail;
}

/** How a file of this name is written; where its name does not say, rows that begin with a brace are NDJSON. */
export function formatOfRows(path: string, bytes: Uint8Array): RowsFormat {
  if (/\.(ndjson|jsonl)$/i.test(path)) return 'ndjson';
  if (/\.(csv|tsv)$/i.test(path)) return 'csv';
  const first = new TextDecoder().decode(bytes.subarray(0, 1_024)).trimStart();
  return first.startsWith('{') ? 'ndjson' : 'csv';
}

/**
 * Reads rows of texts by column name: CSV whose first line is the header, or a JSON object a line. Empty cells and null
 * are missing. Fails with `empty-file` or `no-data`.
 */
export async function readRows(bytes: Uint8Array, format: RowsFormat, trained?: TrainedOn): Promise<GivenRows> {
  return format === 'csv' ? fromCsv(bytes, trained) : fromNdjson(new TextDecoder().decode(bytes));
}

/** How the model's training file was read, and what it needs of each row. */
export interface TrainedOn {
  readonly reading?: Reading;
  readonly fields: readonly Field[];
}

async function fromCsv(bytes: Uint8Array, { reading, fields }: TrainedOn = { fields: [] }): Promise<GivenRows> {
  const choice = { ...CSV_CHOICE, header: 'yes' as const };
  let read = await cellsOf(bytes, reading === undefined ? choice : choiceLike(reading, choice));
  if (reading !== undefined && !fields.some(({ name }) => read.names.includes(name.normalize('NFC')))) {
    // It is cut otherwise than the training file was; its cells are read alike all the same.
    read = await cellsOf(bytes, { ...choiceLike(reading, choice), delimiter: 'auto' });
  }
  const { names } = read;
  const types = new Map(fields.map(({ name, type }) => [name.normalize('NFC'), type]));
  const rows = read.rows.map((cells, at) => {
    const row = Object.fromEntries(
      names.map((name, k) => [
        name,
        cells[k]?.trim() ? canonical(cells[k] ?? '', types.get(name), decimalMarkOf(reading, name)) : null,
      ]),
    );
    return { number: at + 1, row };
  });
  return { format: 'csv', rows, refused: [], columns: new Set(names) };
}

async function cellsOf(bytes: Uint8Array, choice: CsvChoice) {
  const { rows, dialect } = await readCsvCells(bytes, choice);
  return { rows, names: headerNames(dialect.header, dialect.width).names };
}

/** A cell of a file as rows are given: numbers with a point. What cannot be read is left, to be refused by its name. */
function canonical(cell: string, type: ColumnType | undefined, mark: NumberMark | undefined): string {
  if (mark === undefined || mark === '.' || (type !== 'number' && type !== 'integer')) return cell;
  const number = parseNumber(cell, mark);
  return number === null || !Number.isFinite(number.value) ? cell : String(number.value);
}

function fromNdjson(source: string): GivenRows {
  const rows: GivenRows['rows'][number][] = [];
  const refused: RefusedRow[] = [];
  const columns = new Set<string>();
  const lines = source.split('\n').filter((line) => line.trim() !== '');
  lines.forEach((line, at) => {
    const number = at + 1;
    const row = rowOf(line);
    if ('code' in row) {
      refused.push({ number, failure: row });
      return;
    }
    for (const name of Object.keys(row.cells)) columns.add(name.normalize('NFC'));
    rows.push({ number, row: row.cells });
  });
  return { format: 'ndjson', rows, refused, columns };
}

function rowOf(line: string): { readonly cells: RawRow } | FailureDetail {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    value = undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return notAnObject;
  const cells: Record<string, string | null> = {};
  for (const [name, cell] of Object.entries(value)) {
    if (typeof cell === 'object' && cell !== null) return nested(name);
    cells[name] = cell === null || cell === '' ? null : String(cell);
  }
  return { cells };
}

const notAnObject: FailureDetail = {
  code: 'row-unreadable',
  message: text('The line is no JSON object.', 'JSON 객체가 아닌 줄이에요.'),
  hint: text('Write one object a line, such as {"x": 1.5}.', '{"x": 1.5}처럼 한 줄에 객체 하나를 적어 주세요.'),
};

const nested = (column: string): FailureDetail => ({
  code: 'row-cell-nested',
  column,
  message: text(`Column “${column}” holds an object or a list.`, `“${column}” 열에 객체나 목록이 들어 있어요.`),
  hint: text('Write a number, a text, true, false or null.', '수, 글자, true, false, null 가운데 하나를 적어 주세요.'),
});

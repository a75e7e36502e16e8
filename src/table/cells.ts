import { Failure } from '../lib/failure';
import type { Text } from '../lib/text';
import { text } from '../lib/text';
import { isCoded } from './columns';
import { MISSING_WORDS, missingAmongWords, missingTest } from './missing';
import { type DateOrder, parseDate } from './parse-date';
import { type NumberMark, parseNumber } from './parse-number';
import { dateOrderOf, decimalMarkOf } from './reading';
import type { Column, Field, Reading, Table } from './table';

/** The cell as text (dates in ISO 8601, booleans true or false), or null where it is missing. */
export function cellText(column: Column, row: number): string | null {
  if (isCoded(column)) return column.dictionary[column.codes[row] ?? -1] ?? null;
  if (column.type === 'image') return `${column.shape.join('×')}`;
  const value = column.values[row] ?? Number.NaN;
  if (Number.isNaN(value)) return null;
  if (column.type === 'boolean') return value === 0 ? 'false' : 'true';
  return column.type === 'date' ? dateText(value) : String(value);
}

/** ISO 8601 in UTC; midnight is written as the day alone. */
export function dateText(ms: number): string {
  const iso = new Date(ms).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, -14) : iso.replace('.000Z', 'Z');
}

/**
 * The raw table a recipe starts from, out of text cells by column name. A column
 * absent from a row is missing there; columns that no field names are passed
 * over; words that a category does not know are appended to its dictionary.
 * Fails with `bad-cell`, naming column, row and remedy, where a cell cannot be read, unless `forgive` takes the
 * failure and the row (0-based): then the cell is missing.
 */
export function rowsToTable(
  source: readonly Field[],
  rows: readonly Readonly<Record<string, string | null>>[],
  forgive: (failure: Failure, row: number) => void = (failure) => {
    throw failure;
  },
  reading?: Reading,
): Table {
  const tests = testsOf(reading);
  const given = rows.map(composedNames);
  const columns = source.map((field) => {
    const key = field.name.normalize('NFC');
    const cells = given.map((row) => (Object.hasOwn(row, key) ? (row[key] ?? null) : null));
    return columnOf(field, cells, forgive, { ...tests, ...marksOf(reading, key) });
  });
  return { rows: rows.length, columns, partition: null, sourceRows: null, recipe: { source, steps: [] } };
}

/** How cells are read: as those of the training data were, where that is known. */
interface CellTests {
  readonly isMissing: (cell: string) => boolean;
  readonly isMissingWord: (cell: string) => boolean;
  readonly decimal: NumberMark;
  readonly dates: DateOrder;
}

function testsOf(reading: Reading | undefined): Omit<CellTests, 'decimal' | 'dates'> {
  const missing = reading?.missingWords ?? MISSING_WORDS;
  // Models that do not say how their data were read were trained when these words were missing everywhere.
  const nothing = reading?.missingWords === undefined ? 'missing' : (reading.nothingWords ?? 'kept');
  return {
    isMissing: missingTest(missing),
    isMissingWord: missingTest(missingAmongWords(missing, nothing)),
  };
}

function marksOf(reading: Reading | undefined, column: string): Pick<CellTests, 'decimal' | 'dates'> {
  return { decimal: decimalMarkOf(reading, column) ?? '.', dates: dateOrderOf(reading, column) ?? 'day-first' };
}

/** A row by names in composed form: a Mac writes 나이 as six letters. */
function composedNames(row: Readonly<Record<string, string | null>>): Readonly<Record<string, string | null>> {
  if (Object.keys(row).every((name) => name === name.normalize('NFC'))) return row;
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name.normalize('NFC'), cell]));
}

function columnOf(
  field: Field,
  cells: readonly (string | null)[],
  forgive: (failure: Failure, row: number) => void,
  tests: CellTests,
): Column {
  const { name, role, type } = field;
  if (type === 'image') {
    throw badCell(field, 0, text('An image cannot be given as text.', '이미지는 글자로 넣을 수 없어요.'), {
      en: 'Give the image’s pixel columns instead.',
      ko: '이미지 대신 픽셀 열을 넣으세요.',
    });
  }
  if (type === 'category' || type === 'text') return { name, role, type, ...coded(field, cells, tests) };
  const values = Float64Array.from(cells, (cell, row) => {
    const value = cell === null || tests.isMissing(cell) ? Number.NaN : numeric(field, cell, row, tests);
    if (!(value instanceof Failure)) return value;
    forgive(value, row);
    return Number.NaN;
  });
  // A fraction is a fair value for what happened to be whole numbers in the source.
  const whole = type !== 'integer' || values.every((value) => Number.isNaN(value) || Number.isInteger(value));
  return { name, role, type: whole ? type : 'number', values };
}

function coded(
  field: Field,
  cells: readonly (string | null)[],
  { isMissingWord }: CellTests,
): { codes: Int32Array; dictionary: readonly string[] } {
  const dictionary = [...(field.categories ?? [])];
  const known = new Map(dictionary.map((word, code) => [word, code]));
  const codes = Int32Array.from(cells, (cell) => {
    if (cell === null) return -1;
    const exact = known.get(cell);
    if (exact !== undefined) return exact;
    if (isMissingWord(cell)) return -1;
    const composed = cell.normalize('NFC');
    const word = field.type === 'category' ? composed.trim() : composed;
    const code = known.get(word) ?? dictionary.push(word) - 1;
    known.set(word, code);
    return code;
  });
  return { codes, dictionary };
}

const TRUE_WORDS = new Set(['true', 't', 'yes', 'y', '1', '참', '예', '네']);
const FALSE_WORDS = new Set(['false', 'f', 'no', 'n', '0', '거짓', '아니오', '아니요']);

/** 1 for a word that means true, 0 for one that means false, null otherwise. */
export function parseBoolean(word: string): 0 | 1 | null {
  const folded = word.trim().toLowerCase();
  return TRUE_WORDS.has(folded) ? 1 : FALSE_WORDS.has(folded) ? 0 : null;
}

/** The cell's number, or what is wrong with it. */
function numeric(field: Field, cell: string, row: number, { decimal, dates }: CellTests): number | Failure {
  const word = cell.trim();
  if (field.type === 'boolean') {
    const truth = parseBoolean(word);
    if (truth !== null) return truth;
    return badCell(field, row, said(word, 'is neither true nor false', '참도 거짓도 아니에요'), {
      en: 'Write true or false, or leave it empty.',
      ko: 'true 또는 false로 적거나 비워 두세요.',
    });
  }
  if (field.type === 'date') {
    const date = parseDate(word, dates);
    if (date !== null && !Number.isNaN(date.value)) return date.value;
    return badCell(field, row, said(word, 'is not a date', '날짜가 아니에요'), {
      en: 'Write it as 2024-03-31, or leave it empty.',
      ko: '2024-03-31처럼 적거나 비워 두세요.',
    });
  }
  // A form starts from 17.5, whatever the file had: a comma alone is read as the training file's.
  const number = parseNumber(word, word.includes(',') ? decimal : '.');
  if (number === null || !Number.isFinite(number.value)) {
    return badCell(field, row, said(word, 'is not a finite number', '유한한 수가 아니에요'), {
      en: 'Write a number such as 12.5, or leave it empty.',
      ko: '12.5처럼 수로 적거나 비워 두세요.',
    });
  }
  return number.value;
}

const said = (cell: string, en: string, ko: string): Text => text(`“${cell}” ${en}.`, `“${cell}”: ${ko}.`);

function badCell(field: Field, row: number, what: Text, hint: Text): Failure {
  return new Failure({
    code: 'bad-cell',
    column: field.name,
    row: row + 1,
    message: text(`Column “${field.name}”: ${what.en}`, `“${field.name}” 열: ${what.ko}`),
    hint,
  });
}

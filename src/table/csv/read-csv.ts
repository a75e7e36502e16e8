import { Failure } from '../../lib/failure';
import { text } from '../../lib/text';
import { MISSING_WORDS, missingAmongWords, missingTest } from '../missing';
import type { DataNote } from '../notes';
import { parseNumber } from '../parse-number';
import { orderOf } from '../reading';
import { sourceFields } from '../source-fields';
import type { Column, Table } from '../table';
import type { Dialect } from './dialect';
import { sniffDialect } from './dialect';
import type { DetectedEncoding, EncodingChoice } from './encoding';
import { countBadUtf8, detectEncoding, utf8Chunks } from './encoding';
import { headerNames } from './header-names';
import { inferColumn } from './infer-column';
import { refuseOtherFormats } from './other-formats';
import { refuseRagged } from './ragged';
import { rawCell } from './raw-cell';
import { dialectNotes, scanNotes } from './read-notes';
import { type ColumnReadBy, type ReadingChoice, readingOf } from './reading';
import { CsvScan } from './scan';

export interface CsvChoice extends ReadingChoice {
  readonly encoding: EncodingChoice;
}

/** What every file is read with unless a person says otherwise. */
export const CSV_CHOICE: CsvChoice = {
  encoding: 'auto',
  delimiter: 'auto',
  header: 'auto',
  decimal: 'auto',
  missing: MISSING_WORDS,
};

export interface CsvTable {
  readonly table: Table;
  readonly notes: readonly DataNote[];
  readonly encoding: DetectedEncoding;
  readonly dialect: Dialect;
}

/** Called between chunks with the share done; may throw to stop. */
export type OnProgress = (fraction: number) => Promise<void> | void;

const SAMPLE = 1 << 18;

/**
 * Reads delimited text into a typed table. Types are settled from all rows; every
 * repair and rejection is among the notes, with physical lines. Fails with
 * `empty-file`, `no-data` or `binary-file`.
 */
export async function readCsv(
  bytes: Uint8Array,
  choice: CsvChoice,
  onProgress: OnProgress = () => {},
): Promise<CsvTable> {
  const source = openCsv(bytes, choice);
  const { dialect, encoding } = source;
  refuseRagged(bytes, dialect);
  const { names, notes: nameNotes } = headerNames(dialect.header, dialect.width);
  const { nothing = 'kept', dateOrder = 'auto', otherwise = [] } = choice;
  const own = new Map(otherwise.map((column) => [column.column, column]));
  // A number that stands for a missing value is known by how it is written.
  const asWords = choice.missing.some((word) => parseNumber(word, dialect.decimal) !== null);
  const verbatim = names.flatMap((name, k) => {
    const { decimalMark = dialect.decimal, marks } = own.get(name) ?? {};
    return asWords || decimalMark !== dialect.decimal || marks !== undefined ? [k] : [];
  });
  let scan = await scanBody(source, new Set(verbatim), onProgress);
  const decimalGiven = choice.decimal === '.' || choice.decimal === ',';
  const isMissing = missingTest(missingAmongWords(choice.missing, nothing));
  const isNothing = missingTest(choice.missing);
  const read = (k: number, from: CsvScan) => {
    const raw = from.columns[k];
    if (raw === undefined) throw new Error(`column ${k} was not scanned`);
    const { rows, lines } = from;
    const name = names[k] ?? '';
    return inferColumn(raw, {
      name,
      rows,
      lines,
      decimal: own.get(name)?.decimalMark ?? dialect.decimal,
      marks: own.get(name)?.marks,
      bothDecimal: choice.decimal === 'both',
      delimiter: dialect.delimiter,
      decimalGiven,
      dateOrder: orderOf(own.get(name)?.dateOrder) ?? dateOrder,
      isMissing,
      isNothing,
    });
  };
  const inferred: ReturnType<typeof read>[] = [];
  for (let k = 0; k < names.length; k++) {
    inferred.push(read(k, scan));
    await onProgress(0.7 + (0.3 * (k + 1)) / names.length);
  }
  const again = new Set(inferred.flatMap((column, k) => (column === 'verbatim-needed' ? [k] : [])));
  const { rows } = scan;
  const bodyNotes = scanNotes(scan, dialect);
  if (again.size > 0) scan = await scanBody(source, new Set([...verbatim, ...again]), onProgress);
  const columns: Column[] = [];
  const readBy: ColumnReadBy[] = [];
  const notes = [...dialectNotes(dialect, encoding, source.bad.count), ...nameNotes, ...bodyNotes];
  inferred.forEach((first, k) => {
    const settled = first === 'verbatim-needed' ? read(k, scan) : first;
    if (settled === 'verbatim-needed') throw new Error(`column ${k} was read verbatim and still lacks text`);
    columns.push(settled.column);
    if (settled.readBy !== undefined) readBy.push({ name: settled.column.name, ...settled.readBy });
    notes.push(...settled.notes);
  });
  const table: Table = {
    rows,
    columns,
    partition: null,
    sourceRows: null,
    recipe: { source: sourceFields(columns), steps: [], reading: readingOf(dialect, encoding, choice, readBy) },
  };
  return { table, notes, encoding, dialect };
}

/** The raw cells, as a reader without any types would give them; short rows are padded with empty cells. */
export async function readCsvCells(
  bytes: Uint8Array,
  choice: CsvChoice,
): Promise<{
  readonly rows: readonly (readonly string[])[];
  readonly encoding: DetectedEncoding;
  readonly dialect: Dialect;
}> {
  const source = openCsv(bytes, choice);
  const { dialect, encoding } = source;
  const scan = await scanBody(source, new Set(Array.from({ length: dialect.width }, (_, k) => k)), () => {});
  const words = scan.columns.map((column) => column.words.decode());
  const rows = Array.from({ length: scan.rows }, (_, row) =>
    scan.columns.map((column, k) => rawCell(column, words[k], row, dialect.decimal) ?? ''),
  );
  return { rows, encoding, dialect };
}

/** A file whose encoding and dialect are settled. */
interface OpenCsv {
  readonly bytes: Uint8Array;
  readonly encoding: DetectedEncoding;
  readonly dialect: Dialect;
  readonly bad: { count: number };
}

/** Settles how a file is written. Fails as {@link readCsv} does. */
export function openCsv(bytes: Uint8Array, choice: CsvChoice): OpenCsv {
  if (bytes.length === 0) {
    throw new Failure({
      code: 'empty-file',
      message: text('The file is empty.', '파일이 비어 있어요.'),
      hint: text('Choose a file that holds rows of data.', '데이터가 있는 파일을 고르세요.'),
    });
  }
  const encoding = detectEncoding(bytes, choice.encoding, choice.before?.encoding);
  refuseOtherFormats(bytes, encoding);
  const dialect = sniffFile(bytes, encoding, choice);
  if (dialect === null) {
    throw new Failure({
      code: 'no-data',
      message: text('The file holds blank lines only.', '파일에 빈 줄만 있어요.'),
      hint: text('Choose a file that holds rows of data.', '데이터가 있는 파일을 고르세요.'),
    });
  }
  return { bytes, encoding, dialect, bad: { count: 0 } };
}

/** Takes ever longer samples until one holds the header and a row, or is the whole file. */
function sniffFile(bytes: Uint8Array, encoding: DetectedEncoding, choice: CsvChoice): Dialect | null {
  for (let size = SAMPLE; ; size *= 8) {
    const { value } = utf8Chunks(bytes, encoding, { count: 0 }, size).next();
    const sample = value instanceof Uint8Array ? value : new Uint8Array(0);
    const whole = size >= bytes.length - encoding.bom;
    const dialect = sniffDialect(sample, whole, choice);
    if (whole || (dialect !== null && dialect.dataStart < sample.length / 2)) return dialect;
  }
}

async function scanBody(source: OpenCsv, verbatim: ReadonlySet<number>, onProgress: OnProgress): Promise<CsvScan> {
  const { bytes, encoding, dialect, bad } = source;
  bad.count = 0;
  const scan = new CsvScan({
    delimiter: dialect.delimiter.charCodeAt(0),
    decimal: dialect.decimal,
    width: dialect.width,
    verbatim,
    firstLine: dialect.dataLine,
    quote: dialect.quote.charCodeAt(0),
    backslash: dialect.backslash,
    expectedRows: Math.ceil((bytes.length / dialect.bytesPerRow) * 1.02) + 16,
  });
  let skip = dialect.dataStart;
  let done = 0;
  for (const chunk of utf8Chunks(bytes, encoding, bad)) {
    scan.push(chunk.subarray(Math.min(skip, chunk.length)));
    skip = Math.max(0, skip - chunk.length);
    done += chunk.length;
    await onProgress(Math.min(0.7, (0.7 * done) / bytes.length));
  }
  scan.end();
  if (encoding.encoding === 'utf-8' && encoding.checked !== true) bad.count = countBadUtf8(bytes);
  return scan;
}

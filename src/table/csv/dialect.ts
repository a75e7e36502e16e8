import { log2 } from '../../lib/portable-math';
import { missingTest } from '../missing';
import { parseDate } from '../parse-date';
import type { DecimalMark } from '../parse-number';
import { parseNumber } from '../parse-number';
import { rawCell } from './raw-cell';
import { CsvScan } from './scan';

const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface DialectChoice {
  readonly delimiter: 'auto' | Delimiter;
  readonly header: 'auto' | 'yes' | 'no';
  readonly decimal: 'auto' | DecimalMark;
  readonly missing: readonly string[];
}

export interface Dialect {
  readonly delimiter: Delimiter;
  readonly decimal: DecimalMark;
  /** The header's cells as they stand in the file, or null where there is none. */
  readonly header: readonly string[] | null;
  /** Rows of a title above the header, as text. */
  readonly titles: readonly string[];
  readonly width: number;
  /** UTF-8 bytes before the first data row. */
  readonly dataStart: number;
  /** Physical line of the first data row. */
  readonly dataLine: number;
  /** Blank lines above the first data row. */
  readonly blankBefore: number;
  readonly bytesPerRow: number;
}

interface Sample {
  readonly scan: CsvScan;
  readonly rows: readonly (readonly string[])[];
  /** The number of cells that most rows have. */
  readonly width: number;
}

/** Settles how a file is written from its beginning; null where the sample holds no row. `whole` says that it is the whole file. */
export function sniffDialect(sample: Uint8Array, whole: boolean, choice: DialectChoice): Dialect | null {
  const candidates = choice.delimiter === 'auto' ? DELIMITERS : [choice.delimiter];
  const samples = candidates.map((delimiter) => ({ delimiter, ...readSample(sample, whole, delimiter) }));
  const best = samples.reduce((a, b) => (score(b) > score(a) ? b : a));
  const { delimiter, rows, scan } = best;
  if (rows.length === 0) return null;
  const titles = countTitles(best);
  const body = rows.slice(titles);
  const decimal = choice.decimal === 'auto' ? sniffDecimal(body) : choice.decimal;
  const headed = choice.header === 'auto' ? hasHeader(body, decimal, choice.missing) : choice.header === 'yes';
  const before = titles + (headed ? 1 : 0);
  const header = headed ? (body[0] ?? []) : null;
  const dataStart = before === 0 ? 0 : (scan.ends[before - 1] ?? 0);
  const linesBefore = countLines(sample.subarray(0, dataStart));
  const firstLine = before === 0 ? 1 : linesBefore + 1;
  const seen = scan.ends.length;
  return {
    delimiter,
    decimal,
    header,
    titles: rows.slice(0, titles).map((row) => row.filter((cell) => cell.trim() !== '').join(' ')),
    width: Math.max(header?.length ?? 0, best.width),
    dataStart,
    dataLine: firstLine,
    blankBefore: before === 0 ? 0 : scan.blank.filter(({ line }) => line < firstLine).length,
    bytesPerRow: seen === 0 ? sample.length : Math.max(1, (scan.ends[seen - 1] ?? 1) / seen),
  };
}

function readSample(bytes: Uint8Array, whole: boolean, delimiter: Delimiter): Sample {
  const scan = new CsvScan({
    delimiter: delimiter.charCodeAt(0),
    decimal: '.',
    width: null,
    verbatim: true,
    firstLine: 1,
    expectedRows: 64,
  });
  scan.push(bytes);
  scan.end(whole);
  const words = scan.columns.map((column) => column.words.decode());
  const rows = Array.from({ length: Math.min(scan.rows, 500) }, (_, row) =>
    Array.from({ length: scan.widths[row] ?? 0 }, (_, k) => rawCell(scan.columns[k], words[k], row, '.') ?? ''),
  );
  return { scan, rows, width: modeOf(rows.map((row) => row.length)) };
}

function modeOf(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let mode = 0;
  for (const [width, count] of counts) {
    const most = counts.get(mode) ?? 0;
    if (count > most || (count === most && width > mode)) mode = width;
  }
  return mode;
}

/** How well a delimiter cuts the sample: rows of one width, and not of width one. */
function score({ rows, width }: Sample): number {
  if (rows.length === 0 || width < 2) return 0;
  const share = rows.filter((row) => row.length === width).length / rows.length;
  return share * share * share * log2(width);
}

/** Rows above the header that hold a title or remarks: only a cell or so of many is filled. */
function countTitles({ rows, width }: Sample): number {
  if (width < 2) return 0;
  const filled = (row: readonly string[] | undefined): number =>
    (row ?? []).filter((cell) => cell.trim() !== '').length;
  let count = 0;
  while (count < Math.min(20, rows.length - 1)) {
    const row = rows[count] ?? [];
    const sparse = filled(row) <= Math.max(1, Math.floor(width / 3)) && (row[0] ?? '').trim() !== '';
    const padded = width >= 3 && (row[row.length - 1] ?? '').trim() === '';
    if (!sparse || (row.length >= width && !padded)) break;
    count++;
  }
  // Titles end where a full row begins; otherwise these are the data.
  return filled(rows[count]) > Math.max(1, Math.floor(width / 3)) || width === 2 ? count : 0;
}

/** Comma where some cells can only be decimal commas and none can only be decimal points. */
function sniffDecimal(rows: readonly (readonly string[])[]): DecimalMark {
  let commas = 0;
  let points = 0;
  for (const row of rows) {
    for (const raw of row) {
      const cell = raw.trim();
      if (/^[+-]?(\d+|\d{1,3}(\.\d{3})+),(\d{1,2}|\d{4,})$/.test(cell) || /^[+-]?(0|\d{4,}),\d+$/.test(cell)) commas++;
      else if (/^[+-]?[\d,]*\.(\d{1,2}|\d{4,})(e[+-]?\d+)?$/i.test(cell) || /^[+-]?0?\.\d+$/.test(cell)) points++;
    }
  }
  return commas > points ? ',' : '.';
}

/**
 * A header is a row of words over columns of numbers or dates. Where all is words
 * it is taken for granted, unless its words recur below. A first row of numbers is
 * a header only as a run of years (2019, 2020, …).
 */
function hasHeader(
  rows: readonly (readonly string[])[],
  decimal: DecimalMark,
  missingWords: readonly string[],
): boolean {
  const [first = [], ...below] = rows;
  const isMissing = missingTest(missingWords);
  const isValue = (cell: string): boolean =>
    parseNumber(cell, decimal) !== null || parseDate(cell) !== null || /^(true|false)$/i.test(cell.trim());
  if (below.length === 0) return !first.some((cell) => isValue(cell));
  let wordsOverValues = 0;
  let valuesOverValues = 0;
  let recurring = 0;
  first.forEach((cell, k) => {
    const column = below.map((row) => row[k] ?? '').filter((other) => !isMissing(other));
    if (isMissing(cell) || column.length === 0) return;
    const typed = column.filter(isValue).length >= column.length * 0.8;
    if (isValue(cell)) valuesOverValues++;
    else if (typed) wordsOverValues++;
    else if (column.includes(cell)) recurring++;
  });
  if (wordsOverValues > 0) return true;
  if (valuesOverValues > 0) return isRunOfYears(first);
  return recurring === 0;
}

function isRunOfYears(cells: readonly string[]): boolean {
  const years = cells.filter((cell) => /^(19|20)\d\d$/.test(cell.trim())).map(Number);
  const numbers = cells.filter((cell) => parseNumber(cell) !== null).length;
  return (
    years.length >= 2 &&
    years.length === numbers &&
    years.every((year, i) => i === 0 || year - (years[i - 1] ?? 0) === 1)
  );
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) lines++;
  return lines;
}

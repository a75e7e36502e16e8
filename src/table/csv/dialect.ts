import { Failure } from '../../lib/failure';
import { count } from '../../lib/figures';
import { log2 } from '../../lib/portable-math';
import { text } from '../../lib/text';
import { missingTest } from '../missing';
import { parseDate } from '../parse-date';
import type { DecimalMark } from '../parse-number';
import { parseNumber } from '../parse-number';
import { EITHER, markOf } from './column-decimal';
import { MOST_COLUMNS, type SampleRows, sampleRows } from './sample-rows';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
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
  /** Remarks above the header, by their sign. */
  readonly comments: readonly string[];
  /** Another delimiter that fits nearly as well. */
  readonly otherDelimiter: Delimiter | null;
  /** Quotes within quotes are written with a backslash. */
  readonly backslash: boolean;
  readonly width: number;
  /** UTF-8 bytes before the first data row. */
  readonly dataStart: number;
  /** Physical line of the first data row. */
  readonly dataLine: number;
  /** Blank lines above the first data row. */
  readonly blankBefore: number;
  readonly bytesPerRow: number;
}

interface Sample extends SampleRows {
  readonly delimiter: Delimiter;
  /** The number of cells that most rows have. */
  readonly width: number;
}

/** Settles how a file is written from its beginning; null where the sample holds no row. `whole` says that it is the whole file. */
export function sniffDialect(sample: Uint8Array, whole: boolean, choice: DialectChoice): Dialect | null {
  const lead = leadingLines(sample, choice);
  const rest = sample.subarray(lead.end);
  const wanted = choice.delimiter === 'auto' ? lead.delimiter : choice.delimiter;
  const { best, other, backslash } = chooseDelimiter(rest, whole, wanted === null ? DELIMITERS : [wanted]);
  const { delimiter, rows, ends } = best;
  if (rows.length === 0) return null;
  const titles = countTitles(best);
  const body = rows.slice(titles);
  const decimal = choice.decimal === 'auto' ? sniffDecimal(body, delimiter) : choice.decimal;
  const headed = choice.header === 'auto' ? hasHeader(body, decimal, choice.missing) : choice.header === 'yes';
  const before = titles + (headed ? 1 : 0);
  const header = headed ? (body[0] ?? []) : null;
  const dataStart = lead.end + (before === 0 ? 0 : (ends[before - 1] ?? 0));
  const firstLine = dataStart === 0 ? 1 : countLines(sample.subarray(0, dataStart)) + 1;
  const seen = ends.length;
  return {
    delimiter,
    decimal,
    header: lead.headed && header !== null ? [(header[0] ?? '').replace(/^#\s*/, ''), ...header.slice(1)] : header,
    titles: rows.slice(0, titles).map((row) => row.filter((cell) => cell.trim() !== '').join(' ')),
    comments: lead.comments,
    otherDelimiter: wanted === null ? other : null,
    backslash,
    width: Math.max(header?.length ?? 0, best.width),
    dataStart,
    dataLine: firstLine,
    blankBefore: before === 0 ? 0 : (best.blanks[before - 1] ?? 0),
    bytesPerRow: seen === 0 ? Math.max(1, sample.length) : Math.max(1, (ends[seen - 1] ?? 1) / seen),
  };
}

const COMMENT = /^(?:#|%|\/\/)/;
const SEPARATOR = /^\ufeff?sep=([,;\t|])$/i;

/** Remarks above a table end within so many bytes. */
const HEAD_BYTES = 1 << 18;

/** What stands above the table: a line that names the delimiter, as Excel reads it, and remarks that begin with a sign for them. */
function leadingLines(sample: Uint8Array, choice: DialectChoice) {
  const comments: string[] = [];
  let delimiter: Delimiter | null = null;
  let end = 0;
  const head = sample.subarray(0, HEAD_BYTES);
  const lines = new TextDecoder('latin1').decode(head).split(/(?<=\r\n|\n|\r(?!\n))/, 200);
  const textOf = (from: number, line: string): string =>
    new TextDecoder().decode(sample.subarray(from, from + line.length)).trim();
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    const named = at === 0 ? SEPARATOR.exec(line.trimEnd()) : null;
    // A line that is cut is not known.
    if (at + line.length === head.length && head.length < sample.length) break;
    if (named === null && !COMMENT.test(line)) break;
    if (named !== null) delimiter = DELIMITERS.find((each) => each === named[1]) ?? null;
    else {
      comments.push(textOf(at, line));
      starts.push(at);
    }
    at += line.length;
    end = at;
  }
  if (comments.length === 0) return { end, comments, delimiter, headed: false };
  const [next = '', second = ''] = lines.slice(comments.length + (delimiter === null ? 0 : 1));
  // Where all lines begin so, they are the data.
  if (next.trim() === '') return { end: starts[0] ?? 0, comments: [], delimiter, headed: false };
  // The last of them may be the header: as many cells as the row below, which is data.
  const last = comments.at(-1) ?? '';
  const marks = delimiter === null ? DELIMITERS : [delimiter];
  const headed = marks.some((mark) => {
    const [above, below] = [last, next].map((line) => line.split(mark));
    const names =
      above?.every((cell) => cell.trim() !== '' && parseNumber(cell.replace(COMMENT, '')) === null) ?? false;
    const data = below?.some((cell) => parseNumber(cell) !== null || parseNumber(cell, ',') !== null) ?? false;
    return names && data && above !== undefined && above.length > 1 && above.length === below?.length;
  });
  const repeated = COMMENT.test(second) && comments.length === 1;
  if (!headed && !repeated) return { end, comments, delimiter, headed: false };
  if (repeated) return { end: starts[0] ?? 0, comments: [], delimiter, headed: false };
  return { end: starts.at(-1) ?? 0, comments: comments.slice(0, -1), delimiter, headed: choice.header !== 'no' };
}

/** Readings within this share of the best are told of. */
const NEARLY = 0.75;

function chooseDelimiter(sample: Uint8Array, whole: boolean, candidates: readonly Delimiter[]) {
  const samples = candidates.map((delimiter) => read(sample, whole, delimiter, false));
  const scores = samples.map((each) => score(each, samples));
  const top = scores.reduce((best, value, k) => (value > (scores[best] ?? 0) ? k : best), 0);
  if ((scores[top] ?? 0) === 0 && samples.some(({ tooWide }) => tooWide)) throw tooManyColumns();
  const plain = samples[top] ?? read(sample, whole, ',', false);
  const rival = scores.findIndex((value, k) => k !== top && value > 0 && value >= (scores[top] ?? 0) * NEARLY);
  const other = samples[rival]?.delimiter ?? null;
  if (plain.strays === 0 || !hasBackslashQuote(sample)) return { best: plain, other, backslash: false };
  // Quotes behind a backslash: escaped, where more rows fit so.
  const escaped = read(sample, whole, plain.delimiter, true);
  const better = escaped.strays < plain.strays && fitting(escaped) >= fitting(plain);
  return { best: better ? escaped : plain, other, backslash: better };
}

function tooManyColumns(): Failure {
  return new Failure({
    code: 'too-many-columns',
    message: text(
      `A row has more columns than a table may have: the most is ${count(MOST_COLUMNS)}.`,
      `한 행에 열이 ${count(MOST_COLUMNS)}개보다 많아 표로 읽을 수 없어요.`,
    ),
    hint: text(
      'Check the line breaks of the file, or turn rows into columns before.',
      '파일의 줄바꿈을 확인하거나, 먼저 행과 열을 바꿔 주세요.',
    ),
  });
}

function hasBackslashQuote(sample: Uint8Array): boolean {
  for (let i = 0; i + 1 < sample.length; i++) if (sample[i] === 92 && sample[i + 1] === 34) return true;
  return false;
}

function read(bytes: Uint8Array, whole: boolean, delimiter: Delimiter, backslash: boolean): Sample {
  const sample = sampleRows(bytes, { delimiter: delimiter.charCodeAt(0), backslash, whole });
  return { ...sample, delimiter, width: modeOf(sample.rows.map((row) => row.length)) };
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

/** The share of rows that have the width of most. */
const fitting = ({ rows, width }: Sample): number =>
  rows.length === 0 ? 0 : rows.filter((row) => row.length === width).length / rows.length;

/** Whether the first row is as wide as most: what is so by chance among the cells is not so in the header. */
const headed = ({ rows, width }: Sample): boolean => rows[0]?.length === width;

/**
 * How well a delimiter cuts the sample: rows of one width, the first among them, and not of width one; quotes where
 * cells begin; cells that are values. A comma is the weakest, since it stands within numbers and sentences too.
 */
function score(sample: Sample, all: readonly Sample[]): number {
  const { rows, width, delimiter, strays } = sample;
  if (rows.length === 0 || width < 2) return 0;
  const fit = fitting(sample);
  const quotes = 1 - strays / rows.length;
  let value = fit * fit * fit * log2(width) * (0.1 + 0.9 * quotes * quotes) * (0.5 + 0.5 * typedShare(rows));
  if (!headed(sample)) value *= 0.3;
  for (const other of all) {
    if (other === sample || other.width < 2 || fitting(other) < 0.9 || !headed(other)) continue;
    // Cells do not hold tabs; a comma between digits is no delimiter where another fits.
    if (other.delimiter === '\t') value *= 0.2;
    else if (delimiter === ',') value *= commasInNumbers(other) ? 0.2 : 0.6;
  }
  return value;
}

function typedShare(rows: readonly (readonly string[])[]): number {
  let cells = 0;
  let typed = 0;
  for (const row of rows.slice(1, 60)) {
    for (const cell of row.slice(0, 200)) {
      cells++;
      if (cell.length > 40) continue;
      if (parseNumber(cell) !== null || parseNumber(cell, ',') !== null || parseDate(cell) !== null) typed++;
    }
  }
  return cells === 0 ? 0 : typed / cells;
}

/** Whether most cells with a comma are numbers, as another delimiter cuts them. */
function commasInNumbers({ rows }: Sample): boolean {
  const cells = rows.slice(1, 60).flatMap((row) => row.filter((cell) => cell.length <= 40 && cell.includes(',')));
  const numbers = cells.filter((cell) => parseNumber(cell) !== null || parseNumber(cell, ',') !== null);
  return cells.length > 0 && numbers.length * 2 > cells.length;
}

/** Rows above the header that hold a title or remarks: only a cell or so of many is filled. */
function countTitles(sample: Sample): number {
  const { rows, width } = sample;
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

/**
 * Comma where some cells can only be decimal commas and fewer can only be decimal points. Where no cell tells, a
 * semicolon between cells does: it stands there because the comma is taken.
 */
function sniffDecimal(rows: readonly (readonly string[])[], delimiter: Delimiter): DecimalMark {
  let commas = 0;
  let points = 0;
  for (const row of rows) {
    for (const cell of row) {
      if (cell.length > 40) continue;
      const mark = markOf(cell);
      if (mark === ',') commas++;
      else if (mark === '.') points++;
    }
  }
  if (commas > 0 || points > 0) return commas > points ? ',' : '.';
  return delimiter === ';' && hasColumnOfThree(rows) ? ',' : '.';
}

/** Whether some column has a comma before three digits in every cell, as thousands hardly have. */
function hasColumnOfThree(rows: readonly (readonly string[])[]): boolean {
  const width = Math.min(200, rows[0]?.length ?? 0);
  for (let k = 0; k < width; k++) {
    const cells = rows.slice(1).flatMap((row) => ((row[k] ?? '').trim() === '' ? [] : [(row[k] ?? '').trim()]));
    if (cells.length > 0 && cells.every((cell) => EITHER.test(cell))) return true;
  }
  return false;
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

import type { DecimalMark } from '../parse-number';
import { EITHER, markOf } from './column-decimal';
import { chooseCut } from './cut';
import { DELIMITERS, type Delimiter, type Quote, type Quoting } from './delimiters';
import { hasHeader } from './has-header';
import { leadingLines, withoutSign } from './leading-lines';
import type { Sample } from './quoting';

export interface DialectChoice {
  readonly delimiter: 'auto' | Delimiter;
  readonly header: 'auto' | 'yes' | 'no';
  /** `both`: in a column that has both marks, either is decimal. */
  readonly decimal: 'auto' | 'both' | DecimalMark;
  readonly missing: readonly string[];
  readonly quote?: 'auto' | Quote;
  readonly backslash?: 'auto' | boolean;
  /** What an earlier file of the same kind showed: believed where this one does not tell otherwise. */
  readonly before?: Partial<Quoting> & { readonly encoding?: string };
}

export interface Dialect extends Quoting {
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
  /** Another way of quoting that fits as well. */
  readonly otherQuoting: Quoting | null;
  readonly width: number;
  /** UTF-8 bytes before the first data row. */
  readonly dataStart: number;
  /** Physical line of the first data row. */
  readonly dataLine: number;
  /** Blank lines above the first data row. */
  readonly blankBefore: number;
  readonly bytesPerRow: number;
}

/** Settles how a file is written from its beginning; null where the sample holds no row. `whole` says that it is the whole file. */
export function sniffDialect(sample: Uint8Array, whole: boolean, choice: DialectChoice): Dialect | null {
  const { quote = 'auto', backslash = 'auto', before: earlier = {} } = choice;
  const cutBelow = (semicolon: boolean) => {
    const lead = leadingLines(sample, semicolon);
    const wanted = choice.delimiter === 'auto' ? lead.delimiter : choice.delimiter;
    const delimiters = wanted === null ? DELIMITERS : [wanted];
    const cut = chooseCut(sample.subarray(lead.end), whole, delimiters, { quote, backslash, before: earlier });
    return { lead, wanted, cut };
  };
  let found = cutBelow(true);
  // Between semicolons one at the beginning of a line follows an empty cell.
  if (found.lead.semicolons && found.cut.sample.delimiter === ';') found = cutBelow(false);
  const { lead, wanted, cut } = found;
  const best = cut.sample;
  const { delimiter, rows, ends } = best;
  if (rows.length === 0) return null;
  const titles = countTitles(best);
  const body = rows.slice(titles);
  const given = choice.decimal === '.' || choice.decimal === ',' ? choice.decimal : null;
  const decimal = given ?? sniffDecimal(body, delimiter);
  const headed = choice.header === 'auto' ? hasHeader(body, decimal, choice.missing) : choice.header === 'yes';
  const before = titles + (headed ? 1 : 0);
  const header = headed ? (body[0] ?? []) : null;
  const dataStart = lead.end + (before === 0 ? 0 : (ends[before - 1] ?? 0));
  const firstLine = dataStart === 0 ? 1 : countLines(sample.subarray(0, dataStart)) + 1;
  const seen = ends.length;
  return {
    delimiter,
    decimal,
    header: lead.headed && header !== null ? [withoutSign(header[0] ?? ''), ...header.slice(1)] : header,
    titles: rows.slice(0, titles).map((row) => row.filter((cell) => cell.trim() !== '').join(' ')),
    comments: lead.comments,
    otherDelimiter: wanted === null ? cut.otherDelimiter : null,
    quote: best.quote,
    backslash: best.backslash,
    otherQuoting: cut.otherQuoting,
    width: Math.max(header?.length ?? 0, best.width),
    dataStart,
    dataLine: firstLine,
    blankBefore: before === 0 ? 0 : (best.blanks[before - 1] ?? 0),
    bytesPerRow: seen === 0 ? Math.max(1, sample.length) : Math.max(1, (ends[seen - 1] ?? 1) / seen),
  };
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

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) lines++;
  return lines;
}

import { parseNumber } from '../parse-number';
import { DELIMITERS, type Delimiter } from './delimiters';

/** What stands above a table. */
export interface LeadingLines {
  /** Bytes up to the table. */
  readonly end: number;
  readonly comments: readonly string[];
  /** Some of them begin with a semicolon, which may be a delimiter instead. */
  readonly semicolons: boolean;
  /** The delimiter that the first line names. */
  readonly delimiter: Delimiter | null;
  /** The table's first line is a header that begins with the sign of remarks. */
  readonly headed: boolean;
}

const SIGN = /^(?:#|%|\/\/)/;
const SIGN_OR_SEMICOLON = /^(?:#|%|\/\/|;)/;
const SEPARATOR = /^\ufeff?sep=([,;\t|])$/i;

/** Remarks above a table end within so many bytes. */
const HEAD_BYTES = 1 << 18;

/**
 * What stands above the table: a line that names the delimiter, as Excel reads it, and remarks that begin with a sign for
 * them, with blank lines between. Where all lines begin so, or those below do too, they are the data.
 */
export function leadingLines(sample: Uint8Array, semicolon: boolean): LeadingLines {
  const sign = semicolon ? SIGN_OR_SEMICOLON : SIGN;
  const head = sample.subarray(0, HEAD_BYTES);
  const lines = new TextDecoder('latin1').decode(head).split(/(?<=\r\n|\n|\r(?!\n))/, 200);
  // A line that is cut is not known.
  if (head.length < sample.length && lines.length < 200) lines.pop();
  const named = SEPARATOR.exec(lines[0]?.trimEnd() ?? '')?.[1];
  const delimiter = DELIMITERS.find((each) => each === named) ?? null;
  const from = delimiter === null ? 0 : (lines[0]?.length ?? 0);
  const remarks: { readonly start: number; readonly end: number; readonly line: string }[] = [];
  const below: string[] = [];
  let at = from;
  for (const line of lines.slice(delimiter === null ? 0 : 1)) {
    const end = at + line.length;
    if (below.length === 0 && sign.test(line)) remarks.push({ start: at, end, line });
    else if (line.trim() !== '') below.push(line);
    if (below.length === 2) break;
    at = end;
  }
  const none = { end: from, comments: [], semicolons: false, delimiter, headed: false };
  const [next, second = ''] = below;
  const last = remarks.at(-1);
  if (last === undefined || next === undefined || (remarks.length === 1 && sign.test(second))) return none;
  const semicolons = remarks.filter(({ line }) => line.startsWith(';'));
  const delimiters = delimiter === null ? DELIMITERS : [delimiter];
  if (semicolons.some(({ line }) => isRowLike(line, next, delimiters))) return leadingLines(sample, false);
  const headed = isHeaderOver(last.line, next, delimiters);
  const above = headed ? remarks.slice(0, -1) : remarks;
  const textOf = ({ start, end }: { start: number; end: number }): string =>
    new TextDecoder().decode(sample.subarray(start, end)).trim();
  return {
    end: headed ? last.start : last.end,
    comments: above.map(textOf),
    semicolons: semicolons.length > 0,
    delimiter,
    headed,
  };
}

/** Whether a line has names for the cells of the next, some of which are numbers. */
const isHeaderOver = (line: string, next: string, delimiters: readonly Delimiter[]): boolean =>
  delimiters.some((delimiter) => {
    const [names, cells] = [withoutSign(line).split(delimiter), next.split(delimiter)];
    const named = names.every((name) => name.trim() !== '' && !isNumber(name));
    return names.length > 1 && names.length === cells.length && named && cells.some(isNumber);
  });

/**
 * Whether a line that begins with a semicolon reads as a row of the table: nothing but the semicolon in its first cell, or
 * as many cells as the next line, numbers among the others or nothing in any of them.
 */
const isRowLike = (line: string, next: string, delimiters: readonly Delimiter[]): boolean =>
  delimiters.some((delimiter) => {
    const [first = '', ...rest] = line.split(delimiter);
    if (rest.length === 0) return false;
    if (delimiter !== ';' && isBlank(first.slice(1))) return true;
    const count = next.split(delimiter).length;
    // A quoted cell with line breaks goes on below, and more cells with it.
    const goesOn = (next.match(/"/g)?.length ?? 0) % 2 === 1;
    const fits = goesOn ? rest.length + 1 >= count : rest.length + 1 === count;
    return fits && (rest.every(isBlank) || rest.some(isNumber));
  });

const isBlank = (cell: string): boolean => cell.trim() === '';
const isNumber = (cell: string): boolean => parseNumber(cell) !== null || parseNumber(cell, ',') !== null;

/** A header's first name without the sign of remarks before it. */
export const withoutSign = (name: string): string => name.replace(/^(?:#|%|\/\/|;)\s*(?=[^\s,;|])/, '');

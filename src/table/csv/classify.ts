import type { DateOrder } from '../parse-date';
import { parseDate } from '../parse-date';
import type { NumberMark, ParsedNumber } from '../parse-number';
import { parseNumber } from '../parse-number';
import type { RawColumn } from './raw-column';
import { CELL } from './raw-column';

/** A raw column with its words decoded and counted, and what they could mean. */
export interface CountedColumn {
  readonly raw: RawColumn;
  readonly rows: number;
  readonly words: readonly string[];
  readonly counts: Uint32Array;
  /** 1 for a word that stands for a missing value. */
  readonly missing: Uint8Array;
  readonly present: number;
  /** Present cells that are plain numbers. */
  readonly plain: number;
  /** The most decimals of a plain number. */
  readonly decimals: number;
}

/** Letters that can be parts of others: Hangul as a Mac writes file names, marks over letters. */
const PARTS = /[\u0300-\u036f\u1100-\u11ff\u3099\u309a]/;
const composed = (word: string): string => (PARTS.test(word) ? word.normalize('NFC') : word);

export function countWords(raw: RawColumn, rows: number, isMissing: (cell: string) => boolean): CountedColumn {
  const decoded = raw.words.decode();
  const words = raw.words.ascii ? decoded : decoded.map(composed);
  const counts = new Uint32Array(words.length);
  const { kinds, values } = raw;
  const tally = new Uint32Array(256);
  // By runs of one kind, which most columns are made of.
  for (let row = 0; row < rows; ) {
    const kind = kinds[row] ?? CELL.absent;
    const from = row;
    while (row < rows && kinds[row] === kind) row++;
    tally[kind] = (tally[kind] ?? 0) + row - from;
    if (kind !== CELL.word) continue;
    for (let i = from; i < row; i++) {
      const code = values[i] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  const plain = tally.subarray(0, CELL.absent).reduce((sum, count) => sum + count, 0);
  const decimals = Math.max(
    0,
    tally.subarray(0, CELL.long).findLastIndex((count) => count > 0),
  );
  const missing = new Uint8Array(words.length);
  let present = plain;
  for (let code = 0; code < words.length; code++) {
    if (isMissing(words[code] ?? '')) missing[code] = 1;
    else present += counts[code] ?? 0;
  }
  return { raw, rows, words, counts, missing, present, plain, decimals };
}

/** The same column with other words standing for a missing value. */
export function withMissing(column: CountedColumn, isMissing: (cell: string) => boolean): CountedColumn {
  const { words, counts } = column;
  if (!column.missing.includes(1)) return column;
  const missing = new Uint8Array(words.length);
  let present = column.plain;
  for (let code = 0; code < words.length; code++) {
    if (isMissing(words[code] ?? '')) missing[code] = 1;
    else present += counts[code] ?? 0;
  }
  return { ...column, missing, present };
}

export interface NumberReading {
  /** By word; null for one that is no number. */
  readonly parsed: readonly (ParsedNumber | null)[];
  /** Cells that are numbers, and those that must not be taken for one: leading zeros, whole numbers beyond 2^53. */
  readonly numbers: number;
  readonly infinite: number;
  readonly ids: number;
  readonly longIds: number;
  /** The digits of all cells that look like ids, where they have as many. */
  readonly width: number | null;
}

const DIGIT = /[\d０-９]/;
/** What ASCII text that is a number can begin with, if with no letter; and the letters with which it can. */
const NUMBER_STARTS = new Set([...'0123456789+-.,($'].map((sign) => sign.charCodeAt(0)));
const NUMBER_LETTERS = new Set([...'KUEJGIkuejgi'].map((letter) => letter.charCodeAt(0)));
const LETTERED_NUMBER = /^(?:KRW|USD|EUR|JPY|GBP|inf)/i;

/** Most words are no numbers, and shown not to be by how they begin. */
function mayBeNumber(word: string): boolean {
  const first = word.charCodeAt(0);
  if (first > 32 && first < 127 && !NUMBER_STARTS.has(first)) {
    if (!NUMBER_LETTERS.has(first) || !LETTERED_NUMBER.test(word)) return false;
  }
  return word.length <= 40 && (DIGIT.test(word) || /inf/i.test(word));
}

const ID = /^[+-]?0\d+$/;
const LONG_WHOLE = /^[+-]?\d{16,}$/;

/** Whether a whole number's text says more than its value: a leading zero, or digits beyond 2^53. */
function isIdLike(word: string): boolean {
  const bare = word.trim();
  return ID.test(bare) || (LONG_WHOLE.test(bare) && !Number.isSafeInteger(Number(bare)));
}

/** Tries every word as a number; null as soon as it is sure that less than half of the present cells are. */
export function readNumbers(column: CountedColumn, decimal: NumberMark): NumberReading | null {
  const parsed: (ParsedNumber | null)[] = new Array(column.words.length).fill(null);
  let numbers = column.plain;
  let ids = 0;
  let longIds = 0;
  let infinite = 0;
  let others = 0;
  const widths = new Set<number>();
  for (let code = 0; code < parsed.length; code++) {
    const count = column.counts[code] ?? 0;
    if (count === 0 || column.missing[code] === 1) continue;
    const word = column.words[code] ?? '';
    const number = mayBeNumber(word) ? parseNumber(word, decimal) : null;
    if (number === null) {
      others += count;
      if (others * 2 > column.present) return null;
      continue;
    }
    parsed[code] = number;
    if (Number.isFinite(number.value)) numbers += count;
    else infinite += count;
    if (isIdLike(word)) {
      ids += count;
      if (!ID.test(word.trim())) longIds += count;
      if (widths.size < 3) widths.add(word.trim().length);
    }
  }
  const [width = null] = widths;
  return { parsed, numbers, infinite, ids, longIds, width: widths.size === 1 ? width : null };
}

export interface DateReading {
  /** By word: milliseconds, NaN for a date that does not exist, undefined for no date at all. */
  readonly values: readonly (number | undefined)[];
  readonly formats: ReadonlySet<string>;
  readonly dates: number;
  readonly order: DateOrder;
  /** Some cell, or a person, tells the order. */
  readonly told: boolean;
  readonly ambiguous: number;
  /** Days stand first in some cells and months in others. */
  readonly mixedOrder: boolean;
}

/** Tries every word as a date; null as soon as it is sure that less than 80 % of the present cells are. */
export function readDates(column: CountedColumn, given: DateOrder | 'auto' = 'auto'): DateReading | null {
  const allowed = column.present * 0.2;
  let others = 0;
  let dayFirst = 0;
  let monthFirst = 0;
  let ambiguous = 0;
  let words = 0;
  const formats = new Set<string>();
  const values: (number | undefined)[] = new Array(column.words.length).fill(undefined);
  for (let code = 0; code < values.length; code++) {
    const count = column.counts[code] ?? 0;
    if (count === 0 || column.missing[code] === 1) continue;
    const word = column.words[code] ?? '';
    const date = word.length <= 40 && DIGIT.test(word) ? parseDate(word) : null;
    if (date === null) {
      others += count;
      if (others > allowed) return null;
      continue;
    }
    values[code] = date.value;
    words += count;
    formats.add(date.format);
    if (date.ambiguous) ambiguous += count;
    if (date.shows === 'day-first') dayFirst++;
    if (date.shows === 'month-first') monthFirst++;
  }
  if (words === 0) return null;
  const told: DateOrder | null = monthFirst > dayFirst ? 'month-first' : dayFirst > 0 ? 'day-first' : null;
  const order: DateOrder = told ?? (given === 'auto' ? 'day-first' : given);
  if (order === 'month-first' && ambiguous > 0) {
    for (let code = 0; code < values.length; code++) {
      if (values[code] !== undefined) values[code] = parseDate(column.words[code] ?? '', order)?.value;
    }
  }
  const mixedOrder = dayFirst > 0 && monthFirst > 0;
  return { values, formats, dates: words, order, told: told !== null || given !== 'auto', ambiguous, mixedOrder };
}

const DAY = 86_400_000;
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

/** A bare number in a column of dates: eight digits name a day, 20,000 … 80,000 is a spreadsheet's serial day (1954 … 2119). */
export function numberAsDate(value: number): { readonly value: number; readonly how: 'compact' | 'serial' } | null {
  if (value >= 20_000 && value < 80_000) return { value: EXCEL_EPOCH + Math.round(value * DAY), how: 'serial' };
  if (!Number.isInteger(value) || value < 10_000_101 || value > 99_991_231) return null;
  const date = parseDate(String(value));
  return date === null || Number.isNaN(date.value) ? null : { value: date.value, how: 'compact' };
}

import { parseBoolean } from './cells';
import { type DateOrder, parseDate } from './parse-date';
import { type DecimalMark, parseNumber } from './parse-number';
import type { NumericColumn } from './table';

/** What words are read by where they become numbers or dates. */
export interface WrittenBy {
  readonly decimal: DecimalMark;
  readonly dates: DateOrder;
}

export interface FoundWriting extends WrittenBy {
  /** The words are as good read the other way, and would mean something else. */
  readonly unsure: boolean;
}

const OTHER = { '.': ',', ',': '.', 'day-first': 'month-first', 'month-first': 'day-first' } as const;

/** How words of a column are written: as more of them show; with the point and the day first where that is equal. */
export function writingOf(words: readonly string[], type: NumericColumn['type']): FoundWriting {
  const usual: WrittenBy = { decimal: '.', dates: 'day-first' };
  const other = otherWriting(usual, type);
  let balance = 0;
  let differs = false;
  for (const word of words) {
    const [usually, otherwise] = [readWord(word, type, usual), readWord(word, type, other)];
    const shows = type === 'date' ? parseDate(word)?.shows : undefined;
    if (shows === undefined) balance += Number(!Number.isNaN(otherwise)) - Number(!Number.isNaN(usually));
    else balance += shows === other.dates ? 1 : -1;
    differs ||= !Object.is(usually, otherwise);
  }
  return { ...(balance > 0 ? other : usual), unsure: balance === 0 && differs };
}

/** The other way in which words of this type can be written. */
export function otherWriting({ decimal, dates }: WrittenBy, type: NumericColumn['type']): WrittenBy {
  return type === 'date' ? { decimal, dates: OTHER[dates] } : { decimal: OTHER[decimal], dates };
}

/** A word as a number, a moment or 0 and 1; NaN where it is none of this type. */
export function readWord(word: string, type: NumericColumn['type'], { decimal, dates }: WrittenBy): number {
  if (type === 'boolean') return parseBoolean(word) ?? Number.NaN;
  if (type === 'date') return parseDate(word, dates)?.value ?? Number.NaN;
  const value = parseNumber(word, decimal)?.value ?? Number.NaN;
  return Number.isFinite(value) && (type === 'number' || Number.isInteger(value)) ? value : Number.NaN;
}

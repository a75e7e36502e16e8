import type { NothingWords } from '../missing';
import type { DataNote } from '../notes';
import type { DateOrder } from '../parse-date';
import type { Reading } from '../table';
import type { Dialect, DialectChoice } from './dialect';
import { DELIMITERS } from './dialect';
import type { DetectedEncoding } from './encoding';

/** What a person may say of how a file is read, but for its encoding. */
export interface ReadingChoice extends DialectChoice {
  /** What becomes of words such as 없음, None and - among words. */
  readonly nothing?: NothingWords;
  /** What day and month are read by where a column does not tell. */
  readonly dateOrder?: DateOrder | 'auto';
}

/** How a file was read, for later files to be read alike. */
export function readingOf(
  { delimiter, decimal }: Dialect,
  { encoding }: DetectedEncoding,
  choice: ReadingChoice,
  notes: readonly DataNote[],
): Reading {
  const { dateOrder = 'auto', nothing = 'kept', missing } = choice;
  const ordered = dateOrder === 'auto' ? (monthFirst(notes) ? 'month-first' : 'day-first') : dateOrder;
  const unsure = notes.flatMap(({ code, column }) =>
    (code === 'ambiguous-decimal' || code === 'ambiguous-dates') && column !== undefined ? [column] : [],
  );
  return {
    format: 'csv',
    delimiter,
    decimalMark: decimal,
    dateOrder: ordered === 'month-first' ? 'mdy' : 'dmy',
    trimmed: true,
    missingWords: missing,
    nothingWords: nothing,
    unicodeForm: 'NFC',
    encoding,
    ...(unsure.length === 0 ? {} : { unsure }),
  };
}

/** The order by which the first column was read whose cells tell it. */
const monthFirst = (notes: readonly DataNote[]): boolean => notes.some(({ code }) => code === 'month-first');

/** The choice that reads a later file as an earlier one was, where one did not choose; encoding and header are its own. */
export function choiceLike<C extends ReadingChoice>(reading: Reading, choice: C): C {
  if (reading.format !== 'csv') return choice;
  const delimiter = DELIMITERS.find((each) => each === reading.delimiter);
  return {
    ...choice,
    delimiter: choice.delimiter === 'auto' ? (delimiter ?? 'auto') : choice.delimiter,
    decimal: choice.decimal === 'auto' ? (reading.decimalMark ?? 'auto') : choice.decimal,
    missing: reading.missingWords ?? choice.missing,
    nothing: reading.nothingWords ?? 'kept',
    dateOrder: reading.dateOrder === 'mdy' ? 'month-first' : reading.dateOrder === 'dmy' ? 'day-first' : 'auto',
  };
}

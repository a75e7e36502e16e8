import type { NothingWords } from '../missing';
import type { DateOrder } from '../parse-date';
import type { DecimalMark } from '../parse-number';
import { type ColumnReading, orderOf } from '../reading';
import type { Reading } from '../table';
import { DELIMITERS } from './delimiters';
import type { Dialect, DialectChoice } from './dialect';
import type { DetectedEncoding } from './encoding';

/** What a person may say of how a file is read, but for its encoding. */
export interface ReadingChoice extends DialectChoice {
  /** What becomes of words such as 없음, None and - among words. */
  readonly nothing?: NothingWords;
  /** What day and month are read by where a column does not tell. */
  readonly dateOrder?: DateOrder | 'auto';
  /** Columns that an earlier file had otherwise than the rest of it. */
  readonly otherwise?: readonly ColumnReading[];
}

/** What a column's cells were read by. */
export interface ColumnReadBy {
  readonly name: string;
  /** Of a column of numbers. */
  readonly decimal?: DecimalMark;
  /** Cells by marks of their own. */
  readonly marks?: 'each' | 'both' | undefined;
  /** Of a column with dates such as 08/02/2021; `told` where a cell, a person or an earlier file tells the order. */
  readonly dates?: { readonly order: DateOrder; readonly told: boolean };
  /** Its cells fit another decimal mark or order as well. */
  readonly unsure: boolean;
}

/** How a file was read, for later files to be read alike. */
export function readingOf(
  { delimiter, decimal, quote, backslash }: Dialect,
  { encoding }: DetectedEncoding,
  choice: ReadingChoice,
  columns: readonly ColumnReadBy[],
): Reading {
  const { dateOrder = 'auto', nothing = 'kept', missing } = choice;
  const ordered = dateOrder === 'auto' ? (columns.some(isMonthFirst) ? 'month-first' : 'day-first') : dateOrder;
  const unsure = columns.flatMap(({ name, unsure }) => (unsure ? [name] : []));
  const otherwise = columns.flatMap((column): ColumnReading[] => {
    const { marks } = column;
    const mark = marks === undefined && column.decimal !== undefined && column.decimal !== decimal;
    const order = column.dates !== undefined && column.dates.order !== ordered;
    if (marks === undefined && !mark && !order) return [];
    return [
      {
        column: column.name,
        ...(marks === undefined ? {} : { marks }),
        ...(mark ? { decimalMark: column.decimal } : {}),
        ...(order ? { dateOrder: shortOrder(column.dates.order) } : {}),
      },
    ];
  });
  return {
    format: 'csv',
    delimiter,
    decimalMark: decimal,
    dateOrder: shortOrder(ordered),
    trimmed: true,
    missingWords: missing,
    nothingWords: nothing,
    unicodeForm: 'NFC',
    encoding,
    ...(quote === '"' ? {} : { quote }),
    ...(backslash ? { backslash } : {}),
    ...(otherwise.length === 0 ? {} : { otherwise }),
    ...(unsure.length === 0 ? {} : { unsure }),
  };
}

/** The first column whose cells tell the order gives it to the file. */
const isMonthFirst = ({ dates }: ColumnReadBy): boolean => dates?.told === true && dates.order === 'month-first';

const shortOrder = (order: DateOrder): 'mdy' | 'dmy' => (order === 'month-first' ? 'mdy' : 'dmy');

/** The choice that reads a later file as an earlier one was, where one did not choose; the header is its own. */
export function choiceLike<C extends ReadingChoice>(reading: Reading, choice: C): C {
  if (reading.format !== 'csv') return choice;
  const { decimal, dateOrder = 'auto' } = choice;
  const delimiter = DELIMITERS.find((each) => each === reading.delimiter);
  const otherwise = (reading.otherwise ?? []).map(({ column, ...of }) => ({
    column,
    ...(decimal === 'auto' && of.marks !== undefined ? { marks: of.marks } : {}),
    ...(decimal === 'auto' && of.decimalMark !== undefined ? { decimalMark: of.decimalMark } : {}),
    ...(dateOrder === 'auto' && of.dateOrder !== undefined ? { dateOrder: of.dateOrder } : {}),
  }));
  return {
    ...choice,
    delimiter: choice.delimiter === 'auto' ? (delimiter ?? 'auto') : choice.delimiter,
    decimal: decimal === 'auto' ? (reading.decimalMark ?? 'auto') : decimal,
    missing: reading.missingWords ?? choice.missing,
    nothing: reading.nothingWords ?? 'kept',
    dateOrder: dateOrder === 'auto' ? (orderOf(reading.dateOrder) ?? 'auto') : dateOrder,
    ...(otherwise.length === 0 ? {} : { otherwise }),
    before: { encoding: reading.encoding, quote: reading.quote, backslash: reading.backslash },
  };
}

import type { DateOrder } from './parse-date';
import type { NumberMark } from './parse-number';
import type { Reading } from './table';

/** A column that was read otherwise than the rest of its file. */
export type ColumnReading = NonNullable<Reading['otherwise']>[number];

/** The decimal mark that a column's cells had, where that is known. */
export function decimalMarkOf(reading: Reading | undefined, column: string): NumberMark | undefined {
  const own = ofColumn(reading, column);
  return own?.marks ?? own?.decimalMark ?? reading?.decimalMark;
}

/** Which came first in a column's dates, where that is known. */
export function dateOrderOf(reading: Reading | undefined, column: string): DateOrder | undefined {
  return orderOf(ofColumn(reading, column)?.dateOrder ?? reading?.dateOrder);
}

/** The order that a reading writes in short. */
export function orderOf(written: Reading['dateOrder']): DateOrder | undefined {
  return written === 'mdy' ? 'month-first' : written === 'dmy' ? 'day-first' : undefined;
}

function ofColumn(reading: Reading | undefined, column: string): ColumnReading | undefined {
  return reading?.otherwise?.find((each) => each.column === column.normalize('NFC'));
}

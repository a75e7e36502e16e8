import type { Delimiter } from '../../../table/csv/delimiters';
import type { CsvChoice } from '../../../table/csv/read-csv';
import type { FileParams } from './spec';

/** How a person wants a CSV file to be read. */
export type FileReading = Omit<FileParams, 'file'>;

const DELIMITERS: Readonly<Record<'comma' | 'semicolon' | 'tab' | 'bar', Delimiter>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
};

/** The same in the reader's words. */
export function csvChoice({ encoding, delimiter, header, decimal, missing, nothing, dates }: FileReading): CsvChoice {
  return {
    encoding,
    header,
    missing,
    nothing,
    dateOrder: dates,
    delimiter: delimiter === 'auto' ? 'auto' : DELIMITERS[delimiter],
    decimal: decimal === 'auto' ? 'auto' : decimal === 'comma' ? ',' : '.',
  };
}

import type { Delimiter } from '../../../table/csv/delimiters';
import type { CsvChoice } from '../../../table/csv/read-csv';
import type { FileReading } from '../../contract/file-reading';

const DELIMITERS: Readonly<Record<'comma' | 'semicolon' | 'tab' | 'bar', Delimiter>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
};

/** The same in the reader's words. */
export function csvChoice(reading: FileReading): CsvChoice {
  const { encoding, delimiter, quote, backslash, header, decimal, missing, nothing, dates } = reading;
  return {
    encoding,
    header,
    missing,
    nothing,
    dateOrder: dates,
    delimiter: delimiter === 'auto' ? 'auto' : DELIMITERS[delimiter],
    quote: quote === 'auto' ? 'auto' : quote === 'double' ? '"' : "'",
    backslash: backslash === 'auto' ? 'auto' : backslash === 'escape',
    decimal: decimal === 'comma' ? ',' : decimal === 'point' ? '.' : decimal,
  };
}

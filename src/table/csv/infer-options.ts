import type { DateOrder } from '../parse-date';
import type { DecimalMark } from '../parse-number';

/** What is known of a column's place in its file when its type is found. */
export interface InferOptions {
  readonly name: string;
  readonly rows: number;
  /** Physical line of each row. */
  readonly lines: Uint32Array;
  /** The decimal mark of the file; a column may show that it has the other. */
  readonly decimal: DecimalMark;
  /** What a person, or the training file, says: no column is read otherwise. */
  readonly decimalGiven: boolean;
  /** Cells have marks of their own: as an earlier file had them in this column, or a person says of any that has both. */
  readonly marks: 'each' | 'both' | undefined;
  readonly bothDecimal: boolean;
  readonly delimiter: string;
  /** What day and month are read by where a column does not tell. */
  readonly dateOrder: DateOrder | 'auto';
  /** Missing whatever the column holds. */
  readonly isMissing: (cell: string) => boolean;
  /** Missing where the column holds numbers or dates. */
  readonly isNothing: (cell: string) => boolean;
}

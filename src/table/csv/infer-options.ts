import type { DecimalMark } from '../parse-number';

/** What is known of a column's place in its file when its type is found. */
export interface InferOptions {
  readonly name: string;
  readonly rows: number;
  /** Physical line of each row. */
  readonly lines: Uint32Array;
  readonly decimal: DecimalMark;
  readonly isMissing: (cell: string) => boolean;
}

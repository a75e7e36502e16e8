import type { Text } from '../../lib/text';
import type { ColumnProfile } from '../../table/profile';

/** What is known of a file's columns before anybody has said what they are for. */
export interface DataLook {
  readonly rows: number;
  /** The file names no columns; `firstRow` is what stands where names would. */
  readonly headless: boolean;
  readonly firstRow: readonly string[];
  readonly columns: readonly ColumnLook[];
  /** The column of dates by which the rows stand in order. */
  readonly ordered: string | null;
}

export interface ColumnLook extends ColumnProfile {
  /** It counts the rows, or has a word of its own for nearly each. */
  readonly identifies: 'number' | 'name' | null;
}

/** A column that is not to be learned from, and why. */
export interface SetAside {
  readonly column: string;
  /** Ids stay in the table, as the names of its rows. */
  readonly as: 'drop' | 'id';
  readonly reason: Text;
  /** A person may learn from it all the same. */
  readonly mayStay: boolean;
}

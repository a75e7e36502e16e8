import type { Text } from '../lib/text';
import type { Column, Field, Table } from './table';

/** What is known of a table on a wire before anything has run. */
export interface TableSchema {
  readonly type: 'table';
  readonly fields: readonly Field[];
  /** False where further columns may turn up when it runs (one-hot of unknown categories, a file not read yet). */
  readonly complete: boolean;
  readonly rows?: number;
  readonly partitioned: boolean;
  /** Nodes whose step was fitted on these rows before any split: a later split makes them leak. */
  readonly fittedBeforeSplit: readonly string[];
  /** What was found in the rows that makes figures measured on them look better than they are; absent where nothing was. */
  readonly flattery?: readonly Flattery[];
  /** Features of words that went through a step that encodes others; absent where none did. */
  readonly passedOver?: readonly string[];
}

export interface Flattery {
  readonly message: Text;
  /** The columns without any of which it is no longer so. */
  readonly columns: readonly string[];
  /** The one column that the message speaks of without its name. */
  readonly column?: string;
}

/** A table of which nothing is known before it has been read. */
export const UNREAD_TABLE: TableSchema = {
  type: 'table',
  fields: [],
  complete: false,
  partitioned: false,
  fittedBeforeSplit: [],
};

/** Categories of more words than this are left out of schemas. */
const CATEGORY_LIMIT = 1_000;

/** A column without its data; a category's words go along up to {@link CATEGORY_LIMIT}. */
export function fieldOf(column: Column): Field {
  const field = { name: column.name, type: column.type, role: column.role };
  if (column.type === 'image') return { ...field, shape: column.shape };
  if (column.type === 'category' && column.dictionary.length <= CATEGORY_LIMIT) {
    return { ...field, categories: column.dictionary };
  }
  return field;
}

/** The fields of a list of columns. */
export function fieldsOf(columns: readonly Column[]): readonly Field[] {
  return columns.map(fieldOf);
}

/** What a real table tells of its wire. Which nodes were fitted before a split is known only to the caller. */
export function schemaOf(table: Table, fittedBeforeSplit: readonly string[] = []): TableSchema {
  return {
    type: 'table',
    fields: fieldsOf(table.columns),
    complete: true,
    rows: table.rows,
    partitioned: table.partition !== null,
    fittedBeforeSplit,
  };
}

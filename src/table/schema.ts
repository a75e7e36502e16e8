import type { Text } from '../lib/text';
import type { Column, Field, Table } from './table';

/** What is known of a table on a wire before anything has run. */
export interface TableSchema {
  readonly type: 'table';
  readonly fields: readonly Field[];
  /** False where further columns may turn up when it runs (one-hot of unknown categories, a file not read yet). */
  readonly complete: boolean;
  /** Of an incomplete table: how the names of the columns begin that may yet turn up. Absent where any may. */
  readonly mayGain?: readonly string[];
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

const known = new WeakMap<readonly Field[], ReadonlySet<string>>();

function namesOf(fields: readonly Field[]): ReadonlySet<string> {
  const names = known.get(fields) ?? new Set(fields.map(({ name }) => name));
  known.set(fields, names);
  return names;
}

/** Whether a table will certainly not have a column. */
export function surelyLacks({ fields, complete, mayGain }: TableSchema, name: string): boolean {
  if (namesOf(fields).has(name)) return false;
  return complete || (mayGain !== undefined && !mayGain.some((beginning) => name.startsWith(beginning)));
}

/** A table that may gain further columns: those whose names begin so, or any (null). */
export function gaining({ mayGain, ...schema }: TableSchema, beginnings: readonly string[] | null): TableSchema {
  const before = schema.complete ? [] : mayGain;
  const all = beginnings === null || before === undefined ? undefined : [...before, ...beginnings];
  return { ...schema, complete: false, ...(all === undefined ? {} : { mayGain: all }) };
}

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

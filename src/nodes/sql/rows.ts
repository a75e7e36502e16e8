import type { Field } from '../../table/table';
import type { PyTable } from '../contract/code';
import { named, ROWS, type Sql, type SqlColumn, select, worded } from './sql';

const TRAINING = 'training';

export const FROM_ROWS = named(ROWS);

/** A column of the rows, by its table where others are joined. */
export const ofRows = (name: string): string => `${FROM_ROWS}.${named(name)}`;

/** The column of a split table's rows that says `train`, `validation` or `test`; null before a split. */
export function partColumn({ schema, parts }: PyTable): string | null {
  if (parts === null) return null;
  let name = 'part';
  while (schema.fields.some((field) => field.name === name)) name = `${name}_`;
  return name;
}

/** The columns of a field as they are: of an image the pixels. */
export const columnsOf = ({ images }: PyTable, { name }: Field): readonly SqlColumn[] =>
  (images.get(name)?.pixels ?? [name]).map((each) => ({ name: each, value: ofRows(each) }));

/** The columns that say nothing but which part a row is in. */
export function partColumns(table: PyTable): readonly SqlColumn[] {
  const name = partColumn(table);
  return name === null ? [] : [{ name, value: ofRows(name) }];
}

/** The rows that a step learns from: a table to be told before the query where they are not all of them. */
export function trainingRows(table: PyTable, conditions: readonly string[] = []) {
  const part = partColumn(table);
  const where = [...(part === null ? [] : [`${named(part)} = ${worded('train')}`]), ...conditions];
  if (where.length === 0) return { from: FROM_ROWS, tables: new Map<string, Sql>() };
  const all = table.schema.fields.flatMap((field) => columnsOf(table, field));
  const columns = all.map(({ name }) => ({ name, value: named(name) }));
  return { from: named(TRAINING), tables: new Map([[TRAINING, select({ columns, from: FROM_ROWS, where })]]) };
}

/** Whole numbers as fractions, which no division rounds. */
export const asFraction = ({ name, type }: Field): string =>
  type === 'integer' ? `CAST(${named(name)} AS DOUBLE PRECISION)` : named(name);

import { numberLiteral } from '../python/literal';

/*
 * SQL of the standard's core with window functions. Names and words are only ever put in by `named` and `worded`, so that
 * none of them can become code; what is written stays in lines, so that laying it out never reaches into them.
 */

/** Lines of SQL; a name or a word in one may hold line breaks of its own. */
export type Sql = readonly string[];

/** The table that a step is said over. */
export const ROWS = 'rows';

/** A name of a column or a table. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as a literal. */
export const worded = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A finite number as a literal; a minus never meets another. */
export const numbered = (value: number): string => (value < 0 ? `(${numberLiteral(value)})` : numberLiteral(value));

/** What a SELECT gives: an expression, and the name it goes by. */
export interface SqlColumn {
  readonly value: string | Sql;
  readonly name: string;
}

export interface Selection {
  /** Tables before it, by name. */
  readonly tables?: ReadonlyMap<string, Sql>;
  readonly columns: readonly SqlColumn[];
  readonly from: string | Sql;
  readonly joins?: readonly Sql[];
  /** Conditions that hold all of them. */
  readonly where?: readonly string[];
  /** The column by which rows become one. */
  readonly group?: string;
}

export function select({ tables = new Map(), columns, from, joins = [], where = [], group }: Selection): Sql {
  const ahead = [...tables].map(([name, query]) => run(`${named(name)} AS `, inBrackets(query)));
  return [
    ...(ahead.length === 0 ? [] : run('WITH ', listed(ahead))),
    'SELECT',
    ...indented(listed(columns.map(columnText))),
    ...run('FROM ', from),
    ...joins.flat(),
    ...(where.length === 0 ? [] : [`WHERE ${where.join(' AND ')}`]),
    ...(group === undefined ? [] : [`GROUP BY ${group}`]),
  ];
}

/** A query inside another. */
export const inBrackets = (query: Sql): Sql => ['(', ...indented(query), ')'];

/** Pieces after each other: the first line of one stands on the last line of the one before. */
export function run(...pieces: readonly (string | Sql)[]): Sql {
  const lines: string[] = [];
  for (const piece of pieces) {
    const [first = '', ...others] = typeof piece === 'string' ? [piece] : piece;
    lines.push(`${lines.pop() ?? ''}${first}`, ...others);
  }
  return lines;
}

export const textOf = (lines: Sql | null): string | null => lines?.join('\n') ?? null;

const indented = (lines: Sql): Sql => lines.map((line) => `  ${line}`);

const listed = (items: readonly Sql[]): Sql =>
  items.flatMap((item, at) => (at < items.length - 1 ? run(item, ',') : item));

function columnText({ value, name }: SqlColumn): Sql {
  const isItself = value === named(name) || value === `${named(ROWS)}.${named(name)}`;
  return isItself ? [value] : run(value, ` AS ${named(name)}`);
}

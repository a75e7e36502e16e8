import type { Field } from '../../../table/table';
import type { PyTable } from '../../contract/code';
import { columnsOf, FROM_ROWS, ofRows, partColumns, trainingRows } from '../../sql/rows';
import { inBrackets, named, run, type Sql, type SqlColumn, select, worded } from '../../sql/sql';
import { type EncodeParams, oneHotName } from './spec';

/** Encoding as a SELECT, of categories that are neither grouped nor refused; `made` is what stands behind it. */
export function encodeSql(
  table: PyTable,
  fields: readonly Field[],
  params: EncodeParams,
  made: readonly Field[],
): Sql | null {
  if (params.rare !== 'keep' || params.unknown !== 'ignore' || params.method === 'target') return null;
  if (params.method === 'onehot') return oneHotSql(table, fields, made);
  const training = trainingRows(table);
  const number = params.method === 'ordinal' ? ORDINAL : FREQUENCY;
  const joins = fields.map(({ name }, at) => {
    const numbered = select({
      columns: [
        { name: 'word', value: named(name) },
        { name: 'number', value: number.value(named(name)) },
      ],
      from: training.from,
      where: [`${named(name)} IS NOT NULL`],
      group: named(name),
    });
    const alias = aliasOf(at);
    const same = `${alias}.${named('word')} = ${ofRows(name)}`;
    return run('LEFT JOIN ', inBrackets(numbered), ` AS ${alias} ON ${same}`);
  });
  const columns = table.schema.fields.flatMap((field): readonly SqlColumn[] => {
    const at = fields.indexOf(field);
    if (at < 0) return columnsOf(table, field);
    const found = `COALESCE(${aliasOf(at)}.${named('number')}, ${number.unknown})`;
    return [{ name: field.name, value: `CASE WHEN ${ofRows(field.name)} IS NOT NULL THEN ${found} END` }];
  });
  return select({
    ...(fields.length > 0 && { tables: training.tables }),
    columns: [...columns, ...partColumns(table)],
    from: FROM_ROWS,
    joins,
  });
}

const aliasOf = (at: number): string => named(`numbers_${at + 1}`);

const ORDINAL = { value: (x: string) => `DENSE_RANK() OVER (ORDER BY ${x}) - 1`, unknown: '-1' };
const FREQUENCY = { value: () => 'COUNT(*) * 1.0 / SUM(COUNT(*)) OVER ()', unknown: '0.0' };

function oneHotSql(table: PyTable, fields: readonly Field[], made: readonly Field[]): Sql | null {
  const begins = fields.map(({ name }) => oneHotName(name, ''));
  // Of names that begin alike it would not be known whose a column is.
  if (begins.some((each) => begins.some((other) => other !== each && other.startsWith(each)))) return null;
  const old = new Set(table.schema.fields.filter((field) => !fields.includes(field)).map(({ name }) => name));
  const columns = table.schema.fields.flatMap((field): readonly SqlColumn[] => {
    if (!fields.includes(field)) return columnsOf(table, field);
    const begin = oneHotName(field.name, '');
    return made
      .filter(({ name }) => !old.has(name) && name.startsWith(begin))
      .map(({ name }) => ({
        name,
        value: `CASE WHEN ${ofRows(field.name)} = ${worded(name.slice(begin.length))} THEN 1 ELSE 0 END`,
      }));
  });
  return select({ columns: [...columns, ...partColumns(table)], from: FROM_ROWS });
}

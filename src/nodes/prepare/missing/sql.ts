import type { Field } from '../../../table/table';
import type { PyTable } from '../../contract/code';
import { asFraction, columnsOf, FROM_ROWS, ofRows, partColumns, trainingRows } from '../../sql/rows';
import { inBrackets, named, numbered, run, type Sql, type SqlColumn, select, worded } from '../../sql/sql';
import { type Filling, fillingOf, indicatorOf, type MissingParams } from './spec';

/** Handling missing values as a SELECT; `marked` are the columns that get one more. Null for the mean of dates. */
export function missingSql(
  table: PyTable,
  fields: readonly Field[],
  params: MissingParams,
  marked: readonly Field[],
): Sql | null {
  const target = table.schema.fields.filter(({ role }) => role === 'target');
  const refused = new Set(params.method === 'drop' ? [...target, ...fields] : target);
  const where = [...refused].map(({ name }) => `${ofRows(name)} IS NOT NULL`);
  const training = trainingRows(
    table,
    target.map(({ name }) => `${named(name)} IS NOT NULL`),
  );
  const filled = new Map<string, Sql>();
  let learns = false;
  for (const field of params.method === 'drop' ? [] : fields) {
    const filling = fillingOf(field.type, params);
    if (filling === null || field.role === 'target') continue;
    const fill = fillOf(field, filling, params, training.from);
    if (fill === null) return null;
    learns ||= filling !== 'constant';
    filled.set(field.name, run(`COALESCE(${ofRows(field.name)}, `, fill, ')'));
  }
  const columns = table.schema.fields.flatMap((field): readonly SqlColumn[] => {
    const value = filled.get(field.name);
    return value === undefined ? columnsOf(table, field) : [{ name: field.name, value }];
  });
  const marks = marked.map(({ name }) => ({
    name: indicatorOf(name),
    value: `CASE WHEN ${ofRows(name)} IS NULL THEN 1 ELSE 0 END`,
  }));
  return select({
    ...(learns && { tables: training.tables }),
    columns: [...columns, ...marks, ...partColumns(table)],
    from: FROM_ROWS,
    where,
  });
}

function fillOf(field: Field, filling: Exclude<Filling, null>, params: MissingParams, from: string): Sql | null {
  const x = named(field.name);
  const isWord = field.type === 'category' || field.type === 'text';
  const known = [`${x} IS NOT NULL`];
  switch (filling) {
    case 'constant':
      return [isWord ? worded(params.word) : numbered(params.numericValue)];
    case 'mean':
      if (field.type === 'date') return null;
      return inBrackets(select({ columns: [{ name: 'mean', value: `AVG(${asFraction(field)})` }], from }));
    case 'median': {
      if (field.type === 'date') return null;
      const placed = select({
        columns: [
          { name: 'value', value: asFraction(field) },
          { name: 'place', value: `ROW_NUMBER() OVER (ORDER BY ${x})` },
          { name: 'size', value: 'COUNT(*) OVER ()' },
        ],
        from,
        where: known,
      });
      return inBrackets(
        select({
          columns: [{ name: 'median', value: `AVG(${named('value')})` }],
          from: run(inBrackets(placed), ` AS ${named('placed')}`),
          where: [`2 * ${named('place')} BETWEEN ${named('size')} AND ${named('size')} + 2`],
        }),
      );
    }
    case 'most_frequent': {
      const counted = select({
        columns: [
          { name: 'value', value: x },
          { name: 'place', value: 'RANK() OVER (ORDER BY COUNT(*) DESC)' },
        ],
        from,
        where: known,
        group: x,
      });
      return inBrackets(
        select({
          columns: [{ name: 'most', value: `MIN(${named('value')})` }],
          from: run(inBrackets(counted), ` AS ${named('counted')}`),
          where: [`${named('place')} = 1`],
        }),
      );
    }
  }
}

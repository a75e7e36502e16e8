import type { Field } from '../../../table/table';
import type { PyTable } from '../../contract/code';
import { asFraction, columnsOf, FROM_ROWS, ofRows, partColumns, trainingRows } from '../../sql/rows';
import { inBrackets, named, numbered, run, type Sql, type SqlColumn, select } from '../../sql/sql';
import type { ScaleParams } from './spec';

/** The scaling of a column: what it takes from the training rows, and what it makes of it. */
interface Scaled {
  readonly learned: readonly SqlColumn[];
  readonly value: string;
}

/** Scaling as a SELECT; null where SQL has no word for it. */
export function scaleSql(table: PyTable, fields: readonly Field[], params: ScaleParams): Sql | null {
  const scalings = new Map<string, Scaled>();
  for (const [at, field] of fields.entries()) {
    const scaled = scaledBy(field, at + 1, params);
    if (scaled === null) return null;
    scalings.set(field.name, scaled);
  }
  const { from, tables } = trainingRows(table);
  const columns = table.schema.fields.flatMap((field) => {
    const scaled = scalings.get(field.name);
    return scaled === undefined ? columnsOf(table, field) : [{ name: field.name, value: scaled.value }];
  });
  const learned = select({ columns: [...scalings.values()].flatMap((each) => each.learned), from });
  const told = [...columns, ...partColumns(table)];
  if (fields.length === 0) return select({ columns: told, from: FROM_ROWS });
  return select({
    tables,
    columns: told,
    from: FROM_ROWS,
    joins: [run('CROSS JOIN ', inBrackets(learned), ` AS ${named('learned')}`)],
  });
}

function scaledBy(field: Field, at: number, { method, low, high }: ScaleParams): Scaled | null {
  const x = asFraction(field);
  const name = (word: string): string => `${word}_${at}`;
  const learned = (word: string): string => `${named('learned')}.${named(name(word))}`;
  const value = ofRows(field.name);
  switch (method) {
    case 'standard':
      return {
        learned: [
          { name: name('mean'), value: `AVG(${x})` },
          { name: name('spread'), value: `CASE WHEN MIN(${x}) = MAX(${x}) THEN 1 ELSE STDDEV_POP(${x}) END` },
        ],
        value: `(${value} - ${learned('mean')}) / ${learned('spread')}`,
      };
    case 'minmax': {
      const offset = `${numbered(low)} - ${learned('least')} * ${learned('factor')}`;
      return {
        learned: [
          { name: name('least'), value: `MIN(${x})` },
          { name: name('factor'), value: `${numbered(high - low)} / COALESCE(NULLIF(MAX(${x}) - MIN(${x}), 0), 1)` },
        ],
        value: `${value} * ${learned('factor')} + (${offset})`,
      };
    }
    case 'maxabs':
      return {
        learned: [{ name: name('greatest'), value: `COALESCE(NULLIF(MAX(ABS(${x})), 0), 1)` }],
        value: `${value} / ${learned('greatest')}`,
      };
    default:
      return null;
  }
}

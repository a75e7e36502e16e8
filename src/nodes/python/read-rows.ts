import { type Text, text } from '../../lib/text';
import type { TableSchema } from '../../table/schema';
import type { ColumnType } from '../../table/table';
import type { AnyCodeNode, PyTable } from '../contract/code';
import { eachColumn } from './each-column';
import { call, dict, type Line, line, list, type Py, pd, py } from './py';

interface Read {
  readonly writes: 'lines';
  readonly lines: readonly Line[];
  readonly outputs: { readonly table: PyTable };
}

/** Reads the rows that the export writes beside the program, with the types that they have here. */
export function readRows(node: Pick<AnyCodeNode, 'output' | 'name' | 'dataFile'>, name: string, why: Text): Read {
  const schema = node.output('table');
  if (schema?.type !== 'table') throw new Error('the columns of rows that are read are known');
  const ofType = (...types: readonly ColumnType[]): readonly string[] =>
    schema.fields.filter(({ type }) => types.includes(type)).map((field) => field.name);
  const frame = node.name(name);
  const read = call(py`${pd}.read_csv`, [node.dataFile(name)], {
    ...(ofType('category', 'text', 'boolean').length > 0 && {
      dtype: dict(ofType('category', 'text', 'boolean').map((each) => [each, STR])),
    }),
    keep_default_na: false,
    na_values: list(['']),
    float_precision: 'round_trip',
  });
  return {
    writes: 'lines',
    lines: [
      line(py`${frame} = ${read}`, why),
      ...eachColumn(node, frame, ofType('boolean'), (cells) => flagsOf(cells, ['true'], ['false']), FLAGS),
      ...eachColumn(node, frame, ofType('date'), isoDatesOf, DATES),
    ],
    outputs: { table: readTable(schema, frame) },
  };
}

/** A table as it stands behind the node that reads it. */
export const readTable = (schema: TableSchema, frame: Py): PyTable => ({
  type: 'table',
  schema,
  frame,
  parts: null,
  raw: frame,
  source: schema.fields,
  steps: [],
  images: new Map(),
});

const STR: Py = py`str`;
/** The words of true to 1, those of false to 0. */
export const flagsOf = (cells: Py, yes: readonly string[], no: readonly string[]): Py =>
  py`${cells}.map(${dict([
    ...yes.map((word) => [word, 1] as const),
    ...no.map((word) => [word, 0] as const),
  ])}).astype(float)`;

/** Words in ISO 8601 to dates: some of them days alone, which newer versions of pandas read by a format only. */
const isoDatesOf = (cells: Py): Py => {
  const dates = call(py`${cells}.map`, [py`${pd}.Timestamp`], { na_action: 'ignore' });
  return py`${call(py`${pd}.to_datetime`, [dates], { utc: true })}.dt.tz_localize(None)`;
};

export const FLAGS = text('True is 1, false is 0.', '참은 1, 거짓은 0으로 바꿔요.');
export const DATES = text('Words to dates, in UTC.', '글자로 된 날짜를 UTC 날짜로 바꿔요.');

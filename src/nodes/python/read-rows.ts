import { type Text, text } from '../../lib/text';
import type { ColumnType } from '../../table/table';
import type { AnyCodeNode, PyTable } from '../contract/code';
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
      ...flagLines(frame, ofType('boolean')),
      ...dateLines(frame, ofType('date')),
    ],
    outputs: { table: { type: 'table', schema, frame, parts: null, raw: frame, steps: [], images: new Map() } },
  };
}

const STR: Py = py`str`;
const toDatetime = py`${pd}.to_datetime`;

/** Words true and false to 1 and 0. */
export const flagLines = (frame: Py, columns: readonly string[]): readonly Line[] =>
  columns.map((name) =>
    line(
      py`${frame}[${name}] = ${frame}[${name}].map(${dict([
        ['true', 1],
        ['false', 0],
      ])}).astype(float)`,
      text('True is 1, false is 0.', '참은 1, 거짓은 0으로 바꿔요.'),
    ),
  );

const dateLines = (frame: Py, columns: readonly string[]): readonly Line[] =>
  columns.map((name) =>
    line(
      py`${frame}[${name}] = ${call(toDatetime, [py`${frame}[${name}]`], { utc: true })}.dt.tz_localize(None)`,
      text('Words to dates, in UTC.', '글자로 된 날짜를 UTC 날짜로 바꿔요.'),
    ),
  );

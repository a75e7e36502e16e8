import type { Json } from '../../../lib/json';
import { type Text, text } from '../../../lib/text';
import { type AnyCodeNode, defineCode } from '../../contract/code';
import { eachColumn } from '../../python/each-column';
import { call, dict, type Line, line, list, type Py, type PyValue, pd, py } from '../../python/py';
import { DATES, FLAGS, flagsOf, readRows, readTable } from '../../python/read-rows';
import { datesInForms, serialDays, toNumber } from './python-helpers';
import { type SeenColumn, type SeenFile, type SeenMissing, type SeenReason, seenSchema } from './seen';
import { fileSpec } from './spec';

export const fileCode = defineCode(fileSpec, {
  async look({ file, ...reading }, { outputs, readFile, yieldIfDue }): Promise<Json> {
    const { table } = outputs;
    if (file === null || table?.type !== 'table') return null;
    const { lookAtFile } = await import('./look');
    return lookAtFile(await readFile(file.hash, file.name), reading, table.table, yieldIfDue);
  },
  python(node) {
    const schema = node.output('table');
    if (schema?.type !== 'table') throw new Error('the columns of a file are known');
    const { file } = node.params;
    const seen = seenSchema.parse(node.seen);
    if (!seen.alike) return readRows(node, 'data', asRows(file?.name ?? '', seen.because));
    const path = file === null ? 'data.csv' : node.givenFile(file);
    const data = node.name('data');
    const read = line(
      py`${data} = ${call(py`${pd}.read_csv`, [path], {
        ...optionsOf(seen),
        ...compression(path),
      })}`,
      text(`The file “${path}”, which lies beside this program.`, `이 프로그램 옆에 있는 “${path}” 파일이에요.`),
    );
    const lines = columnLines(node, data, seen.columns);
    return { writes: 'lines', lines: [read, ...lines], outputs: { table: readTable(schema, data) } };
  },
});

/** What is plain text however it is called. */
const compression = (path: string) => (/\.(?:gz|bz2|zip|xz|zst|tar|tgz)$/i.test(path) ? { compression: null } : {});

const BECAUSE: Readonly<Record<SeenReason, Text>> = {
  encoding: text('its encoding is not quite one of Python’s', '인코딩이 파이썬의 것과 조금 달라서'),
  rows: text('its rows are uneven', '행마다 칸 수가 달라서'),
  cells: text('its cells are written in ways of their own', '값을 적은 방식이 남달라서'),
};

const asRows = (name: string, because: SeenReason): Text =>
  text(
    `The rows of “${name}” as Millrace read them: pandas reads the file otherwise, as ${BECAUSE[because].en}.`,
    `Millrace가 읽은 “${name}”의 행이에요. ${BECAUSE[because].ko} pandas로는 다르게 읽혀요.`,
  );

function optionsOf(seen: SeenFile & { readonly alike: true }): Readonly<Record<string, PyValue>> {
  const { delimiter, encoding, skip, header, names, decimal, thousands, backslash, text: asText, roundTrip } = seen;
  return {
    ...(delimiter === ',' ? {} : { sep: delimiter }),
    ...(encoding === 'utf-8' ? {} : { encoding }),
    ...(skip === 0 ? {} : { skiprows: skip }),
    ...(header ? (names === null ? {} : { header: 0 }) : { header: null }),
    ...(names === null ? {} : { names: list(names) }),
    ...(decimal === '.' ? {} : { decimal }),
    ...(thousands ? { thousands: decimal === '.' ? ',' : '.' } : {}),
    ...(backslash ? { escapechar: '\\' } : {}),
    ...missingOptions(seen.missing),
    ...(asText.length === 0 ? {} : { dtype: dict(asText.map((column) => [column, py`str`])) }),
    ...(roundTrip ? { float_precision: 'round_trip' } : {}),
  };
}

function missingOptions({ besides, words, byColumn }: SeenMissing): Readonly<Record<string, PyValue>> {
  const told =
    byColumn === null ? list(words) : dict(byColumn.map(({ column, words: own }) => [column, list(own)] as const));
  return {
    ...(words.length === 0 && byColumn === null ? {} : { na_values: told }),
    ...(besides ? {} : { keep_default_na: false }),
  };
}

type Node = Pick<AnyCodeNode, 'name'>;
const usualFlags = (cells: Py): Py => py`${cells}.astype(float)`;

/** What is left to do with columns; those that want the same are treated together. */
function columnLines(node: Node, data: Py, columns: readonly SeenColumn[]): readonly Line[] {
  const alike = new Map<string, SeenColumn[]>();
  for (const column of columns) {
    const key = JSON.stringify({ ...column, name: '' });
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [column]);
    else known.push(column);
  }
  return [...alike.values()].flatMap((group) => {
    const names = group.map(({ name }) => name);
    const [column] = group;
    return column === undefined
      ? []
      : eachColumn(node, data, names, (cells) => treated(cells, column), WHYS[column.as]);
  });
}

const WHYS: Readonly<Record<SeenColumn['as'], Text>> = {
  flag: FLAGS,
  coerced: text('What is no number is missing.', '수가 아닌 값은 결측으로 둬요.'),
  dressed: text('Numbers with signs and separators to plain ones.', '기호와 구분 기호가 붙은 수를 그냥 수로 바꿔요.'),
  words: text(
    'Words without spaces around them, in one Unicode form.',
    '글자의 앞뒤 공백을 지우고 유니코드 형식을 맞춰요.',
  ),
  dates: DATES,
};

function treated(cells: Py, column: SeenColumn): Py {
  switch (column.as) {
    case 'flag':
      return column.words === null ? usualFlags(cells) : flagsOf(cells, column.words.yes, column.words.no);
    case 'coerced':
      return call(py`${pd}.to_numeric`, [cells], { errors: 'coerce' });
    case 'dressed':
      return call(toNumber, [cells], column.decimal === '.' ? {} : { decimal: ',' });
    case 'words':
      return py`${cells}${column.strip ? py`.str.strip()` : py``}${column.compose ? py`.str.normalize(${'NFC'})` : py``}`;
    case 'dates':
      return dates(cells, column);
  }
}

function dates(
  given: Py,
  { formats, one, strip, halves, zoned, floor, serial }: SeenColumn & { readonly as: 'dates' },
): Py {
  const stripped = one && strip ? py`${given}.str.strip()` : given;
  const cells = halves
    ? call(
        py`${stripped}.replace`,
        [
          dict([
            ['오전', 'AM'],
            ['오후', 'PM'],
          ]),
        ],
        { regex: true },
      )
    : stripped;
  const [format = ''] = formats;
  const read = one
    ? call(py`${pd}.to_datetime`, [cells], { format, ...(zoned && { utc: true }) })
    : call(datesInForms, [cells, list(formats)]);
  const local = one && zoned ? py`${read}.dt.tz_localize(None)` : read;
  const days = serial ? py`${local}.fillna(${call(serialDays, [given])})` : local;
  return floor ? py`${days}.dt.floor(${'ms'})` : days;
}

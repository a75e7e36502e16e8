import type { Json } from '../../../lib/json';
import { type Text, text } from '../../../lib/text';
import type { TableSchema } from '../../../table/schema';
import { defineCode } from '../../contract/code';
import { call, dict, type Line, line, list, type Py, type PyValue, pd, py } from '../../python/py';
import { flagLines, isoDateLines, readRows, readTable, TRUE_IS_ONE, WORDS_TO_DATES } from '../../python/read-rows';
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
    const path = pathOf(node.params.file?.name ?? '');
    const seen: SeenFile | null = node.seen === null ? null : seenSchema.parse(node.seen);
    if (seen?.alike === false) return readRows(node, 'data', asRows(path, seen.because));
    const data = node.name('data');
    const read = line(
      py`${data} = ${call(py`${pd}.read_csv`, [path], { ...(seen && optionsOf(seen)), ...compression(path) })}`,
      text(`The file “${path}”, which lies beside this program.`, `이 프로그램 옆에 있는 “${path}” 파일이에요.`),
    );
    const lines =
      seen === null ? plainLines(data, schema) : seen.columns.flatMap((column) => columnLines(data, column));
    return { writes: 'lines', lines: [read, ...lines], outputs: { table: readTable(schema, data) } };
  },
});

/** A file of that name beside the program: never an address, and no folder that the name may hold. */
function pathOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.replaceAll(/[^\P{C}]/gu, '') === '' ? 'data.csv' : last;
}

/** What is plain text however it is called. */
const compression = (path: string) => (/\.(?:gz|bz2|zip|xz|zst|tar|tgz)$/i.test(path) ? { compression: null } : {});

const BECAUSE: Readonly<Record<SeenReason, Text>> = {
  encoding: text('its encoding is not quite one of Python’s', '인코딩이 파이썬의 것과 조금 달라서'),
  rows: text('its rows are uneven', '행마다 칸 수가 달라서'),
  cells: text('its cells are written in ways of their own', '값을 적은 방식이 남달라서'),
};

const asRows = (path: string, because: SeenReason): Text =>
  text(
    `The rows of “${path}” as Millrace read them: pandas reads the file otherwise, as ${BECAUSE[because].en}.`,
    `Millrace가 읽은 “${path}”의 행이에요. ${BECAUSE[because].ko} pandas로는 다르게 읽혀요.`,
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

/** Where nobody has looked at the file. */
function plainLines(data: Py, { fields }: TableSchema): readonly Line[] {
  const ofType = (type: string): readonly string[] =>
    fields.flatMap((field) => (field.type === type ? field.name : []));
  return [...ofType('boolean').map((name) => usualFlags(data, name)), ...isoDateLines(data, ofType('date'))];
}

const usualFlags = (data: Py, name: string): Line =>
  line(py`${data}[${name}] = ${data}[${name}].astype(float)`, TRUE_IS_ONE);

function columnLines(data: Py, column: SeenColumn): readonly Line[] {
  const cells = py`${data}[${column.name}]`;
  const set = (made: Py, why: Text): readonly Line[] => [line(py`${cells} = ${made}`, why)];
  switch (column.as) {
    case 'flag':
      if (column.words === null) return [usualFlags(data, column.name)];
      return flagLines(data, [column.name], column.words);
    case 'coerced':
      return set(
        call(py`${pd}.to_numeric`, [cells], { errors: 'coerce' }),
        text('What is no number is missing.', '수가 아닌 값은 결측으로 둬요.'),
      );
    case 'dressed':
      return set(
        call(toNumber, [cells], column.decimal === '.' ? {} : { decimal: ',' }),
        text('Numbers with signs and separators to plain ones.', '기호와 구분 기호가 붙은 수를 그냥 수로 바꿔요.'),
      );
    case 'words':
      return set(
        py`${cells}${column.strip ? py`.str.strip()` : py``}${column.compose ? py`.str.normalize(${'NFC'})` : py``}`,
        column.compose
          ? text(
              'Letters in one Unicode form, without spaces around.',
              '글자를 한 가지 유니코드 형식으로 맞추고 앞뒤 공백을 지워요.',
            )
          : text('Without the spaces around the words.', '앞뒤 공백을 지워요.'),
      );
    case 'dates':
      return set(dates(cells, column), WORDS_TO_DATES);
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

import { Failure } from '../lib/failure';
import { counted } from '../lib/figures';
import { korean } from '../lib/korean';
import { type Text, text } from '../lib/text';
import { cellText } from './cells';
import type { DataNote } from './notes';
import { asWords, sourceRow } from './recipe';
import type { CodedColumn, Column, ColumnType, NumericColumn, Table } from './table';
import { readWord, type WrittenBy, writingOf } from './written-by';

/** What becomes of a cell that cannot be read as the new type. */
export type Unreadable = 'fail' | 'missing';

/**
 * The column as another type. A cell that cannot be read fails with `bad-cell`,
 * naming column, row and remedy, or becomes missing and is noted. Images stay images.
 * Words are read as they are `written`, else as more of them can be read.
 */
export function retype(
  table: Table,
  column: Column,
  type: ColumnType,
  unreadable: Unreadable,
  written?: WrittenBy,
): { readonly column: Column; readonly notes: readonly DataNote[] } {
  if (column.type === type) return { column, notes: [] };
  if (column.type === 'image' || type === 'image') throw notAnImage(column.name);
  if (type === 'category' || type === 'text') return { column: asWords(column, type), notes: [] };
  const values =
    'codes' in column ? readWords(column, type, written ?? writingOf(column.dictionary, type)) : convert(column, type);
  const bad: number[] = [];
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row]) && isPresent(column, row)) bad.push(row);
  }
  const [first] = bad;
  if (first !== undefined && unreadable === 'fail') throw badCell(table, column, type, first, bad.length);
  const { name, role } = column;
  return { column: { name, role, type, values }, notes: first === undefined ? [] : [lost(table, column, type, bad)] };
}

type NumericType = NumericColumn['type'];

function readWords(column: CodedColumn, type: NumericType, written: WrittenBy): Float64Array {
  const read = Float64Array.from(column.dictionary, (word) => readWord(word, type, written));
  return Float64Array.from(column.codes, (code) => read[code] ?? Number.NaN);
}

function convert({ values }: NumericColumn, type: NumericType): Float64Array {
  return values.map((value) => (fits(value, type) ? value : Number.NaN));
}

/** Days beyond this many milliseconds from 1970 do not exist in JavaScript. */
const LAST_MOMENT = 8.64e15;

function fits(value: number, type: NumericType): boolean {
  switch (type) {
    case 'number':
      return Number.isFinite(value);
    case 'integer':
      return Number.isInteger(value);
    case 'boolean':
      return value === 0 || value === 1;
    case 'date':
      return Math.abs(value) <= LAST_MOMENT;
  }
}

function isPresent(column: Column, row: number): boolean {
  if (column.type === 'image') return true;
  return 'codes' in column ? (column.codes[row] ?? -1) >= 0 : !Number.isNaN(column.values[row]);
}

const EXPECTED: Readonly<Record<NumericType, Text>> = {
  number: text('a number', '실수'),
  integer: text('a whole number', '정수'),
  boolean: text('true or false', '참/거짓'),
  date: text('a date', '날짜'),
};

function badCell(table: Table, column: Column, type: NumericType, row: number, count: number): Failure {
  const cell = cellText(column, row) ?? '';
  const at = sourceRow(table, row);
  const expected = EXPECTED[type];
  return new Failure({
    code: 'bad-cell',
    column: column.name,
    row: at,
    message: text(
      `Column “${column.name}”, row ${at}: “${cell}” is not ${expected.en}${count > 1 ? ` (and ${counted(count - 1, 'more cell')})` : ''}.`,
      korean`“${column.name}” 열 ${at}번째 행의 “${cell}”은(는) ${expected.ko}이(가) 아니에요${count > 1 ? ` (이 밖에 ${count - 1}칸 더)` : ''}.`,
    ),
    hint: text(
      'Mend the cells, keep the old type, or let cells that cannot be read become empty.',
      '값을 고치거나 원래 유형을 두거나, 읽을 수 없는 칸을 비우도록 설정하세요.',
    ),
  });
}

function lost(table: Table, column: Column, type: NumericType, bad: readonly number[]): DataNote {
  const expected = EXPECTED[type];
  return {
    code: 'unreadable-emptied',
    severity: 'warning',
    count: bad.length,
    column: column.name,
    rows: bad.slice(0, 5).map((row) => sourceRow(table, row)),
    examples: [...new Set(bad.slice(0, 100).map((row) => cellText(column, row) ?? ''))].slice(0, 5),
    message: text(`Cells that are not ${expected.en} were emptied.`, korean`${expected.ko}이(가) 아닌 칸을 비웠어요.`),
  };
}

function notAnImage(name: string): Failure {
  return new Failure({
    code: 'image-type-fixed',
    column: name,
    message: text(
      `Column “${name}” cannot be turned into or out of an image here.`,
      `“${name}” 열은 여기에서 이미지로 바꾸거나 이미지에서 바꿀 수 없어요.`,
    ),
    hint: text(
      'Leave its type as it is; “Make images” makes images.',
      '유형을 그대로 두세요. 이미지는 “이미지 만들기”로 만들어요.',
    ),
  });
}

import { isCoded, isNumeric } from '../table/columns';
import { asWords } from '../table/recipe';
import type { CodedColumn, Column, NumericColumn } from '../table/table';
import { byNumberOrCodePoint } from '../table/word-order';
import type { LakeField } from './index-file';

/** Rows without more: columns in the order of a data set's fields. */
export interface Rows {
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** Rows one after another, as columns of the given fields. Words are coded in the order in which they appear. */
export function joinRows(fields: readonly LakeField[], parts: readonly Rows[]): Rows {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const columns = fields.map((field, k) => {
    const columnsOf = parts.map((part) => ({ rows: part.rows, column: part.columns[k] }));
    switch (field.type) {
      case 'image':
        return joinImages(field, columnsOf);
      case 'category':
      case 'text':
        return joinWords(field, columnsOf, rows);
      default:
        return joinNumbers(field, columnsOf, rows);
    }
  });
  return { rows, columns };
}

type Parts = readonly { readonly rows: number; readonly column: Column | undefined }[];

function joinNumbers(field: LakeField, parts: Parts, rows: number): NumericColumn {
  const { name, role, type } = field;
  if (type === 'category' || type === 'text' || type === 'image') throw new Error(`${name} holds no numbers`);
  const values = new Float64Array(rows);
  let at = 0;
  for (const part of parts) {
    if (part.column !== undefined && isNumeric(part.column)) values.set(part.column.values, at);
    else values.fill(Number.NaN, at, at + part.rows);
    at += part.rows;
  }
  return { name, role, type, values };
}

function joinWords({ name, role, type }: LakeField, parts: Parts, rows: number): CodedColumn {
  if (type !== 'category' && type !== 'text') throw new Error(`${name} holds no words`);
  const codes = new Int32Array(rows);
  const codeOf = new Map<string, number>();
  let at = 0;
  for (const part of parts) {
    const column = part.column?.type === 'integer' ? asWords(part.column, type) : part.column;
    if (column === undefined || !isCoded(column)) {
      codes.fill(-1, at, at + part.rows);
      at += part.rows;
      continue;
    }
    // Words get a code when a row first uses them: what a dictionary holds beyond that says nothing.
    const newCode = new Int32Array(column.dictionary.length).fill(-1);
    for (let row = 0; row < part.rows; row++) {
      const old = column.codes[row] ?? -1;
      let code = old < 0 ? -1 : (newCode[old] ?? -1);
      if (old >= 0 && code < 0) {
        const word = column.dictionary[old] ?? '';
        code = codeOf.get(word) ?? codeOf.size;
        codeOf.set(word, code);
        newCode[old] = code;
      }
      codes[at++] = code;
    }
  }
  return { name, role, type, codes, dictionary: [...codeOf.keys()] };
}

function joinImages({ name, role, shape }: LakeField, parts: Parts): Column {
  if (shape === undefined) throw new Error(`${name} has no shape`);
  const images = parts.flatMap(({ column }) => (column?.type === 'image' ? [column.values] : []));
  const values = new Float32Array(images.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of images) {
    values.set(part, at);
    at += part.length;
  }
  return { name, role, type: 'image', shape, values };
}

/** The rows from `from` to `to`, `to` excluded, as views. */
export function sliceRows({ columns }: Rows, from: number, to: number): Rows {
  return {
    rows: to - from,
    columns: columns.map((column) => {
      if (isCoded(column)) return { ...column, codes: column.codes.subarray(from, to) };
      if (column.type !== 'image') return { ...column, values: column.values.subarray(from, to) };
      const size = column.shape[0] * column.shape[1] * column.shape[2];
      return { ...column, values: column.values.subarray(from * size, to * size) };
    }),
  };
}

/** The category's words in the order in which a CSV file's are read, so that its cells alone say what it is. */
export function withOrderedWords(column: Column): Column {
  if (column.type !== 'category') return column;
  const dictionary = [...column.dictionary].sort(byNumberOrCodePoint);
  const place = new Map(dictionary.map((word, code) => [word, code]));
  const newCode = Int32Array.from(column.dictionary, (word) => place.get(word) ?? -1);
  return { ...column, dictionary, codes: column.codes.map((code) => newCode[code] ?? -1) };
}

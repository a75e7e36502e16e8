import { Failure } from '../lib/failure';
import { type Text, text } from '../lib/text';
import { columnNamed, isCoded, isNumeric } from '../table/columns';
import type { Column, ImageColumn, NumericColumn, Table } from '../table/table';

/** Rows of features as a network reads them, row-major, and the shape of one row. */
export interface Features {
  readonly values: Float32Array;
  readonly shape: readonly number[];
}

/**
 * The columns a network would learn from: every ordinary column (role null), all
 * of them numbers, or one image. Fails with the column and the remedy otherwise.
 */
export function featureColumns(table: Table): readonly string[] {
  const ordinary = table.columns.filter((column) => column.role === null);
  const images = ordinary.filter((column) => column.type === 'image');
  if (images.length > 0 && ordinary.length > 1) {
    throw new Failure({
      code: 'image-among-columns',
      column: images[0]?.name ?? '',
      message: text(
        'An image column cannot be mixed with other features.',
        '이미지 열은 다른 특성과 함께 쓸 수 없습니다.',
      ),
      hint: text(
        'Keep only the image column and the target with a Columns node.',
        '열 노드로 이미지 열과 타깃만 남기세요.',
      ),
    });
  }
  for (const column of ordinary) {
    if (column.type !== 'image') numericFeature(column);
  }
  if (ordinary.length === 0) {
    throw new Failure({
      code: 'no-features',
      message: text('No column is left to learn from.', '학습에 쓸 특성 열이 없습니다.'),
      hint: text('Keep at least one column that is not the target.', '타깃이 아닌 열을 하나 이상 남기세요.'),
    });
  }
  return ordinary.map((column) => column.name);
}

/**
 * The named features of the given rows. Fails naming the column and its 1-based
 * source row where a value is missing or infinite.
 */
export function featureMatrix(table: Table, features: readonly string[], rows: Uint32Array): Features {
  const columns = features.map((name) => columnNamed(table, name));
  const [only] = columns;
  if (only?.type === 'image') return imageMatrix(only, rows);
  const width = columns.length;
  const values = new Float32Array(rows.length * width);
  columns.forEach((column, index) => {
    const source = numericFeature(column).values;
    let at = index;
    for (const row of rows) {
      const value = Math.fround(source[row] ?? Number.NaN);
      if (!Number.isFinite(value)) throw notFinite(table, column.name, row, source[row] ?? Number.NaN);
      values[at] = value;
      at += width;
    }
  });
  return { values, shape: [width] };
}

function imageMatrix(column: ImageColumn, rows: Uint32Array): Features {
  const size = column.shape.reduce((product, n) => product * n, 1);
  const values = new Float32Array(rows.length * size);
  let at = 0;
  for (const row of rows) {
    values.set(column.values.subarray(row * size, (row + 1) * size), at);
    at += size;
  }
  return { values, shape: column.shape };
}

/** 1-based row of the source data. */
export const sourceRow = (table: Table, row: number): number => (table.sourceRows?.[row] ?? row) + 1;

function numericFeature(column: Column): NumericColumn {
  if (isNumeric(column) && column.type !== 'date') return column;
  const [what, hint] = isCoded(column)
    ? [
        text('words', '글자'),
        text(
          'Add an Encode node before this one, or drop the column.',
          '이 노드 앞에 인코딩 노드를 넣거나 열을 빼세요.',
        ),
      ]
    : [
        text('dates or images', '날짜나 이미지'),
        text('Drop the column with a Columns node.', '열 노드로 이 열을 빼세요.'),
      ];
  throw new Failure({ code: 'column-not-numeric', column: column.name, message: notNumeric(column.name, what), hint });
}

const notNumeric = (name: string, what: Text): Text =>
  text(
    `Column “${name}” holds ${what.en}; a network reads numbers.`,
    `“${name}” 열에 ${what.ko}가 있습니다. 신경망은 숫자만 읽습니다.`,
  );

function notFinite(table: Table, column: string, row: number, value: number): Failure {
  const at = sourceRow(table, row);
  if (Number.isNaN(value)) {
    return new Failure({
      code: 'missing-value',
      column,
      row: at,
      message: text(`Column “${column}” has no value in row ${at}.`, `“${column}” 열의 ${at}행에 값이 없습니다.`),
      hint: text('Add a Missing values node before this one.', '이 노드 앞에 결측값 노드를 넣으세요.'),
    });
  }
  return new Failure({
    code: 'value-too-large',
    column,
    row: at,
    message: text(
      `Column “${column}” holds a value in row ${at} that is too large for a network.`,
      `“${column}” 열의 ${at}행 값이 신경망이 다루기에 너무 큽니다.`,
    ),
    hint: text('Scale the column with a Scale node, or remove the row.', '스케일 노드로 정규화하거나 그 행을 빼세요.'),
  });
}

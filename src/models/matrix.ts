import { Failure } from '../lib/failure';
import { korean } from '../lib/korean';
import { type Text, text } from '../lib/text';
import { columnNamed, isCoded, isNumeric } from '../table/columns';
import { sourceRow } from '../table/recipe';
import type { Column, ImageColumn, NumericColumn, Table } from '../table/table';

/** Rows of features as a model reads them, row-major, and the shape of one row. */
export interface Features {
  readonly values: Float32Array | Float64Array;
  readonly shape: readonly number[];
}

interface FeaturesOf<A> extends Features {
  readonly values: A & (Float32Array | Float64Array);
}

/** What a family reads: rows of numbers, or one image a row. */
export type FeatureKind = 'numbers' | 'image';

/**
 * The columns a model would learn from: every ordinary column (role null), all
 * of them numbers, or one image. Fails with the column and the remedy otherwise.
 */
export function featureColumns(table: Table, reads: FeatureKind): readonly string[] {
  const ordinary = table.columns.filter((column) => column.role === null);
  const images = ordinary.filter((column) => column.type === 'image');
  if (images.length > 0 && ordinary.length > 1) {
    throw new Failure({
      code: 'image-among-columns',
      column: images[0]?.name ?? '',
      message: text(
        'An image column cannot be mixed with other features.',
        '이미지 열은 다른 특성과 함께 쓸 수 없어요.',
      ),
      hint: text(
        'Keep only the image column and the target in “Choose columns”.',
        '‘열 고르기’에서 이미지 열과 목표만 남기세요.',
      ),
    });
  }
  if (ordinary.length > 0 && images.length === 0 && reads === 'image') {
    throw new Failure({
      code: 'no-image',
      message: text(
        'This network reads images, and the table has none.',
        '이 신경망은 이미지를 읽지만 표에 이미지가 없어요.',
      ),
      hint: text(
        'Turn pixel columns into an image first, or train a dense network.',
        '먼저 픽셀 열을 이미지로 바꾸거나 심층 신경망을 쓰세요.',
      ),
    });
  }
  for (const column of ordinary) {
    if (reads === 'numbers') numericFeature(column);
  }
  if (ordinary.length === 0) {
    throw new Failure({
      code: 'no-features',
      message: text('No column is left to learn from.', '학습에 쓸 특성 열이 없어요.'),
      hint: text('Keep at least one column that is not the target.', '목표가 아닌 열을 하나 이상 남기세요.'),
    });
  }
  return ordinary.map((column) => column.name);
}

/**
 * The named features of the given rows. Fails naming the column and its 1-based
 * source row where a value is missing or infinite.
 */
export function featureMatrix(
  table: Table,
  features: readonly string[],
  rows: Uint32Array,
  precision: 'single',
): FeaturesOf<Float32Array>;
export function featureMatrix(
  table: Table,
  features: readonly string[],
  rows: Uint32Array,
  precision: 'single' | 'double',
): Features;
export function featureMatrix(
  table: Table,
  features: readonly string[],
  rows: Uint32Array,
  precision: 'single' | 'double',
): Features {
  const columns = features.map((name) => columnNamed(table, name));
  const [only] = columns;
  if (only?.type === 'image') return imageMatrix(only, rows);
  const width = columns.length;
  const size = rows.length * width;
  const values = precision === 'single' ? new Float32Array(size) : new Float64Array(size);
  columns.forEach((column, index) => {
    const source = numericFeature(column).values;
    let at = index;
    for (const row of rows) {
      const value = source[row] ?? Number.NaN;
      if (!isReadable(value)) throw notFinite(table, column.name, row, value);
      values[at] = value;
      at += width;
    }
  });
  return { values, shape: [width] };
}

/**
 * The rows of a prepared table that {@link featureMatrix} would refuse, each with the failure it would be refused with.
 * Fails as that does where a feature is absent or no number.
 */
export function unfitRows(table: Table, features: readonly string[]): ReadonlyMap<number, Failure> {
  const columns = features.map((name) => columnNamed(table, name));
  const unfit = new Map<number, Failure>();
  if (columns[0]?.type === 'image') return unfit;
  for (const column of columns) {
    numericFeature(column).values.forEach((value, row) => {
      if (!isReadable(value) && !unfit.has(row)) unfit.set(row, notFinite(table, column.name, row, value));
    });
  }
  return unfit;
}

/** Networks read 32-bit floats. */
const isReadable = (value: number): boolean => Number.isFinite(Math.fround(value));

function imageMatrix(column: ImageColumn, rows: Uint32Array): FeaturesOf<Float32Array> {
  const size = column.shape.reduce((product, n) => product * n, 1);
  const values = new Float32Array(rows.length * size);
  let at = 0;
  for (const row of rows) {
    values.set(column.values.subarray(row * size, (row + 1) * size), at);
    at += size;
  }
  return { values, shape: column.shape };
}

function numericFeature(column: Column): NumericColumn {
  if (isNumeric(column) && column.type !== 'date') return column;
  const [what, hint] = isCoded(column)
    ? [
        text('words', '글자'),
        text(
          'Let “Encode categories” before this node encode it, or drop the column in “Choose columns”.',
          '이 노드 앞의 ‘범주 인코딩’에서 이 열을 인코딩하게 하거나 ‘열 고르기’에서 빼세요.',
        ),
      ]
    : [
        text('dates or images', '날짜나 이미지'),
        text(
          'Drop the column in “Choose columns”; images go into an image network.',
          '‘열 고르기’에서 이 열을 빼세요. 이미지는 합성곱 신경망에 쓰세요.',
        ),
      ];
  throw new Failure({ code: 'column-not-numeric', column: column.name, message: notNumeric(column.name, what), hint });
}

const notNumeric = (name: string, what: Text): Text =>
  text(
    `Column “${name}” holds ${what.en}; a model reads numbers.`,
    korean`“${name}” 열에 ${what.ko}이(가) 있어요. 모델은 숫자만 읽어요.`,
  );

function notFinite(table: Table, column: string, row: number, value: number): Failure {
  const at = sourceRow(table, row);
  if (Number.isNaN(value)) {
    return new Failure({
      code: 'missing-value',
      column,
      row: at,
      message: text(`Column “${column}” has no value in row ${at}.`, `“${column}” 열의 ${at}행에 값이 없어요.`),
      hint: text('Add “Handle missing values” before this node.', '이 노드 앞에 ‘결측치 처리’를 넣으세요.'),
    });
  }
  return new Failure({
    code: 'value-too-large',
    column,
    row: at,
    message: text(
      `Column “${column}” holds a value in row ${at} that is too large for a model.`,
      `“${column}” 열의 ${at}행 값이 모델이 다루기에 너무 커요.`,
    ),
    hint: text(
      'Add “Scale numbers” before this node, or remove the row.',
      '이 노드 앞에 ‘수치 정규화’를 넣거나 그 행을 빼세요.',
    ),
  });
}

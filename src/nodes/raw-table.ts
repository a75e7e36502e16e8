import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import { cellText } from '../table/cells';
import { columnLength, isCoded, isNumeric } from '../table/columns';
import type { DataNote } from '../table/notes';
import type { Column, Field, NumericColumn, Recipe, Table } from '../table/table';

const EXAMPLES = 5;

/**
 * The columns of `raw` that a recipe starts from, in its order and with its types and roles.
 * A column that no prediction needs may be absent and is then all missing. Columns the recipe does
 * not name are left behind. Fails with `raw-column-missing` or `raw-column-type`, unless `forgive` takes
 * the failure: then the column is all missing.
 */
export function alignRaw(
  raw: Table,
  recipe: Recipe,
  needed: ReadonlySet<string>,
  forgive: (failure: Failure, column: string) => void = (failure) => {
    throw failure;
  },
): Table {
  const byName = new Map(raw.columns.map((column) => [column.name, column]));
  const columns = recipe.source.map((field) => {
    const column = byName.get(field.name);
    const fitting = column === undefined ? null : asField(column, field);
    if (fitting === null && needed.has(field.name)) {
      forgive(column === undefined ? columnMissing(field) : columnOfOtherType(column, field), field.name);
    }
    return fitting ?? missingColumn(field, raw.rows);
  });
  return { rows: raw.rows, columns, partition: null, sourceRows: null, recipe: { source: recipe.source, steps: [] } };
}

/** Cells of needed categories whose word the training data did not have. `aligned` is of {@link alignRaw}. */
export function unseenCells(
  aligned: Table,
  needed: ReadonlySet<string>,
): readonly { readonly column: string; readonly row: number; readonly word: string }[] {
  return aligned.recipe.source.flatMap((field) => {
    const column = aligned.columns.find(({ name }) => name === field.name);
    if (column === undefined || !isCoded(column) || field.categories === undefined || !needed.has(field.name))
      return [];
    const known = new Set(field.categories);
    const isNew = column.dictionary.map((word) => !known.has(word));
    const found: { column: string; row: number; word: string }[] = [];
    column.codes.forEach((code, row) => {
      if (isNew[code] === true) found.push({ column: field.name, row, word: column.dictionary[code] ?? '' });
    });
    return found;
  });
}

/** A note a column on {@link unseenCells}. */
export function unseenWords(aligned: Table, needed: ReadonlySet<string>): DataNote[] {
  const cells = unseenCells(aligned, needed);
  return [...new Set(cells.map(({ column }) => column))].map((column) => {
    const found = cells.filter((cell) => cell.column === column);
    const words = [...new Set(found.map(({ word }) => word))];
    const examples = words.slice(0, EXAMPLES);
    const list = examples.map((word) => `“${word}”`).join(', ') + (words.length > EXAMPLES ? ' …' : '');
    return {
      code: 'unseen-category',
      severity: 'warning',
      column,
      count: found.length,
      rows: found.slice(0, EXAMPLES).map(({ row }) => row + 1),
      examples,
      message: text(
        `Column “${column}” holds words that the training data did not have: ${list}`,
        `“${column}” 열에 학습 데이터에 없던 값이 있습니다: ${list}`,
      ),
    };
  });
}

/** The column with a field's name, role and type; null where it is of a type that cannot be read as such. */
function asField(column: Column, field: Field): Column | null {
  const { name, role, type } = field;
  if (isNumeric(column) && type !== 'image' && type !== 'category' && type !== 'text') {
    const dates = [column.type, type].filter((each) => each === 'date').length;
    if (dates !== 1) return { name, role, type: fittingType(column.values, type), values: column.values };
  }
  if (isCoded(column) && (type === 'category' || type === 'text')) return { ...column, name, role, type };
  if (column.type === 'image' && type === 'image') return { ...column, name, role };
  // Words that all look like numbers were read as numbers this time.
  if (isNumeric(column) && column.type !== 'date' && (type === 'category' || type === 'text')) {
    return { name, role, type, ...coded(column) };
  }
  return null;
}

function columnMissing({ name }: Field): Failure {
  return new Failure({
    code: 'raw-column-missing',
    port: 'table',
    column: name,
    message: text(
      `The model needs column “${name}”, which these rows do not have.`,
      `모델에 필요한 “${name}” 열이 이 행들에 없습니다.`,
    ),
    hint: text(
      'Connect raw rows with the same columns as the training data.',
      '학습 데이터와 같은 열을 가진 원본 행을 연결하세요.',
    ),
  });
}

function columnOfOtherType(column: Column, { name, type }: Field): Failure {
  return new Failure({
    code: 'raw-column-type',
    port: 'table',
    column: name,
    message: text(
      `Column “${name}” was read as ${column.type}; in the training data it was ${type}.`,
      `“${name}” 열의 유형이 ${column.type}입니다. 학습 데이터에서는 ${type}였습니다.`,
    ),
    hint: text(
      'Mend the cells that do not fit, or set the column’s type where the file is read.',
      '맞지 않는 셀을 고치거나, 파일을 읽을 때 열의 유형을 지정하세요.',
    ),
  });
}

/** Whole numbers in training may be fractions in serving: the values stand, the type follows. */
function fittingType(values: Float64Array, type: NumericColumn['type']): NumericColumn['type'] {
  const whole = type !== 'integer' || values.every((value) => Number.isNaN(value) || Number.isInteger(value));
  return whole ? type : 'number';
}

function coded(column: Column): { codes: Int32Array; dictionary: readonly string[] } {
  const dictionary: string[] = [];
  const known = new Map<string, number>();
  const codes = Int32Array.from({ length: columnLength(column) }, (_, row) => {
    const word = cellText(column, row);
    if (word === null) return -1;
    const code = known.get(word) ?? dictionary.push(word) - 1;
    known.set(word, code);
    return code;
  });
  return { codes, dictionary };
}

function missingColumn(field: Field, rows: number): Column {
  const { name, role, type } = field;
  if (type === 'category' || type === 'text') {
    return { name, role, type, codes: new Int32Array(rows).fill(-1), dictionary: field.categories ?? [] };
  }
  if (type === 'image') {
    const shape = field.shape ?? [1, 1, 1];
    return { name, role, type, shape, values: new Float32Array(rows * shape[0] * shape[1] * shape[2]) };
  }
  return { name, role, type, values: new Float64Array(rows).fill(Number.NaN) };
}

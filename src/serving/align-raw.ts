import { Failure } from '../lib/failure';
import { korean } from '../lib/korean';
import { text } from '../lib/text';
import { cellText } from '../table/cells';
import { columnLength, isCoded, isNumeric } from '../table/columns';
import { dateOrderOf, decimalMarkOf } from '../table/reading';
import type { CodedColumn, Column, Field, NumericColumn, Reading, Recipe, Table } from '../table/table';
import { TYPE_NAMES } from '../table/type-names';

/** A needed column that is not there as it was in training. */
export interface ColumnFault {
  readonly column: string;
  readonly rule: 'raw-column-missing' | 'raw-column-type' | 'raw-column-reading';
  readonly failure: Failure;
}

/**
 * The columns of `raw` that a recipe starts from, in its order and with its types and roles.
 * A column that no prediction needs is all missing, whatever stands in it. Columns the recipe does
 * not name are left behind. Fails with `raw-column-missing`, `raw-column-type` or `raw-column-reading`, unless
 * `forgive` takes the failure: then the column is all missing.
 */
export function alignRaw(
  raw: Table,
  recipe: Recipe,
  needed: ReadonlySet<string>,
  forgive: (fault: ColumnFault) => void = ({ failure }) => {
    throw failure;
  },
): Table {
  const byName = new Map(raw.columns.map((column) => [column.name.normalize('NFC'), column]));
  const differs = readOtherwise(raw.recipe.reading, recipe.reading);
  const columns = recipe.source.map((field) => {
    if (!needed.has(field.name)) return missingColumn(field, raw.rows);
    const column = byName.get(field.name.normalize('NFC'));
    const otherwise = column !== undefined && differs.has(column.name);
    const fitting = column === undefined || otherwise ? null : asField(column, field);
    if (fitting !== null) return fitting;
    forgive({
      column: field.name,
      ...(column === undefined
        ? { rule: 'raw-column-missing', failure: columnMissing(field) }
        : otherwise
          ? { rule: 'raw-column-reading', failure: columnReadOtherwise(column, recipe.reading) }
          : { rule: 'raw-column-type', failure: columnOfOtherType(column, field) }),
    });
    return missingColumn(field, raw.rows);
  });
  return { rows: raw.rows, columns, partition: null, sourceRows: null, recipe: { source: recipe.source, steps: [] } };
}

/** The column with a field's name, role and type; null where it is of a type that cannot be read as such. */
function asField(column: Column, field: Field): Column | null {
  const { name, role, type } = field;
  if (isNumeric(column) && type !== 'image' && type !== 'category' && type !== 'text') {
    const dates = [column.type, type].filter((each) => each === 'date').length;
    if (dates !== 1) return { name, role, type: fittingType(column.values, type), values: column.values };
  }
  if (isCoded(column) && (type === 'category' || type === 'text')) {
    return { ...column, ...(type === 'category' ? tidied(column) : {}), name, role, type };
  }
  if (column.type === 'image' && type === 'image') return { ...column, name, role };
  // Words that all look like numbers were read as numbers this time.
  if (isNumeric(column) && column.type !== 'date' && (type === 'category' || type === 'text')) {
    return { name, role, type, ...coded(column) };
  }
  return null;
}

/** A category's words without the spaces around them, in composed form, as its training words are. */
function tidied(column: CodedColumn): Pick<CodedColumn, 'codes' | 'dictionary'> {
  const tidy = column.dictionary.map((word) => word.trim().normalize('NFC'));
  if (tidy.every((word, code) => word === column.dictionary[code])) return column;
  const dictionary = [...new Set(tidy)];
  const place = new Map(dictionary.map((word, code) => [word, code]));
  const codes = column.codes.map((code) => (code < 0 ? -1 : (place.get(tidy[code] ?? '') ?? -1)));
  return { codes, dictionary };
}

/** Columns of these rows that fit two readings, and were not read by that of the training file. */
function readOtherwise(given: Reading | undefined, trained: Reading | undefined): ReadonlySet<string> {
  const differs = (name: string): boolean => {
    const mark = decimalMarkOf(trained, name);
    const order = dateOrderOf(trained, name);
    return (
      (mark !== undefined && mark !== decimalMarkOf(given, name)) ||
      (order !== undefined && order !== dateOrderOf(given, name))
    );
  };
  return new Set((given?.unsure ?? []).filter(differs));
}

function columnReadOtherwise({ name, type }: Column, trained: Reading | undefined): Failure {
  const trainedMark = decimalMarkOf(trained, name);
  const mark = trainedMark === ',' ? text('comma', '쉼표') : text('point', '점');
  const month = dateOrderOf(trained, name) === 'month-first';
  const order = month ? text('month first', '월 먼저') : text('day first', '일 먼저');
  return new Failure({
    code: 'raw-column-reading',
    port: 'table',
    column: name,
    message: text(
      `The cells of column “${name}” can be read in two ways, and were not read as those of the training data.`,
      `“${name}” 열의 값은 두 가지로 읽을 수 있는데, 학습 데이터와 다르게 읽었어요.`,
    ),
    hint:
      type === 'date'
        ? text(
            `Set “Day and month” to ${order.en} where the file is read.`,
            korean`파일을 읽는 노드에서 “일과 월”을 ${order.ko}(으)로 정해 주세요.`,
          )
        : trainedMark === 'each' || trainedMark === 'both'
          ? text('Choose the decimal mark where the file is read.', '파일을 읽는 노드에서 소수점을 정해 주세요.')
          : text(
              `Set the decimal mark to ${mark.en} where the file is read.`,
              korean`파일을 읽는 노드에서 소수점을 ${mark.ko}(으)로 정해 주세요.`,
            ),
  });
}

function columnMissing({ name }: Field): Failure {
  return new Failure({
    code: 'raw-column-missing',
    port: 'table',
    column: name,
    message: text(
      `The model needs column “${name}”, which these rows do not have.`,
      `모델에 필요한 “${name}” 열이 이 행들에 없어요.`,
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
      `Column “${name}” is of type ${TYPE_NAMES[column.type].en} here; in the training data it was of type ${TYPE_NAMES[type].en}.`,
      korean`“${name}” 열의 유형은 ${TYPE_NAMES[column.type].ko}이에요(예요). 학습 데이터에서 읽은 유형은 ${TYPE_NAMES[type].ko}이에요(예요).`,
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

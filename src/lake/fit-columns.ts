import { Failure } from '../lib/failure';
import { type Text, text } from '../lib/text';
import { columnLength } from '../table/columns';
import type { Column, ColumnType, Table } from '../table/table';
import { TYPE_NAMES } from '../table/type-names';
import type { LakeField } from './index-file';

/** The fields of a table that nothing has to fit. */
export function lakeFields({ columns }: Pick<Table, 'columns'>): readonly LakeField[] {
  return columns.map((column) => ({
    name: column.name,
    type: column.type,
    role: column.role,
    ...(column.type === 'image' ? { shape: column.shape } : {}),
    ...(isEmpty(column) ? { empty: true as const } : {}),
  }));
}

/**
 * The fields of a data set together with more rows. Names must be the same, in any order; types must be the same but
 * that whole numbers and other numbers go together (as numbers), as do categories and text (as what came first); whole
 * numbers may follow words (as words), and a column without any value goes with every type. Fails with `lake-columns`.
 */
export function fitFields(fields: readonly LakeField[], rows: Table, set: string): readonly LakeField[] {
  const given = new Map(lakeFields(rows).map((field) => [field.name, field]));
  for (const { name } of rows.columns) {
    if (!fields.some((field) => field.name === name)) throw extraColumn(name, set);
  }
  return fields.map((field) => {
    const other = given.get(field.name);
    if (other === undefined) throw missingColumn(field.name, set);
    if (field.empty === true) return { ...other, role: field.role };
    const type = other.empty === true && other.type !== 'image' ? field.type : joined(field, other);
    if (type === null) throw otherType(field, other, set);
    return { ...field, type };
  });
}

/** A table's columns in the order of a data set's fields. */
export function inOrder(fields: readonly LakeField[], { columns }: Table): readonly Column[] {
  return fields.flatMap(({ name }) => columns.find((column) => column.name === name) ?? []);
}

function joined(field: LakeField, other: LakeField): ColumnType | null {
  const [a, b] = [field.type, other.type];
  if (a === 'image' || b === 'image') return a === b && String(field.shape) === String(other.shape) ? a : null;
  if (a === b || (isWords(a) && isWords(b))) return a;
  if (isNumber(a) && isNumber(b)) return 'number';
  // A file whose words all happen to be whole numbers.
  if (isWords(a) && b === 'integer') return a;
  return null;
}

const isWords = (type: ColumnType): boolean => type === 'category' || type === 'text';
const isNumber = (type: ColumnType): boolean => type === 'number' || type === 'integer';

function isEmpty(column: Column): boolean {
  if (column.type === 'image') return columnLength(column) === 0;
  return 'codes' in column ? column.codes.every((code) => code < 0) : column.values.every(Number.isNaN);
}

function refuse(column: string, message: Text): Failure {
  return new Failure({
    code: 'lake-columns',
    column,
    message,
    hint: text(
      'Give the rows the columns of the data set, or put them into a set of their own.',
      '데이터 세트와 같은 열을 갖추거나 다른 데이터 세트로 만드세요.',
    ),
  });
}

const extraColumn = (name: string, set: string): Failure =>
  refuse(
    name,
    text(
      `The data set “${set}” has no column “${name}”, but the new rows do.`,
      `새 행에 있는 “${name}” 열이 “${set}” 데이터 세트에는 없어요.`,
    ),
  );

const missingColumn = (name: string, set: string): Failure =>
  refuse(
    name,
    text(
      `The new rows lack the column “${name}” of the data set “${set}”.`,
      `새 행에 “${set}” 데이터 세트의 “${name}” 열이 없어요.`,
    ),
  );

const otherType = (field: LakeField, other: LakeField, set: string): Failure =>
  refuse(
    field.name,
    text(
      `Column “${field.name}” of the data set “${set}” is of type ${TYPE_NAMES[field.type].en}; in the new rows it is of type ${TYPE_NAMES[other.type].en}.`,
      `“${set}” 데이터 세트의 “${field.name}” 열은 ${TYPE_NAMES[field.type].ko} 유형인데 새 행에서는 ${TYPE_NAMES[other.type].ko} 유형이에요.`,
    ),
  );

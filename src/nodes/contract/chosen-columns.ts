import type { Problem } from '../../graph/problem';
import type { TableSchema } from '../../graph/schema-types';
import { Failure } from '../../lib/failure';
import { type Text, text } from '../../lib/text';
import { columnNamed } from '../../table/columns';
import { surelyLacks } from '../../table/schema';
import type { Column, ColumnType, Field, Role, Table } from '../../table/table';
import { TYPE_NAMES } from '../../table/type-names';

interface Named {
  readonly name: string;
  readonly type: ColumnType;
  readonly role: Role | null;
}

/**
 * The columns a `columns` control stands for: those named or, where none is named,
 * every feature of a fitting type. Targets, weights, ids, times and sensitive
 * columns are taken only by name.
 */
function chosen<C extends Named>(
  columns: readonly C[],
  names: readonly string[],
  types: readonly ColumnType[],
): readonly C[] {
  const wanted = new Set(names);
  return columns.filter(({ name, type, role }) =>
    wanted.size === 0 ? role === null && types.includes(type) : wanted.has(name),
  );
}

/** {@link chosen}, before running: names that are not there and types that do not fit are problems of `param`. */
export function chosenFields(
  schema: TableSchema,
  names: readonly string[],
  types: readonly ColumnType[],
  param: string,
): { readonly fields: readonly Field[]; readonly problems: readonly Problem[] } {
  const fields = chosen(schema.fields, names, types);
  const problems = [
    ...names.flatMap((name) => absentColumn(schema, name, param) ?? []),
    ...fields
      .filter(({ type }) => !types.includes(type))
      .map(({ name, type }): Problem => {
        return { severity: 'error', param, column: name, ...wrongType(name, type, types) };
      }),
  ];
  return { fields: fields.filter(({ type }) => types.includes(type)), problems };
}

/** {@link chosen} of a real table; fails with `column-not-found` or `column-type`. */
export function chosenColumns(table: Table, names: readonly string[], types: readonly ColumnType[]): readonly Column[] {
  for (const name of names) columnNamed(table, name);
  const columns = chosen(table.columns, names, types);
  const unfit = columns.find(({ type }) => !types.includes(type));
  if (unfit !== undefined) throw new Failure({ column: unfit.name, ...wrongType(unfit.name, unfit.type, types) });
  return columns;
}

/** The problem of a name that the table will certainly not have; null where it has it or may yet turn out to. */
export function absentColumn(schema: TableSchema, name: string, param: string): Problem | null {
  if (name === '' || !surelyLacks(schema, name)) return null;
  return {
    code: 'column-not-found',
    severity: 'error',
    param,
    column: name,
    message: text(`There is no column “${name}” in this table.`, `이 표에 “${name}” 열이 없어요.`),
    hint: text('Choose a column of the connected table.', '연결된 표에 있는 열을 고르세요.'),
  };
}

function wrongType(
  name: string,
  type: ColumnType,
  types: readonly ColumnType[],
): { readonly code: string; readonly message: Text; readonly hint: Text } {
  const fitting = types.map((each) => TYPE_NAMES[each]);
  return {
    code: 'column-type',
    message: text(
      `Column “${name}” is of type ${TYPE_NAMES[type].en}, which this step cannot take.`,
      `“${name}” 열은 ${TYPE_NAMES[type].ko} 유형이라 이 단계에서 쓸 수 없어요.`,
    ),
    hint: text(
      `Leave it out, or change its type in “Choose columns” to ${fitting.map((each) => each.en).join(' or ')}.`,
      `이 열을 빼거나, “열 고르기”에서 ${fitting.map((each) => each.ko).join(' 또는 ')} 유형으로 바꾸세요.`,
    ),
  };
}

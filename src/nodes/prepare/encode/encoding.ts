import { Failure } from '../../../lib/failure';
import { korean } from '../../../lib/korean';
import { text } from '../../../lib/text';
import { sourceRow } from '../../../table/recipe';
import type { CodedColumn, NumericColumn, Table } from '../../../table/table';
import { oneHotName } from './spec';
import type { Encoding } from './state';

/** The columns of numbers that a column of words becomes. Fails with `unknown-category` where the encoding takes no others. */
export function encode(table: Table, column: CodedColumn, encoding: Encoding): readonly NumericColumn[] {
  const { name, role, codes } = column;
  const slotOfCode = slotsOf(column, encoding);
  if (encoding.unknownSlot === null) refuseUnknown(table, column, slotOfCode);
  const { output } = encoding;
  if (output.as === 'number') {
    const values = new Float64Array(codes.length);
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] ?? -1;
      values[row] = code < 0 ? Number.NaN : (output.values[slotOfCode[code] ?? -1] ?? output.unknown);
    }
    return [{ name, role, type: output.type, values }];
  }
  const columns = outputNames(encoding).map((output) => ({
    name: output,
    role,
    type: 'boolean' as const,
    values: new Float64Array(codes.length),
  }));
  for (let row = 0; row < codes.length; row++) {
    const values = columns[(slotOfCode[codes[row] ?? -1] ?? -1) - output.skip]?.values;
    if (values !== undefined) values[row] = 1;
  }
  return columns;
}

/** The columns that take an encoded one's place. */
export function outputNames({ name, slots, output }: Encoding): readonly string[] {
  return output.as === 'number' ? [name] : slots.slice(output.skip).map(({ label }) => oneHotName(name, label));
}

/** The slot of each code of the dictionary; -1 for none. */
export function slotsOf({ dictionary }: CodedColumn, { slots, unknownSlot }: Encoding): Int32Array {
  const slotOfWord = new Map(slots.flatMap(({ words }, slot) => words.map((word) => [word, slot] as const)));
  return Int32Array.from(dictionary, (word) => slotOfWord.get(word) ?? unknownSlot ?? -1);
}

function refuseUnknown(table: Table, column: CodedColumn, slotOfCode: Int32Array): void {
  const row = column.codes.findIndex((code) => code >= 0 && (slotOfCode[code] ?? -1) < 0);
  if (row < 0) return;
  const word = column.dictionary[column.codes[row] ?? -1] ?? '';
  const at = sourceRow(table, row);
  throw new Failure({
    code: 'unknown-category',
    column: column.name,
    row: at,
    message: text(
      `Column “${column.name}” has “${word}” in row ${at}, which the training part does not know.`,
      korean`“${column.name}” 열 ${at}번째 행의 “${word}”은(는) 학습 데이터에 없던 범주예요.`,
    ),
    hint: text(
      'Set unknown categories to “belong to none” or “other”, or mend the cell.',
      '처음 보는 범주의 처리를 바꾸거나 값을 고치세요.',
    ),
  });
}

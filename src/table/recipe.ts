import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import { cellText } from './cells';
import { findColumn } from './columns';
import type { CodedColumn, Column, FittedStep, NumericColumn, Table } from './table';

/*
 * How steps are replayed. Training and serving replay a step with the same
 * function, `apply`, which must keep three rules:
 *  1. It touches the columns its state names and no others; new columns of the
 *     raw rows pass through.
 *  2. A column that is absent is passed over, because served rows have no target,
 *     weight or id. Only the model knows which columns it needs, and it names
 *     the ones that are not there. (A step that makes one column out of many,
 *     such as an image, needs them all and says so.)
 *  3. A column that is missing in every row is like any missing value. A row is
 *     dropped for a missing feature, never for a missing target: rows without a
 *     target are dropped when fitting only, outside the step.
 */

/** The table with one more fitted step in its recipe. */
export function withStep(table: Table, step: FittedStep): Table {
  return { ...table, recipe: { ...table.recipe, steps: [...table.recipe.steps, step] } };
}

/** 1-based row of the source data, for messages. */
export function sourceRow(table: Table, row: number): number {
  return (table.sourceRows?.[row] ?? row) + 1;
}

/**
 * The numbers a step knows by this name; null where the column is absent. Fails
 * with `column-type` where it holds words, unless all of it is missing.
 */
export function numbersFor(table: Table, name: string): NumericColumn | null {
  const column = findColumn(table, name);
  if (column === undefined) return null;
  if ('codes' in column) {
    const row = column.codes.findIndex((code) => code >= 0);
    if (row >= 0) throw notNumbers(table, column, row);
    return { name, role: column.role, type: 'number', values: new Float64Array(table.rows).fill(Number.NaN) };
  }
  if (column.type === 'image') throw notNumbers(table, column, 0);
  return column;
}

/** The words a step knows by this name; null where the column is absent. Numbers are read as their text. */
export function wordsFor(table: Table, name: string): CodedColumn | null {
  const column = findColumn(table, name);
  if (column === undefined) return null;
  return 'codes' in column ? column : asWords(column, 'category');
}

/** A column's cells as words, coded in order of appearance. */
export function asWords(column: Column, type: 'category' | 'text'): CodedColumn {
  if ('codes' in column) return { ...column, type };
  const codeOf = new Map<string, number>();
  const codes = new Int32Array(column.values.length);
  for (let i = 0; i < codes.length; i++) {
    const word = cellText(column, i);
    if (word === null) {
      codes[i] = -1;
      continue;
    }
    const known = codeOf.get(word);
    codes[i] = known ?? codeOf.size;
    if (known === undefined) codeOf.set(word, codeOf.size);
  }
  return { name: column.name, role: column.role, type, codes, dictionary: [...codeOf.keys()] };
}

/** Fails with `duplicate-column` where a name to be added is taken already. */
export function refuseTakenNames(table: Table, added: Iterable<string>): void {
  const taken = new Set(table.columns.map(({ name }) => name));
  for (const name of added) {
    if (!taken.has(name)) {
      taken.add(name);
      continue;
    }
    throw new Failure({
      code: 'duplicate-column',
      column: name,
      message: text(`Two columns would be called “${name}”.`, `“${name}” 열이 두 개가 돼요.`),
      hint: text('Rename or drop the older column first.', '먼저 있던 열의 이름을 바꾸거나 그 열을 빼세요.'),
    });
  }
}

function notNumbers(table: Table, column: Column, row: number): Failure {
  const cell = cellText(column, row) ?? '';
  return new Failure({
    code: 'column-changed-type',
    column: column.name,
    row: sourceRow(table, row),
    message: text(
      `Column “${column.name}” held numbers when this step was fitted; row ${sourceRow(table, row)} has “${cell}”.`,
      `“${column.name}” 열은 학습 때 수였는데 ${sourceRow(table, row)}번째 행에 “${cell}” 값이 있어요.`,
    ),
    hint: text('Give numbers in this column.', '이 열에는 수를 넣으세요.'),
  });
}

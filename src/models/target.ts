import type { Task } from '../graph/schema-types';
import { compareByCodePoint } from '../lib/code-points';
import { Failure } from '../lib/failure';
import { counted } from '../lib/figures';
import { text } from '../lib/text';
import { cellText } from '../table/cells';
import { holdsClasses } from '../table/class-column';
import { isNumeric, roleColumn } from '../table/columns';
import { sourceRow } from '../table/recipe';
import type { Column, Table } from '../table/table';
import type { TargetInfo } from './model';

const TASK_CHOICES = ['auto', 'classification', 'regression'] as const;
export type TaskChoice = (typeof TASK_CHOICES)[number];

/** More classes than this are taken for a mistake. */
const MOST_CLASSES = 1_000;

/** What is to be predicted. */
export interface Target {
  readonly column: Column;
  readonly task: Task;
  /** Its name and classes; no scale, which is a matter of networks. */
  readonly info: TargetInfo;
  /** Of a quantity over the training rows; the deviation is that of the whole (divided by n). */
  readonly moments: { readonly mean: number; readonly sd: number } | null;
  /** Class indices, or the quantity, of the given rows. */
  values(rows: Uint32Array): Float64Array;
}

/**
 * Reads the target column. `fitted` are the training rows, `checked` further rows
 * that will be encoded. Classes come sorted by code point. Fails with the remedy
 * where there is no target, a value is missing, or there is nothing to tell apart.
 */
export function readTarget(table: Table, choice: TaskChoice, fitted: Uint32Array, checked: Uint32Array): Target {
  const column = roleColumn(table, 'target');
  if (column === null) {
    throw new Failure({
      code: 'no-target',
      message: text('No column is marked as the target.', '목표로 지정된 열이 없어요.'),
      hint: text(
        'Give one column the role “target” in “Choose columns”.',
        '‘열 고르기’에서 한 열의 역할을 ‘목표’로 정하세요.',
      ),
    });
  }
  if (fitted.length < 2) {
    throw new Failure({
      code: 'too-few-rows',
      message: text(
        `There ${fitted.length === 1 ? 'is 1 row' : 'are no rows'} to train on.`,
        `학습할 행이 ${fitted.length}개뿐이에요.`,
      ),
      hint: text('Give the training part at least 2 rows.', '학습 부분에 행을 2개 이상 두세요.'),
    });
  }
  for (const rows of [fitted, checked]) refuseMissing(table, column, rows);
  const isClasses = choice === 'auto' ? holdsClasses(column, fitted) : choice === 'classification';
  return isClasses ? classes(column, fitted, checked) : quantity(column, fitted);
}

function classes(column: Column, fitted: Uint32Array, checked: Uint32Array): Target {
  const label = (row: number): string => cellText(column, row) ?? '';
  const learned = new Set(Array.from(fitted, label));
  if (learned.size < 2) {
    throw new Failure({
      code: 'one-class',
      column: column.name,
      message: text(
        `Every training row has the same class in “${column.name}”.`,
        `“${column.name}” 열의 학습 행이 모두 같은 클래스예요.`,
      ),
      hint: text(
        'Train on data with at least two classes, or choose another target.',
        '클래스가 둘 이상인 데이터로 학습하거나 다른 목표를 고르세요.',
      ),
    });
  }
  const names = [...new Set([...learned, ...Array.from(checked, label)])].sort(compareByCodePoint);
  if (names.length > MOST_CLASSES) {
    throw new Failure({
      code: 'too-many-classes',
      column: column.name,
      message: text(
        `“${column.name}” holds ${counted(names.length, 'different value')}, too many for classes.`,
        `“${column.name}” 열에 값이 ${names.length}가지나 있어 클래스로 쓸 수 없어요.`,
      ),
      hint: text('Choose the task “regression”, or another target.', '작업을 ‘회귀’로 바꾸거나 다른 목표를 고르세요.'),
    });
  }
  const index = new Map(names.map((name, i) => [name, i]));
  const binary = names.length === 2;
  return {
    column,
    task: binary ? 'binary' : 'multiclass',
    info: { name: column.name, classes: names },
    moments: null,
    values: (rows) => Float64Array.from(rows, (row) => index.get(label(row)) ?? 0),
  };
}

function quantity(column: Column, fitted: Uint32Array): Target {
  if (!isNumeric(column)) {
    throw new Failure({
      code: 'target-not-numeric',
      column: column.name,
      message: text(`“${column.name}” does not hold numbers.`, `“${column.name}” 열은 숫자가 아니에요.`),
      hint: text(
        'Choose the task “classification”, or another target.',
        '작업을 ‘분류’로 바꾸거나 다른 목표를 고르세요.',
      ),
    });
  }
  const { values } = column;
  const mean = fitted.reduce((sum, row) => sum + (values[row] ?? 0), 0) / fitted.length;
  const sd = deviationOf(values, fitted, mean);
  const first = values[fitted[0] ?? 0];
  // Sums of equal numbers round: their deviation alone would not say that they are equal.
  if (!(sd > 0) || fitted.every((row) => values[row] === first)) {
    throw new Failure({
      code: 'constant-target',
      column: column.name,
      message: text(
        `“${column.name}” is the same in every training row.`,
        `“${column.name}” 열이 모든 학습 행에서 같은 값이에요.`,
      ),
      hint: text('Choose a target that varies, or use more rows.', '값이 달라지는 목표를 고르거나 행을 더 넣으세요.'),
    });
  }
  if (!Number.isFinite(sd)) {
    throw new Failure({
      code: 'target-too-large',
      column: column.name,
      message: text(
        `The numbers of “${column.name}” are too large to take a mean of.`,
        `“${column.name}” 열의 값이 너무 커서 평균을 구할 수 없어요.`,
      ),
      hint: text(
        'Bring the target in a larger unit, or drop the rows with such values.',
        '목표를 더 큰 단위로 바꾸거나 그런 값이 있는 행을 빼세요.',
      ),
    });
  }
  return {
    column,
    task: 'regression',
    info: { name: column.name },
    moments: { mean, sd },
    values: (rows) => Float64Array.from(rows, (row) => values[row] ?? 0),
  };
}

/** Divided by n. Squares of very small numbers vanish: the deviation of these is taken of shares of the greatest. */
function deviationOf(values: Float64Array, rows: Uint32Array, mean: number): number {
  const within = (unit: number): number => {
    const squares = rows.reduce((sum, row) => {
      const share = ((values[row] ?? 0) - mean) / unit;
      return sum + share * share;
    }, 0);
    return unit * Math.sqrt(squares / rows.length);
  };
  const sd = within(1);
  if (!(sd < 1e-140)) return sd;
  const greatest = rows.reduce((most, row) => Math.max(most, Math.abs((values[row] ?? 0) - mean)), 0);
  return greatest > 0 ? within(greatest) : sd;
}

function refuseMissing(table: Table, column: Column, rows: Uint32Array): void {
  for (const row of rows) {
    if (cellText(column, row) !== null) continue;
    const at = sourceRow(table, row);
    throw new Failure({
      code: 'missing-target',
      column: column.name,
      row: at,
      message: text(
        `The target “${column.name}” has no value in row ${at}.`,
        `목표 “${column.name}”의 ${at}행에 값이 없어요.`,
      ),
      hint: text(
        'Drop the rows without a target in “Handle missing values”.',
        '‘결측치 처리’에서 목표가 빈 행을 빼세요.',
      ),
    });
  }
}

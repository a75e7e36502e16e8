import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import { isNumeric, roleColumn } from '../table/columns';
import { sourceRow } from '../table/recipe';
import type { Table } from '../table/table';
import type { Target } from './target';

/** The weight column's values of the given rows; null where there is none. Fails where one is missing or negative, or all are 0. */
export function columnWeights(table: Table, rows: Uint32Array): Float64Array | null {
  const column = roleColumn(table, 'weight');
  if (column === null) return null;
  const weights = Float64Array.from(rows, (row) => {
    const value = isNumeric(column) ? (column.values[row] ?? Number.NaN) : Number.NaN;
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) throw badWeight(column.name, sourceRow(table, row));
    return value;
  });
  if (!weights.some((weight) => weight > 0)) throw badWeight(column.name, sourceRow(table, rows[0] ?? 0));
  return weights;
}

/**
 * How much each training row counts, with mean 1; null where all count alike.
 * The weight column's value, times rows / (classes · rows of its class) if
 * `balanced` (King and Zeng 2001). Fails where a weight is missing or negative.
 */
export function rowWeights(
  table: Table,
  rows: Uint32Array,
  target: Pick<Target, 'task' | 'values'>,
  balanced: boolean,
): Float32Array | null {
  const given = columnWeights(table, rows);
  const balance = balanced && target.task !== 'regression';
  if (given === null && !balance) return null;
  const weights = given ?? new Float64Array(rows.length).fill(1);
  if (balance) {
    const labels = target.values(rows);
    const counts = new Map<number, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    labels.forEach((label, i) => {
      weights[i] = (weights[i] ?? 0) * (rows.length / (counts.size * (counts.get(label) ?? 1)));
    });
  }
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / rows.length;
  return Float32Array.from(weights, (weight) => weight / mean);
}

function badWeight(column: string, row: number): Failure {
  return new Failure({
    code: 'bad-weight',
    column,
    row,
    message: text(
      `Row ${row} has no usable weight in “${column}”.`,
      `“${column}” 열의 ${row}행에 쓸 수 있는 가중치가 없어요.`,
    ),
    hint: text(
      'Weights are numbers of 0 or more, and not all 0.',
      '가중치는 0 이상의 숫자여야 하며 모두 0이면 안 돼요.',
    ),
  });
}

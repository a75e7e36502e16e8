import type { ModelValue } from '../../../learn/model';
import type { PredictContext } from '../../../learn/predict';
import { Failure } from '../../../lib/failure';
import { text } from '../../../lib/text';
import { rowsToTable } from '../../../table/cells';
import { answerRows, droppedRows } from './answer-rows';
import type { ApplyRecipe } from './prediction-inputs';

export interface PredictRowsContext extends PredictContext {
  readonly applyRecipe: ApplyRecipe;
}

export interface RowPrediction {
  /** The class, or the number as text. */
  readonly value: string;
  /** By class, in the model's order. */
  readonly probabilities?: readonly number[];
}

/**
 * Predicts raw rows given as text by column name; null and absent cells are missing.
 * Fails with `bad-cell` where a cell cannot be read, `row-dropped` where the preparation drops a row, and as
 * the steps and the network fail.
 */
export async function predictRawRows(
  model: ModelValue,
  rows: readonly Readonly<Record<string, string | null>>[],
  ctx: PredictRowsContext,
): Promise<readonly RowPrediction[]> {
  if (rows.length === 0) return [];
  const prepared = ctx.applyRecipe(model.recipe, rowsToTable(model.recipe.source, rows));
  const [dropped] = droppedRows(prepared, rows.length);
  if (dropped !== undefined) throw rowDropped(dropped);
  const answers = await answerRows(model, prepared, rows.length, ctx);
  if (answers.classes === undefined) return Array.from(answers.values, (value) => ({ value: String(value) }));
  const { classes, said, scores } = answers;
  return Array.from(said, (k, row) => ({
    value: classes[k] ?? '',
    probabilities: [...scores.subarray(row * classes.length, (row + 1) * classes.length)],
  }));
}

function rowDropped(row: number): Failure {
  return new Failure({
    code: 'row-dropped',
    row: row + 1,
    message: text(
      `The preparation drops row ${row + 1}, because a value is missing.`,
      `${row + 1}번째 행은 값이 비어 있어 데이터 준비에서 빠집니다.`,
    ),
    hint: text('Fill in every value of the row.', '행의 값을 모두 채우세요.'),
  });
}

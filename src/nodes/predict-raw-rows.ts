import { Failure } from '../lib/failure';
import { type Text, text } from '../lib/text';
import type { PredictContext } from '../models/estimator';
import type { ModelValue } from '../models/model';
import { rowsToTable } from '../table/cells';
import type { Answers } from '../table/prediction-columns';
import type { Table } from '../table/table';
import { answerRows, droppedRows } from './answer-rows';
import { type ApplyRecipe, predictionInputs } from './prediction-inputs';
import { checkRaw } from './raw-checks';
import { unseenCells } from './raw-table';

export interface PredictRowsContext extends PredictContext {
  readonly applyRecipe: ApplyRecipe;
}

export interface RowPrediction {
  /** The class, or the number as text. */
  readonly value: string;
  /** By class, in the model's order. */
  readonly probabilities?: readonly number[];
  /** What to know of this answer: words and values that the training data did not have. */
  readonly notes?: readonly Text[];
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
  const raw = rowsToTable(model.recipe.source, rows);
  const prepared = ctx.applyRecipe(model.recipe, raw);
  const [dropped] = droppedRows(prepared, rows.length);
  if (dropped !== undefined) throw rowDropped(dropped);
  const answers = await answerRows(model, prepared, raw, ctx);
  const notes = notesByRow(model, raw, ctx.applyRecipe);
  return rows.map((_, row) => ({ ...answerOf(answers, row), ...(notes[row]?.length ? { notes: notes[row] } : {}) }));
}

function answerOf(answers: Answers, row: number): RowPrediction {
  if (answers.classes === undefined) return { value: String(answers.values[row]) };
  const { classes, said, scores } = answers;
  return {
    value: classes[said[row] ?? -1] ?? '',
    probabilities: [...scores.subarray(row * classes.length, (row + 1) * classes.length)],
  };
}

function notesByRow(model: ModelValue, raw: Table, applyRecipe: ApplyRecipe): readonly (readonly Text[])[] {
  const inputs = predictionInputs(model, applyRecipe);
  const needed = new Set(inputs.map(({ field }) => field.name));
  const notes = Array.from({ length: raw.rows }, (): Text[] => []);
  for (const { column, row, word } of unseenCells(raw, needed)) {
    notes[row]?.push(
      text(
        `“${word}” in column “${column}” did not occur in the training data.`,
        `“${column}” 열의 “${word}” 값은 학습 데이터에 없던 값입니다.`,
      ),
    );
  }
  for (const { column, rows } of checkRaw(raw, inputs, { ranges: true, margin: 0, categories: false })) {
    const { min = 0, max = 0 } = model.recipe.source.find(({ name }) => name === column) ?? {};
    const [low, high] = [Number(min.toPrecision(4)), Number(max.toPrecision(4))];
    for (const row of rows) {
      notes[row]?.push(
        text(
          `“${column}” lies outside what the training data had: ${low} to ${high}.`,
          `“${column}” 값이 학습 데이터의 범위(${low}~${high})를 벗어납니다.`,
        ),
      );
    }
  }
  return notes;
}

/** Of a row (0-based) that the preparation leaves out. */
export function rowDropped(row: number): Failure {
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

import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import type { ModelValue } from '../models/model';
import { planShapley } from '../stats/explain/shapley';
import { cellText, rowsToTable } from '../table/cells';
import { findColumn } from '../table/columns';
import { takeRows } from '../table/rows';
import type { Column, Table } from '../table/table';
import { answering, type PredictRowsContext } from './predict-raw-rows';
import { rowDropped, scoreRows } from './score-rows';

/** What one raw column did to one prediction. */
interface Contribution {
  readonly column: string;
  /** The cell as it was read, and the usual one that it is held against; null where missing. */
  readonly value: string | null;
  readonly typical: string | null;
  /** In the units of the answer: probability, or the target's own. */
  readonly share: number;
}

/** Why a row got the answer it got, against the answer that a usual row gets. */
export interface Explanation {
  /** `exact`: every combination of columns was tried; `sampled`: seeded orders of them. */
  readonly method: 'exact' | 'sampled';
  /** Rows that the model answered for it. */
  readonly answers: number;
  /** The class whose probability is explained; null of a number. */
  readonly of: string | null;
  /** The answer to a row of usual values. */
  readonly baseline: number;
  readonly prediction: number;
  /** Largest effect first. Columns with their usual value, and those the model does not read, are left out. */
  readonly contributions: readonly Contribution[];
}

/** Rows that may be answered for one explanation, where trying every combination would take more. */
const BUDGET = 1_500;
const SEED = 20_171_204;

/**
 * Explains one prediction by Shapley values over the raw input columns: each coalition of columns has the row's own
 * values, the others a usual value (median, most frequent word), and goes through the model's recipe as any raw row
 * (baseline Shapley: Sundararajan and Najmi, "The many Shapley values for model explanation", 2020; for single
 * predictions: Štrumbelj and Kononenko 2014). The shares add up to the prediction less the baseline, and of a linear
 * model each is its weight times the distance from the usual value. `of` is the class to explain; by default the one
 * predicted. Fails as predicting does.
 */
export async function explainRawRow(
  model: ModelValue,
  row: Readonly<Record<string, string | null>>,
  ctx: PredictRowsContext,
  of?: string,
): Promise<Explanation> {
  const scorer = answering(model, ctx);
  const { inputs } = scorer;
  const usual = Object.fromEntries(inputs.map(({ field, typical }) => [field.name, typical === '' ? null : typical]));
  const two = rowsToTable(model.recipe.source, [usual, row], undefined, model.recipe.reading);
  const players = inputs
    .map(({ field }) => findColumn(two, field.name))
    .filter((column) => column !== undefined && cellText(column, 0) !== cellText(column, 1))
    .filter((column) => column !== undefined);
  const plan = planShapley(players.length, BUDGET, SEED);
  const mixed = mixedRows(two, players, plan.coalitions);
  const { answers, refused } = await scoreRows(model, mixed, { tries: 0 }, scorer);
  if (refused.size > 0) throw refused.has(0) ? usualRowDropped() : rowDropped(0);
  const last = mixed.rows - 1;
  const { scores, predicted, classes } = answers;
  const word = classes === undefined ? null : (of ?? classes[predicted?.[last] ?? -1] ?? null);
  const values = classes === undefined ? scores : scoresOf(scores, classes, word);
  const shares = plan.shares(values);
  return {
    method: plan.method,
    answers: mixed.rows,
    of: word,
    baseline: values[0] ?? 0,
    prediction: values[last] ?? 0,
    contributions: players
      .map((column, player): Contribution => {
        return {
          column: column.name,
          value: cellText(column, 1),
          typical: cellText(column, 0),
          share: shares[player] ?? 0,
        };
      })
      .sort((a, b) => Math.abs(b.share) - Math.abs(a.share)),
  };
}

/** A row for each coalition: its columns from row 1 of `two`, all others from row 0. */
function mixedRows(two: Table, players: readonly Column[], coalitions: readonly Uint8Array[]): Table {
  const playerOf = new Map(players.map((column, player) => [column.name, player]));
  const columns = two.columns.flatMap((column) => {
    const player = playerOf.get(column.name) ?? -1;
    const from = Uint32Array.from(coalitions, (coalition) => coalition[player] ?? 0);
    return takeRows({ ...two, columns: [column] }, from).columns;
  });
  return { ...two, rows: coalitions.length, columns };
}

function scoresOf(scores: Float64Array, classes: readonly string[], word: string | null): Float64Array {
  const k = word === null ? -1 : classes.indexOf(word);
  return Float64Array.from(
    { length: scores.length / classes.length },
    (_, row) => scores[row * classes.length + k] ?? Number.NaN,
  );
}

function usualRowDropped(): Failure {
  return new Failure({
    code: 'usual-row-dropped',
    message: text(
      'The preparation drops the usual row that this one is held against, because a value is missing.',
      '비교할 평소 행에 빈 값이 있어 데이터 준비에서 빠져요.',
    ),
    hint: text('Fill missing values instead of dropping rows.', '행을 빼는 대신 결측치를 채우세요.'),
  });
}

import { Failure } from '../../../lib/failure';
import { canonicalJson } from '../../../lib/json';
import { text } from '../../../lib/text';
import type { ModelValue } from '../../../models/model';
import { requireFeatures } from '../../../models/required-features';
import { rowsToTable } from '../../../table/cells';
import type { DataNote } from '../../../table/notes';
import { type Answers, predictionColumns } from '../../../table/prediction-columns';
import type { FittedStep, Table } from '../../../table/table';
import { answerRows, droppedRows } from '../../answer-rows';
import { modelInput } from '../../model-input';
import { predictionInputs } from '../../prediction-inputs';
import { alignRaw, unseenWords } from '../../raw-table';
import { defineRunner, type RunContext } from '../../runner';
import { tableInput } from '../../table-input';
import { predictParams } from './spec';

const FIRST_ROWS = 10;

export const predictRunner = defineRunner('serve.predict', predictParams, {
  async run(inputs, _params, ctx) {
    const model = modelInput(inputs);
    if (inputs.table === undefined) {
      return { predictions: { type: 'table', table: withAnswers(emptyRaw(model, ctx), noAnswers(model)) } };
    }
    const table = tableInput(inputs);
    const { prepared, notes } = prepare(model, table, ctx);
    const answers = await answerRows(model, prepared, table, ctx);
    const dropped = droppedRows(prepared, table.rows);
    return {
      predictions: {
        type: 'table',
        table: withAnswers(table, answers),
        notes: dropped.length === 0 ? notes : [...notes, withoutPrediction(dropped)],
      },
    };
  },
});

interface Prepared {
  /** `sourceRows` points into the rows of the input table. */
  readonly prepared: Table;
  readonly notes: readonly DataNote[];
}

/** Replays what of the model's recipe the table has not been through yet. */
function prepare(model: ModelValue, table: Table, ctx: RunContext): Prepared {
  const { source, steps } = model.recipe;
  const done = table.recipe.steps;
  if (done.length === 0) {
    const needed = new Set(predictionInputs(model, ctx.applyRecipe).map(({ field }) => field.name));
    const raw = alignRaw(table, model.recipe, needed);
    return { prepared: ctx.applyRecipe(model.recipe, raw), notes: unseenWords(raw, needed) };
  }
  if (done.length > steps.length || !done.every((step, i) => sameStep(step, steps[i]))) throw preparedOtherwise();
  const rest = steps.slice(done.length);
  const own: Table = { ...table, partition: null, sourceRows: null };
  const prepared = rest.length === 0 ? own : ctx.applyRecipe({ source, steps: rest }, own);
  requireFeatures(model, prepared);
  return { prepared, notes: [alreadyPrepared(done.length, rest.length)] };
}

const sameStep = (a: FittedStep, b: FittedStep | undefined): boolean =>
  b !== undefined && a.kind === b.kind && canonicalJson(a.state) === canonicalJson(b.state);

function withAnswers(table: Table, answers: Answers): Table {
  const names = table.columns.map((column) => column.name);
  return { ...table, columns: [...table.columns, ...predictionColumns(names, answers)] };
}

/** No rows, under the columns that a prediction needs. */
function emptyRaw(model: ModelValue, ctx: RunContext): Table {
  return rowsToTable(
    predictionInputs(model, ctx.applyRecipe)
      .map(({ field }) => field)
      .filter((field) => field.type !== 'image'),
    [],
  );
}

function noAnswers({ target: { classes } }: ModelValue): Answers {
  return classes === undefined
    ? { values: new Float64Array(0) }
    : { classes, said: new Int32Array(0), scores: new Float64Array(0) };
}

function preparedOtherwise(): Failure {
  return new Failure({
    code: 'prepared-otherwise',
    port: 'table',
    message: text(
      'This table has been prepared by other steps than the model’s training data.',
      '이 표는 모델의 학습 데이터와 다른 단계로 준비되었습니다.',
    ),
    hint: text(
      'Connect the raw rows: the model prepares them itself.',
      '원본 행을 연결하세요. 모델이 스스로 준비합니다.',
    ),
  });
}

function alreadyPrepared(done: number, left: number): DataNote {
  return {
    code: 'already-prepared',
    severity: 'info',
    count: done,
    message: text(
      `The table has already been through ${done} of the model’s ${done + left} preparation steps; ${left === 0 ? 'none was' : 'only the rest were'} replayed.`,
      `표가 모델의 준비 단계 ${done + left}개 중 ${done}개를 이미 거쳐서 ${left === 0 ? '다시 적용한 단계가 없습니다' : '나머지만 적용했습니다'}.`,
    ),
  };
}

function withoutPrediction(rows: readonly number[]): DataNote {
  return {
    code: 'rows-without-prediction',
    severity: 'warning',
    count: rows.length,
    rows: rows.slice(0, FIRST_ROWS).map((row) => row + 1),
    message: text(
      `${rows.length} rows have no prediction, because the model’s preparation drops them.`,
      `모델의 준비 단계에서 빠진 ${rows.length}개 행에는 예측이 없습니다.`,
    ),
  };
}

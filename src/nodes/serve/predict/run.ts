import { Failure } from '../../../lib/failure';
import { counted, plural } from '../../../lib/figures';
import { canonicalJson } from '../../../lib/json';
import { text } from '../../../lib/text';
import type { ModelValue } from '../../../models/model';
import { requireFeatures } from '../../../models/required-features';
import { answerColumns } from '../../../serving/answer-columns';
import { answerRaw, type RawPolicy } from '../../../serving/answer-raw';
import type { Answers } from '../../../serving/answers';
import { answering } from '../../../serving/predict-raw-rows';
import { predictionInputs } from '../../../serving/prediction-inputs';
import type { RawFinding } from '../../../serving/raw-checks';
import { scoreRows } from '../../../serving/score-rows';
import { cellText, rowsToTable } from '../../../table/cells';
import { columnNamed } from '../../../table/columns';
import type { DataNote } from '../../../table/notes';
import type { FittedStep, Table } from '../../../table/table';
import { defineRunner, type RunContext } from '../../contract/runner';
import { predictSpec } from './spec';

const FIRST_ROWS = 10;
const EXAMPLES = 5;

/** A node predicts a table as a whole: what cannot be answered fails it, and what is odd is noted. */
const WHOLE: RawPolicy = {
  columns: 'fail',
  checks: { ranges: false, margin: 0, categories: true },
  found: 'answer',
  tries: 0,
};

export const predictRunner = defineRunner(predictSpec, {
  async run(inputs, _params, ctx) {
    const model = inputs.model.model;
    if (inputs.table === undefined) {
      return { predictions: { type: 'table', table: withAnswers(emptyRaw(model, ctx), noAnswers(model)) } };
    }
    const table = inputs.table.table;
    const { answers, dropped, notes } =
      table.recipe.steps.length === 0 ? await answerUnprepared(model, table, ctx) : await answerRest(model, table, ctx);
    return {
      predictions: {
        type: 'table',
        table: withAnswers(table, answers),
        notes: dropped.length === 0 ? notes : [...notes, withoutPrediction(dropped)],
      },
    };
  },
});

interface Answered {
  readonly answers: Answers;
  /** 0-based rows that the preparation drops. */
  readonly dropped: readonly number[];
  readonly notes: readonly DataNote[];
}

async function answerUnprepared(model: ModelValue, table: Table, ctx: RunContext): Promise<Answered> {
  const { answers, refused, findings, ungrouped } = await answerRaw(model, table, WHOLE, answering(model, ctx));
  const notes = [...findings.map((one) => unseenWords(table, one)), ...groupsMissing(model, ungrouped)];
  return { answers, dropped: refused.map(({ row }) => row), notes };
}

/** Replays what of the model's recipe the table has not been through yet. */
async function answerRest(model: ModelValue, table: Table, ctx: RunContext): Promise<Answered> {
  const { source, steps } = model.recipe;
  const done = table.recipe.steps;
  if (done.length > steps.length || !done.every((step, i) => sameStep(step, steps[i]))) throw preparedOtherwise();
  const rest = steps.slice(done.length);
  const { predict } = answering(model, ctx);
  const prepare = (own: Table): Table => {
    const prepared = rest.length === 0 ? own : ctx.applyRecipe({ source, steps: rest }, own);
    requireFeatures(model, prepared);
    return prepared;
  };
  const { answers, refused, ungrouped } = await scoreRows(model, table, { tries: 0 }, { prepare, predict });
  return {
    answers,
    dropped: [...refused.keys()],
    notes: [alreadyPrepared(done.length, rest.length), ...groupsMissing(model, ungrouped)],
  };
}

const sameStep = (a: FittedStep, b: FittedStep | undefined): boolean =>
  b !== undefined && a.kind === b.kind && canonicalJson(a.state) === canonicalJson(b.state);

function withAnswers(table: Table, answers: Answers): Table {
  const names = table.columns.map((column) => column.name);
  return { ...table, columns: [...table.columns, ...answerColumns(names, answers)] };
}

/** No rows, under the columns that a prediction needs. */
function emptyRaw(model: ModelValue, ctx: RunContext): Table {
  return rowsToTable(
    predictionInputs(model, ctx)
      .map(({ field }) => field)
      .filter((field) => field.type !== 'image'),
    [],
  );
}

function noAnswers({ target: { classes } }: ModelValue): Answers {
  const scores = new Float64Array(0);
  return classes === undefined
    ? { scores, outputs: 1, predicted: null }
    : { scores, outputs: classes.length, predicted: new Int32Array(0), classes };
}

function preparedOtherwise(): Failure {
  return new Failure({
    code: 'prepared-otherwise',
    port: 'table',
    message: text(
      'This table has been prepared by other steps than the model’s training data.',
      '이 표는 모델의 학습 데이터와 다른 단계로 준비되었어요.',
    ),
    hint: text(
      'Connect the raw rows: the model prepares them itself.',
      '원본 행을 연결하세요. 모델이 스스로 준비해요.',
    ),
  });
}

function alreadyPrepared(done: number, left: number): DataNote {
  return {
    code: 'already-prepared',
    severity: 'info',
    count: done,
    message: text(
      `The table has already been through ${done} of the model’s ${counted(done + left, 'preparation step')}; ${left === 0 ? 'none was' : 'only the rest were'} replayed.`,
      `표가 모델의 준비 단계 ${done + left}개 중 ${done}개를 이미 거쳐서 ${left === 0 ? '다시 적용한 단계가 없어요' : '나머지만 적용했어요'}.`,
    ),
  };
}

/** Of a column with words that the training data did not have. */
function unseenWords(table: Table, { column, rows }: RawFinding): DataNote {
  const words = [...new Set(rows.map((row) => cellText(columnNamed(table, column), row) ?? ''))];
  const examples = words.slice(0, EXAMPLES);
  const list = examples.map((word) => `“${word}”`).join(', ') + (words.length > EXAMPLES ? ' …' : '');
  return {
    code: 'unseen-category',
    severity: 'warning',
    column,
    count: rows.length,
    rows: rows.slice(0, EXAMPLES).map((row) => row + 1),
    examples,
    message: text(
      `Column “${column}” holds words that the training data did not have: ${list}`,
      `“${column}” 열에 학습 데이터에 없던 값이 있어요: ${list}`,
    ),
  };
}

/** Of rows whose group nobody knows. */
function groupsMissing({ decision }: ModelValue, rows: readonly number[]): readonly DataNote[] {
  const column = decision?.groups?.column;
  if (column === undefined || rows.length === 0) return [];
  return [
    {
      code: 'group-missing',
      severity: 'warning',
      column,
      count: rows.length,
      rows: rows.slice(0, FIRST_ROWS).map((row) => row + 1),
      message: text(
        `${counted(rows.length, 'row')} ${plural(rows.length, 'has', 'have')} no “${column}”, which tells the group: the common threshold decides.`,
        `${rows.length}개 행에 집단을 나누는 “${column}” 값이 없어서 공통 임계값으로 판정했어요.`,
      ),
    },
  ];
}

function withoutPrediction(rows: readonly number[]): DataNote {
  return {
    code: 'rows-without-prediction',
    severity: 'warning',
    count: rows.length,
    rows: rows.slice(0, FIRST_ROWS).map((row) => row + 1),
    message: text(
      `${counted(rows.length, 'row')} ${plural(rows.length, 'has', 'have')} no prediction, because the model’s preparation drops ${plural(rows.length, 'it', 'them')}.`,
      `모델의 준비 단계에서 빠진 ${rows.length}개 행에는 예측이 없어요.`,
    ),
  };
}

import type { Failure, FailureDetail } from '../lib/failure';
import { figure } from '../lib/figures';
import { korean } from '../lib/korean';
import { type Text, text } from '../lib/text';
import { thresholdWords } from '../models/decision-words';
import type { PredictContext } from '../models/estimator';
import type { ModelValue } from '../models/model';
import { predictTable } from '../models/predict';
import { cellText, rowsToTable } from '../table/cells';
import { columnNamed } from '../table/columns';
import type { Table } from '../table/table';
import { type AnswerContext, answerRaw, type RawPolicy, type RefusedRow } from './answer-raw';
import type { Answers } from './answers';
import { type NeededInput, predictionInputs } from './prediction-inputs';
import type { RawFinding } from './raw-checks';
import type { RecipeReplayer } from './recipe-replayer';

export interface PredictRowsContext extends PredictContext, RecipeReplayer {}

/** One row's answer, as it is shown. */
export interface ShownAnswer {
  /** The class, or the number as text. */
  readonly value: string;
  /** By class, in the model's order. */
  readonly probabilities?: readonly number[];
  /** What to know of this answer: words and values that the training data did not have. */
  readonly notes?: readonly Text[];
}

/** What became of one of several rows: its answer, or everything that is wrong with it. */
export type RowAnswer =
  | { readonly answer: ShownAnswer }
  | { readonly failures: readonly [first: FailureDetail, ...others: FailureDetail[]] };

/** What a person typed is answered whatever it is, with a note; every row that cannot be is found. */
const TYPED: RawPolicy = {
  columns: 'pass',
  checks: { ranges: true, margin: 0, categories: true },
  found: 'answer',
  tries: Number.POSITIVE_INFINITY,
};

/**
 * Predicts raw rows given as text by column name, in one pass; null and absent cells are missing. A row with cells
 * that cannot be read (`bad-cell`, one for each), one that the preparation drops (`row-dropped`) and one that a step or the model
 * refuses say so, with column and remedy, and cost the others nothing. Fails where it is no row's fault that none can
 * be answered.
 */
export async function predictRawRows(
  model: ModelValue,
  rows: readonly Readonly<Record<string, string | null>>[],
  ctx: PredictRowsContext,
): Promise<readonly RowAnswer[]> {
  if (rows.length === 0) return [];
  const unreadable = new Map<number, Failure>();
  const others = new Map<number, FailureDetail[]>();
  const note = (failure: Failure, row: number): void => {
    if (!unreadable.has(row)) unreadable.set(row, failure);
    else others.set(row, [...(others.get(row) ?? []), failure.detail]);
  };
  const raw = rowsToTable(model.recipe.source, rows, note, model.recipe.reading);
  const scorer = answering(model, ctx);
  const { answers, refused, findings, ungrouped } = await answerRaw(model, raw, TYPED, scorer, unreadable);
  const [first] = refused;
  if (refused.length === rows.length && first?.failure !== undefined && refused.every(isNoRowsFault))
    throw first.failure;
  const notes = notesByRow(model, raw, scorer.inputs, findings);
  for (const row of ungrouped) notes[row]?.push(groupMissing(model));
  const failures = new Map(refused.map(({ row, failure }) => [row, failure]));
  return rows.map((_, row): RowAnswer => {
    const failure = failures.get(row);
    if (failure !== undefined) return { failures: [inOneRow(failure.detail), ...(others.get(row) ?? [])] };
    return { answer: { ...shown(answers, row), ...(notes[row]?.length ? { notes: notes[row] } : {}) } };
  });
}

/** A value that the model cannot do without, as it is said of a row that was handed in: no node stands there to mend it. */
function inOneRow(detail: FailureDetail): FailureDetail {
  const { code, column, row } = detail;
  if (code !== 'missing-value' || column === undefined) return detail;
  return {
    code: 'raw-value-missing',
    column,
    ...(row === undefined ? {} : { row }),
    message: text(`“${column}” has no value.`, `“${column}” 값이 비어 있어요.`),
    hint: text(
      'Give it one. To answer rows without it, train with “Handle missing values” before the model.',
      '값을 넣어 주세요. 값이 없는 행도 답하려면 모델 앞에 ‘결측치 처리’를 두고 학습하세요.',
    ),
  };
}

/** A backend that is not there, say, or a step of an unknown kind. */
const isNoRowsFault = ({ failure }: RefusedRow): boolean =>
  failure !== undefined && failure.detail.row === undefined && failure.detail.code !== 'model-diverged';

/** A model's context for {@link answerRaw}, opened for each call. */
export function answering(model: ModelValue, ctx: PredictRowsContext): AnswerContext {
  return {
    inputs: predictionInputs(model, ctx),
    prepare: (table) => ctx.applyRecipe(model.recipe, table),
    predict: (prepared, which) => predictTable(model, prepared, which, ctx),
  };
}

function shown({ scores, predicted, classes = [] }: Answers, row: number): ShownAnswer {
  if (predicted === null) return { value: String(scores[row]) };
  return {
    value: classes[predicted[row] ?? -1] ?? '',
    probabilities: [...scores.subarray(row * classes.length, (row + 1) * classes.length)],
  };
}

const NOTHING_KNOWN = text(
  'Every value that the model asks for is missing: this is what it says of a row of which nothing is known.',
  '모델에 필요한 값이 모두 비어 있어요. 아무것도 모르는 행에 대한 답이에요.',
);

function groupMissing({ decision }: ModelValue): Text {
  const column = decision?.groups?.column ?? '';
  const from = thresholdWords(decision?.threshold ?? 0);
  return text(
    `“${column}” is missing, which tells the group: the common threshold ${from} decides.`,
    korean`집단을 나누는 “${column}” 값이 비어 있어서 공통 임계값 ${from}(으)로 판정했어요.`,
  );
}

function notesByRow(
  model: ModelValue,
  raw: Table,
  inputs: readonly NeededInput[],
  findings: readonly RawFinding[],
): readonly Text[][] {
  const needed = inputs.map(({ field }) => columnNamed(raw, field.name));
  const notes = Array.from({ length: raw.rows }, (_, row): Text[] =>
    needed.length > 0 && needed.every((column) => cellText(column, row) === null) ? [NOTHING_KNOWN] : [],
  );
  const of = (rule: RawFinding['rule']): readonly RawFinding[] => findings.filter((finding) => finding.rule === rule);
  for (const { column, rows } of of('unseen-category')) {
    for (const row of rows) {
      const word = cellText(columnNamed(raw, column), row) ?? '';
      notes[row]?.push(
        text(
          `“${word}” in column “${column}” did not occur in the training data.`,
          `“${column}” 열의 “${word}” 값은 학습 데이터에 없던 값이에요.`,
        ),
      );
    }
  }
  for (const { column, rows } of of('range')) {
    const { min = 0, max = 0 } = model.recipe.source.find(({ name }) => name === column) ?? {};
    const [low, high] = [figure(min), figure(max)];
    for (const row of rows) {
      notes[row]?.push(
        text(
          `“${column}” lies outside what the training data had: ${low} to ${high}.`,
          korean`“${column}” 값이 학습 데이터의 범위(${low}~${high})을(를) 벗어나요.`,
        ),
      );
    }
  }
  return notes;
}

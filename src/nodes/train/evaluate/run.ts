import { Failure } from '../../../lib/failure';
import { text } from '../../../lib/text';
import { decide, positiveIndex } from '../../../models/decision';
import type { Scores } from '../../../models/estimator';
import type { ModelValue } from '../../../models/model';
import { predictTable } from '../../../models/predict';
import { requireFeatures } from '../../../models/required-features';
import { answerColumns } from '../../../serving/answer-columns';
import type { Answers } from '../../../serving/answers';
import { majorityBaseline, meanBaseline } from '../../../stats/metrics/baseline';
import { evaluateClassification } from '../../../stats/metrics/evaluate-classification';
import { evaluateRegression } from '../../../stats/metrics/evaluate-regression';
import type { EvaluationReport, PartEvaluation } from '../../../stats/metrics/report';
import { columnNamed } from '../../../table/columns';
import { freeName } from '../../../table/prediction-fields';
import { partRows, takeRows, trainRows } from '../../../table/rows';
import { type Column, PART, type PartName, type Table } from '../../../table/table';
import { modelInput } from '../../contract/model-input';
import { defineRunner } from '../../contract/runner';
import { tableInput } from '../../contract/table-input';
import { type EvaluateParams, evaluateParams, PART_COLUMN, PART_WORDS } from './spec';
import { labelTruth, numericTruth } from './truth';

export const evaluateRunner = defineRunner('train.evaluate', evaluateParams, {
  async run(inputs, params, ctx) {
    const model = modelInput(inputs);
    const table = tableInput(inputs);
    requireFeatures(model, table);
    const parts = measuredParts(table, params);
    const rows = measuredRows(table, parts);
    const predictions = await predictTable(model, table, rows, ctx);
    const measured = await measure(model, table, parts, rows, predictions, ctx.breathe);
    const leftOut = Object.values(measured.report.parts).reduce((sum, part) => sum + (part.rowsWithoutTarget ?? 0), 0);
    if (leftOut > 0) {
      ctx.log(
        text(
          `${leftOut} rows have no “${model.target.name}” and are left out of the figures.`,
          `“${model.target.name}” 값이 없는 ${leftOut}개 행은 지표에서 뺐습니다.`,
        ),
      );
    }
    return {
      report: { type: 'report', report: measured.report },
      predictions: { type: 'table', table: withPredictions(table, rows, measured.answers) },
    };
  },
});

interface MeasuredPart {
  readonly name: PartName;
  readonly rows: Uint32Array;
}

function measuredParts(table: Table, { parts }: EvaluateParams): MeasuredPart[] {
  const wanted: readonly PartName[] = parts === 'all' ? PART_WORDS : [parts];
  const found = wanted.map((name) => ({ name, rows: partRows(table, name) })).filter(({ rows }) => rows.length > 0);
  if (found.length > 0) return found;
  throw new Failure({
    code: 'no-rows',
    port: 'table',
    message: text('There are no rows to measure in this part of the table.', '표의 이 부분에는 측정할 행이 없습니다.'),
    hint: text(
      'Measure all parts, or give this part a share in “Split into parts”.',
      '모든 부분을 측정하거나 “데이터 분할”에서 이 부분에 비율을 주세요.',
    ),
  });
}

/** The rows of all parts, in order. */
function measuredRows(table: Table, parts: readonly MeasuredPart[]): Uint32Array {
  const wanted = new Uint8Array(table.rows);
  for (const { rows } of parts) for (const row of rows) wanted[row] = 1;
  const found = new Uint32Array(parts.reduce((sum, { rows }) => sum + rows.length, 0));
  let count = 0;
  for (let row = 0; row < table.rows; row++) if (wanted[row] === 1) found[count++] = row;
  return found;
}

async function measure(
  model: ModelValue,
  table: Table,
  parts: readonly MeasuredPart[],
  rows: Uint32Array,
  { scores, outputs }: Scores,
  breathe: () => Promise<void>,
): Promise<{ readonly report: EvaluationReport; readonly answers: Answers }> {
  const place = new Uint32Array(table.rows);
  for (let at = 0; at < rows.length; at++) place[rows[at] ?? 0] = at;
  const scoresOf = (part: MeasuredPart): Float64Array => {
    const own = new Float64Array(part.rows.length * outputs);
    let to = 0;
    for (const row of part.rows) {
      const from = (place[row] ?? 0) * outputs;
      for (let k = 0; k < outputs; k++) own[to++] = scores[from + k] ?? Number.NaN;
    }
    return own;
  };
  const each = async (
    evaluate: (part: MeasuredPart) => PartEvaluation | Promise<PartEvaluation>,
  ): Promise<EvaluationReport['parts']> => {
    const evaluated: Partial<Record<PartName, PartEvaluation>> = {};
    for (const part of parts) {
      await breathe();
      evaluated[part.name] = await evaluate(part);
    }
    return evaluated;
  };
  const target = columnNamed(table, model.target.name);
  const common = { task: model.task, target: model.target.name };
  const { classes } = model.target;

  if (classes === undefined) {
    const values = numericTruth(target);
    const truthOf = (of: Uint32Array): Float64Array => Float64Array.from(of, (row) => values[row] ?? Number.NaN);
    const baseline = meanBaseline(truthOf(trainRows(table)));
    const evaluated = await each((part) =>
      evaluateRegression({ truth: truthOf(part.rows), predicted: scoresOf(part), baseline }),
    );
    return { report: { ...common, parts: evaluated }, answers: { scores, outputs, said: null } };
  }

  const { labels, truth } = labelTruth(target, table.rows, classes);
  const truthOf = (of: Uint32Array): Int32Array => {
    const own = new Int32Array(of.length);
    for (let i = 0; i < of.length; i++) own[i] = truth[of[i] ?? 0] ?? -1;
    return own;
  };
  const said = decide(model, scores, rows.length === table.rows ? table : takeRows(table, rows));
  const positive = positiveIndex(model);
  const baseline = majorityBaseline(truthOf(trainRows(table)), classes.length);
  const evaluated = await each((part) =>
    evaluateClassification(
      {
        labels,
        known: classes.length,
        truth: truthOf(part.rows),
        scores: scoresOf(part),
        said: part.rows.map((row) => said[place[row] ?? 0] ?? -1),
        positive,
        baseline,
      },
      breathe,
    ),
  );
  const { decision } = model;
  return {
    report: {
      ...common,
      classes: labels,
      ...(decision === null ? {} : { positiveClass: decision.positive, threshold: decision.threshold }),
      ...(decision?.groups === undefined ? {} : { groups: decision.groups }),
      parts: evaluated,
    },
    answers: { scores, outputs, said, classes },
  };
}

function withPredictions(table: Table, rows: Uint32Array, answers: Answers): Table {
  const kept = rows.length === table.rows ? table : takeRows(table, rows);
  const names = kept.columns.map((column) => column.name);
  const predicted = answerColumns(names, answers);
  const taken = new Set([...names, ...predicted.map((column) => column.name)]);
  const part: Column = {
    name: freeName(PART_COLUMN, taken),
    type: 'category',
    role: null,
    codes: Int32Array.from({ length: kept.rows }, (_, row) => kept.partition?.[row] ?? PART.train),
    dictionary: PART_WORDS,
  };
  return { ...kept, columns: [...kept.columns, ...predicted, part] };
}

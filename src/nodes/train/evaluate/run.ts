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
    const rows = Uint32Array.from(parts.flatMap(({ rows }) => [...rows])).sort();
    const predictions = await predictTable(model, table, rows, ctx);
    const measured = await measure(model, table, parts, rows, predictions, ctx.yieldIfDue);
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

async function measure(
  model: ModelValue,
  table: Table,
  parts: readonly MeasuredPart[],
  rows: Uint32Array,
  { scores, outputs }: Scores,
  yieldIfDue: () => Promise<void>,
): Promise<{ readonly report: EvaluationReport; readonly answers: Answers }> {
  const place = new Uint32Array(table.rows);
  for (const [at, row] of rows.entries()) place[row] = at;
  const scoresOf = (part: MeasuredPart): Float64Array => {
    const own = new Float64Array(part.rows.length * outputs);
    part.rows.forEach((row, to) => {
      const from = (place[row] ?? 0) * outputs;
      own.set(scores.subarray(from, from + outputs), to * outputs);
    });
    return own;
  };
  const each = async (
    evaluate: (part: MeasuredPart) => PartEvaluation | Promise<PartEvaluation>,
  ): Promise<EvaluationReport['parts']> => {
    const evaluated: Partial<Record<PartName, PartEvaluation>> = {};
    for (const part of parts) {
      await yieldIfDue();
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
  const truthOf = (of: Uint32Array): Int32Array => Int32Array.from(of, (row) => truth[row] ?? -1);
  const said = decide(model, scores, takeRows(table, rows));
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
      yieldIfDue,
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

import { Failure } from '../../../lib/failure';
import { counted, plural } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { predictTable } from '../../../models/predict';
import { requireFeatures } from '../../../models/required-features';
import { answerColumns } from '../../../serving/answer-columns';
import type { Answers } from '../../../serving/answers';
import { freeName } from '../../../table/prediction-fields';
import { partRows, takeRows } from '../../../table/rows';
import { type Column, PART, type PartName, type Table } from '../../../table/table';
import { defineRunner } from '../../contract/runner';
import type { MeasuredPart } from './measure';
import { type EvaluateParams, evaluateSpec, PART_COLUMN, PART_WORDS } from './spec';

export const evaluateRunner = defineRunner(evaluateSpec, {
  async run(inputs, params, ctx) {
    const model = inputs.model.model;
    const table = inputs.table.table;
    requireFeatures(model, table);
    const parts = measuredParts(table, params);
    const rows = measuredRows(table, parts);
    const predictions = await predictTable(model, table, rows, ctx);
    // Fetched when it is called: it is no part of how the engine starts.
    const { measure } = await import('./measure');
    const measured = await measure(model, table, parts, rows, predictions, ctx.yieldIfDue);
    const leftOut = Object.values(measured.report.parts).reduce((sum, part) => sum + (part.rowsWithoutTarget ?? 0), 0);
    if (leftOut > 0) {
      ctx.log(
        text(
          `${counted(leftOut, 'row')} ${plural(leftOut, 'has', 'have')} no “${model.target.name}” and ${plural(leftOut, 'is', 'are')} left out of the figures.`,
          `“${model.target.name}” 값이 없는 ${leftOut}개 행은 지표에서 뺐어요.`,
        ),
      );
    }
    return {
      report: { type: 'report', report: measured.report, judged: measured.judged },
      predictions: { type: 'table', table: withPredictions(table, rows, measured.answers) },
    };
  },
});

function measuredParts(table: Table, { parts }: EvaluateParams): MeasuredPart[] {
  const wanted: readonly PartName[] = parts === 'all' ? PART_WORDS : [parts];
  const found = wanted.map((name) => ({ name, rows: partRows(table, name) })).filter(({ rows }) => rows.length > 0);
  if (found.length > 0) return found;
  throw new Failure({
    code: 'no-rows',
    port: 'table',
    message: text('There are no rows to measure in this part of the table.', '표의 이 부분에는 측정할 행이 없어요.'),
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

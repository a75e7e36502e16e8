import { decide, positiveIndex } from '../../../models/decision';
import type { Scores } from '../../../models/estimator';
import type { ModelValue } from '../../../models/model';
import type { Answers } from '../../../serving/answers';
import { majorityBaseline, meanBaseline } from '../../../stats/metrics/baseline';
import { evaluateClassification } from '../../../stats/metrics/evaluate-classification';
import { evaluateRegression } from '../../../stats/metrics/evaluate-regression';
import type { EvaluationReport, JudgedRows, PartEvaluation, WorstRow } from '../../../stats/metrics/report';
import { worstClasses, worstNumbers } from '../../../stats/metrics/worst-rows';
import { columnNamed } from '../../../table/columns';
import { takeRows, trainRows } from '../../../table/rows';
import { PART, type PartName, type Table } from '../../../table/table';
import { PART_WORDS } from './spec';
import { labelTruth, numericTruth } from './truth';

export interface MeasuredPart {
  readonly name: PartName;
  readonly rows: Uint32Array;
}

/** Every figure of each part, and what the model says of each of `rows`, which are those of all parts in order. */
export async function measure(
  model: ModelValue,
  table: Table,
  parts: readonly MeasuredPart[],
  rows: Uint32Array,
  { scores, outputs }: Scores,
  yieldIfDue: () => Promise<void>,
): Promise<{ readonly report: EvaluationReport; readonly judged: JudgedRows; readonly answers: Answers }> {
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
      await yieldIfDue();
      evaluated[part.name] = await evaluate(part);
    }
    return evaluated;
  };
  const judged = (truthAt: (row: number) => number, predicted: ArrayLike<number>): JudgedRows => ({
    source: rows.map((row) => table.sourceRows?.[row] ?? row),
    part: Uint8Array.from(rows, (row) => table.partition?.[row] ?? PART.train),
    truth: Float64Array.from(rows, truthAt),
    predicted: Float64Array.from(predicted),
  });
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
    const judgedRows = judged((row) => values[row] ?? Number.NaN, scores);
    return {
      report: { ...common, parts: withWorst(evaluated, (part) => worstNumbers(judgedRows, part)) },
      judged: judgedRows,
      answers: { scores, outputs, predicted: null },
    };
  }

  const { labels, truth } = labelTruth(target, table.rows, classes);
  const truthOf = (of: Uint32Array): Int32Array => {
    const own = new Int32Array(of.length);
    for (let i = 0; i < of.length; i++) own[i] = truth[of[i] ?? 0] ?? -1;
    return own;
  };
  const predicted = decide(model, scores, rows.length === table.rows ? table : takeRows(table, rows));
  const positive = positiveIndex(model);
  const baseline = majorityBaseline(truthOf(trainRows(table)), classes.length);
  const evaluated = await each((part) =>
    evaluateClassification(
      {
        labels,
        known: classes.length,
        truth: truthOf(part.rows),
        scores: scoresOf(part),
        predicted: part.rows.map((row) => predicted[place[row] ?? 0] ?? -1),
        positive,
        baseline,
      },
      yieldIfDue,
    ),
  );
  const judgedRows = judged((row) => knownLabel(truth[row]), predicted);
  const { decision } = model;
  return {
    report: {
      ...common,
      classes: labels,
      ...(decision === null ? {} : { positiveClass: decision.positive, threshold: decision.threshold }),
      ...(decision?.groups === undefined ? {} : { groups: decision.groups }),
      parts: withWorst(evaluated, (part) => worstClasses(judgedRows, part, labels, scores, outputs)),
    },
    judged: judgedRows,
    answers: { scores, outputs, predicted, classes },
  };
}

const knownLabel = (label: number | undefined): number => (label === undefined || label < 0 ? Number.NaN : label);

/** The parts with the rows of each that the model is most wrong about. */
function withWorst(
  parts: EvaluationReport['parts'],
  worst: (part: number) => readonly WorstRow[],
): EvaluationReport['parts'] {
  const told: Partial<Record<PartName, PartEvaluation>> = {};
  for (const name of PART_WORDS) {
    const { [name]: part } = parts;
    if (part !== undefined) told[name] = { ...part, worst: worst(PART[name]) };
  }
  return told;
}

import type { Json } from '../../lib/json';
import type { Scores } from '../../models/estimator';
import type { ModelValue } from '../../models/model';
import { predictTable } from '../../models/predict';
import { measure } from '../../nodes/train/evaluate/measure';
import { PART_WORDS } from '../../nodes/train/evaluate/spec';
import { partRows } from '../../table/rows';
import type { Table } from '../../table/table';
import { apart } from './differences';

/*
 * Models are compared by what they answer for every row of a table: number by number, or by the figures of an evaluation.
 */

export type ModelComparison = 'answers' | 'figures';

/** What Python has to run for a variable that holds a model's answers. */
export function answersIn(
  variable: string,
  { estimator, features, frame }: Readonly<Record<'estimator' | 'features' | 'frame', string>>,
): string {
  return [
    `_rows = ${frame}[${features}]`,
    `${variable} = getattr(${estimator}, "predict_proba", ${estimator}.predict)(_rows)`,
    `${variable} = ${variable}.tolist()`,
  ].join('\n');
}

/** How far the answers in Python, one list a row of classes or one number a row, lie from the engine's. */
export async function modelDifference(
  model: ModelValue,
  table: Table,
  found: Json,
  by: ModelComparison,
  what: string,
): Promise<number> {
  const mine = await scoresHere(model, table);
  const other = scoresIn(found, mine, what);
  if (by === 'answers')
    return mine.scores.reduce((most, score, at) => Math.max(most, apart(score, other.scores[at] ?? 0)), 0);
  const { here, python } = await bothFigures(model, table, found, what);
  return figureDifference(here, python, what);
}

/** The figures of an evaluation by part and name, by the answers here and by those in Python. */
export async function bothFigures(
  model: ModelValue,
  table: Table,
  found: Json,
  what: string,
): Promise<{ readonly here: Figures; readonly python: Figures }> {
  const mine = await scoresHere(model, table);
  const other = scoresIn(found, mine, what);
  return { here: await figuresOf(model, table, mine), python: await figuresOf(model, table, other) };
}

function scoresHere(model: ModelValue, table: Table): Promise<Scores> {
  const rows = Uint32Array.from({ length: table.rows }, (_, row) => row);
  return predictTable(model, table, rows, { backend: 'cpu', signal: new AbortController().signal });
}

function scoresIn(found: Json, { scores, outputs }: Scores, what: string): Scores {
  const numbers = [found].flat(2).map((value) => {
    if (typeof value !== 'number') throw new Error(`${what} answers ${JSON.stringify(value)} in Python`);
    return value;
  });
  if (numbers.length !== scores.length)
    throw new Error(`${what} gives ${scores.length} numbers, in Python ${numbers.length}`);
  return { scores: Float64Array.from(numbers), outputs };
}

export type Figures = ReadonlyMap<string, number | null>;

async function figuresOf(model: ModelValue, table: Table, scores: Scores): Promise<Figures> {
  const parts = PART_WORDS.map((name) => ({ name, rows: partRows(table, name) })).filter(({ rows }) => rows.length > 0);
  const rows = Uint32Array.from({ length: table.rows }, (_, row) => row);
  const { report } = await measure(model, table, parts, rows, scores, async () => undefined);
  return new Map(
    Object.entries(report.parts).flatMap(([part, { metrics }]) =>
      Object.entries(metrics).map(([name, value]) => [`${part} ${name}`, value] as const),
    ),
  );
}

function figureDifference(mine: Figures, others: Figures, what: string): number {
  const differences = [...mine].map(([name, value]) => {
    const other = others.get(name) ?? null;
    if (value !== null && other !== null) return apart(value, other);
    if (value !== other) throw new Error(`${what}, ${name}: ${value} here, ${other} in Python`);
    return 0;
  });
  return Math.max(0, ...differences);
}
